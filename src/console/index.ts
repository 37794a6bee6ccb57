/** The desk of those who help. */

export { dutySection } from './callbacks/duty.tsx';
export { callbacksSection } from './callbacks/index.tsx';
export { colleaguesSection } from './colleagues.tsx';
export { bilanSection } from './content/bilan.tsx';
export { moderationSection } from './content/moderation.tsx';
export { placesSection } from './content/places.tsx';
export { questionsSection } from './content/questions.tsx';
export { sheetsSection } from './content/sheets.tsx';
export { guidanceSection } from './guidance/index.tsx';
export { listSection } from './guidance/list.tsx';
export { sentSection } from './guidance/sent.tsx';
export { templatesSection } from './guidance/templates.tsx';
export { journalSection } from './journal.tsx';
export { posterSection } from './poster.tsx';
export { remindersSection } from './reminders/index.tsx';
export type { Desk, DeskPage, Section } from './section.ts';
export { type ConsoleDeps, consolePages } from './site.tsx';
