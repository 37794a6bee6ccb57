/** What may come of an exchange, for those who count: nothing else is ever counted. */
export const OUTCOMES = [
  'sheet',
  'place',
  'session',
  'human',
  'unknown',
  'helped',
  'not_helped',
  'obstacle',
  'testimony',
  'danger',
] as const;
export type Outcome = (typeof OUTCOMES)[number];
