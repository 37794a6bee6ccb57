/** First contact in Bengali. To be re-read by somebody whose language it is. */

import type { First } from '../../first.ts';
import { line } from '../../flow.ts';

export const bn = {
  name: line('বাংলা'),
  reviewed: '',
  signs: {
    script: 'Bengali',
  },
  written: (operator) => [
    line(`${operator}: রোবট।`),
    line('বিপদ: 17 পুলিশ, 15 ডাক্তার, 112।'),
    line('সাহায্য: mairie, France Services। এটা দেখান।'),
    line('Je parle bengali'),
  ],
  spoken: (operator) =>
    line(
      `${operator}, স্বয়ংক্রিয় সেবা। বিপদে পুলিশ 17 বা ডাক্তার 15 নম্বরে ফোন করুন। সাহায্যের জন্য পৌরসভা বা France Services এ যান।`,
    ),
  press: (key) => `বাংলা: ${key} চাপুন।`,
} satisfies First;
