import { defineFlow, noContext } from '../flow.ts';
import { machine } from './machine.ts';
import { view } from './view.ts';

export const menu = defineFlow({
  id: 'menu',
  version: 1,
  machine,
  view,
  isContext: noContext,
  sameSituation: (s) => String(s.value),
  entries: [{ type: 'HOME' }, { type: 'OFFER' }, { type: 'CUT' }],
  samples: [],
});
