import type { SnapshotFrom } from 'xstate';
import {
  type Consultation,
  type OpenConsultations,
  type Question,
  VOTE_DIGITS,
  worded,
} from '../consultations.ts';
import { type Ask, type Here, type Line, line, type Option, type Prompt, yesNo } from '../flow.ts';
import { inSteps, pointsLeft, readBack } from './answers.ts';
import type { machineOf, VoteContext } from './machine.ts';

/** Of an open answer in a call. */
const MOST_SECONDS = 90;

type Snapshot = SnapshotFrom<ReturnType<typeof machineOf>>;

/** What is said in a vote is secret: from the code to the receipt. */
export function viewOf(consultations: OpenConsultations): (s: Snapshot, here: Here) => Prompt {
  return (s, here) => {
    const t = here.t.vote;
    const c = s.context;
    const of = consultations.get(c.id);
    const menu: Option = { label: t.menu, event: { type: 'MENU' } };
    const check: Option = { label: t.check, event: { type: 'CHECK' }, words: t.words.receipt };
    switch (s.value) {
      case 'check':
        return {
          lines: [t.receiptAsk],
          options: [menu],
          ask: receipt(here),
          help: t.receiptHelp,
          segments: 1,
        };
      case 'counted':
      case 'uncounted':
        return { lines: [t[s.value]], options: [{ ...check, label: t.another }, menu], help: t.receiptHelp };
    }
    if (!of) return { lines: [t.over], options: [check, menu], help: t.receiptHelp };
    return {
      ...within(consultations, of, s, here, { menu, check }),
      ...(s.value === 'intro' ? {} : { secret: c.id }),
    };
  };
}

/** The answer tells by itself whether it is counted: it was looked up with the words. */
function receipt(here: Here): Ask {
  const event = here.counted ? 'COUNTED' : 'UNCOUNTED';
  return { kind: 'words', event, digits: { min: VOTE_DIGITS, max: VOTE_DIGITS } };
}

function within(
  consultations: OpenConsultations,
  of: Consultation,
  s: Snapshot,
  here: Here,
  { menu, check }: { menu: Option; check: Option },
): Prompt {
  const t = here.t.vote;
  const c = s.context;
  const code: Option = { label: t.code, event: { type: 'CODE' }, words: t.words.code };
  switch (s.value) {
    case 'intro':
      return intro(of, c, here, { code, menu, check });
    case 'code':
    case 'codeWrong':
      return {
        lines: [s.value === 'code' ? t.codeAsk : t.codeWrong],
        options: [],
        ask: { kind: 'words', event: 'ENTERED', digits: { min: VOTE_DIGITS, max: VOTE_DIGITS } },
        help: t.codeHelp,
        segments: 1,
      };
    case 'stopped':
      return { lines: [t.stopped], options: [menu], help: t.codeHelp, segments: 1 };
    case 'review':
      return {
        lines: [t.review, ...readBacks(of, c, here)],
        options: [
          { label: t.vote, event: { type: 'VOTE' }, words: here.t.words.yes, weight: 'vote' },
          { label: t.again, event: { type: 'AGAIN' } },
          menu,
        ],
        help: t.reviewHelp,
      };
    case 'voted':
    case 'wished':
      return {
        lines: [
          ...(s.value === 'wished' ? [t.wished] : [t.voted]),
          t.receipt(consultations.receipt(of.id, { number: here.caller.number, code: c.code }) ?? ''),
          t.change(day(of, here)),
        ],
        options: [
          ...(s.value === 'voted' && c.code === '' && here.caller.mobile
            ? [{ label: t.wish, event: { type: 'WISH' } }]
            : []),
          ...(of.voters === 'number' ? [] : [{ ...code, label: t.other }]),
          menu,
        ],
        help: t.receiptHelp,
      };
    default:
      return asked(of, c, here, s.value === 'wrong');
  }
}

function intro(
  of: Consultation,
  c: VoteContext,
  here: Here,
  { code, menu, check }: { code: Option; menu: Option; check: Option },
): Prompt {
  const t = here.t.vote;
  const who = [t.title(worded(of.title, here.lang)), t.by(of.organiser, worded(of.who, here.lang))];
  if (here.now >= of.closes)
    return { lines: [...who.slice(0, 1), t.over], options: [check, menu], help: t.receiptHelp };
  const byNumber = of.voters !== 'code' && here.caller.number !== undefined;
  const byCode = of.voters !== 'number';
  if (!byNumber && !byCode)
    return { lines: [...who.slice(0, 1), t.hidden], options: [check, menu], help: t.why };
  const begun = c.answers.length > 0 || c.part.length > 0;
  const open = byNumber || c.code !== '';
  return {
    lines: [...who, ...t.rules(of.questions.length), ...(open ? [] : [t.why])],
    options: [
      ...(open && begun ? [{ label: t.goOn, event: { type: 'START' } }] : []),
      ...(open
        ? [
            {
              label: begun ? t.again : t.start,
              event: { type: 'AGAIN' },
              words: begun ? [] : here.t.words.yes,
            },
          ]
        : []),
      ...(byCode ? [code] : []),
      check,
      ...(open && begun && byCode ? [] : [menu]),
    ],
    help: t.why,
  };
}

function asked(of: Consultation, c: VoteContext, here: Here, wrong: boolean): Prompt {
  const t = here.t.vote;
  const n = c.answers.length;
  const q = of.questions[n];
  if (!q) return { lines: [t.over], options: [{ label: t.menu, event: { type: 'MENU' } }], help: t.why };
  const before = wrong ? [t.wrong] : [];
  const first =
    c.part.length === 0 ? [t.question(n + 1, of.questions.length, worded(q.text, here.lang))] : [];
  const { help, lines, ...rest } = by(q, c, here);
  return {
    lines: [...before, ...first, ...lines, ...(n === 0 && !wrong ? [t.skipFirst] : [])],
    help: help ?? t.skipHelp,
    ...rest,
  };
}

type Part = Pick<Prompt, 'lines' | 'options' | 'also' | 'ask'> & { readonly help?: Line };

/** One question: by text it is answered at once, in a call key by key. */
function by(q: Question, c: VoteContext, here: Here): Part {
  const t = here.t.vote;
  const label = (i: number): Line => line(worded(q.options[i]?.label ?? {}, here.lang));
  const pick = (n: number): Option => ({ label: label(n), event: { type: 'PICK', n } });
  const all = q.options.map((_, i) => i);
  const skip: Option = { label: t.skip, event: { type: 'SKIP' }, words: t.words.skip };
  const keyed = { ...skip, key: '7' };
  if (inSteps(q) && here.channel === 'sms') {
    return {
      lines: [...all.map((i) => line(`${i + 1} ${label(i).text}`)), t.howTo[q.type as 'choices'](q.most)],
      options: [],
      also: [skip],
      ask: { kind: 'words', event: 'SAID' },
      help: t.wholeHelp[q.type as 'choices'],
    };
  }
  const left = all.filter((i) => !c.part.includes(i));
  switch (q.type) {
    case 'yesno': {
      const [yes, no] = [pick(0), pick(1)];
      return { lines: [], options: yesNo(here.t, yes, no), also: [keyed] };
    }
    case 'choice':
      return { lines: [], options: all.map(pick), also: [keyed] };
    case 'scale': {
      const marks = all.map((i) => ({ ...pick(i), key: String(i + 1) }));
      return {
        lines: [t.scale(label(0).text, label(all.length - 1).text)],
        options: [],
        also: [...marks, keyed],
      };
    }
    case 'choices':
      return {
        lines: [c.part.length === 0 ? t.several(q.most) : t.picked(label(c.part.at(-1) ?? 0).text)],
        options: [
          ...left.map(pick),
          ...(c.part.length > 0 ? [{ label: t.done, event: { type: 'DONE' } }] : []),
        ],
        also: [keyed],
      };
    case 'ranking':
      return { lines: [t.rank(c.part.length + 1)], options: left.map(pick), also: [keyed] };
    case 'budget': {
      const next = label(c.part.length).text;
      return {
        lines: [t.points(next, pointsLeft(q, c.part))],
        options: [],
        ask: { kind: 'digits', event: 'POINTS', min: 1, max: 3 },
        help: t.pointsHelp,
      };
    }
    case 'open':
      return {
        lines: t.open,
        options: here.channel === 'voice' ? [skip] : [],
        also: [skip],
        ask: { kind: 'message', event: 'SAID', maxSeconds: MOST_SECONDS },
      };
  }
}

function readBacks(of: Consultation, c: VoteContext, here: Here): readonly Line[] {
  const t = here.t.vote;
  return of.questions.map((q, i) => t.answer(i + 1, readBack(q, c.answers[i] ?? null, here.lang, t)));
}

/** The last day on which one may vote: the instant before it closes. */
function day(of: Consultation, here: Here): string {
  return here.t.vote.day(new Date(of.closes - 1));
}
