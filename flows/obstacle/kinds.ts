/** What is counted of an obstacle: a closed list, so that nothing about a person can be in it. */

/** The first four are shown at once. */
export const SERVICES = [
  'family',
  'health',
  'work',
  'residence',
  'tax',
  'town',
  'pensions',
  'other',
] as const;
export type Service = (typeof SERVICES)[number];

export const TROUBLES = ['closed', 'appointment', 'online', 'refused', 'silence', 'other'] as const;
export type Trouble = (typeof TROUBLES)[number];

export function isService(value: unknown): value is Service {
  return (SERVICES as readonly unknown[]).includes(value);
}

export function isTrouble(value: unknown): value is Trouble {
  return (TROUBLES as readonly unknown[]).includes(value);
}
