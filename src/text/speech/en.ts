/** English as it is said. Phone numbers are read digit by digit, as English speakers write them down. */
import type { Speech } from '../spoken.ts';
import { frenchSpeech } from './fr.ts';

const DIGITS = 'zero one two three four five six seven eight nine'.split(' ');

export const englishSpeech: Speech = {
  group(digits) {
    return Array.from(digits, (digit) => DIGITS[Number(digit)]).join(' ');
  },
  pair: ', ',
  plus: 'plus',
  units:
    /^[ \u00a0\u202f]?(?:€|%|(?:euros?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|people|persons?|children|families|inhabitants|places?|points?|times|kilometres?|metres?|km|m²|kg|grams?|litres?|kWh)(?!\p{L}))/u,
  references:
    /(?:articles?|art\.|cerfa|no\.|n°|page|p\.|PO box|BP|CS|decree|line|file|form|reference)[ \u00a0]?$/iu,
  acronyms: {
    // The offices are French and keep their names; French words in capitals are not expected here.
    ...Object.fromEntries(
      Object.entries(frenchSpeech.acronyms).filter(([, said]) => said !== said.toLowerCase()),
    ),
    THE: 'the',
    AND: 'and',
    OR: 'or',
    NOT: 'not',
    YES: 'yes',
    YOU: 'you',
    ONE: 'one',
    ALL: 'all',
    OUR: 'our',
    IF: 'if',
    IN: 'in',
    ON: 'on',
    IS: 'is',
    IT: 'it',
    HELP: 'help',
    ARRET: 'arrêt',
  },
  address: {
    dot: 'dot',
    dash: 'dash',
    slash: 'slash',
    at: 'at',
    underscore: 'underscore',
    endings: { ...frenchSpeech.address?.endings },
  },
};
