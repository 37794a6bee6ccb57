// @ts-check
/** The texts of one phone. */
import { element, scrolling } from './dom.js';

/** @typedef {import('./api.js').Message} Message */

const time = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });
const money = new Intl.NumberFormat('fr-FR', {
  style: 'currency',
  currency: 'USD',
  currencyDisplay: 'narrowSymbol',
});

/** Messages shown at most; older ones leave the screen. */
const MOST = 200;

/** What a message weighs and costs, in small. @param {Message} message @param {number} price */
function weight(message, price) {
  const count = `${message.segments} SMS`;
  const letters = message.encoding === 'GSM-7' ? '' : ', lettres rares';
  return `${count}${letters}, environ ${money.format(message.segments * price)}`;
}

/** @param {Message} message @param {number} price */
function bubble(message, price) {
  const mine = message.direction === 'inbound';
  const lost = message.status === 'undelivered' || message.status === 'failed';
  const small = [time.format(message.at)];
  if (!mine) small.push(weight(message, price));
  if (lost) small.push(`non distribué (${message.errorCode ?? '?'})`);
  const item = element(
    'li',
    `${mine ? 'mine' : 'theirs'}${lost ? ' lost' : ''}`,
    element('span', 'who', mine ? 'Vous' : 'Relais'),
    element('p', '', message.body),
    element('small', '', small.join(' · ')),
  );
  for (const url of message.media) item.append(element('small', '', `Image : ${url}`));
  item.dataset.sid = message.sid;
  return item;
}

/**
 * @param {HTMLElement} list
 * @param {() => number} price
 */
export function makeThread(list, price) {
  const showLast = scrolling(list);
  return {
    /** @param {Message} message */
    add(message) {
      const shown = bubble(message, price());
      const before = [...list.children].find(
        (item) => item instanceof HTMLElement && item.dataset.sid === message.sid,
      );
      if (before) before.replaceWith(shown);
      else list.append(shown);
      while (list.children.length > MOST) list.firstElementChild?.remove();
      showLast();
    },
    /** @param {Message[]} messages */
    reset(messages) {
      list.replaceChildren(...messages.map((message) => bubble(message, price())));
      showLast();
    },
  };
}
