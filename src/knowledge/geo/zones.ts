/** Which clock and which public holidays a part of France keeps. */

/** Departments and territories overseas by IANA zone (tz database); all others keep Europe/Paris. */
const OVERSEAS: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '984': 'Indian/Kerguelen',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};

/** Islands of French Polynesia that do not keep Tahiti's time, by INSEE code: the Marquesas and the Gambier. */
const POLYNESIA: Readonly<Record<string, string>> = {
  '98718': 'Pacific/Marquesas',
  '98723': 'Pacific/Marquesas',
  '98731': 'Pacific/Marquesas',
  '98746': 'Pacific/Marquesas',
  '98756': 'Pacific/Marquesas',
  '98757': 'Pacific/Marquesas',
  '98719': 'Pacific/Gambier',
};

/**
 * Public holidays beyond the eleven of the Code du travail (L3133-1): Alsace and Moselle have two more (local law), each
 * overseas department and collectivity its own (L3422-2 for the abolition of slavery, and local codes).
 */
export type HolidayRegion =
  | 'metropole'
  | 'alsace-moselle'
  | 'guadeloupe'
  | 'martinique'
  | 'guyane'
  | 'reunion'
  | 'mayotte'
  | 'saint-pierre-et-miquelon'
  | 'saint-barthelemy'
  | 'saint-martin'
  | 'wallis-et-futuna'
  | 'polynesie'
  | 'nouvelle-caledonie';

const REGIONS: Readonly<Record<string, HolidayRegion>> = {
  '57': 'alsace-moselle',
  '67': 'alsace-moselle',
  '68': 'alsace-moselle',
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'reunion',
  '975': 'saint-pierre-et-miquelon',
  '976': 'mayotte',
  '977': 'saint-barthelemy',
  '978': 'saint-martin',
  '986': 'wallis-et-futuna',
  '987': 'polynesie',
  '988': 'nouvelle-caledonie',
};

/** IANA zone of a department (`93`, `2A`, `974`); the INSEE code tells the far islands of Polynesia apart. */
export function zoneOf(department: string, insee?: string): string {
  return POLYNESIA[insee ?? ''] ?? OVERSEAS[department] ?? 'Europe/Paris';
}

/** Whose public holidays a department keeps. */
export function holidaysOf(department: string): HolidayRegion {
  return REGIONS[department] ?? 'metropole';
}

/** Code of the department that a postal code belongs to, known or not: `97411` → `974`, `20200` → `2B`. */
export function departmentOfPostal(code: string): string {
  if (/^9[78]/.test(code)) return overseasOf(code);
  // Corsican postal codes: 200 and 201 in the south, 202 and 206 in the north.
  if (/^20[01]/.test(code)) return '2A';
  if (/^20/.test(code)) return '2B';
  return code.slice(0, 2).toUpperCase();
}

/** Saint-Barthélemy and Saint-Martin kept postal codes of Guadeloupe. */
function overseasOf(code: string): string {
  if (code === '97133') return '977';
  if (code === '97150') return '978';
  return code.slice(0, 3);
}
