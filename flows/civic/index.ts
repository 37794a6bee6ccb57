/** The door to civic life: tell, report, take back. */
import type { OpenConsultations } from '../consultations.ts';
import { defineFlow, noContext } from '../flow.ts';
import { machine } from './machine.ts';
import { viewOf } from './view.ts';

export function civic(consultations: OpenConsultations) {
  return defineFlow({
    id: 'civic',
    version: 1,
    machine,
    view: viewOf(consultations),
    isContext: noContext,
    sameSituation: (s) => String(s.value),
    entries: [{ type: 'HOME' }, { type: 'WITHDRAW' }],
    samples: ['12345678', '1234', 'je ne sais plus'],
  });
}
