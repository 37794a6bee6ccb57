/** What is asked of every situation, in the language in which it was walked. */
import { isDeepStrictEqual } from 'node:util';
import type { Line } from '../../flows/flow.ts';
import { MAX_OPTIONS, paginate, START } from '../../flows/paging.ts';
import { compose } from '../channels/sms/compose.ts';
import { freeze, thaw } from '../conversation/frames.ts';
import { hereOf, textsOf } from '../conversation/world.ts';
import { ends } from './ends.ts';
import { twins } from './offers.ts';
import { type Finding, type Problem, problems } from './problem.ts';
import { after, say } from './said.ts';
import { longest } from './sentence.ts';
import type { Visit, Walk } from './walk.ts';
import { MOMENTS } from './world.ts';

/** Words of a sentence at most, in any language. */
const SENTENCE = 12;

/** E.164, and more than four digits after the longest country code there is. */
const DIALLED = /^\+[1-9]\d{7,14}$/;

/** Everything that is wrong in a walk. */
export function check(walk: Walk): readonly Problem[] {
  const endless = { at: undefined, problem: 'there is no end of situations', said: '' };
  const each = [...walk.visits.values()].flatMap((visit) => [
    ...said(walk, visit),
    ...helped(walk, visit),
    ...alone(walk, visit),
    ...frozen(walk, visit),
    ...dials(visit),
    ...offered(walk, visit),
  ]);
  return problems(walk, [...(walk.endless ? [endless] : []), ...each, ...ends(walk)]);
}

/** Something is said, in short sentences, within the budget, with few answers. */
function said(walk: Walk, at: Visit): readonly Finding[] {
  const { text, over } = say(walk, at.shown);
  const { shown } = at;
  const count = shown.options.length + (shown.more ? 1 : 0);
  const finding = (problem: string): Finding => ({ at, problem, said: text });
  const lines = [...shown.lines, ...shown.options.map(({ option }) => option.label)];
  return [
    ...(text.trim() === '' ? [finding('nothing is said')] : []),
    ...over.map(finding),
    ...(shown.prompt.segments === 1 && shown.page.wide === false && shown.next
      ? [finding('a menu on more than one page')]
      : []),
    ...(count > MAX_OPTIONS ? [finding(`${count} answers, ${MAX_OPTIONS} at most`)] : []),
    ...long(walk, at, lines),
  ];
}

/** Sentences that are too long, as they are said on this channel. */
function long({ channel }: Walk, at: Visit, lines: readonly Line[]): readonly Finding[] {
  return lines
    .filter((l) => l.only === undefined || l.only === channel)
    .map((l) => (channel === 'voice' ? paused(l.spoken ?? l.text) : l.text))
    .flatMap((text) => {
      const words = longest(text);
      return words > SENTENCE
        ? [{ at, problem: `a sentence of ${words} words, ${SENTENCE} at most`, said: text }]
        : [];
    });
}

/** A number said in words may begin a sentence in lower case: a voice pauses before it all the same. */
function paused(spoken: string): string {
  return spoken.replace(/([.!?]) (?=\p{Ll})/gu, '$1\n');
}

/** There is a help, and what is said after it or after a miss still is within the budget. */
function helped(walk: Walk, at: Visit): readonly Finding[] {
  const { prompt } = at.shown;
  // While somebody is put through, and once all is said, there is nothing to help with.
  if (prompt.dial !== undefined || prompt.end) return [];
  if (!prompt.help) return [{ at, problem: 'no help', said: say(walk, at.shown).text }];
  const t = textsOf(walk.world, walk.lang);
  const help = [prompt.help, t.help[walk.channel]];
  const missed = [t.miss[walk.channel === 'sms' ? 'unknown' : 'unheard'], prompt.help];
  const over = [help, missed].flatMap((before) => {
    const { text, over } = say(walk, after(walk, at, before));
    return over.map((problem): Finding => ({ at, problem: `with its help: ${problem}`, said: text }));
  });
  return [...over, ...long(walk, at, help)];
}

/** Where texts may not be joined, each page of the same prompt is one segment. */
function alone({ world, channel, lang }: Walk, at: Visit): readonly Finding[] {
  const { prompt, page } = at.shown;
  if (channel !== 'sms' || page.from > 0 || page.group > 0) return [];
  const t = textsOf(world, lang);
  const caller = { ...MOMENTS.sms.caller, joined: false };
  const over: Finding[] = [];
  for (let from = 0, more = true; more; ) {
    const shown = paginate(prompt, channel, { ...START, from }, (s) => world.fits.sms(s, t, caller));
    if (!world.fits.sms(shown, t, caller))
      over.push({ at, problem: 'more than one segment where texts are not joined', said: compose(shown, t) });
    more = shown.next !== undefined && shown.page.to > from;
    from = shown.page.to;
  }
  return over;
}

/** Its answers differ by their names, mean what they say, can happen and change something. */
function offered(walk: Walk, at: Visit): readonly Finding[] {
  return [...twins(at), ...at.ways.flatMap((way) => way.wrong)].map((problem) => ({
    ...{ at, problem, said: say(walk, at.shown).text },
  }));
}

/** What is kept between two turns, read again, is the same situation and says the same. */
function frozen({ world, channel }: Walk, at: Visit): readonly Finding[] {
  if (at.shown.page.from > 0 || at.shown.page.group > 0) return [];
  const { snapshot } = thaw(world.flows, at.frame);
  const kept = JSON.parse(JSON.stringify(freeze(at.flow, snapshot))) as typeof at.frame;
  const { snapshot: again } = thaw(world.flows, kept);
  const here = hereOf(world, at.session, MOMENTS[channel]);
  const same =
    isDeepStrictEqual(kept, at.frame) &&
    at.flow.sameSituation(again) === at.flow.sameSituation(snapshot) &&
    isDeepStrictEqual(at.flow.view(again, here), at.flow.view(snapshot, here));
  return same ? [] : [{ at, problem: 'not the same once it was kept', said: JSON.stringify(kept) }];
}

/** Nothing puts a caller through to a number of two to four digits, or texts one. */
function dials(at: Visit): readonly Finding[] {
  const { dial } = at.shown.prompt;
  const numbers = [
    ...(dial === undefined ? [] : [dial]),
    ...at.ways.flatMap((w) => w.effects.flatMap((e) => (e.type === 'text' && e.to ? [e.to] : []))),
  ];
  return numbers
    .filter((n) => !DIALLED.test(n))
    .map((n) => ({ at, problem: 'a number that must not be called', said: n }));
}
