/** What is kept of a number, told and erased. */
import { defineFlow, noContext } from '../flow.ts';
import { machine } from './machine.ts';
import { view } from './view.ts';

export const privacy = defineFlow({
  id: 'privacy',
  version: 1,
  machine,
  view,
  isContext: noContext,
  sameSituation: (s) => String(s.value),
  entries: [{ type: 'HOME' }, { type: 'SHOW' }, { type: 'ERASE' }],
  samples: [],
});
