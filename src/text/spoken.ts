/** From what is written to what a voice should be given to read: phone numbers, web addresses and acronyms. */
import { sayAcronyms } from './acronyms.ts';
import { sayAddresses } from './addresses.ts';
import { sayNumbers } from './numbers.ts';

/** How a language says what a synthetic voice would read badly. Data, but for the words of a group of digits. */
export interface Speech {
  /** One group of one to three digits of a phone number, in words: `09` → "zéro neuf". */
  group(digits: string): string;
  /** Between the two groups of a number of four digits: nothing but a space where groups are words, a pause where they are digits. */
  readonly pair: string;
  /** The sign before a country code. */
  readonly plus: string;
  /** What follows a number that counts something: it is no phone number. Tested on the text right after it. */
  readonly units: RegExp;
  /** What precedes a number that refers to something: an article, a form, a page. Tested on the text right before it. */
  readonly references: RegExp;
  /** Words in capitals whose reading no rule tells: acronyms said as words, words that look like acronyms, the reverse. */
  readonly acronyms: Readonly<Record<string, string>>;
  /** The signs of a web address. Without them, addresses are left as they are written. */
  readonly address?: {
    readonly dot: string;
    readonly dash: string;
    readonly slash: string;
    readonly at: string;
    readonly underscore: string;
    /** Last parts of domain names: only what ends in one of them is an address. */
    readonly endings: Readonly<Record<string, string>>;
  };
}

/** Characters a second of our voices, measured; every gate and table uses it. */
const CHARACTERS_A_SECOND = 14.5;

/** Seconds that a spoken text lasts. Give it what `say` returned: digits are longer to say than to write. */
export function seconds(spoken: string): number {
  return spoken.length / CHARACTERS_A_SECOND;
}

/** The whole of it: addresses first, for they contain what looks like numbers and acronyms. */
export function say(text: string, speech: Speech): string {
  return sayAcronyms(sayNumbers(sayAddresses(text, speech), speech), speech);
}
