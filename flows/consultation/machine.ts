/** A vote: one machine for every consultation, whose questions it reads by id. The draft is its context, and ends with the vote. */
import { assign, emit, setup } from 'xstate';
import type { Answer, OpenConsultations, Question } from '../consultations.ts';
import type { Effect } from '../flow.ts';
import { answerIn, inSteps, pointsLeft, stepped } from './answers.ts';

export interface VoteContext {
  /** Of the consultation; empty where none is meant. */
  id: string;
  /** The paper code that this vote is for; empty for the number. */
  code: string;
  /** Answers given so far, in the order of the questions. */
  answers: Answer[];
  /** What keys gave so far of the present one. */
  part: number[];
  /** Wrong codes in a row. */
  tries: number;
  /** The result was asked for. */
  wished: boolean;
}

export type VoteEvent =
  | { type: 'BEGIN'; id: string }
  | { type: 'RECEIPT'; counted?: boolean }
  | { type: 'START' }
  | { type: 'CODE' }
  | { type: 'ENTERED'; value: string }
  | { type: 'PICK'; n: number }
  | { type: 'POINTS'; value: string }
  | { type: 'SAID'; value: string; recording?: boolean }
  | { type: 'DONE' }
  | { type: 'SKIP' }
  | { type: 'AGAIN' }
  | { type: 'VOTE' }
  | { type: 'WISH' }
  | { type: 'CHECK' }
  | { type: 'COUNTED' }
  | { type: 'UNCOUNTED' }
  | { type: 'BACK' }
  | { type: 'MENU' };

export const NOTHING: VoteContext = { id: '', code: '', answers: [], part: [], tries: 0, wished: false };

/** Wrong codes after which none is asked for any more: a code must not be found by trying. */
const MOST_TRIES = 3;

export function machineOf(consultations: OpenConsultations) {
  const questions = (c: VoteContext) => consultations.get(c.id)?.questions ?? [];
  const present = (c: VoteContext): Question | undefined => questions(c)[c.answers.length];
  const answered = (c: VoteContext, answer: Answer) => ({ answers: [...c.answers, answer], part: [] });

  const vote = setup({
    types: { context: {} as VoteContext, events: {} as VoteEvent, emitted: {} as Effect },
    guards: {
      all: ({ context: c }) => questions(c).length > 0 && c.answers.length >= questions(c).length,
      code: ({ context, event }) =>
        event.type === 'ENTERED' && consultations.codeIn(context.id, event.value) !== undefined,
      often: ({ context }) => context.tries + 1 >= MOST_TRIES,
      counted: ({ event }) => event.type === 'RECEIPT' && event.counted === true,
      uncounted: ({ event }) => event.type === 'RECEIPT' && event.counted === false,
      recorded: ({ context: c, event }) =>
        event.type === 'SAID' && event.recording === true && present(c)?.type === 'open',
      answers: ({ context: c, event }) => {
        const q = present(c);
        return event.type === 'SAID' && !!q && !event.recording && answerIn(q, event.value) !== undefined;
      },
      option: ({ context: c, event }) => {
        const q = present(c);
        return event.type === 'PICK' && q?.options[event.n] !== undefined && !c.part.includes(event.n);
      },
      points: ({ context: c, event }) => {
        const q = present(c);
        return (
          event.type === 'POINTS' &&
          q?.type === 'budget' &&
          /^\d{1,4}$/.test(event.value) &&
          Number(event.value) <= pointsLeft(q, c.part)
        );
      },
      begun: ({ context }) => context.part.length > 0,
      past: ({ context }) => context.answers.length > 0,
    },
    actions: {
      fresh: assign(({ context }) => ({ ...NOTHING, id: context.id, code: context.code })),
      answer: assign(({ context: c, event }) => {
        const q = present(c);
        if (!q || event.type !== 'SAID') return {};
        return answered(c, event.recording ? { recording: event.value } : (answerIn(q, event.value) ?? null));
      }),
      pick: assign(({ context: c, event }) => {
        const q = present(c);
        if (!q || event.type !== 'PICK') return {};
        return inSteps(q) ? step(c, q, event.n) : answered(c, [event.n]);
      }),
      points: assign(({ context: c, event }) => {
        const q = present(c);
        return q && event.type === 'POINTS' ? step(c, q, Number(event.value)) : {};
      }),
      done: assign(({ context: c }) => answered(c, c.part)),
      skip: assign(({ context: c }) => answered(c, null)),
      unpart: assign({ part: [] }),
      unanswer: assign(({ context: c }) => ({ answers: c.answers.slice(0, -1), part: [] })),
    },
  });

  function step(c: VoteContext, q: Question, n: number) {
    const { part, done } = stepped(q, c.part, n);
    return done === undefined ? { part } : answered(c, done);
  }

  const asking = vote.createStateConfig({
    always: { guard: 'all', target: 'review' },
    on: {
      PICK: { guard: 'option', target: 'asking', actions: 'pick' },
      POINTS: [{ guard: 'points', target: 'asking', actions: 'points' }, { target: 'wrong' }],
      SAID: [
        { guard: 'recorded', target: 'asking', actions: 'answer' },
        { guard: 'answers', target: 'asking', actions: 'answer' },
        { target: 'wrong' },
      ],
      DONE: { guard: 'begun', target: 'asking', actions: 'done' },
      SKIP: { target: 'asking', actions: 'skip' },
      BACK: [
        { guard: 'begun', target: 'asking', actions: 'unpart' },
        { guard: 'past', target: 'asking', actions: 'unanswer' },
        { target: 'intro' },
      ],
    },
  });
  const coding = vote.createStateConfig({
    on: {
      ENTERED: [
        {
          guard: 'code',
          target: 'asking',
          actions: assign(({ context: { id }, event }) => ({
            ...NOTHING,
            id,
            code: event.type === 'ENTERED' ? (consultations.codeIn(id, event.value) ?? '') : '',
          })),
        },
        { guard: 'often', target: 'stopped' },
        { target: 'codeWrong', actions: assign({ tries: ({ context }) => context.tries + 1 }) },
      ],
      BACK: 'intro',
    },
  });
  const checking = vote.createStateConfig({
    on: { COUNTED: 'counted', UNCOUNTED: 'uncounted', BACK: 'intro' },
  });

  return vote.createMachine({
    id: 'consultation',
    context: NOTHING,
    initial: 'intro',
    on: {
      BEGIN: {
        target: '.intro',
        actions: assign(({ context: c, event }) => (c.id === event.id ? {} : { ...NOTHING, id: event.id })),
      },
      RECEIPT: [
        { guard: 'counted', target: '.counted' },
        { guard: 'uncounted', target: '.uncounted' },
        { target: '.check' },
      ],
      MENU: { actions: emit({ type: 'go', flow: 'menu', event: { type: 'HOME' } }) },
    },
    states: {
      intro: {
        on: {
          START: 'asking',
          AGAIN: { target: 'asking', actions: 'fresh' },
          CODE: {
            target: 'code',
            actions: assign(({ context: { id, tries } }) => ({ ...NOTHING, id, tries })),
          },
          CHECK: 'check',
        },
      },
      code: coding,
      codeWrong: coding,
      stopped: {},
      asking,
      /** The same question, after an answer that it does not take. */
      wrong: asking,
      review: {
        on: {
          VOTE: {
            target: 'voted',
            actions: [
              emit(({ context: { id, code, answers } }) => ({
                type: 'vote',
                consultation: id,
                code,
                answers,
              })),
              assign(({ context: { id, code } }) => ({ ...NOTHING, id, code })),
            ],
          },
          AGAIN: { target: 'asking', actions: 'fresh' },
          BACK: { target: 'asking', actions: 'unanswer' },
        },
      },
      voted: {
        on: {
          WISH: {
            target: 'wished',
            actions: [
              emit(({ context }) => ({ type: 'wish', consultation: context.id })),
              assign({ wished: true }),
            ],
          },
          CODE: { target: 'code', actions: assign(({ context: { id } }) => ({ ...NOTHING, id })) },
          BACK: 'intro',
        },
      },
      wished: {
        on: {
          CODE: { target: 'code', actions: assign(({ context: { id } }) => ({ ...NOTHING, id })) },
          BACK: 'voted',
        },
      },
      check: checking,
      counted: { on: { CHECK: 'check', BACK: 'intro' } },
      uncounted: { on: { CHECK: 'check', BACK: 'intro' } },
    },
  });
}
