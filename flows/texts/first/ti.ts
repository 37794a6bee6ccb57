/** First contact in Tigrinya. To be re-read by somebody whose language it is. */

import type { First } from '../../first.ts';
import { line } from '../../flow.ts';

export const ti = {
  name: line('ትግርኛ'),
  reviewed: '',
  signs: {
    script: 'Ethiopic',
  },
  written: (operator) => [
    line(`${operator}፡ ኣውቶማቲክ ኣገልግሎት።`),
    line('ሓደጋ፡ 17 ፖሊስ፡ 15 ሓኪም፡ 112።'),
    line('ሓገዝ፡ mairie፡ France Services። ነዚ መልእኽቲ ኣርእዩ።'),
    line('Je parle tigrinya'),
  ],
  spoken: (operator) =>
    line(
      `${operator}። ኣውቶማቲክ ኣገልግሎት። ኣብ ሓደጋ፡ ናብ ፖሊስ 17 ወይ ሓኪም 15 ደውሉ። ንሓገዝ፡ ናብ ምምሕዳር ከተማ ወይ France Services ኪዱ።`,
    ),
  press: (key) => `ትግርኛ፡ ${key} ጠውቑ።`,
} satisfies First;
