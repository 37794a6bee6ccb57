/** A real store on a real file, a real vault, a clock that is moved by hand, and a provider that does as it is told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../db/open.ts';
import type { Contact, Outgoing, State, Store } from '../../db/store.ts';
import type { Message, Send } from '../../src/outbox/delivery.ts';
import { makeOutbox, type OutboxDeps } from '../../src/outbox/outbox.ts';
import { writePayload } from '../../src/payload.ts';
import { makeVault, type Vault } from '../../src/vault.ts';

export const AT = Date.UTC(2026, 2, 2, 9);
export const MINUTE = 60_000;
export const NUMBER = '+33612345678';

export interface Bench {
  readonly store: Store;
  readonly vault: Vault;
  /** What reached the provider, in its order. */
  readonly sent: Message[];
  /** What was logged, as one text. */
  readonly logged: string[];
  readonly clock: { now: number };
  /** An outbox over all this; `send` says what becomes of a text. */
  outbox(send?: Send, more?: Partial<OutboxDeps>): ReturnType<typeof makeOutbox>;
  /** One exchange that sends these, with these words as its reply. */
  turn(
    inboundId: string,
    outgoing: readonly Outgoing[],
    more?: { from?: string; text?: string; optOut?: Contact['optOut'] },
  ): Promise<void>;
  asked(id: string, words?: string, more?: Partial<Outgoing>): Outgoing;
  row(id: string): {
    readonly state: State;
    readonly code: string | null;
    readonly attempts: number;
    readonly due_at: number;
  };
  close(): Promise<void>;
}

export async function makeBench(): Promise<Bench> {
  const dir = mkdtempSync(join(tmpdir(), 'relais-outbox-'));
  const file = join(dir, 'relais.db');
  const store = await openStore(file);
  const beside = new Database(file, { readonly: true });
  const vault = makeVault(Buffer.alloc(32, 9));
  const sent: Message[] = [];
  const logged: string[] = [];
  const clock = { now: AT };
  const note = (about: object, message: string) => void logged.push(`${message} ${JSON.stringify(about)}`);
  const taken: Send = async ({ id }) => ({ providerId: `SM-${id}` });

  return {
    store,
    vault,
    sent,
    logged,
    clock,
    outbox: (send = taken, more = {}) =>
      makeOutbox({
        store,
        vault,
        clock: () => clock.now,
        log: { info: note, warn: note, error: note },
        send: (message, signal) => {
          sent.push(message);
          return send(message, signal);
        },
        ...more,
      }),
    async turn(inboundId, outgoing, { from = NUMBER, text = 'les mots de la reponse', optOut } = {}) {
      const request = {
        key: 'sms',
        channel: 'sms' as const,
        inboundId,
        number: vault.number(from),
        at: clock.now,
      };
      await store.exchange({ ...request, newContactId: `contact of ${inboundId}` }, () => ({
        session: null,
        exchange: vault.seal(writePayload({ input: 'apl', answer: '<Response/>', text }), 'exchange'),
        outgoing,
        discreet: false,
        ...(optOut && { contact: { optOut } }),
      }));
    },
    asked: (id, words = `mots de ${id}`, more = {}) => ({
      id,
      kind: 'asked',
      body: vault.seal(words, 'message'),
      dueAt: AT,
      discreet: false,
      ...more,
    }),
    row: (id) =>
      beside.prepare('SELECT state, code, attempts, due_at FROM messages WHERE id = ?').get(id) as never,
    async close() {
      beside.close();
      await store.close();
      rmSync(dir, { recursive: true });
    },
  };
}
