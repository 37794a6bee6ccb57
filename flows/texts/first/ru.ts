/** First contact in Russian. To be re-read by somebody whose language it is. */

import type { First } from '../../first.ts';
import { line } from '../../flow.ts';
import { list } from '../list.ts';

export const ru = {
  name: line('Русский'),
  reviewed: '',
  signs: {
    script: 'Cyrillic',
    letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
    words: list(`
    здравствуйте, привет, как, где, что, мне, нужна, нужен, нужно, помощь, помогите, пожалуйста,
    спасибо, я, не, у, меня, есть, это, кто, работу, ищу, хочу, говорю, по, нет, можно, подскажите,
    русский
  `),
  },
  written: (operator) => [
    line(`${operator}: робот.`),
    line('SOS: 17 полиция, 15 врач, 112.'),
    line('Помощь: mairie, France Services. Покажите это.'),
    line('Je parle russe'),
  ],
  spoken: (operator) =>
    line(
      `${operator}, автоматическая служба. В опасности звоните 17, полиция, или 15, врач. За помощью идите в мэрию или France Services.`,
    ),
  press: (key) => `Русский: нажмите ${key}.`,
} satisfies First;
