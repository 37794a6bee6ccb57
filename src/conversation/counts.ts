/** What a turn adds to the counts: what came of it, about what, where. Never who, nor when but for the month. Pure. */
import type { Counts, Tally } from '../../db/tallies.ts';
import { normalize } from '../../flows/normalize.ts';
import type { Outcome } from '../../flows/outcomes.ts';
import { redact } from '../text/redact.ts';
import type { Vault } from '../vault.ts';
import type { Session } from './session.ts';
import { top } from './stack.ts';
import type { Turned } from './turn.ts';
import type { Moment, World } from './world.ts';

/** A question of more words is a story, and its own person's: no stranger reads it. */
const MOST_WORDS = 15;
/** Letters of a word that may name a subject: each is looked up, which takes its time while others wait. */
const TELLING = 3;

/** Nothing of a vote. */
export function countsOf(
  { world, vault }: { readonly world: World; readonly vault: Pick<Vault, 'seal' | 'hashes'> },
  before: Session | undefined,
  turned: Turned,
  moment: Moment,
): Counts | undefined {
  if (turned.secret !== undefined) return undefined;
  const month = new Date(moment.now).toISOString().slice(0, 7);
  const department = departmentOf(world, turned.session);
  const tallies = outcomesOf(world, before, turned).map(
    (one): Tally => ({ month, department, theme: '', ...one }),
  );
  const unanswered = unansweredOf(world, vault, turned);
  if (tallies.length === 0 && unanswered === undefined) return undefined;
  return { tallies, ...(unanswered ? { unanswered } : {}) };
}

type Counted = { readonly outcome: Outcome; readonly theme?: string; readonly department?: string };

function outcomesOf(world: World, before: Session | undefined, turned: Turned): readonly Counted[] {
  const { session, heard, outer, missed } = turned;
  const now = seen(session);
  const was = before && seen(before);
  const found: Counted[] = [];
  if (heard === 'danger') found.push({ outcome: 'danger' });
  if (missed !== undefined) found.push({ outcome: 'unknown' });
  if (now.sheet !== undefined && now.sheet !== was?.sheet)
    found.push({ outcome: 'sheet', theme: themeOf(world, now.sheet) });
  if (now.list !== undefined && now.list !== was?.list) found.push({ outcome: 'place' });
  if (now.flow === 'human' && was?.flow !== 'human') found.push({ outcome: 'human' });
  for (const effect of outer) {
    if (effect.type === 'feedback')
      found.push({ outcome: effect.helped ? 'helped' : 'not_helped', theme: themeOf(world, effect.sheet) });
    if (effect.type === 'obstacle') found.push({ outcome: 'obstacle', department: effect.department });
    if (effect.type === 'testimony') found.push({ outcome: 'testimony' });
    if (effect.type === 'enrol') found.push({ outcome: 'session' });
  }
  return found;
}

/** What is on top: a sheet that is read, a list of places. */
function seen(session: Session): { flow: string; sheet?: string; list?: string } {
  const { flow, value, context } = top(session);
  const { sheet, where, need, at } = (context ?? {}) as Readonly<Record<string, unknown>>;
  return {
    flow,
    ...(flow === 'rights' && typeof sheet === 'string' ? { sheet } : {}),
    ...(flow === 'points' && value === 'list' ? { list: `${where} ${need} ${at}` } : {}),
  };
}

function themeOf(world: World, sheet: string): string {
  return world.knowledge.sheet(sheet, world.defaultLang)?.theme ?? '';
}

/** Of the spot that was named last in this conversation. */
function departmentOf(world: World, { stack, place }: Session): string {
  const spots = [...stack].reverse().map(({ context }) => (context as { where?: unknown } | null)?.where);
  const id = spots.find((where) => typeof where === 'string') ?? place;
  return (typeof id === 'string' ? world.knowledge.places.spot(id)?.department : undefined) ?? '';
}

/** A question that found nothing, without its person; undefined where any word of it may be about what is never named. */
function unansweredOf(
  world: World,
  vault: Pick<Vault, 'seal' | 'hashes'>,
  { missed, discreet, session: { lang } }: Turned,
): Counts['unanswered'] {
  if (missed === undefined || discreet) return undefined;
  const words = redact(missed);
  const plain = normalize(words);
  if (plain === '' || touches(world, missed)) return undefined;
  const [id] = vault.hashes(`unanswered|${plain}`);
  return { id, lang, body: vault.seal(words, 'unanswered') };
}

/** Whether it is a story, may cry for help, or two words of it lead to a subject that is never named, in any language that is served. */
function touches(world: World, text: string): boolean {
  const { knowledge, texts } = world;
  const languages = Object.keys(texts);
  const all = normalize(text).split(' ');
  if (all.length > MOST_WORDS) return true;
  const words = [...new Set(all.filter((word) => word.length >= TELLING))];
  const parts = [text, ...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)];
  const found = (part: string, lang: string) =>
    knowledge.search(part, lang).hits.some(({ sheet }) => knowledge.sheet(sheet, lang)?.discreet ?? false);
  return languages.some(
    (lang) => knowledge.danger(text, lang) !== undefined || parts.some((part) => found(part, lang)),
  );
}
