/** One call as the person on the phone lives it. */
import type { CallbackQueue } from '../callbacks.ts';
import { contentOf } from '../twiml/content.ts';
import { readVoice } from '../twiml/voice.ts';
import { type Element, TwimlError } from '../twiml/xml.ts';
import type { CalleeOutcome, CallStatus, Form } from '../types.ts';
import type { Ask } from '../webhook.ts';
import type { CallEvent, EndReason, Waiting } from './events.ts';
import { type CallLine, callFields } from './fields.ts';
import { type Person, personOf } from './person.ts';
import { makePlayer } from './player.ts';
import { makeProgress, type ProgressEvent } from './progress.ts';
import type { Recordings } from './recordings.ts';
import type { Step } from './steps.ts';

export interface Call extends Person {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound-api';
  /** Whose phone it is: the caller's, or that of the person whom the service calls. */
  readonly phone: string;
  readonly status: CallStatus;
  readonly state: 'ringing' | 'playing' | 'waiting' | 'ended';
  readonly waiting: Waiting | undefined;
  readonly reason: EndReason | undefined;
  /** Seconds since the call was answered, by what was said and told to pass. */
  readonly seconds: number;
  readonly startedAt: number;
  /** Everything so far. */
  readonly events: readonly CallEvent[];
  /** What was said since last asked; a played sound is its address after a note. */
  heard(): string[];
  /** Once nothing is under way in this call. */
  idle(): Promise<void>;
  /** Asked by the API: another document, or the end. Does not wait for what follows. */
  redirect(target: { url: string } | { twiml: string } | { end: 'completed' | 'canceled' }): void;
}

export interface CallDeps {
  readonly ask: Ask;
  readonly callbacks: CallbackQueue;
  readonly recordings: Recordings;
  readonly ids: () => string;
  readonly clock: () => number;
  raise(code: number, text: string, sid?: string): void;
  emit(call: Call, event: CallEvent): void;
  callee(number: string): CalleeOutcome;
}

export interface CallPlan extends CallLine {
  /** Where its document is: an address, or the document itself. */
  readonly document: { readonly url: string } | { readonly twiml: string };
  readonly statusCallback?: { readonly url: string; readonly events: readonly ProgressEvent[] };
}

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

export function makeCall(deps: CallDeps, plan: CallPlan): Call {
  const inbound = plan.direction === 'inbound';
  const events: CallEvent[] = [];
  let status: CallStatus = inbound ? 'ringing' : 'queued';
  let reason: EndReason | undefined;
  let seconds = 0;
  let unheard = 0;
  let answeredBy: Form = {};
  let busy: Promise<void> = Promise.resolve();
  const fields = () => callFields(plan, status);
  const progress = makeProgress({ ...deps, fields }, plan);

  const emit = (event: CallEvent) => {
    events.push(event);
    deps.emit(call, event);
  };
  const become = (next: CallStatus) => {
    if (status === next) return;
    status = next;
    emit({ status });
  };
  const read = (type: 'xml' | 'words', body: string): readonly Element[] => {
    if (type === 'xml') return readVoice(body);
    return body.trim() === '' ? [] : [{ name: 'Say', attributes: {}, children: [body] }];
  };
  const player = makePlayer({
    scene: {
      emit,
      fields,
      recordings: deps.recordings,
      ids: deps.ids,
      dial: deps.callee,
      pass: (more) => {
        seconds += more;
      },
    },
    fetch: async (url, form) => {
      const [answer] = await deps.ask(url, { ...fields(), ...answeredBy, ...form }, plan.sid);
      answeredBy = {};
      if (!answer) throw new TwimlError(11200, `no answer at ${url}`);
      const content = contentOf(answer);
      return 'xml' in content ? read('xml', content.xml) : read('words', content.words);
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
    },
  });

  /** One thing after the other: what the person does waits for what is being said. */
  const queue = (act: () => Promise<void>): Promise<void> => {
    const done = busy.then(async () => {
      if (reason === undefined) await act();
    });
    busy = done.catch(() => undefined);
    return done;
  };
  const documentStep = (document: CallPlan['document']) =>
    'url' in document
      ? player.play({ do: 'fetch', url: document.url, form: {} })
      : player.play({ do: 'next' }, () => readVoice(document.twiml));
  const end = (why: EndReason): Promise<void> => player.play({ do: 'end', reason: why } satisfies Step);

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
    get events() {
      return events;
    },
    heard: () => {
      const since = events.slice(unheard);
      unheard = events.length;
      return since.flatMap((event) =>
        'said' in event ? [event.said] : 'played' in event ? [`♪ ${event.played}`] : [],
      );
    },
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
