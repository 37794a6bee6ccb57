/** Reminders: set at the desk, looked at before, seen to after; and the words of one that is due. */
import type { DueReminder, ReminderScope, StoredReminder } from '../../db/reminders.ts';
import type { Store } from '../../db/store.ts';
import type { Shown } from '../../flows/paging.ts';
import type { Texts } from '../../flows/texts/index.ts';
import { openReminder, type Reminding, remindedText, writeReminder } from '../conversation/reminded.ts';
import { textsOf, type World } from '../conversation/world.ts';
import { type Caller, callerOf, type Territories, zoneOf } from '../phone.ts';
import type { Quiet } from '../quiet.ts';
import { segments } from '../text/segments.ts';
import type { Vault } from '../vault.ts';
import { type ReminderDraft, type ReminderProblems, reminderProblems } from './check.ts';
import { askAfter, remindAt } from './due.ts';

export interface RemindersDeps {
  readonly store: Store;
  readonly vault: Vault;
  readonly world: World;
  readonly territories: Territories;
  readonly quiet: Quiet;
  /** Whether an answer to a text of ours reaches us. */
  readonly senderHears: boolean;
  /** There is a number to call from. */
  readonly calls: boolean;
  /** A page of a prompt as the channel writes it. */
  readonly compose: (shown: Shown, t: Texts) => string;
  /** UTC milliseconds. */
  readonly clock: () => number;
  /** UUIDv7. */
  readonly ids: () => string;
}

/** A reminder as it would be told. */
export interface ReminderPreview {
  readonly words: string;
  readonly segments: number;
  readonly way: 'text' | 'call';
  /** UTC milliseconds. */
  readonly dueAt: number;
}

export interface ListedReminder {
  readonly row: StoredReminder;
  readonly told: Reminding;
  /** E.164: shown masked. */
  readonly to: string;
}

/** The guidance that a question comes seven days after. */
export interface Followed {
  readonly guidance: string;
  readonly id: string;
  readonly to: string;
  readonly by: string;
  readonly lang: string;
  readonly sheet: string;
  readonly discreet: boolean;
  /** When it leaves. */
  readonly leaves: number;
}

export interface Reminders {
  preview(draft: ReminderDraft): { readonly problems: ReminderProblems; readonly preview?: ReminderPreview };
  /** The same `id` again sets nothing more. */
  set(
    draft: ReminderDraft,
    from: ReminderScope & { readonly author: string },
    id?: string,
  ): Promise<{ readonly problems: ReminderProblems; readonly dueAt?: number }>;
  /** "Avez-vous pu ?", seven days after a guidance. */
  follow(after: Followed, from: ReminderScope & { readonly author: string }): Promise<void>;
  list(
    query: ReminderScope & { readonly what: 'coming' | 'told'; readonly limit: number },
  ): Promise<readonly ListedReminder[]>;
  one(id: string, of: ReminderScope): Promise<ListedReminder | undefined>;
  cancel(id: string, of: ReminderScope): Promise<boolean>;
  handle(id: string, of: ReminderScope): Promise<boolean>;
  open(of: ReminderScope): Promise<number>;
  /** The words of one that is due, now. */
  words(due: Pick<DueReminder, 'body' | 'number'>): { readonly to: string; readonly words: string };
}

/** How long an answer is waited for after the question. */
const ANSWER_DAYS = 3;
const DAY = 86_400_000;

export function makeReminders(deps: RemindersDeps): Reminders {
  const { store, vault, world, territories, quiet, clock, ids } = deps;

  function textOf(told: Reminding, to: Caller) {
    const { shown, fits } = remindedText(world, told, to, clock(), deps.senderHears);
    return { words: deps.compose(shown, textsOf(world, told.lang)), fits };
  }

  function looked(draft: ReminderDraft) {
    const to = callerOf(draft.to, territories);
    const languages = Object.keys(world.texts);
    const way: 'text' | 'call' = to.mobile ? 'text' : 'call';
    const reachable = to.mobile || (to.number !== undefined && !to.abroad && deps.calls);
    const { knowledge } = world;
    const problems = reminderProblems(draft, { reachable, languages, now: clock(), knowledge });
    if (problems.to || problems.at || problems.lang || to.number === undefined || draft.at === undefined)
      return { problems };
    const { by, kind, lang, at, discreet } = draft;
    const told: Reminding = {
      ...{ v: 1, by: by.trim(), kind, lang, at, zone: zoneOf(to.number), sheet: '', discreet },
      place: discreet ? '' : draft.place.trim(),
      papers: discreet ? '' : draft.papers.trim(),
    };
    const { words, fits } = textOf(told, to);
    const dueAt = remindAt(at, to.number, clock(), quiet);
    return {
      problems: fits
        ? problems
        : { ...problems, papers: problems.papers ?? 'Trop long pour deux SMS : raccourcissez.' },
      preview: { words, segments: segments(words).count, way, dueAt },
      told,
      number: to.number,
    };
  }

  const listed = (row: StoredReminder): ListedReminder => ({
    ...{ row, told: openReminder(vault, row.body) },
    to: vault.open(row.number, 'number').toString('utf8'),
  });

  return {
    preview(draft) {
      const { problems, preview } = looked(draft);
      return preview === undefined ? { problems } : { problems, preview };
    },
    async set(draft, { orgId, author }, id = ids()) {
      const { problems, preview, told, number } = looked(draft);
      if (!preview || !told || Object.keys(problems).length > 0) return { problems };
      const { way, dueAt } = preview;
      await store.remind({
        ...{ id, orgId, author, guidance: null, way, kind: told.kind, discreet: told.discreet },
        to: { ...vault.number(number), newContactId: ids() },
        body: vault.seal(writeReminder(told), 'reminder'),
        ...{ at: clock(), dueAt, expiresAt: told.at },
      });
      return { problems, dueAt };
    },
    async follow({ guidance, id, to, by, lang, sheet, discreet, leaves }, { orgId, author }) {
      const dueAt = askAfter(leaves, to, quiet);
      const told: Reminding = {
        ...{
          v: 1,
          by,
          kind: 'after',
          lang,
          at: leaves,
          zone: zoneOf(to),
          place: '',
          papers: '',
          discreet,
          sheet,
        },
      };
      await store.remind({
        ...{ id, orgId, author, guidance, way: 'text', kind: 'after', discreet },
        to: { ...vault.number(to), newContactId: ids() },
        body: vault.seal(writeReminder(told), 'reminder'),
        ...{ at: clock(), dueAt, expiresAt: dueAt + ANSWER_DAYS * DAY },
      });
    },
    list: async (query) => (await store.reminders(query)).map(listed),
    async one(id, of) {
      const row = await store.reminder(id, of);
      return row && listed(row);
    },
    cancel: (id, of) => store.cancelReminder(id, of, clock()),
    handle: (id, of) => store.handleReminder(id, of, clock()),
    open: (of) => store.remindersOpen(of),
    words({ body, number }) {
      const to = vault.open(number, 'number').toString('utf8');
      return { to, words: textOf(openReminder(vault, body), callerOf(to, territories)).words };
    },
  };
}
