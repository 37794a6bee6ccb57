// @ts-check
/** What the page asks of the simulator. */

/**
 * @typedef {{ sid: string, at: number, from: string, to: string, body: string, status: string, direction: string,
 *   segments: number, encoding: string, media: string[], errorCode?: number }} Message
 * @typedef {{ waiting: 'digits', speech: boolean, numDigits?: number, finishOnKey: string, timeout: number }
 *   | { waiting: 'speech', timeout: number } | { waiting: 'recording', maxLength: number, finishOnKey: string }
 *   | { waiting: 'talk', with: string } | { waiting: 'answer' }} Waiting
 * @typedef {Record<string, any>} CallEvent
 * @typedef {{ sid: string, phone: string, direction: string, state: string, status: string, waiting?: Waiting,
 *   reason?: string }} CallView
 * @typedef {{ messages: Message[], call: (CallView & { events: CallEvent[] }) | null }} PhoneView
 */

/**
 * @param {string} path
 * @param {RequestInit} [options]
 */
async function ask(path, options) {
  const answer = await fetch(`/simulator${path}`, options);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/**
 * @param {string} path
 * @param {object} [body]
 */
function post(path, body = {}) {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** @returns {Promise<{ sms: string, voice: string, pricePerSegment: number }>} */
export const service = () => ask('/service');

/** @param {string} phone @returns {Promise<PhoneView>} */
export const phoneView = (phone) => ask(`/phones/${encodeURIComponent(phone)}`);

/** @param {string} from @param {string} body */
export const sendText = (from, body) => post('/texts', { from, body });

/** @param {string} from @returns {Promise<CallView>} */
export const placeCall = (from) => post('/calls', { from });

/** @param {string} sid @param {string} act @param {object} [body] @returns {Promise<CallView>} */
export const act = (sid, act, body) => post(`/calls/${sid}/${act}`, body);

/** @param {string} sid @param {Blob} wav @param {number} seconds @returns {Promise<CallView>} */
export const sendRecording = (sid, wav, seconds) =>
  ask(`/calls/${sid}/record?seconds=${Math.max(1, seconds).toFixed(1)}`, {
    method: 'POST',
    headers: { 'content-type': 'audio/wav' },
    body: wav,
  });

/**
 * Follows what happens; the browser connects again by itself.
 * @param {{ message(event: { phone: string, message: Message }): void,
 *   call(event: { phone: string, sid: string, event: CallEvent }): void,
 *   alert(event: { alert: { at: number, code: number, text: string } }): void,
 *   link(open: boolean): void }} on
 */
export function follow(on) {
  const source = new EventSource('/simulator/events');
  source.addEventListener('open', () => on.link(true));
  source.addEventListener('error', () => on.link(false));
  for (const type of /** @type {const} */ (['message', 'call', 'alert']))
    source.addEventListener(type, (event) => on[type](JSON.parse(/** @type {MessageEvent} */ (event).data)));
}
