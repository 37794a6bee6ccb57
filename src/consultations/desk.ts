/** Opening, amending, closing and reading consultations: what the command and the rounds of a service do alike. */
import { randomUUID } from 'node:crypto';
import type { Ballot, Separated, StoredConsultation } from '../../db/consultations.ts';
import type { Store } from '../../db/store.ts';
import { type Answer, type Consultation, worded } from '../../flows/consultations.ts';
import type { Texts } from '../../flows/texts/index.ts';
import type { BallotBody } from '../conversation/votes.ts';
import { RelaisError } from '../errors.ts';
import { fold } from '../text/gsm7.ts';
import type { Vault } from '../vault.ts';
import type { Draft } from './file.ts';
import { consultationOf } from './registry.ts';
import { codeOf, newKey } from './secrecy.ts';
import { byDay, type Counted, tally } from './tally.ts';

export interface DeskDeps {
  readonly store: Store;
  readonly vault: Vault;
  /** UTC milliseconds. */
  readonly clock: () => number;
  /** UUIDv7. */
  readonly ids: () => string;
  readonly texts: Readonly<Record<string, Texts>>;
  /** 32 random bytes. */
  readonly key?: () => Uint8Array;
}

/** What is published of one. */
export interface Result {
  readonly of: Consultation;
  readonly status: 'open' | 'closed';
  readonly ballots: number;
  /** Absent while it is not to be known. */
  readonly questions?: readonly Counted[];
  /** Ballots by day. */
  readonly days: Readonly<Record<string, number>>;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

export type Opened = 'opened' | 'amended' | 'unchanged' | { readonly changed: readonly string[] };

export interface Desk {
  /** Opens a new one; of one that is open only the title and the dates may change. Throws `consultation_closed`. */
  open(draft: Draft): Promise<Opened>;
  /** The first `count` paper codes, given out from now on. */
  codes(slug: string, count: number): Promise<readonly string[]>;
  /**
   * Erases the key and who voted, separates words from ballots, and hands out the results that were asked for. Returns how many
   * asked, and whether the log of the database was emptied as well. Of one that is closed, what was left undone. Throws `not_found`.
   */
  close(
    slug: string,
  ): Promise<{ readonly asked: number; readonly emptied: boolean; readonly openedAt: number }>;
  /** Texts an invitation to these numbers (E.164), by day; returns how many. Who opted out gets none. Throws `consultation_closed`. */
  invite(slug: string, numbers: readonly string[]): Promise<number>;
  /** Newest first. */
  list(): Promise<readonly Result[]>;
  result(slug: string): Promise<Result | undefined>;
  /** What was answered in words to a closed one: for its organiser alone, nothing is published by itself. */
  answers(slug: string): Promise<readonly OpenAnswer[]>;
}

export interface OpenAnswer {
  readonly question: string;
  readonly words?: string;
  /** Our id of what was recorded. */
  readonly recording?: string;
}

/** Now between 8:00 and 18:00 UTC, else the next morning. */
function inDaytime(at: number): number {
  const hour = Math.floor((at % DAY) / 3_600_000);
  if (hour >= 8 && hour < 18) return at;
  return at - (at % DAY) + (hour < 8 ? 0 : DAY) + MORNING;
}

/** Two joined texts. */
const MOST_LETTERS = 306;

const MAY_CHANGE = new Set(['title', 'opens', 'closes']);
const DAY = 86_400_000;
/** A result is texted by day: the next morning, 10:00 in Paris or 11:00 in summer. */
const MORNING = 9 * 3_600_000;

export function makeDesk({ store, vault, clock, ids, texts, key: made = newKey }: DeskDeps): Desk {
  const find = async (slug: string): Promise<StoredConsultation> => {
    const row = (await store.consultations()).find((one) => one.slug === slug);
    if (!row) throw new RelaisError('not_found', { detail: slug });
    return row;
  };
  const openOne = async (slug: string) => {
    const row = await find(slug);
    if (row.key === null) throw new RelaisError('consultation_closed', { detail: slug });
    return { row, key: vault.open(row.key, 'consultation') };
  };
  const bodyOf = (ballot: Pick<Ballot, 'body'>): BallotBody =>
    JSON.parse(vault.open(ballot.body, 'ballot').toString());
  const sealed = (body: unknown) => vault.seal(JSON.stringify(body), 'ballot');

  /** Ballots under new ids, in an order that says nothing; words and recordings apart. */
  function separate(of: Consultation, all: readonly Ballot[]): Separated {
    const answers: { id: string; body: Uint8Array }[] = [];
    const ballots = all.map((ballot) => {
      const kept = bodyOf(ballot).map((answer, i): Answer => {
        if (answer === null || !('words' in answer || 'recording' in answer)) return answer;
        answers.push({ id: randomUUID(), body: sealed({ question: of.questions[i]?.id ?? '', ...answer }) });
        return { words: '' };
      });
      return { id: randomUUID(), body: sealed(kept) };
    });
    return { ballots, answers, days: JSON.stringify(byDay(all.map(({ day }) => day ?? ''))) };
  }

  /** Nothing of a closed one changes any more. */
  const final = new Map<string, Result>();
  async function resultOf(row: StoredConsultation): Promise<Result> {
    const known = final.get(row.id);
    if (known) return known;
    const counted = await countedNow(row);
    if (row.state === 'closed') final.set(row.id, counted);
    return counted;
  }

  async function countedNow(row: StoredConsultation): Promise<Result> {
    const of = consultationOf(row);
    const all = await store.ballots(row.id);
    const today = new Date(clock()).toISOString().slice(0, 10);
    // Counts that move with each ballot would tell what it says: those of today wait until tomorrow.
    const shown = row.state === 'closed' ? all : all.filter(({ day }) => (day ?? '') < today);
    return {
      of,
      status: row.state,
      ballots: all.length,
      days: row.days === null ? byDay(all.map(({ day }) => day ?? '')) : JSON.parse(row.days),
      ...(row.state === 'closed' || of.live ? { questions: tally(of, shown.map(bodyOf)) } : {}),
      openedAt: row.openedAt,
      closedAt: row.closedAt,
    };
  }

  return {
    async open(draft) {
      const rows = await store.consultations();
      const row = rows.find(({ slug }) => slug === draft.slug);
      if (row === undefined) {
        const key = vault.seal(made(), 'consultation');
        const opened = { id: ids(), slug: draft.slug, body: JSON.stringify(draft), key, openedAt: clock() };
        return (await store.openConsultation(opened)) ? 'opened' : this.open(draft);
      }
      if (row.state === 'closed') throw new RelaisError('consultation_closed', { detail: draft.slug });
      const was = JSON.parse(row.body) as Record<string, unknown>;
      const now = draft as unknown as Record<string, unknown>;
      const changed = Object.keys(now).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(was[key]));
      const refused = changed.filter((key) => !MAY_CHANGE.has(key));
      if (refused.length > 0) return { changed: refused };
      if (changed.length === 0) return 'unchanged';
      await store.amendConsultation(row.id, JSON.stringify(draft));
      return 'amended';
    },
    async codes(slug, count) {
      const { row, key } = await openOne(slug);
      const codes = Array.from({ length: count }, (_, i) => codeOf(key, i + 1));
      await store.issueCodes(row.id, count);
      return codes;
    },
    async close(slug) {
      const row = await find(slug);
      const of = consultationOf(row);
      await store.closeConsultation(row.id, clock(), (all) => separate(of, all));
      const emptied = await store.forgetErased();
      const at = clock();
      const asked = await store.sendResult(row.id, {
        body: vault.seal(await inWords(await find(slug).then(resultOf)), 'message'),
        ...{ at, dueAt: at - (at % DAY) + DAY + MORNING, newId: ids },
      });
      return { asked, emptied, openedAt: row.openedAt };
    },
    async invite(slug, numbers) {
      const of = consultationOf((await openOne(slug)).row);
      const lang = of.languages[0] ?? 'fr';
      const t = texts[lang] ?? (Object.values(texts)[0] as Texts);
      const words = t.vote.invitation(of.organiser, worded(of.title, lang), of.keyword.toUpperCase());
      const body = vault.seal(fold(words), 'message');
      const at = clock();
      const all = [...new Set(numbers)].map((number) => ({
        ...{
          id: ids(),
          kind: 'unasked' as const,
          body,
          dueAt: inDaytime(at),
          expiresAt: of.closes,
          discreet: false,
        },
        to: { ...vault.number(number), newContactId: ids() },
      }));
      await store.invite(all, at);
      return all.length;
    },
    list: async () => Promise.all([...(await store.consultations())].reverse().map(resultOf)),
    async result(slug) {
      const row = (await store.consultations()).find((one) => one.slug === slug);
      return row && resultOf(row);
    },
    async answers(slug) {
      const all = await store.openAnswers((await find(slug)).id);
      return all.map(({ body }) => JSON.parse(vault.open(body, 'ballot').toString()) as OpenAnswer);
    },
  };

  /** What won each question, in one text. */
  async function inWords({ of, ballots, questions = [] }: Result): Promise<string> {
    const lang = of.languages[0] ?? 'fr';
    const t = texts[lang] ?? (Object.values(texts)[0] as Texts);
    const best = questions.flatMap(({ results, type }, i) => {
      const [first] = [...results].sort((a, b) => b.count - a.count);
      const label = of.questions[i]?.options.find(({ id }) => id === first?.option)?.label;
      if (type === 'open' || first === undefined || first.count === 0) return [];
      return [`${i + 1} ${worded(label ?? {}, lang)} (${first.count})`];
    });
    const words = t.vote.result(worded(of.title, lang), ballots, best.join(', '));
    return fold(words).slice(0, MOST_LETTERS);
  }
}
