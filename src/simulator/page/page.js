// @ts-check
/** Two phones beside each other, and what the network says of them. */
import { follow, service } from './api.js';
import { element, one } from './dom.js';
import { makePhone } from './phone.js';
import { makeVoice } from './voice.js';

/** Numbers that the regulator keeps for fiction: nobody answers there. */
const PHONES = [
  { title: 'Téléphone 1', number: '+33639980101' },
  { title: 'Téléphone 2', number: '+33199000101' },
];

/** Alerts shown at most. */
const MOST_ALERTS = 50;

const aloud = /** @type {HTMLInputElement} */ (one(document, '#aloud'));
const voice = makeVoice(() => aloud.checked);
aloud.addEventListener('change', () => voice.hush());
if (!voice.possible) {
  aloud.checked = false;
  aloud.disabled = true;
}

let price = 0;
const phones = PHONES.map((plan) => makePhone(plan, { voice, price: () => price }));
one(document, '#phones').append(...phones.map((phone) => phone.element));

const alerts = one(document, '#alerts');
const link = one(document, '#link');

/** @param {{ code: number, text: string }} alert */
function showAlert(alert) {
  alerts.prepend(element('li', '', `${alert.code} : ${alert.text}`));
  while (alerts.children.length > MOST_ALERTS) alerts.lastElementChild?.remove();
  one(document, '#alert-count').textContent = `(${alerts.children.length})`;
}

async function refresh() {
  price = (await service()).pricePerSegment;
  await Promise.all(phones.map((phone) => phone.refresh()));
}

follow({
  message: ({ phone, message }) => {
    for (const one of phones) if (one.number() === phone) one.message(message);
  },
  call: ({ phone, sid, event }) => {
    for (const one of phones) one.call(phone, sid, event);
  },
  alert: ({ alert }) => showAlert(alert),
  link: (open) => {
    link.textContent = open ? 'Prêt' : 'Le service ne répond pas. Nouvel essai…';
    link.classList.toggle('bad', !open);
    if (open) refresh().catch(() => undefined);
  },
});
