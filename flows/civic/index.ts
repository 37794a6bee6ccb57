/** The door to civic life: tell, report, take back. */
import { defineFlow, noContext } from '../flow.ts';
import { machine } from './machine.ts';
import { view } from './view.ts';

export const civic = defineFlow({
  id: 'civic',
  version: 1,
  machine,
  view,
  isContext: noContext,
  sameSituation: (s) => String(s.value),
  entries: [{ type: 'HOME' }, { type: 'WITHDRAW' }],
  samples: ['12345678', '1234', 'je ne sais plus'],
});
