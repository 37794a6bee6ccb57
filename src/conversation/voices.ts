/** What a turn tells or reports, as rows: sealed, and tied to nobody who did not ask for it. */
import type { ClosureNews } from '../../db/corrections.ts';
import type { Decision } from '../../db/store.ts';
import type { Effect } from '../../flows/flow.ts';
import type { Vault } from '../vault.ts';
import type { Moment } from './world.ts';

const DAY = 86_400_000;

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;

export interface VoicesDeps {
  readonly vault: Vault;
  readonly ids: () => string;
}

/** What is sealed of a testimony. */
export interface TestimonyBody {
  readonly words?: string;
  readonly name?: string;
}

/** A testimony and, where it was spoken, its recording under our own id. */
export function testimonyRows({ vault, ids }: VoicesDeps, effect: Of<'testimony'>): Partial<Decision> {
  const { theme, workshop, words, name, publish, writeBack, code } = effect;
  const recording =
    effect.recording === undefined
      ? undefined
      : { id: ids(), providerId: effect.recording, untied: !writeBack };
  const body: TestimonyBody = {
    ...(words === undefined ? {} : { words }),
    ...(name === undefined ? {} : { name }),
  };
  return {
    testimonies: [
      {
        ...{ id: ids(), theme, publish, tied: writeBack },
        ...(workshop === undefined ? {} : { workshop }),
        codeHmac: codeHashes(vault, code)[0],
        body: vault.seal(JSON.stringify(body), 'testimony'),
        ...(recording ? { recordingId: recording.id } : {}),
      },
    ],
    recordings: recording ? [recording] : [],
  };
}

export function withdrawalRows({ vault, ids }: VoicesDeps, { code }: Of<'withdraw'>): Partial<Decision> {
  return { withdrawn: [{ id: ids(), hmacs: codeHashes(vault, code) }] };
}

/** One report a month by the same number of the same trouble is one; a hidden number counts each time. */
export function obstacleRows(
  { vault, ids }: VoicesDeps,
  effect: Of<'obstacle'>,
  moment: Moment,
): Partial<Decision> {
  const { type: _, ...told } = effect;
  const id = ids();
  const month = new Date(moment.now).toISOString().slice(0, 7);
  const who = moment.caller.number ?? id;
  const [once] = vault.hashes(['obstacle', who, month, ...Object.values(told)].join('|'));
  return { obstacles: [{ id, ...told, month, once }] };
}

function codeHashes(vault: Vault, code: string) {
  return vault.hashes(`testimony|${code}`);
}

/** Eight digits of an id's random end. */
export function freshCode(id: string): string {
  return String(Number.parseInt(id.replaceAll('-', '').slice(-12), 16) % 100_000_000).padStart(8, '0');
}

/** Days on which a place says that it is closed, until a day after them: they end somewhere else than here. */
export function closureNews(effect: Of<'closed'> | Of<'reopened'>, { now }: Moment): ClosureNews {
  if (effect.type === 'reopened') return { is: 'open', place: effect.place };
  const { place, from, to } = effect;
  const expiresAt = Date.parse(`${to}T00:00:00Z`) + 2 * DAY;
  const body = JSON.stringify({ until: to });
  return {
    is: 'closed',
    correction: { kind: 'closure', about: place, part: from, body, author: '', at: now, expiresAt },
  };
}
