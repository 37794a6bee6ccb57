/** What a phone number is: whose territory, mobile or not, a person's at all. Pure, over libphonenumber's full data. */
import parse, { type PhoneNumber } from 'libphonenumber-js/max';

/** How texts behave in a territory, as the provider tells it: can they be answered, may they be joined? */
export interface Territory {
  readonly answers: boolean;
  readonly joined: boolean;
}

/** By ISO country code; a territory that is not listed is not texted. */
export type Territories = Readonly<Partial<Record<string, Territory>>>;

/** France and its overseas territories. French Guiana has neither answers nor joined texts at the provider. */
export const TERRITORIES: Territories = {
  FR: { answers: true, joined: true },
  GP: { answers: true, joined: true },
  MQ: { answers: true, joined: true },
  GF: { answers: false, joined: false },
  RE: { answers: true, joined: true },
  YT: { answers: true, joined: true },
  BL: { answers: true, joined: true },
  MF: { answers: true, joined: true },
  PM: { answers: true, joined: true },
};

/** The clock of a territory, by ISO country code (tz database); France where it is not known. */
const ZONES: Readonly<Record<string, string>> = {
  GP: 'America/Guadeloupe',
  MQ: 'America/Martinique',
  GF: 'America/Cayenne',
  RE: 'Indian/Reunion',
  YT: 'Indian/Mayotte',
  BL: 'America/St_Barthelemy',
  MF: 'America/Marigot',
  PM: 'America/Miquelon',
};

/** The IANA zone of a number's territory, as far as the number tells. E.164. */
export function zoneOf(e164: string): string {
  return ZONES[parse(e164)?.country ?? ''] ?? 'Europe/Paris';
}

/** Overseas mobiles are keyed as 06…; only their own country code reaches them. By their first four digits. */
const OVERSEAS: Readonly<Record<string, string>> = {
  '0639': '262',
  '0690': '590',
  '0691': '590',
  '0692': '262',
  '0693': '262',
  '0694': '594',
  '0696': '596',
  '0697': '596',
};

/** What is known of the person who texts or calls. */
export interface Caller {
  /** E.164; absent when hidden or not a person's number. */
  readonly number?: string;
  readonly mobile: boolean;
  readonly canAnswer: boolean;
  readonly joined: boolean;
  /** Of a country that is not texted. */
  readonly abroad?: true;
  /** The department overseas that the number is of, where it is. */
  readonly department?: string;
  /** Not a phone of a territory that is served: never called. */
  readonly uncallable?: true;
}

/** Departments and collectivities overseas by ISO country code. */
const DEPARTMENTS: Readonly<Record<string, string>> = {
  ...{ GP: '971', MQ: '972', GF: '973', RE: '974', PM: '975', YT: '976' },
  ...{ BL: '977', MF: '978', WF: '986', PF: '987', NC: '988' },
};

export const ANONYMOUS: Caller = { mobile: false, canAnswer: false, joined: true };

/** Numbers of hidden callers at the provider, in letters and as digits of a keypad. */
const HIDDEN = new Set([
  'anonymous',
  'restricted',
  'unknown',
  'unavailable',
  '+266696687',
  '+7378742833',
  '+2562533',
  '+8656696',
  '+86282452253',
]);

/** The number of a person in E.164, or undefined: hidden, alphanumeric, a short code, or no number at all. */
export function personNumber(from: string): string | undefined {
  if (HIDDEN.has(from.toLowerCase()) || !/^\+\d{8,15}$/.test(from)) return undefined;
  return from;
}

/** Who this is, as far as a number tells. */
export function callerOf(from: string | undefined, territories: Territories): Caller {
  const number = from === undefined ? undefined : parse(from);
  if (!number) return ANONYMOUS;
  const territory = territories[number.country ?? ''];
  const mobile = isMobile(number);
  const department = DEPARTMENTS[number.country ?? ''];
  return {
    number: number.number,
    mobile: mobile && territory !== undefined,
    canAnswer: territory?.answers ?? false,
    joined: territory?.joined ?? true,
    ...(isHome(number, territories) ? {} : { abroad: true as const }),
    ...(department !== undefined && { department }),
    ...(phoneNumber(number.number, territories) === undefined ? { uncallable: true as const } : {}),
  };
}

/** The calling code of a number (E.164): `49`; empty for none. */
export function countryCode(e164: string): string {
  return parse(e164)?.countryCallingCode ?? '';
}

/** Several territories share a code, and not every number tells which of them it is. */
function isHome(number: PhoneNumber, territories: Territories): boolean {
  const countries = number.country === undefined ? number.getPossibleCountries() : [number.country];
  return countries.some((country) => territories[country] !== undefined);
}

/** A number (E.164) as one dials it in the territory of another: national there, international elsewhere. */
export function dialledFrom(number: string, from: string | undefined): string {
  const to = parse(number);
  if (!to) return number;
  const here = from === undefined ? undefined : parse(from);
  return here?.countryCallingCode === to.countryCallingCode ? to.formatNational() : to.formatInternational();
}

/** E.164 of a mobile that may be texted, from ten digits as keyed in France or overseas; undefined for any other number. */
export function mobileOf(digits: string, territories: Territories): string | undefined {
  const code = OVERSEAS[digits.slice(0, 4)];
  const number = code === undefined ? parse(digits, 'FR') : parse(`+${code}${digits.slice(1)}`);
  // Not every overseas prefix is overseas alone: what is no mobile there may be one of the mainland.
  const found = number && isMobile(number) ? number : parse(digits, 'FR');
  return found && isMobile(found) && territories[found.country ?? ''] ? found.number : undefined;
}

/** E.164 of any number as it is written in France or overseas, or with its country's code; undefined when it is none. */
export function writtenNumber(written: string): string | undefined {
  const digits = written.replace(/[\s.()-]/g, '').replace(/^00/, '+');
  if (!/^\+?\d{9,15}$/.test(digits)) return undefined;
  const code = OVERSEAS[digits.slice(0, 4)];
  const overseas = code === undefined ? undefined : parse(`+${code}${digits.slice(1)}`);
  return (overseas?.isValid() ? overseas : parse(digits, 'FR'))?.number;
}

/** E.164 of a fixed or mobile phone of France or overseas, however it is typed; undefined for anything else, premium numbers included. */
export function phoneNumber(typed: string, territories: Territories = TERRITORIES): string | undefined {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^(?:\+|00)33(?=[1-9]\d{8}$)/, '0');
  const mobile = /^\d{10}$/.test(digits) ? mobileOf(digits, territories) : undefined;
  if (mobile) return mobile;
  const found = parse(digits, 'FR');
  if (!found || territories[found.country ?? ''] === undefined) return undefined;
  if (FICTIONAL_LINE.test(found.number)) return found.number;
  const kinds = ['FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE', 'VOIP'];
  return found.isValid() && kinds.includes(found.getType() ?? '') ? found.number : undefined;
}

/** As people of France write it: pairs of digits. A number of elsewhere keeps its country code. */
export function homely(e164: string): string {
  const home = /^\+33([1-9]\d{8})$/.exec(e164)?.[1];
  return home === undefined ? e164 : (`0${home}`.match(/../g)?.join(' ') ?? e164);
}

/** 01 99 00 xx xx is kept for works of fiction too. */
const FICTIONAL_LINE = /^\+3319900\d{4}$/;

/** 06 39 98 xx xx is kept for works of fiction by the regulator: our own samples, simulator and tests use it. */
const FICTION = /^\+3363998\d{4}$/;

function isMobile(number: PhoneNumber): boolean {
  if (FICTION.test(number.number)) return true;
  return number.isValid() && ['MOBILE', 'FIXED_LINE_OR_MOBILE'].includes(number.getType() ?? '');
}
