/** How many texts a person sends: to each fact of a sheet, and to the whole of it. Played as real turns, by SMS. */
import { type Line, PARTS, type PartId } from '../../../flows/flow.ts';
import { compose } from '../../channels/sms/compose.ts';
import type { Session } from '../../conversation/session.ts';
import { type Turned, turn } from '../../conversation/turn.ts';
import { textsOf, type World } from '../../conversation/world.ts';
import { segments } from '../../text/segments.ts';
import { MOMENTS } from '../world.ts';
import type { Question } from './questions.ts';

/** Texts after which we stop looking. */
const ENOUGH = 6;

export interface Journey extends Question {
  /** The parts that the sheet has. */
  readonly parts: readonly PartId[];
  /** Texts that the person sends until the last line of a part is told; undefined when they do not get there. */
  readonly facts: Readonly<Partial<Record<PartId, number>>>;
  /** Texts until every part was told, and segments that were told on the way. */
  readonly whole: { readonly texts: number; readonly segments: number } | undefined;
}

export function journey(world: World, question: Question): Journey {
  const parts = lasts(world, question).map(([part]) => part);
  return { ...question, parts, facts: facts(world, question), whole: whole(world, question) };
}

/** One more text of the person, a minute after the one before. */
function send(world: World, lang: string, session: Session | undefined, text: string): Turned {
  const now = session ? session.at + 60_000 : MOMENTS.sms.now;
  return turn(world, { session, lang }, { kind: 'text', text }, { ...MOMENTS.sms, now });
}

/** The last line of each part: once it is told, the part is. */
function lasts(world: World, { sheet, lang }: Question): readonly (readonly [PartId, Line])[] {
  const parts = world.knowledge.sheet(sheet, lang)?.parts ?? {};
  return PARTS.flatMap((part) => {
    const last = parts[part]?.at(-1);
    return last ? [[part, last] as const] : [];
  });
}

/** A line is told with the name of its part before it. */
function tells({ told }: Turned, { text }: Line): boolean {
  return told.shown.lines.some((l) => l.text === text || l.text.endsWith(`\n${text}`));
}

/** The shortest ways over keys and the names of what may be asked for. */
function facts(world: World, question: Question): Journey['facts'] {
  const { lang, words } = question;
  const wanted = lasts(world, question);
  const found: Partial<Record<PartId, number>> = {};
  const known = new Set<string>();
  let reached = [send(world, lang, undefined, words)];
  for (let texts = 1; texts <= ENOUGH; texts++) {
    for (const [part, line] of wanted) {
      if (found[part] === undefined && reached.some((r) => tells(r, line))) found[part] = texts;
    }
    if (wanted.every(([part]) => found[part] !== undefined)) break;
    reached = reached
      .flatMap((from) => said(from).map((text) => send(world, lang, from.session, text)))
      .filter(({ session: { stack, page, confirm } }) => {
        const key = JSON.stringify([stack, page, confirm]);
        return !known.has(key) && known.add(key);
      });
  }
  return found;
}

/** What a person may answer: the keys, and what is understood by its name. */
function said({ told: { shown } }: Turned): readonly string[] {
  return [
    ...shown.options.map((o) => o.key),
    ...(shown.next ? [shown.next] : []),
    ...(shown.more ? [shown.more] : []),
    ...(shown.prompt.also ?? []).map((o) => o.label.text),
  ];
}

/** The question, the sheet among a few where it was not clear, then TOUT until all is told. */
function whole(world: World, question: Question): Journey['whole'] {
  const { sheet, lang, words } = question;
  const t = textsOf(world, lang);
  // What has changed is asked for by its own key.
  const wanted = lasts(world, question).filter(([part]) => part !== 'changed');
  const told: Turned[] = [];
  for (let text = words; told.length < ENOUGH; ) {
    const now = send(world, lang, told.at(-1)?.session, text);
    told.push(now);
    if (wanted.every(([, line]) => told.some((r) => tells(r, line)))) {
      const count = told.map((r) => segments(compose(r.told.shown, t, r.told.alone)).count);
      return { texts: told.length, segments: count.reduce((a, b) => a + b, 0) };
    }
    const mine = now.told.shown.options.find((o) => o.option.event.sheet === sheet);
    text = mine?.key ?? t.words.globals.all[0] ?? '';
  }
  return undefined;
}
