/** What the service adds to every sheet, by language: where it comes from, whom to call. */
import type { Lang, Line } from '../../flows/flow.ts';
import { line } from './line.ts';
import { sayNumber } from './say-number.ts';
import type { SpeakingWords } from './spoken.ts';

/** A body as its phrases need it. */
export interface BodyWords {
  readonly name: Line;
  readonly number?: string;
  readonly hours?: Line;
}

/** The phrases of one language around a sheet. */
export interface SheetWords extends SpeakingWords {
  /** The official page of a fiche, an address to read or how a listener finds it, and the month that was read, `YYYY-MM`. */
  page(fiche: string, edition: string): Line;
  /** What has changed since the month that was read. */
  changed(edition: string, says: Line): Line;
  /** What is otherwise overseas, told among what has changed. */
  overseas(note: Line): Line;
  /** A telephone number as it is said. */
  number(dialled: string): string;
  /** Whom to call. */
  call(body: BodyWords): readonly Line[];
  /** Said after whom to call, of a sheet that no human has reviewed. */
  unreviewed(body: BodyWords): Line;
  /** The same of one that a human signed, and the day, `YYYY-MM-DD`. */
  reviewed(by: string, on: string): Line;
}

const address = (fiche: string) => `service-public.gouv.fr/particuliers/vosdroits/${fiche}`;
const spell = (id: string) => id.replace(/[A-Z]/g, '$& ');
const months = (names: string) => names.split(' ');

const FR_MONTHS = months(
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
);
const EN_MONTHS = months(
  'January February March April May June July August September October November December',
);

function dated(edition: string, names: readonly string[]): string {
  const [year, month] = edition.split('-');
  return `${names[Number(month) - 1] ?? ''} ${year}`.trim();
}

/** `2020-11` → 11/2020 */
function short(edition: string): string {
  return edition.split('-').reverse().join('/');
}

/** A name, its number, and what its hours say, as one line or two. */
function reach(body: BodyWords, number: (dialled: string) => string): Line[] {
  const lines: Line[] = [];
  if (body.number !== undefined) {
    const name = body.name.spoken ?? body.name.text;
    lines.push(line(`${body.name.text} : ${body.number}.`, `${name}. ${number(body.number)}.`));
  } else {
    lines.push(line(`${body.name.text}.`, body.name.spoken && `${body.name.spoken}.`));
  }
  if (body.hours !== undefined) lines.push(body.hours);
  return lines;
}

const LETTER_BY_LETTER =
  'AAH AJ ALF ALS ANTS APA APL CAP CCAS CESU CMU CNI CPAM CSS DALO FSL MDPH MSA PMI RIB RSA SMS TVA'.split(
    ' ',
  );
const spoken = Object.fromEntries(LETTER_BY_LETTER.map((acronym) => [acronym, acronym.split('').join(' ')]));

/** Ten digits in groups: what nobody could note down if it were read as quantities. */
const TELEPHONE = /(?<!\d)0\d(?: \d\d){4}(?!\d)|(?<!\d)0 \d{3} \d{3} \d{3}(?!\d)/gu;

const fr: SheetWords = {
  spoken: { ...spoken, C2S: 'C 2 S' },
  say: (text) =>
    text
      .replace(/(\d{1,2}) h(?: (\d\d))?(?!\p{L})/gu, (_, hour: string, minutes?: string) =>
        [hour, hour === '1' || hour === '0' ? 'heure' : 'heures', minutes].filter(Boolean).join(' '),
      )
      .replace(TELEPHONE, (number) => sayNumber(number, 'fr')),
  page: (fiche, edition) =>
    line(
      `${address(fiche)} (${short(edition)})`,
      `La page officielle est sur service public point gouv point F R. C'est la fiche ${spell(fiche)}, de ${dated(edition, FR_MONTHS)}.`,
    ),
  changed: (edition, says) =>
    line(
      `Fiche de ${short(edition)}. ${says.text}`,
      `La fiche est de ${dated(edition, FR_MONTHS)}. ${says.spoken ?? says.text}`,
    ),
  overseas: (note) => note,
  number: (dialled) => sayNumber(dialled, 'fr'),
  call: (body) => reach(body, fr.number),
  unreviewed: () => line('Fiche non relue : à vérifier.'),
  reviewed: (by, on) =>
    line(
      `Relue par ${by}, le ${on.split('-').reverse().join('/')}.`,
      `Fiche relue par ${by}, en ${dated(on, FR_MONTHS)}.`,
    ),
};

const en: SheetWords = {
  spoken: { ...spoken, C2S: 'C 2 S' },
  say: (text) => text.replace(TELEPHONE, (number) => sayNumber(number, 'en')),
  page: (fiche, edition) =>
    line(
      `${address(fiche)} (${short(edition)})`,
      `The official page is on service public dot gouv dot F R. It is sheet ${spell(fiche)}, of ${dated(edition, EN_MONTHS)}.`,
    ),
  changed: (edition, says) =>
    line(
      `Sheet of ${short(edition)}. ${says.text}`,
      `The sheet is of ${dated(edition, EN_MONTHS)}. ${says.spoken ?? says.text}`,
    ),
  overseas: (note) => line(`In French. ${note.text}`, `In French. ${note.spoken ?? note.text}`),
  number: (dialled) => sayNumber(dialled, 'en'),
  call: (body) => reach(body, en.number).map(({ text, spoken }) => line(text.replace(' : ', ': '), spoken)),
  unreviewed: () => line('Not reviewed yet: please check.'),
  reviewed: (by, on) =>
    line(
      `Checked by ${by}, ${on.split('-').reverse().join('/')}.`,
      `Checked by ${by}, in ${dated(on, EN_MONTHS)}.`,
    ),
};

/** The phrases that are used where none are handed in. French stands for a language that lacks them. */
export const defaultWords: Readonly<Record<Lang, SheetWords>> = { fr, en };
