/** What is sealed of a call-back, and the row of one that a turn asks for. Pure but for its seal. */
import { z } from 'zod';
import type { NewCallback } from '../../db/callbacks.ts';
import type { Sealed } from '../../db/store.ts';
import { SAFE, WAYS } from '../../flows/duty.ts';
import type { Effect } from '../../flows/flow.ts';
import type { Vault } from '../vault.ts';
import type { Session } from './session.ts';

const schema = z.object({
  v: z.literal(1),
  /** `theme:papers`, `body:caf`, `danger`; empty where it is not known. */
  topic: z.string(),
  /** Id of a spot; null where they did not say. */
  where: z.string().nullable(),
  way: z.enum(WAYS),
  safe: z.enum(SAFE),
  lang: z.string(),
});
/** What somebody asks of those who call back. */
export type Request = Readonly<z.infer<typeof schema>>;

/** Throws when the bytes are no request, or what the vault throws. */
export function openRequest(vault: Pick<Vault, 'open'>, body: Sealed): Request {
  return schema.parse(JSON.parse(vault.open(body, 'callback').toString('utf8')));
}

export function callbackRow(
  { vault, ids }: { readonly vault: Pick<Vault, 'seal'>; readonly ids: () => string },
  { lang }: Pick<Session, 'lang'>,
  effect: Extract<Effect, { type: 'callback' }>,
): NewCallback {
  const { org: orgId, deadline, zone, topic, where, way, safe, urgent, discreet } = effect;
  const request: Request = { v: 1, topic, where, way, safe, lang };
  const body = vault.seal(JSON.stringify(request), 'callback');
  return { id: ids(), orgId, body, deadline, zone, urgent, discreet };
}
