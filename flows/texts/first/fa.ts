/** First contact in Persian. To be re-read by somebody whose language it is. */

import type { First } from '../../first.ts';
import { line } from '../../flow.ts';
import { list } from '../list.ts';

export const fa = {
  name: line('فارسی'),
  reviewed: '',
  signs: {
    script: 'Arabic',
    letters: 'ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکكگلمنوهیيىةـ',
    words: list(`
    سلام, من, به, کمک, می, خواهم, میخواهم, چطور, چگونه, کجاست, کجا, لطفا, ممنون, دارم, است, هستم, را,
    برای, نیاز, چکار, کنم, در, از, این, ایران, افغانستان, پناهنده, خوب
  `),
  },
  written: (operator) => [
    line(`${operator}: سرویس خودکار.`),
    line('خطر: 17 پلیس، 15 پزشک، 112.'),
    line('کمک: mairie، France Services. این را نشان دهید.'),
    line('Je parle persan'),
  ],
  spoken: (operator) =>
    line(
      `${operator}، سرویس خودکار. در خطر، با پلیس 17 یا پزشک 15 تماس بگیرید. برای کمک، به شهرداری یا France Services بروید.`,
    ),
  press: (key) => `فارسی، ${key} را بزنید.`,
} satisfies First;
