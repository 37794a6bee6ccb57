/** What the walk walks in: the real dialogues over the real content, with the channels' real budgets, at a standing time. */
import { readFileSync } from 'node:fs';
import type { Consultation, OpenConsultations } from '../../flows/consultations.ts';
import type { Duty } from '../../flows/duty.ts';
import type { Channel, Prompt } from '../../flows/flow.ts';
import { makeFlows } from '../../flows/index.ts';
import type { Knowledge } from '../../flows/knowledge.ts';
import { texts } from '../../flows/texts/index.ts';
import { fitsSms } from '../channels/sms/compose.ts';
import { fitsVoice } from '../channels/voice/compose.ts';
import { readConsultation } from '../consultations/file.ts';
import { fileDeps } from '../consultations/languages.ts';
import { answersOf } from '../consultations/registry.ts';
import { KEY_BYTES } from '../consultations/secrecy.ts';
import type { Fits, Moment, World } from '../conversation/world.ts';
import { walkAgenda, walkWorkshops } from './workshops.ts';

/** Open at the moment of the walk. */
const EXAMPLE = new URL('../../flows/content/consultation-example.yaml', import.meta.url);

/** A winter Thursday, 10:00 in Paris. */
const NOW = Date.UTC(2026, 0, 15, 9);

/** A French mobile that may be texted and can answer. Numbers of the caller are kept for works of fiction. */
const caller = { number: '+33639980101', mobile: true, canAnswer: true, joined: true };

/** Some of every kind, and many. */
const kept = {
  texts: 128,
  calls: 32,
  recordings: 12,
  feedback: 12,
  testimonies: 12,
  guidances: 12,
  enrolments: 12,
  callbacks: 12,
  reminders: 12,
  premises: 12,
  queued: 12,
};

/** Nothing was asked of a desk yet. */
const desk = { open: null, last: null, today: 0, muted: [] };

/** A desk whose promise takes the room that the longest one takes. */
const duty: Duty = {
  any: () => true,
  taker: ({ now }) => ({ org: 'desk', deadline: now + 8 * 86_400_000 }),
  number: () => '01 99 00 00 00',
};

/** One moment by channel: every situation is met there. */
export const MOMENTS: Readonly<Record<Channel, Moment>> = {
  sms: { now: NOW, channel: 'sms', caller, kept, agenda: walkAgenda, desk },
  voice: { now: NOW, channel: 'voice', caller, kept, agenda: walkAgenda, desk },
};

/** The operator has a name of usual length; what it says counts in every budget. */
export function walkWorld(told: Knowledge): World {
  const knowledge = { ...told, workshops: walkWorkshops };
  const consultations = exampleConsultation();
  return {
    flows: makeFlows(knowledge, consultations, duty),
    consultations,
    knowledge: remembering(knowledge),
    texts,
    defaultLang: 'fr',
    operator: { name: 'Relais', contact: '01 99 00 00 00', voice: '01 99 00 00 00' },
    fits: { sms: remembered(fitsSms), voice: remembered(fitsVoice) },
  };
}

/** The example, with a key of zeros: its receipts and codes are the same in every walk. */
function exampleConsultation(): OpenConsultations {
  const text = readFileSync(EXAMPLE, 'utf8');
  const { draft } = readConsultation('example', text, fileDeps(texts));
  const of: Consultation = { ...(draft as Consultation), id: 'example' };
  const known = new Map([[of.id, { of, key: new Uint8Array(KEY_BYTES), codes: 3 }]]);
  return answersOf(() => known);
}

/** Whether a page fits is asked again and again: of the prompt that it is a page of, and where nothing is said around it. */
function remembered(fits: Fits): Fits {
  const known = new WeakMap<Prompt, Map<string, boolean>>();
  return (shown, t, caller) => {
    if (shown.before.length > 0 || shown.after.length > 0) return fits(shown, t, caller);
    const { from, to, group, wide } = shown.page;
    const key = `${t.lang} ${caller.joined} ${from} ${to} ${group} ${wide}`;
    const pages = known.get(shown.prompt) ?? new Map<string, boolean>();
    known.set(shown.prompt, pages);
    const fit = pages.get(key) ?? fits(shown, t, caller);
    pages.set(key, fit);
    return fit;
  };
}

/** The same words are read at thousands of situations: what they mean by themselves is read once. */
function remembering(knowledge: Knowledge): Knowledge {
  return {
    ...knowledge,
    danger: once((text, lang) => knowledge.danger(text, lang)),
    search: once((text, lang) => knowledge.search(text, lang)),
  };
}

function once<T>(read: (text: string, lang: string) => T): (text: string, lang: string) => T {
  const known = new Map<string, T>();
  return (text, lang) => {
    const key = `${lang} ${text}`;
    if (!known.has(key)) known.set(key, read(text, lang));
    return known.get(key) as T;
  };
}
