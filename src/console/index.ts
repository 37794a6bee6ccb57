/** The desk of those who help. */

export { colleaguesSection } from './colleagues.tsx';
export { guidanceSection } from './guidance/index.tsx';
export { listSection } from './guidance/list.tsx';
export { sentSection } from './guidance/sent.tsx';
export { templatesSection } from './guidance/templates.tsx';
export { journalSection } from './journal.tsx';
export { remindersSection } from './reminders/index.tsx';
export type { Desk, DeskPage, Section } from './section.ts';
export { type ConsoleDeps, consolePages } from './site.tsx';
