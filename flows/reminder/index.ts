import { defineFlow, type Flow } from '../flow.ts';
import { machine } from './machine.ts';
import { view } from './view.ts';

const TEXTS = ['id', 'by', 'kind', 'zone', 'place', 'papers'];
const at = Date.UTC(2026, 0, 16, 13);
const told = { type: 'TELL', id: 'r', zone: 'Europe/Paris', place: '', papers: '', discreet: false, at };
const there = { place: 'Mairie de Creil, guichet 2', papers: "carte d'identité, justificatif de domicile" };

/** What somebody agreed to be told again, and what they answer. */
export const reminder: Flow = defineFlow({
  id: 'reminder',
  version: 1,
  machine,
  view,
  isContext: (c) => {
    const context = (c ?? {}) as Record<string, unknown>;
    return (
      TEXTS.every((key) => typeof context[key] === 'string') &&
      typeof context.at === 'number' &&
      typeof context.discreet === 'boolean'
    );
  },
  sameSituation: ({ value, context: c }) => JSON.stringify([value, c.kind, c.by, c.place, c.papers]),
  entries: [
    { ...told, kind: 'visit', by: 'Sonia', ...there },
    { ...told, kind: 'visit', by: '', discreet: true },
    { ...told, kind: 'deadline', by: 'Sonia', ...there },
    { ...told, kind: 'after', by: 'Sonia' },
  ],
  samples: [],
});
