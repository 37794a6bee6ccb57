/** Without what may tell who wrote it: for a question that strangers read. Too much is taken out rather than too little. Pure. */
import { maskSecrets } from './secrets.ts';

/** What stands for it. */
export const HIDDEN = '[…]';

const EMAIL = /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu;
const LINK = /\b(?:https?:\/\/|www\.)\S+|\b[\p{L}\p{N}-]+\.(?:fr|com|net|org|eu|info|io)\b\S*/giu;
const HANDLE = /(?<!\S)[@#][\p{L}\p{N}_.]+/giu;
/** Three digits or more, however they are spaced: a phone, a postal code, a date of birth, a file's number. */
const NUMBER = /(?<!\p{L})\+?\d(?:[ .,/-]?\d){2,}(?!\p{L})/giu;
/** Letters and digits in one: a car, a file, a passport. */
const MIXED =
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\d[\p{L}\p{N}-]*\d)(?=[\p{L}\p{N}-]*\p{L})[\p{L}\p{N}-]{5,}/giu;
const DATE =
  /(?<!\p{L})(?:\d{1,2}|1er) ?(?:janvier|fevrier|février|mars|avril|mai|juin|juillet|aout|août|septembre|octobre|novembre|decembre|décembre)(?: ?\d{2,4})?/giu;
/** Words that name a street, and those that do so only behind a number: "une place en crèche" is none. */
const STREETS =
  'rue|avenue|bd|boulevard|impasse|allee|allée|chemin|quai|residence|résidence|lotissement|hameau|batiment|bâtiment|appartement|appt|escalier|foyer|hotel|hôtel|street|road';
const NUMBERED = `${STREETS}|av|bat|place|cours|square|cite|cité|passage|route`;
/** The words behind it, until the sentence goes on. */
const BEHIND =
  "(?!\\p{L})(?:\\s+(?!(?:et|est|mais|pour|qui|que|car|comment|ou|où|je|il|elle|on|pas|a|à|and|but|how)(?!\\p{L}))[\\p{L}\\p{N}'’-]+){1,4}";
const STREET = new RegExp(`(?<!\\p{L})(?:${STREETS})${BEHIND}`, 'giu');
const AT_NUMBER = new RegExp(`\\d{1,4} ?(?:bis|ter|quater)?,? ?(?:${NUMBERED})${BEHIND}`, 'giu');

const ENDS =
  "a|à|ai|est|et|ne|n'|n’|qui|que|veut|doit|peut|va|pas|me|m'|m’|se|s'|s’|de|du|des|d'|d’|en|au|aux|dans|sur|chez|pour|par|avec|sans|depuis|comment|quand|mais|ou|où|car|si|is|has|and|who|how|in|at";
/** After these words comes a name. */
const CALLED =
  "je m['’ ]?appelle|jm['’ ]?appelle|j['’]?mappelle|il s['’]?appelle|elle s['’]?appelle|s['’]?appelle|mon nom(?: de famille)?(?: est| c['’]est)?|mon prenom(?: est)?|mon prénom(?: est)?|au nom de|nom de|nommée?|prénommée?|prenommee?|moi c['’]?est|ici c['’]?est|signé|signe|monsieur|madame|mademoiselle|mr|mme|mlle|docteur|dr|maitre|maître|my name is|my name['’]?s|i am called|mister|mrs";
const NAMED = new RegExp(
  `(?<!\\p{L})(${CALLED})((?:\\s*[:,.])?\\s+)((?!(?:${ENDS})(?!\\p{L}))[\\p{L}'’-]+(?:\\s+(?!(?:${ENDS})(?!\\p{L}))[\\p{L}'’-]+){0,2})`,
  'giu',
);
const KIN =
  'fils|fille|mari|femme|epouse|épouse|epoux|époux|conjoint|conjointe|compagnon|compagne|copain|copine|frere|frère|soeur|sœur|pere|père|mere|mère|oncle|tante|cousin|cousine|voisin|voisine|ami|amie|patron|patronne|proprietaire|propriétaire|bebe|bébé|enfant|son|daughter|husband|wife|brother|sister';
/** "mon fils adam": the word behind, unless the sentence goes on there. */
const OF_KIN = new RegExp(
  `(?<!\\p{L})((?:mon|ma|mes|son|sa|ses|my|his|her) (?:${KIN}))(\\s+)((?!(?:${ENDS})(?!\\p{L}))[\\p{L}'’-]+)`,
  'giu',
);
/** A capital within a sentence: a name, a town. Short words all in capitals are acronyms: CAF, RSA. */
const CAPITAL =
  /(?<=[\p{Ll}\p{N},;:]['’]?\s+|[\p{Ll}]['’])(?!\p{Lu}{2,5}(?!\p{L}))\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+)*/gu;

const MOST = 160;

/** The same question, fit to be read by those who keep the sheets. Empty where too little is left of it. */
export function redact(text: string): string {
  const hidden = [EMAIL, LINK, HANDLE, DATE, AT_NUMBER, STREET, NUMBER, MIXED].reduce(
    (rest, pattern) => rest.replace(pattern, HIDDEN),
    maskSecrets(text.normalize('NFC').replace(/\s+/gu, ' ').trim()).text.replaceAll('[efface]', HIDDEN),
  );
  const nameless = hidden
    .replace(NAMED, (_, called: string, between: string) => `${called}${between}${HIDDEN}`)
    .replace(OF_KIN, (_, kin: string, between: string) => `${kin}${between}${HIDDEN}`)
    .replace(CAPITAL, HIDDEN);
  const short = nameless
    .replace(/(?:\[…\][\s,.-]*){2,}/gu, `${HIDDEN} `)
    .trim()
    .slice(0, MOST);
  const words = short.replaceAll(HIDDEN, ' ').match(/\p{L}{3,}/gu) ?? [];
  return words.length < 2 ? '' : short;
}
