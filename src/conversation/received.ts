/** What is looked at in an input before any dialogue reads it. */
import { tenDigits } from '../../flows/consultations.ts';
import type { Input } from '../../flows/input.ts';
import { maskSecrets } from '../text/secrets.ts';

/** A code or a card number is masked before anything reads or keeps it. */
export function withoutSecrets(input: Input): Input {
  if (input.kind !== 'text' && input.kind !== 'speech') return input;
  const { text, found } = maskSecrets(input.text);
  if (!found) return input;
  return input.kind === 'text' ? { ...input, text, secret: true } : { ...input, text };
}

/** Ten digits in what was said or pressed, alone or behind a word. */
export function receiptIn(input: Input): string | undefined {
  if (input.kind === 'digits') return tenDigits(input.digits.replace(/#/g, ''));
  if (input.kind !== 'text' && input.kind !== 'speech') return undefined;
  return tenDigits(input.text.replace(/[^\d]/g, ''));
}
