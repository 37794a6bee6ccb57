/** What is said first to somebody who writes in a language that is not served: one line each. */

import type { First } from '../../first.ts';
import type { Lang } from '../../flow.ts';
import { ar } from './ar.ts';
import { arLatn } from './ar-latn.ts';
import { bn } from './bn.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { pt } from './pt.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { ti } from './ti.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';

/** Where nothing decides between two languages of a script, the one that stands first. */
export const firsts: Readonly<Record<Lang, First>> = {
  ar,
  'ar-latn': arLatn,
  ru,
  uk,
  ro,
  tr,
  pt,
  es,
  fa,
  ti,
  bn,
};

/** Those that nobody whose language it is has read again. */
export function unreviewedFirsts(): readonly Lang[] {
  return Object.keys(firsts).filter((lang) => firsts[lang]?.reviewed === '');
}
