/** What a person did, whatever the channel. */

export type Input =
  /** `secret`: a code or a card number was in it, and is masked. */
  | { readonly kind: 'text'; readonly text: string; readonly secret?: boolean }
  /** A code was said where one is asked for, and this became of it: the code itself is not here. */
  | { readonly kind: 'pin'; readonly is: string }
  /** Keys of a phone, as pressed: digits, * and #. */
  | { readonly kind: 'digits'; readonly digits: string }
  /** Words recognised in a call; confidence from 0 to 1. */
  | { readonly kind: 'speech'; readonly text: string; readonly confidence: number }
  | { readonly kind: 'silence' }
  /** A message was recorded: the provider's id of it, and its length. */
  | { readonly kind: 'recording'; readonly id: string; readonly seconds: number }
  /** A call that was put through has ended. */
  | { readonly kind: 'dialed'; readonly answered: boolean }
  /** A call begins. */
  | { readonly kind: 'call' }
  /** A text without words. */
  | { readonly kind: 'wordless'; readonly what: 'picture' | 'empty' };

/** Commands that are understood anywhere, when they are the whole message. */
export const GLOBALS = [
  'menu',
  'help',
  'back',
  'repeat',
  'language',
  'human',
  'contact',
  'all',
  'optOut',
  'optIn',
  'slower',
] as const;
export type Global = (typeof GLOBALS)[number];

/** The same commands on a keypad; 0 is help, and a human when pressed again. */
export const GLOBAL_KEYS: Readonly<Record<string, Global>> = {
  '0': 'help',
  '*': 'back',
  '#': 'repeat',
  '8': 'slower',
  '9': 'menu',
};
