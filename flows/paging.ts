/**
 * Between view and understanding: what of a prompt is shown now, and under which keys.
 * A page is kept in the session, so that a key means later what it meant when it was shown.
 */
import type { Channel, Line, Option, Prompt } from './flow.ts';

/** Options at a time; a longer list is offered by threes, the fourth key leading on. */
export const MAX_OPTIONS = 4;

/** Which lines (from, to: end not included) and which group of options are shown. */
export interface Page {
  readonly from: number;
  readonly to: number;
  readonly group: number;
  /** The person asked for the rest at once: up to four segments. */
  readonly wide: boolean;
}

/** Where a prompt begins. */
export const START: Page = { from: 0, to: 0, group: 0, wide: false };
/** The group of a page whose last line left no room for the options: they come next. */
const HELD = -1;

export interface Keyed {
  readonly key: string;
  readonly option: Option;
}

/** One page of a prompt. */
export interface Shown {
  readonly prompt: Prompt;
  readonly page: Page;
  /** Said before it: an apology, a danger's answer, a help. Not part of the question. */
  readonly before: readonly Line[];
  readonly lines: readonly Line[];
  /** Said after it, this once: told with whatever page comes first, since it is not part of the question either. */
  readonly after: readonly Line[];
  readonly options: readonly Keyed[];
  /** More lines follow: the key that tells them. The options come after. */
  readonly next?: string;
  /** More options follow: the key that offers them. */
  readonly more?: string;
}

/** Whether a page is within its channel's budget. */
export type Fits = (shown: Shown) => boolean;

/** The lines of a prompt for one channel. */
export function linesFor(prompt: Prompt, channel: Channel): readonly Line[] {
  return prompt.lines.filter((l) => l.only === undefined || l.only === channel);
}

/** Options by groups: all of them when they are four at most, else by threes. */
function groups(options: readonly Option[]): readonly (readonly Option[])[] {
  if (options.length <= MAX_OPTIONS) return [options];
  const all: Option[][] = [];
  for (let i = 0; i < options.length; ) {
    const left = options.length - i;
    const take = left <= MAX_OPTIONS ? left : MAX_OPTIONS - 1;
    all.push(options.slice(i, i + take));
    i += take;
  }
  return all;
}

/** Exactly this page again: what the keys meant when it was shown. */
export function showPage(
  prompt: Prompt,
  channel: Channel,
  page: Page,
  before: readonly Line[] = [],
  after: readonly Line[] = [],
): Shown {
  const lines = linesFor(prompt, channel);
  const to = Math.min(page.to, lines.length);
  const from = Math.min(page.from, to);
  const shown = { prompt, page: { ...page, from, to }, before, lines: lines.slice(from, to), after };
  if (to < lines.length || page.group === HELD) return { ...shown, options: [], next: '1' };
  const all = groups(prompt.options);
  const group = Math.min(page.group, all.length - 1);
  const options = (all[group] ?? []).map((option, i) => ({ key: String(i + 1), option }));
  const more = group < all.length - 1 ? { more: String(options.length + 1) } : {};
  return { ...shown, page: { from, to, group, wide: page.wide }, options, ...more };
}

/**
 * The page that begins at `page.from`: as many lines as fit, at least one, with the options once all is told. Lines that leave
 * no room for the options are told without: an answer is not cut for the sake of the next question.
 */
export function paginate(
  prompt: Prompt,
  channel: Channel,
  page: Page,
  fits: Fits,
  before: readonly Line[] = [],
  after: readonly Line[] = [],
): Shown {
  const end = linesFor(prompt, channel).length;
  const from = Math.min(page.from, end);
  const until = (to: number, group = Math.max(page.group, 0)) =>
    showPage(prompt, channel, { ...page, from, to, group }, before, after);
  const whole = until(end);
  if (whole.lines.length === 0 || fits(whole)) return whole;
  const held = until(end, HELD);
  if (whole.options.length > 0 && fits(held)) return held;
  for (let to = end - 1; to > from; to--) {
    const shown = until(to);
    if (fits(shown)) return shown;
  }
  return until(Math.min(from + 1, end));
}

/** The page before this one, or undefined on the first. */
export function previousPage(prompt: Prompt, channel: Channel, page: Page, fits: Fits): Page | undefined {
  if (page.group > 1) return { ...page, group: page.group - 1 };
  if (page.group <= 0 && page.from === 0) return undefined;
  const reached = (to: number) => to >= (page.group > 0 ? page.to : page.from);
  for (let at = START; ; ) {
    const { from, to } = paginate(prompt, channel, at, fits).page;
    if (reached(to) || to <= from) return at;
    at = { ...START, from: to };
  }
}
