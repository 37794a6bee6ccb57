/** Opening hours: from what sources write to open, closed or unknown. */
export { type HoursCompiler, hoursCompiler, type WrittenHours } from './compile.ts';
export { franceServicesHours } from './france-services.ts';
export { readFrenchHours } from './french.ts';
export { openingAt } from './opening.ts';
export { type Calendar, calendarOf, SLOTS } from './slots.ts';
export type { CompiledHours, Local, Opening } from './types.ts';
