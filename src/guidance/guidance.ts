/** Sending guidance: the exact text first, then its rows; resending, taking back, and what a link leads to. */
import { randomBytes } from 'node:crypto';
import type { Caps, GuidanceScope, StoredGuidance } from '../../db/guidance.ts';
import type { Store } from '../../db/store.ts';
import { wordOf } from '../../flows/guidance/index.ts';
import type { Shown } from '../../flows/paging.ts';
import type { Texts } from '../../flows/texts/index.ts';
import { type Guide, openGuide, writeGuide } from '../conversation/guided.ts';
import { guidedText } from '../conversation/guided-text.ts';
import { textsOf, type World } from '../conversation/world.ts';
import { type Caller, callerOf, type Territories, zoneOf } from '../phone.ts';
import { afterQuiet, type Quiet } from '../quiet.ts';
import { segments } from '../text/segments.ts';
import type { Vault } from '../vault.ts';
import { type Draft, type Problems, problemsOf } from './check.ts';
import { newCode, readCode } from './code.ts';

export interface GuidanceDeps {
  readonly store: Store;
  readonly vault: Vault;
  readonly world: World;
  readonly territories: Territories;
  readonly quiet: Quiet;
  readonly caps: Omit<Caps, 'since'>;
  /** Whether an answer to a text of ours reaches us. */
  readonly senderHears: boolean;
  /** A page of a prompt as the channel writes it. */
  readonly compose: (shown: Shown, t: Texts) => string;
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** UTC milliseconds. */
  readonly clock: () => number;
  /** UUIDv7. */
  readonly ids: () => string;
  readonly random?: (bytes: number) => Uint8Array;
}

/** The text as it would be sent. */
export interface Preview {
  readonly words: string;
  readonly segments: number;
  /** What the recipient may answer, with the key of each; none where they cannot answer at all. */
  readonly answers: readonly { readonly key: string; readonly label: string }[];
  readonly hears: boolean;
  /** When it leaves: UTC milliseconds, after the quiet hours. */
  readonly dueAt: number;
}

export interface Author extends GuidanceScope {
  readonly author: string;
}

export type Sent =
  | { readonly is: 'taken'; readonly id: string; readonly link: string; readonly dueAt: number }
  | { readonly is: 'wrong'; readonly problems: Problems }
  | { readonly is: 'person_cap' | 'author_cap' };

/** What the page of a link shows: nothing of the person or the mediator. */
export interface Leaf {
  readonly id: string;
  readonly sheet: string;
  readonly lang: string;
  readonly place: string;
  readonly spot: string;
  readonly expiresAt: number;
}

export interface Guidance {
  /** Every problem of the draft, or the text. Nothing is kept. */
  preview(draft: Draft): { readonly problems: Problems; readonly preview?: Preview };
  /** Sends it. The same `id` (UUIDv7) again sends nothing more, and answers the same. */
  send(draft: Draft, from: Author, id?: string): Promise<Sent>;
  /** The same again, now: another text, the same link. False where it may not be, or has not left yet. */
  resend(id: string, of: GuidanceScope): Promise<boolean>;
  /** One of this organisation; undefined for another's. */
  one(id: string, of: GuidanceScope): Promise<Listed | undefined>;
  /** True when it was still here. */
  cancel(id: string, of: GuidanceScope): Promise<boolean>;
  list(
    query: GuidanceScope & { readonly limit: number; readonly author?: string; readonly before?: number },
  ): Promise<readonly Listed[]>;
  /** What this code leads to; undefined for any other, expired or not. */
  leaf(code: string): Promise<Leaf | undefined>;
  opened(id: string): Promise<void>;
}

export interface Listed {
  readonly row: StoredGuidance;
  readonly guide: Guide;
  /** E.164: shown masked. */
  readonly to: string;
}

const DAY = 86_400_000;
/** How long a link and an answer hold. */
const USUAL_DAYS = 30;
const DISCREET_DAYS = 7;
/** A text that could not leave by then says nothing useful any more. */
const LATE = 3 * DAY;
/** Where a preview stands for a code that is not made yet. */
const SAMPLE = 'x'.repeat(10);

export function makeGuidance(deps: GuidanceDeps): Guidance {
  const { store, vault, world, territories, quiet, caps, clock, ids, publicUrl } = deps;
  const { random = randomBytes } = deps;

  function dueOf(draft: Draft, to: Caller): number {
    const at = Math.max(draft.at ?? 0, clock());
    return draft.urgent || to.number === undefined ? at : afterQuiet(at, zoneOf(to.number), quiet);
  }

  function textOf(guide: Omit<Guide, 'page' | 'code' | 'v'>, to: Caller, code: string) {
    // Whoever holds the phone could open it: a discreet subject is behind its word alone.
    const open = guide.alone || !isDiscreet(guide.sheet);
    const link = open ? `${publicUrl}/g/${code}` : undefined;
    const { senderHears } = deps;
    const { shown, hears, fits } = guidedText(world, guide, to, clock(), { link, senderHears });
    return { shown, hears, fits, words: deps.compose(shown, textsOf(world, guide.lang)) };
  }

  function isDiscreet(sheet: string): boolean {
    return world.knowledge.sheet(sheet, 'fr')?.discreet ?? false;
  }

  function guideOf({ by, sheet, lang, place, note = '', word = '', alone }: Draft) {
    return {
      ...{ by: by.trim(), sheet, lang, alone, note: note.trim() },
      ...{ place: place?.id ?? '', spot: place?.spot ?? '' },
      word: alone ? '' : (wordOf(word) ?? ''),
    };
  }

  const listed = (row: StoredGuidance): Listed => ({
    ...{ row, guide: openGuide(vault, row.body) },
    to: vault.open(row.number, 'number').toString('utf8'),
  });

  function looked(draft: Draft, code: string) {
    const to = callerOf(draft.to, territories);
    const languages = Object.keys(world.texts);
    const problems = problemsOf(draft, to, { knowledge: world.knowledge, languages, now: clock() });
    if (problems.sheet || problems.lang || problems.to) return { to, problems };
    const text = textOf(guideOf(draft), to, code);
    const long = text.fits
      ? {}
      : { note: problems.note ?? 'Trop long pour deux SMS : raccourcissez la note.' };
    return { to, problems: { ...problems, ...long }, text };
  }

  return {
    preview(draft) {
      const { to, problems, text } = looked(draft, SAMPLE);
      if (!text) return { problems };
      const { shown, hears, words } = text;
      const { options, next, more } = shown;
      const t = textsOf(world, draft.lang);
      const answers = [
        ...(next ? [{ key: next, label: t.next.text }] : []),
        ...options.map(({ key, option }) => ({ key, label: option.label.text })),
        ...(more ? [{ key: more, label: t.more.text }] : []),
      ];
      const dueAt = dueOf(draft, to);
      return { problems, preview: { words, segments: segments(words).count, answers, hears, dueAt } };
    },
    async send(draft, { orgId, author }, id = ids()) {
      const code = newCode(random);
      const { to, problems, text } = looked(draft, code);
      if (!text || to.number === undefined || Object.keys(problems).length > 0)
        return { is: 'wrong', problems };
      const at = clock();
      const dueAt = dueOf(draft, to);
      const discreet = isDiscreet(draft.sheet);
      const guide: Guide = { v: 1, ...guideOf(draft), code, page: text.shown.page };
      const is = await store.guide(
        {
          ...{ id, orgId, author, discreet, at },
          to: { ...vault.number(to.number), newContactId: ids() },
          codeHmac: hashesOf(vault, code)[0],
          body: vault.seal(writeGuide(guide), 'guidance'),
          expiresAt: dueAt + (discreet ? DISCREET_DAYS : USUAL_DAYS) * DAY,
          text: {
            ...{ id: ids(), dueAt, expiresAt: dueAt + LATE, quiet: !draft.urgent },
            body: vault.seal(text.words, 'message'),
            discreet: discreet && draft.alone,
          },
        },
        { ...caps, since: at - DAY },
      );
      return is === 'taken' ? { is, id, link: `${publicUrl}/g/${code}`, dueAt } : { is };
    },
    async resend(id, of) {
      const row = await store.guidance(id, of);
      if (row === undefined) return false;
      const guide = openGuide(vault, row.body);
      const to = callerOf(vault.open(row.number, 'number').toString('utf8'), territories);
      const at = clock();
      const dueAt = to.number === undefined ? at : afterQuiet(at, zoneOf(to.number), quiet);
      const days = row.discreet ? DISCREET_DAYS : USUAL_DAYS;
      const text = textOf(guide, to, guide.code);
      return store.resendGuidance(id, of, {
        body: vault.seal(writeGuide({ ...guide, page: text.shown.page }), 'guidance'),
        text: {
          ...{ id: ids(), dueAt, expiresAt: dueAt + LATE, quiet: true },
          body: vault.seal(text.words, 'message'),
          discreet: row.discreet && guide.alone,
        },
        ...{ at, expiresAt: dueAt + days * DAY },
      });
    },
    cancel: (id, of) => store.cancelGuidance(id, of, clock()),
    list: async (query) => (await store.guidances(query)).map(listed),
    async one(id, of) {
      const row = await store.guidance(id, of);
      return row && listed(row);
    },
    async leaf(typed) {
      const code = readCode(typed);
      const row = code && (await store.guidanceByCode(hashesOf(vault, code), clock()));
      if (!row) return undefined;
      const { sheet, lang, place, spot } = openGuide(vault, row.body);
      return { id: row.id, sheet, lang, place, spot, expiresAt: row.expiresAt };
    },
    opened: (id) => store.guidanceOpened(id, clock()),
  };
}

function hashesOf(vault: Vault, code: string) {
  return vault.hashes(`guidance|${code}`);
}
