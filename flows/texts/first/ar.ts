/** First contact in Arabic. To be re-read by somebody whose language it is. */

import type { First } from '../../first.ts';
import { line } from '../../flow.ts';
import { list } from '../list.ts';

export const ar = {
  name: line('العربية'),
  reviewed: '',
  signs: {
    script: 'Arabic',
    letters: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـ',
    words: list(`
    السلام, عليكم, مرحبا, كيف, اريد, اين, ماذا, متى, هل, من, فضلك, شكرا, عندي, محتاج, احتاج, في, على,
    الى, انا, عن, لا, هذا, هذه, ليس, صباح, الخير
  `),
  },
  written: (operator) => [
    line(`${operator}: خدمة آلية.`),
    line('خطر: 17 الشرطة، 15 طبيب، 112.'),
    line('للمساعدة: mairie، France Services. أظهر هذا.'),
    line('Je parle arabe'),
  ],
  spoken: (operator) =>
    line(
      `${operator}، خدمة آلية. في خطر، اتصل بالشرطة 17 أو الطبيب 15. للمساعدة، اذهب إلى البلدية أو France Services.`,
    ),
  press: (key) => `العربية، اضغط ${key}.`,
} satisfies First;
