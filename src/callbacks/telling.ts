/** What a person is told later: that nobody answered a call, that a promise was not kept, what somebody writes to them. */
import type { Next, Notice, StoredCallback } from '../../db/callbacks.ts';
import { dateAndTime } from '../../flows/points/time.ts';
import type { Texts } from '../../flows/texts/index.ts';
import { openRequest, type Request } from '../conversation/callbacks.ts';
import { callerOf, type Territories } from '../phone.ts';
import { afterQuiet, type Quiet } from '../quiet.ts';
import { fold } from '../text/gsm7.ts';
import type { Vault } from '../vault.ts';
import { nextSafe } from './promise.ts';
import type { Roster } from './roster.ts';

export interface TellingDeps {
  readonly vault: Pick<Vault, 'open' | 'seal'>;
  readonly roster: Pick<Roster, 'next' | 'number'>;
  readonly texts: Readonly<Record<string, Texts>>;
  readonly defaultLang: string;
  /** Who speaks. */
  readonly operator: string;
  readonly territories: Territories;
  readonly quiet: Quiet;
  /** UUIDv7. */
  readonly ids: () => string;
}

export interface Telling {
  request(row: Pick<StoredCallback, 'body'>): Request;
  /** E.164. */
  number(row: Pick<StoredCallback, 'number'>): string;
  texts(lang: string): Texts;
  /** Nobody answered our call. */
  missed(row: StoredCallback, now: number): Next;
  /** The promise is past. */
  late(row: StoredCallback, now: number): Next;
  /** The first instant at which the person may be reached. */
  reachable(row: StoredCallback, now: number): number;
  /** What a call tells; undefined where nothing is to be told any more. */
  heard(row: StoredCallback): string | undefined;
  /** The words of a helper, as they would be sent. */
  written(row: StoredCallback, by: string, words: string): string;
  /** A text that leaves as soon as the person may be reached; none where the phone takes no texts. */
  text(row: StoredCallback, words: string, now: number): Next['text'];
}

/** Calls that nobody answers, after which it is over. */
const MOST_MISSED = 3;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function makeTelling(deps: TellingDeps): Telling {
  const { vault, roster, ids, operator } = deps;
  const request = (row: Pick<StoredCallback, 'body'>) => openRequest(vault, row.body);
  const number = (row: Pick<StoredCallback, 'number'>) => vault.open(row.number, 'number').toString('utf8');
  const texts = (lang: string) => deps.texts[lang] ?? (deps.texts[deps.defaultLang] as Texts);
  const textsOf = (row: StoredCallback) => texts(request(row).lang);

  /** Within the hours that they named, and outside the quiet ones. */
  function reachable(row: StoredCallback, now: number): number {
    const safe = (at: number) => nextSafe(request(row).safe, row.zone, at);
    return safe(afterQuiet(safe(now), row.zone, deps.quiet));
  }

  function text(row: StoredCallback, words: string, now: number): Next['text'] {
    if (!callerOf(number(row), deps.territories).mobile) return undefined;
    const dueAt = reachable(row, now);
    const body = vault.seal(fold(words), 'message');
    return { id: ids(), body, dueAt, expiresAt: dueAt + DAY, quiet: true };
  }
  /** The promise that comes next, with what says so; else the end, with its own words. */
  function follow(
    row: StoredCallback,
    now: number,
    from: number | undefined,
    again: (t: Texts, by: string) => string,
    end: (t: Texts) => string,
    notices: readonly [again: Notice, end: Notice],
  ): Next {
    const { safe, way } = request(row);
    const deadline =
      (from === undefined ? undefined : roster.next(row.orgId, { zone: row.zone, safe, now: from })) ?? null;
    const t = textsOf(row);
    const words = deadline === null ? end(t) : again(t, dateAndTime(deadline, row.zone, t));
    // Whoever wants no message, of a subject that others must not learn of, is told when they ask again.
    const silent = way === 'call' && row.discreet;
    const sent = silent ? undefined : text(row, words, now);
    if (sent) return { deadline, text: sent };
    // A phone that takes no texts is told by call.
    const called = !silent && way !== 'text';
    const notice = notices[deadline === null ? 1 : 0];
    return { deadline, ...(called ? { call: { notice, at: reachable(row, now) } } : {}) };
  }

  return {
    ...{ request, number, texts, text },
    missed(row, now) {
      const shown = roster.number(number(row));
      // Not within the hour: whoever did not answer is still busy.
      const from = row.missed + 1 < MOST_MISSED ? now + HOUR : undefined;
      return follow(
        row,
        now,
        from,
        ({ callback: { sent } }, by) => sent.missed(operator, shown, by),
        ({ callback: { sent } }) => sent.gaveUp(operator, shown),
        ['missed', 'gaveUp'],
      );
    },
    late: (row, now) =>
      follow(
        row,
        now,
        row.late ? undefined : now,
        ({ callback: { sent } }, by) => sent.late(operator, by),
        ({ callback: { sent } }) => sent.expired(operator),
        ['late', 'expired'],
      ),
    reachable,
    heard(row) {
      const t = textsOf(row);
      const by = dateAndTime(row.deadline, row.zone, t);
      return row.notice === null ? undefined : t.callback.notice[row.notice](by);
    },
    written: (row, by, words) => fold(textsOf(row).callback.sent.written(operator, by, words)),
  };
}
