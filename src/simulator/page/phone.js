// @ts-check
/** One phone: its number, its messages, its call. */
import { phoneView, sendText } from './api.js';
import { makeCallScreen } from './call.js';
import { one } from './dom.js';
import { makeKeypad } from './keypad.js';
import { isMobile, toNetwork, toPeople } from './numbers.js';
import { makeTabs } from './tabs.js';
import { makeThread } from './thread.js';

/** @typedef {import('./voice.js').Voice} Voice */

/**
 * @param {{ title: string, number: string }} plan
 * @param {{ voice: Voice, price: () => number }} shared
 */
export function makePhone(plan, shared) {
  const template = /** @type {HTMLTemplateElement} */ (one(document, '#phone'));
  const root = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const section = one(root, 'section');
  const title = one(section, 'h2');
  title.id = `title-${plan.number.slice(1)}`;
  section.setAttribute('aria-labelledby', title.id);

  const input = /** @type {HTMLInputElement} */ (one(section, '[data-number]'));
  const masked = /** @type {HTMLInputElement} */ (one(section, '[data-masked]'));
  const hint = one(section, '[data-number-hint]');
  const text = /** @type {HTMLTextAreaElement} */ (one(section, '[data-text]'));
  const write = /** @type {HTMLFormElement} */ (one(section, '[data-write]'));
  const none = one(section, '[data-no-texts]');
  const list = one(section, '[data-thread]');
  const tabs = makeTabs(section, title.id);
  const thread = makeThread(list, shared.price);
  let number = plan.number;
  input.value = toPeople(number);

  const screen = makeCallScreen(section, {
    voice: shared.voice,
    number: () => number,
    caller: () => (masked.checked ? 'anonymous' : number),
    show: () => tabs.show('call'),
    /** @param {boolean} on */
    inCall: (on) => {
      input.disabled = on;
      masked.disabled = on;
    },
  });

  const showKind = () => {
    const mobile = isMobile(number);
    write.hidden = !mobile;
    one(section, '[data-texts]').hidden = !mobile;
    title.textContent = `${plan.title} : ${mobile ? 'un mobile' : 'un fixe'}`;
    none.hidden = mobile;
  };
  const refresh = async () => {
    const view = await phoneView(number);
    thread.reset(view.messages);
    await screen.restore(view.call);
  };
  const changeNumber = () => {
    const wanted = toNetwork(input.value);
    hint.textContent = wanted ? '' : 'Ce numéro n’existe pas. Exemple : 06 39 98 01 02.';
    input.setAttribute('aria-invalid', String(!wanted));
    if (!wanted || wanted === number) return;
    number = wanted;
    input.value = toPeople(number);
    showKind();
    tabs.show(isMobile(number) ? 'texts' : 'call');
    refresh().catch(() => undefined);
  };
  input.addEventListener('change', changeNumber);
  showKind();
  tabs.show(isMobile(number) ? 'texts' : 'call');

  const send = async () => {
    const body = text.value;
    if (body.trim() === '') return;
    text.value = '';
    try {
      await sendText(number, body);
    } catch {
      text.value = body;
      hint.textContent = 'Ce SMS n’est pas parti.';
    }
  };
  write.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void send();
  });

  makeKeypad(one(section, '[data-keypad]'), section, (key) => {
    // As on a phone: out of a call, the keys write the message.
    if (!screen.press(key) && isMobile(number)) {
      tabs.show('texts');
      text.value += key;
    }
  });

  return {
    element: section,
    number: () => number,
    refresh,
    message: thread.add,
    call: screen.event,
  };
}
