// @ts-check
/** The call of one phone: what is heard, what is waited for, and what can be done now. */
import { act, placeCall } from './api.js';
import { makeDictation } from './dictation.js';
import { one } from './dom.js';
import { makeHeard, waitingWords } from './heard.js';

/** @typedef {import('./api.js').CallEvent} CallEvent */
/** @typedef {import('./api.js').Waiting} Waiting */
/** @typedef {import('./api.js').PhoneView} PhoneView */

/** What each waiting point offers, beside the keypad. @type {Record<string, string[]>} */
const OFFERS = {
  digits: ['silence'],
  speech: ['silence'],
  recording: ['microphone', 'sample', 'listen', 'silence'],
  talk: ['callee'],
  answer: ['decline'],
};

/**
 * @param {HTMLElement} phone
 * @param {{ voice: import('./voice.js').Voice, number: () => string, caller: () => string, show: () => void,
 *   inCall: (on: boolean) => void }} with_
 */
export function makeCallScreen(phone, with_) {
  const heard = makeHeard(one(phone, '[data-heard]'));
  const state = one(phone, '[data-state]');
  const speak = /** @type {HTMLFormElement} */ (one(phone, '[data-speak]'));
  const words = /** @type {HTMLInputElement} */ (one(phone, '[data-words]'));
  /** @param {string} name */
  const button = (name) => /** @type {HTMLButtonElement} */ (one(phone, `[data-act="${name}"]`));
  /** @type {string | undefined} */
  let sid;
  /** The last call that was shown, over or not. @type {string | undefined} */
  let shown;
  /** Asked for and not yet known by its id: the first events may be ours. */
  let placing = false;
  /** @type {Waiting | undefined} */
  let waiting;

  const draw = () => {
    const open = dictation.open();
    const offers = open ? ['stop'] : (OFFERS[waiting?.waiting ?? ''] ?? []);
    for (const name of ['microphone', 'sample', 'listen', 'stop', 'silence', 'callee', 'decline'])
      button(name).hidden = !offers.includes(name);
    speak.hidden = !(waiting?.waiting === 'speech' || (waiting?.waiting === 'digits' && waiting.speech));
    const rings = waiting?.waiting === 'answer';
    const busy = sid !== undefined || placing;
    button('call').textContent = rings ? 'Décrocher' : 'Appeler';
    button('hangup').textContent = rings ? 'Refuser' : 'Raccrocher';
    // Not `disabled`: the focus would be lost in the middle of a call.
    button('call').setAttribute('aria-disabled', String(busy && !rings));
    button('hangup').setAttribute('aria-disabled', String(!busy));
    state.textContent = open ? 'Le micro est ouvert : parlez.' : sid ? waitingWords(waiting) : '';
    phone.classList.toggle('ringing', rings);
    with_.inCall(busy);
  };
  const over = () => {
    dictation.drop();
    waiting = undefined;
    sid = undefined;
    draw();
  };
  /** @param {string} problem @param {() => Promise<unknown>} doing */
  const attempt = async (problem, doing) => {
    try {
      await doing();
    } catch {
      state.textContent = problem;
    }
  };
  /** @param {string} name @param {object} [body] */
  const send = (name, body) => {
    const call = sid;
    if (!call) return;
    with_.voice.hush();
    void attempt('Cela n’a pas marché.', () => act(call, name, body));
  };

  /** @param {CallEvent} event */
  const apply = (event) => {
    if ('waiting' in event) waiting = /** @type {Waiting} */ (event);
    else if (!('unheard' in event)) waiting = 'pressed' in event ? waiting : undefined;
    heard.add(event);
    if ('ended' in event) over();
    else draw();
  };
  /** @param {string} call */
  const begin = (call) => {
    sid = call;
    shown = call;
    heard.clear();
    with_.show();
  };
  const place = async () => {
    placing = true;
    heard.clear();
    with_.show();
    draw();
    state.textContent = 'Appel en cours…';
    let problem = '';
    try {
      const view = await placeCall(with_.caller());
      // The answer and the events travel apart: either may come first.
      if (shown !== view.sid) begin(view.sid);
    } catch {
      problem = 'L’appel n’est pas passé.';
    }
    placing = false;
    draw();
    if (problem) state.textContent = problem;
  };
  const dictation = makeDictation(button, {
    call: () => sid,
    most: () => (waiting?.waiting === 'recording' ? waiting.maxLength : 60),
    hush: with_.voice.hush,
    attempt: (problem, doing) => void attempt(problem, doing),
    changed: () => draw(),
  });

  button('call').addEventListener('click', () => {
    if (waiting?.waiting === 'answer') send('answer');
    else if (!sid && !placing) void place();
  });
  button('hangup').addEventListener('click', () => send('hangup'));
  button('silence').addEventListener('click', () => send('silence'));
  button('callee').addEventListener('click', () => send('callee'));
  button('decline').addEventListener('click', () => send('decline', { how: 'no-answer' }));
  speak.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = words.value.trim();
    if (text === '') return;
    words.value = '';
    send('speak', { text });
  });
  draw();

  return {
    /** Is this key for the call? @param {string} key */
    press(key) {
      if (!sid) return false;
      if (dictation.open()) dictation.stop();
      else send('press', { keys: key });
      return true;
    },
    /** @param {string} whose @param {string} call @param {CallEvent} event */
    event(whose, call, event) {
      const mine = placing && !sid && whose === with_.caller();
      const rings = !sid && whose === with_.number() && event.waiting === 'answer';
      if (mine || rings) begin(call);
      if (sid !== call) return;
      apply(event);
      if ('said' in event) with_.voice.add({ say: event.said, language: event.language ?? 'en-US' });
      if ('played' in event) with_.voice.add({ play: event.played });
    },
    /** Takes up the call that the network still holds. @param {PhoneView['call']} call */
    async restore(call) {
      if (!call) {
        if (sid && !placing) over();
        return;
      }
      begin(call.sid);
      for (const event of call.events) apply(event);
    },
  };
}
