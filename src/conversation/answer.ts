/** What each meaning does to a session, and what is said before the next question. Pure. */
import type { FlowEvent, Line, Option } from '../../flows/flow.ts';
import type { Global } from '../../flows/input.ts';
import { previousPage, type Shown, START } from '../../flows/paging.ts';
import type { Talk } from '../../flows/talk.ts';
import type { Meaning, Miss } from '../../flows/understand.ts';
import { CANCEL, CONFIRM } from './prompt.ts';
import type { Session } from './session.ts';
import { deliver, go, type Moved, type Outer, park, pop } from './stack.ts';
import { type Moment, textsOf, type World } from './world.ts';

/** Misses in a row after which we begin again from the menu. */
const MANY_MISSES = 3;
/** Silent turns of a call before it is ended kindly. */
const MANY_SILENCES = 3;
/** A digit may have meant an older text: later than this, or sooner than that after a newer question. */
const OLD_QUESTION = 24 * 3600_000;
const NEW_QUESTION = 30_000;

export interface Answer {
  readonly session: Session;
  readonly before: readonly Line[];
  readonly outer: readonly Outer[];
  /** Only what is said before, without the question again. */
  readonly alone?: boolean;
  readonly end?: boolean;
  readonly optOut?: 'ours' | 'none';
  readonly discreet?: boolean;
}

/** All that an answer depends on. */
export interface Turn {
  readonly world: World;
  readonly session: Session;
  readonly moment: Moment;
  readonly shown: Shown;
}

export function answer(turn: Turn, meaning: Meaning): Answer {
  const { world, session, moment, shown } = turn;
  const t = textsOf(world, session.lang);
  if (moment.welcome && (meaning.is === 'miss' || meaning.is === 'thanks')) return command(turn, 'optIn');
  switch (meaning.is) {
    case 'danger': {
      // A false alarm still gets its answer, and what was said in an open entry is kept.
      const rest = keeps(meaning.besides, turn) ? answer(turn, meaning.besides) : say(session);
      return {
        ...rest,
        session: { ...rest.session, alarmedAt: moment.now },
        ...{ before: [...meaning.danger.lines, ...rest.before], discreet: true },
      };
    }
    case 'global':
      return command(turn, meaning.word);
    case 'event':
      return event(turn, meaning.event, meaning.option);
    case 'next':
      return say({ ...session, page: { ...START, from: shown.page.to, wide: shown.page.wide } });
    case 'more':
      return say({ ...session, page: { ...shown.page, from: shown.page.to, group: shown.page.group + 1 } });
    case 'question': {
      const [first] = meaning.found.hits;
      const sheets = meaning.found.hits.slice(0, 3).map((h) => h.sheet);
      const asked: FlowEvent =
        first && meaning.found.sure ? { type: 'OPEN', sheet: first.sheet } : { type: 'CHOOSE', sheets };
      // Who writes English from the start is answered in English; later, a foreign word may be a name.
      const asking = session.greeted ? session : { ...session, lang: meaning.lang ?? session.lang };
      return moved(go(world, asking, { type: 'go', flow: 'rights', event: asked }, moment));
    }
    case 'language': {
      const chosen: FlowEvent = { type: 'LANGUAGE', lang: meaning.lang };
      return moved(go(world, session, { type: 'go', flow: 'language', event: chosen }, moment));
    }
    case 'first': {
      const told: FlowEvent = { type: 'FIRST', lang: meaning.lang };
      return moved(
        go(world, { ...session, first: true }, { type: 'go', flow: 'language', event: told }, moment),
      );
    }
    case 'open':
      return moved(go(world, session, { type: 'go', flow: meaning.flow, event: meaning.event }, moment));
    case 'near': {
      const asked: FlowEvent = { type: 'ASK', ...meaning.asked };
      return moved(go(world, session, { type: 'go', flow: 'points', event: asked }, moment));
    }
    case 'talk':
      return { ...say(session, talk(turn, meaning.talk)), alone: moment.channel === 'sms' };
    case 'secret':
      return { ...say(session, t.talk.secret), alone: moment.channel === 'sms' };
    case 'thanks':
      return { ...say(session, t.thanks), alone: true };
    case 'hello':
      return say(session, ...(session.stack.length > 1 ? [t.menu.welcome(world.operator.name)] : []));
    case 'call':
      return say(session);
    case 'silence':
      return silence(turn);
    case 'miss':
      return miss(turn, meaning.why, meaning.said);
  }
}

/** One line, and by text no question behind it: the one that stands still does. */
function talk({ world, session }: Turn, kind: Talk): Line {
  const { talk: t } = textsOf(world, session.lang);
  const { name, price } = world.operator;
  const said = t[kind];
  if (typeof said !== 'function') return said;
  return kind === 'free' ? said(price ?? t.price) : said(name);
}

/**
 * Said beside a danger: a real answer counts, a miss or a guess would only drown the numbers. While an answer is read back, only
 * what answers it does; in a vote too.
 */
function keeps(meaning: Meaning, { session, shown }: Turn): boolean {
  if (meaning.is === 'event' || meaning.is === 'global') return true;
  if (session.confirm || shown.prompt.secret !== undefined) return false;
  return meaning.is === 'near' || (meaning.is === 'question' && meaning.found.sure);
}

function say(session: Session, ...before: Line[]): Answer {
  return { session, before, outer: [] };
}

function moved({ session, outer }: Moved): Answer {
  return { session, before: [], outer };
}

function event(turn: Turn, heard: FlowEvent, option: Option | undefined): Answer {
  const { world, session, moment } = turn;
  if (heard.type === CANCEL) return say({ ...session, confirm: null, page: START });
  if (heard.type === CONFIRM && session.confirm) {
    return event({ ...turn, session: { ...session, confirm: null } }, session.confirm.event, undefined);
  }
  if (option?.weight && mayMeanAnother(session, moment)) {
    return say({ ...session, page: START, confirm: { event: heard, label: option.label.text } });
  }
  const after = deliver(world, session, heard, moment);
  return after ? moved(after) : miss(turn, 'choice');
}

/** By text only: in a call, question and answer cannot cross. */
function mayMeanAnother(session: Session, moment: Moment): boolean {
  if (moment.channel !== 'sms') return false;
  const age = moment.now - session.askedAt;
  return age > OLD_QUESTION || (age < NEW_QUESTION && session.turn > 1);
}

function command(turn: Turn, word: Global): Answer {
  const { world, session, moment, shown } = turn;
  const t = textsOf(world, session.lang);
  const { help, topic } = shown.prompt;
  switch (word) {
    case 'menu':
      return say(park(world, session, moment));
    case 'help':
      if (session.helped) return command(turn, 'human');
      return say({ ...session, helped: true }, ...(help ? [help] : []), t.help[moment.channel]);
    case 'back':
      return back(turn);
    case 'repeat':
      return say(session);
    case 'language':
      return moved(go(world, session, { type: 'go', flow: 'language', event: { type: 'CHOOSE' } }, moment));
    case 'human': {
      // Who is asked by somebody whether they come means that one.
      const theirs = deliver(world, session, { type: 'CALL_ME' }, moment);
      if (theirs) return moved(theirs);
      const asked = topic?.body ? { type: 'BODY', body: topic.body } : { type: 'ASK' };
      return moved(go(world, session, { type: 'go', flow: 'human', event: asked }, moment));
    }
    case 'contact':
      return say(session, t.contact(world.operator.name, world.operator.contact));
    case 'all':
      return all(turn);
    case 'slower':
      return say({ ...session, slow: !session.slow }, session.slow ? t.voice.faster : t.voice.slower);
    case 'optOut':
      return { ...say(session, t.optOut), alone: moment.channel === 'sms', optOut: 'ours' };
    case 'optIn':
      return { ...say(session, t.optIn), alone: moment.channel === 'sms', optOut: 'none' };
  }
}

/** The rest at once: of this page if it has one, else of the sheet where the dialogue can. */
function all(turn: Turn): Answer {
  const { world, session, moment, shown } = turn;
  if (shown.next) return say({ ...session, page: { ...START, from: shown.page.to, wide: true } });
  const whole = deliver(world, session, { type: 'ALL' }, moment);
  if (whole) return moved({ ...whole, session: { ...whole.session, page: { ...START, wide: true } } });
  return say(session, textsOf(world, session.lang).nothingMore);
}

/** One step back: the read-back, the page, the dialogue's own step, the dialogue below. */
function back({ world, session, moment, shown }: Turn): Answer {
  if (session.confirm) return say({ ...session, confirm: null, page: START });
  const t = textsOf(world, session.lang);
  const page = previousPage(shown.prompt, moment.channel, session.page, (s) =>
    world.fits[moment.channel](s, t, moment.caller),
  );
  if (page) return say({ ...session, page });
  const within = deliver(world, session, { type: 'BACK' }, moment);
  return within ? moved(within) : say(pop(world, session));
}

function silence({ world, session }: Turn): Answer {
  const t = textsOf(world, session.lang);
  const silences = session.silences + 1;
  if (silences < MANY_SILENCES) return say({ ...session, silences }, t.voice.silence);
  return { ...say({ ...session, silences }, t.voice.bye), alone: true, end: true };
}

/** Not understood: help about this very question; after three, the menu and a human. */
function miss({ world, session, moment, shown }: Turn, why: Miss, said = ''): Answer {
  const t = textsOf(world, session.lang);
  const misses = session.misses + 1;
  // What we do not know, somebody does: their name counts more than how this question works.
  const knows = why === 'unknown' || why === 'unheard' ? whoKnows(world, session, said) : undefined;
  const reason = why === 'emergency' ? t.miss.emergency(said) : t.miss[knows ? 'unknown' : why];
  const told = knows ? [reason, knows] : [reason];
  if (misses >= MANY_MISSES) {
    return say({ ...park(world, session, moment), misses: 0 }, ...told, t.miss.third);
  }
  const help = shown.prompt.help;
  return say({ ...session, misses }, ...told, ...(help && !knows ? [help] : []));
}

/** The office that knows what a text is about, in one line. */
function whoKnows(world: World, { lang }: Session, said: string): Line | undefined {
  const id = world.knowledge.who(said, lang);
  const body = id === undefined ? undefined : world.knowledge.body(id, lang);
  return body && textsOf(world, lang).miss.who(body.name.text, body.number);
}
