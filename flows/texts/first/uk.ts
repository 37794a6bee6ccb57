/** First contact in Ukrainian. To be re-read by somebody whose language it is. */

import type { First } from '../../first.ts';
import { line } from '../../flow.ts';
import { list } from '../list.ts';

export const uk = {
  name: line('Українська'),
  reviewed: '',
  signs: {
    script: 'Cyrillic',
    letters: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
    words: list(`
    померти, жити, дихає, мама, тато, мене, мій, моя, будинку, добрий, день, добридень, вітаю, привіт,
    як, де, що, хто, мені, хочу, немає, не, більше, потрібна, потрібно, потрібен, треба, допомога,
    допоможіть, будь, ласка, дякую, маю, мене, немає, нема, шукаю, хочу, роботу, розмовляю, чи, та, це,
    куди, тут, мова, скажіть, україна, україни
  `),
  },
  written: (operator) => [
    line(`${operator}: робот.`),
    line('SOS: 17 поліція, 15 лікар, 112.'),
    line('Допомога: mairie, France Services. Покажіть це.'),
    line('Je parle ukrainien'),
  ],
  spoken: (operator) =>
    line(
      `${operator}, автоматична служба. У небезпеці телефонуйте 17, поліція, або 15, лікар. По допомогу йдіть у мерію або France Services.`,
    ),
  press: (key) => `Українська: натисніть ${key}.`,
} satisfies First;
