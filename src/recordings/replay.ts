/** What somebody has just recorded, heard again in the same call: from the provider through us, at an address that only we can make. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { RelaisError } from '../errors.ts';
import type { Vault } from '../vault.ts';
import type { RecordingSource } from './fetching.ts';

const PATH = '/twilio/voice/replay';

/** Makes the address of a recording by the provider's id; its mark is keyed, so that no other id can be asked for. */
export function makeReplay(vault: Pick<Vault, 'hashes'>, origin: string): (providerId: string) => string {
  return (providerId) => `${origin}${PATH}/${providerId}/${mark(vault, providerId)}.wav`;
}

export interface ReplayOptions {
  readonly vault: Pick<Vault, 'hashes'>;
  readonly source: Pick<RecordingSource, 'fetch'>;
}

/** Outside the signed webhooks: the provider's player asks for sounds as any browser would. */
export const replayRoutes: FastifyPluginAsync<ReplayOptions> = async (app, { vault, source }) => {
  app.get<{ Params: { id: string; mark: string } }>(`${PATH}/:id/:mark.wav`, async (request, reply) => {
    const { id, mark: given } = request.params;
    const wanted = Buffer.from(mark(vault, id));
    const sent = Buffer.from(given);
    if (wanted.length !== sent.length || !timingSafeEqual(wanted, sent)) throw new RelaisError('not_found');
    const sound = await source.fetch(id);
    return reply.header('cache-control', 'no-store').type('audio/wav').send(Buffer.from(sound));
  });
};

function mark(vault: Pick<Vault, 'hashes'>, id: string): string {
  return vault.hashes(`replay|${id}`)[0];
}
