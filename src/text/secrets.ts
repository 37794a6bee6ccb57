/** What nobody should send in a text, and what is masked before anything keeps it: cards, social-security numbers, passwords. */

const MASK = '[efface]';

/** 13 to 19 digits in a row, spaces and dashes allowed: a card, a social-security number, or nothing that we need. */
const LONG = /(?<!\d)\d(?:[ .-]?\d){12,18}(?!\d)/g;
/** An account's IBAN. */
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b/gi;

/** "mot de passe : Soleil75", "mdp soleil75", "code 4821", "my pin is 4821": the word, small words, then the secret. */
const NAMED =
  /\b(mots? de passe|mdp|code secret|code carte|code pin|code confidentiel|code sms|code bancaire|code de (?:la|ma) carte|mon code|pin|password|passcode|cvv|cryptogramme)((?:\s|:|=|est|c'est|cest|is|,)+)(\S*\d\S*)/giu;

export interface Masked {
  readonly text: string;
  /** Something was masked. */
  readonly found: boolean;
}

/** The same text without them. */
export function maskSecrets(text: string): Masked {
  const masked = text
    .replace(IBAN, (found) => (/\d{6}/.test(found.replace(/\D/g, '')) ? MASK : found))
    .replace(LONG, MASK)
    .replace(NAMED, (_, name: string, between: string) => `${name}${between}${MASK}`);
  return { text: masked, found: masked !== text };
}
