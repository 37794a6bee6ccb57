/** Where people are: from what they write or say to a place on the map. */
export { kilometres, type Position } from './distance.ts';
export { geographyOf, loadGeography } from './geography.ts';
export { readLaPoste } from './laposte.ts';
export type { Commune, CommuneRow, Department, Geography, Guess, Where } from './types.ts';
export { departmentOfPostal, type HolidayRegion, holidaysOf, zoneOf } from './zones.ts';
