/** The dialogues: one line each. */
import { agenda } from './agenda/index.ts';
import { callback } from './callback/index.ts';
import { civic } from './civic/index.ts';
import { consultation } from './consultation/index.ts';
import { NO_CONSULTATIONS, type OpenConsultations } from './consultations.ts';
import { type Duty, NO_DUTY } from './duty.ts';
import { envoi } from './envoi/index.ts';
import { feedback } from './feedback/index.ts';
import type { Flow, Knowledge } from './flow.ts';
import { guidance } from './guidance/index.ts';
import { human } from './human/index.ts';
import { language } from './language/index.ts';
import { menu } from './menu/index.ts';
import { obstacle } from './obstacle/index.ts';
import { points } from './points/index.ts';
import { premises } from './premises/index.ts';
import { privacy } from './privacy/index.ts';
import { remind } from './remind/index.ts';
import { reminder } from './reminder/index.ts';
import { rights } from './rights/index.ts';
import { send } from './send/index.ts';
import { testimony } from './testimony/index.ts';

export type Flows = Readonly<Record<string, Flow>>;

/** Every dialogue by its id, reading what it tells through `knowledge`, `consultations` and `duty`. */
export function makeFlows(
  knowledge: Knowledge,
  consultations: OpenConsultations = NO_CONSULTATIONS,
  duty: Duty = NO_DUTY,
): Flows {
  const all = [
    menu,
    rights(knowledge),
    points(knowledge),
    agenda(knowledge),
    human(knowledge, duty),
    callback(knowledge, duty),
    language,
    send(knowledge),
    feedback,
    civic(consultations),
    testimony,
    obstacle(knowledge),
    consultation(consultations),
    guidance(knowledge),
    premises(knowledge),
    privacy,
    envoi(knowledge),
    remind,
    reminder,
  ];
  return Object.fromEntries(all.map((flow) => [flow.id, flow]));
}
