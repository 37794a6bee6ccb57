/** One call as the person on the phone lives it. */
import { contentOf } from '../twiml/content.ts';
import { readVoice } from '../twiml/voice.ts';
import { type Element, TwimlError } from '../twiml/xml.ts';
import type { Answer, CallStatus, Form } from '../types.ts';
import type { CallEvent, EndReason } from './events.ts';
import { callFields } from './fields.ts';
import { makeJournal } from './journal.ts';
import { personOf } from './person.ts';
import { makePlayer } from './player.ts';
import { makeProgress } from './progress.ts';
import type { Call, CallDeps, CallDocument, CallPlan } from './types.ts';

const ENDED: Readonly<Record<EndReason, CallStatus>> = {
  hangup: 'completed',
  finished: 'completed',
  caller: 'completed',
  error: 'completed',
  rejected: 'no-answer',
  busy: 'busy',
  'no-answer': 'no-answer',
  canceled: 'canceled',
  failed: 'failed',
};

/** The verbs of an answer; plain words are read out. */
function verbsOf(answer: Answer | undefined, url: string): readonly Element[] {
  if (!answer) throw new TwimlError(11200, `no answer at ${url}`);
  const content = contentOf(answer);
  if ('xml' in content) return readVoice(content.xml);
  return content.words.trim() === '' ? [] : [{ name: 'Say', attributes: {}, children: [content.words] }];
}

/** A call that has not begun. */
export function makeCall(deps: CallDeps, plan: CallPlan): Call {
  const inbound = plan.direction === 'inbound';
  const journal = makeJournal();
  let status: CallStatus = inbound ? 'ringing' : 'queued';
  let reason: EndReason | undefined;
  let seconds = 0;
  let answeredBy: Form = {};
  let bridged = false;
  let busy: Promise<void> = Promise.resolve();
  const fields = () => callFields(plan, status);
  const progress = makeProgress({ ...deps, fields }, plan);

  const emit = (event: CallEvent) => {
    journal.note(event);
    deps.emit(call, event);
  };
  const become = (next: CallStatus) => {
    if (status === next) return;
    status = next;
    emit({ status });
  };
  const player = makePlayer({
    scene: {
      emit,
      fields,
      recordings: deps.recordings,
      ids: deps.ids,
      dial: deps.callee,
      scripted: deps.scripted,
      number: inbound ? plan.to : plan.from,
      ring: (leg) =>
        deps.ring(leg, {
          joined: () => undefined,
          ended: (over) => void queue(() => player.input({ type: 'leg', ...over })),
        }),
      pass: (more) => {
        seconds += more;
      },
    },
    fetch: async (url, form) => {
      const [answer] = await deps.ask(url, { ...fields(), ...answeredBy, ...form }, plan.sid);
      answeredBy = {};
      return verbsOf(answer, url);
    },
    answered: () => {
      if (status === 'in-progress') return;
      become('in-progress');
      progress.tell('answered');
    },
    gone: () => become('completed'),
    callbacks: (group) => deps.callbacks.add(group),
    raise: (code, text) => deps.raise(code, text, plan.sid),
    ended: (why) => {
      reason = why;
      become(ENDED[why]);
      emit({ ended: true, reason: why });
      progress.tell('completed', Math.round(seconds));
      plan.leg?.ended({ status: ENDED[why], seconds: Math.round(seconds), bridged });
    },
    ...(plan.leg
      ? {
          last: () => {
            bridged = true;
            plan.leg?.joined();
            return {
              do: 'wait',
              wait: {
                state: { waiting: 'talk', with: plan.from },
                on: (input) => (input.type === 'hangup' ? { do: 'end', reason: 'caller' } : undefined),
              },
            };
          },
        }
      : {}),
  });

  /** One thing after the other: what the person does waits for what is being said. */
  const queue = (act: () => Promise<void>): Promise<void> => {
    const done = busy.then(async () => {
      if (reason === undefined) await act();
    });
    busy = done.catch(() => undefined);
    return done;
  };
  const documentStep = (document: CallDocument) =>
    'url' in document
      ? player.play({ do: 'fetch', url: document.url, form: {} })
      : player.play({ do: 'next' }, () => readVoice(document.twiml));
  const end = (why: EndReason): Promise<void> => player.play({ do: 'end', reason: why });

  const call: Call = {
    ...personOf({
      queue,
      input: (input) => player.input(input),
      settled: () => deps.callbacks.settled(),
      ended: () => reason !== undefined,
      ringing: () => !inbound && reason === undefined && status === 'ringing',
      inbound,
      waiting: () => player.waiting,
      begin: async (by) => {
        if (!inbound) become('in-progress');
        if (!inbound) progress.tell('answered');
        if (by) answeredBy = { AnsweredBy: by };
        await documentStep(plan.document);
      },
      refuse: end,
      ring: () => {
        become('ringing');
        progress.tell('initiated');
        progress.tell('ringing');
        emit({ waiting: 'answer' });
      },
    }),
    sid: plan.sid,
    from: plan.from,
    to: plan.to,
    direction: plan.direction,
    phone: inbound ? plan.from : plan.to,
    startedAt: deps.clock(),
    get status() {
      return status;
    },
    get state() {
      if (reason !== undefined) return 'ended';
      if (player.waiting) return 'waiting';
      return status === 'in-progress' ? 'playing' : 'ringing';
    },
    get waiting() {
      return player.waiting ?? (status === 'ringing' && !inbound ? { waiting: 'answer' } : undefined);
    },
    get reason() {
      return reason;
    },
    get seconds() {
      return seconds;
    },
    events: journal.events,
    heard: journal.heard,
    idle: () => busy,
    redirect: (target) => {
      void queue(async () => {
        if ('end' in target)
          await end(
            status === 'in-progress' ? 'hangup' : target.end === 'canceled' ? 'canceled' : 'no-answer',
          );
        else await documentStep(target);
      });
    },
  };
  return call;
}
