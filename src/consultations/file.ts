/** The file that describes a consultation: YAML, checked, every problem named at once on its line. */
import { z } from 'zod';
import {
  type Choice,
  type Consultation,
  QUESTION_TYPES,
  type Question,
  VOTERS,
  type Worded,
} from '../../flows/consultations.ts';
import { normalize } from '../../flows/normalize.ts';
import { Clock } from '../knowledge/hours/clock.ts';
import type { Problem } from '../knowledge/problems.ts';
import { readYaml } from '../knowledge/yaml-file.ts';
import { fold, isGsm7 } from '../text/gsm7.ts';
import { longestSentence } from '../text/readability.ts';

/** Words of a sentence, options of a question, characters of each text: what a small screen and an ear hold. */
const LIMITS = { sentence: 12, options: 6, title: 50, label: 28, text: 110, who: 40 } as const;

const COSTLY = 'letters that no text of the usual price can hold';

/** What the file says, without an id: it gets one when it is opened. */
export type Draft = Omit<Consultation, 'id'>;

export interface FileDeps {
  /** Languages that the service speaks, with their words for yes and no. */
  readonly languages: Readonly<Record<string, { readonly yes: string; readonly no: string }>>;
  /** IANA: in which the dates are meant. */
  readonly zone: string;
}

export interface Read {
  readonly draft?: Draft;
  readonly problems: readonly Problem[];
}

const worded = (most: number) => {
  const one = z.string().trim().min(1).max(most);
  return z.union([one, z.record(z.string(), one)], {
    error: `words, or words by language, ${most} characters at most`,
  });
};
const date = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'a day like 2026-03-31, or an instant like 2026-03-31T18:00:00+02:00',
});
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and dashes');
const option = z.union([
  z.string().trim().min(1).max(LIMITS.label),
  z.strictObject({ id, label: worded(LIMITS.label) }),
]);
const question = z.strictObject({
  id: id.optional(),
  type: z.enum(QUESTION_TYPES),
  text: worded(LIMITS.text),
  options: z.array(option).min(2).max(LIMITS.options).optional(),
  most: z.number().int().min(1).max(LIMITS.options).optional(),
  points: z.number().int().min(2).max(100).optional(),
  low: worded(LIMITS.label).optional(),
  high: worded(LIMITS.label).optional(),
});
const schema = z.strictObject({
  slug: id,
  title: worded(LIMITS.title),
  organiser: z.string().trim().min(2).max(40),
  who: worded(LIMITS.who),
  voters: z.enum(VOTERS).default('number'),
  opens: date,
  closes: date,
  keyword: z.string().trim().min(3).max(20),
  languages: z.array(z.string()).min(1).default(['fr']),
  results: z.enum(['after', 'live']).default('after'),
  questions: z.array(question).min(1).max(12),
});
type File = z.infer<typeof schema>;
type Asked = File['questions'][number];

/** What belongs to a type of question, and to no other. */
const OF: Readonly<Record<string, readonly Asked['type'][]>> = {
  options: ['choice', 'choices', 'ranking', 'budget'],
  most: ['choices'],
  points: ['budget'],
  low: ['scale'],
  high: ['scale'],
};
const NEEDED: readonly string[] = ['options', 'points', 'low', 'high'];

/** Reads `text`, the content of `name`. */
export function readConsultation(name: string, text: string, deps: FileDeps): Read {
  const { value, problems, lineOf } = readYaml(name, text, schema);
  if (value === undefined) return { problems };
  const found: Problem[] = [];
  const wrong = (path: readonly PropertyKey[], problem: string) =>
    found.push({ file: name, line: lineOf(path), problem: `${path.map(String).join('.')}: ${problem}` });
  const langs = value.languages.filter((lang, i) => {
    if (deps.languages[lang] === undefined)
      wrong(['languages', i], `${lang} is not spoken here, ${Object.keys(deps.languages).join(', ')} are`);
    return deps.languages[lang] !== undefined;
  });
  const words = (path: readonly PropertyKey[], said: string | Readonly<Record<string, string>>): Worded => {
    const by = typeof said === 'string' ? Object.fromEntries([[value.languages[0] ?? 'fr', said]]) : said;
    for (const lang of langs) if (by[lang] === undefined) wrong(path, `nothing in ${lang}`);
    for (const [lang, one] of Object.entries(by)) {
      if (!value.languages.includes(lang)) wrong(path, `${lang} is not one of its languages`);
      if (longestSentence(one) > LIMITS.sentence)
        wrong(path, `a sentence of more than ${LIMITS.sentence} words`);
      if (!isGsm7(fold(one))) wrong(path, COSTLY);
    }
    return by;
  };
  const clock = new Clock(deps.zone);
  const instant = (said: string, dayAfter: number) =>
    said.includes('T') ? Date.parse(said) : clock.instant(Date.parse(said) + dayAfter * 86_400_000, 0);
  const [opens, closes] = [instant(value.opens, 0), instant(value.closes, 1)];
  if (closes <= opens) wrong(['closes'], 'it closes before it opens');
  const [title, who] = [words(['title'], value.title), words(['who'], value.who)];
  if (!isGsm7(fold(value.organiser))) wrong(['organiser'], COSTLY);
  const ids = new Set<string>();
  const questions = value.questions.map((q, i) => {
    const at = ['questions', i];
    const made = `q${i + 1}`;
    if (ids.has(q.id ?? made)) wrong([...at, 'id'], 'two questions have this id');
    ids.add(q.id ?? made);
    return questionOf(q, q.id ?? made, at, { words, wrong, deps });
  });
  if (found.length > 0) return { problems: found };
  const { slug, organiser, voters } = value;
  return {
    problems: [],
    draft: {
      ...{ slug, organiser, voters, opens, closes, questions, languages: langs },
      ...{ title, who },
      keyword: normalize(value.keyword),
      live: value.results === 'live',
    },
  };
}

interface Tools {
  words(path: readonly PropertyKey[], said: string | Readonly<Record<string, string>>): Worded;
  wrong(path: readonly PropertyKey[], problem: string): void;
  readonly deps: FileDeps;
}

function questionOf(
  q: Asked,
  id: string,
  at: readonly PropertyKey[],
  { words, wrong, deps }: Tools,
): Question {
  for (const [key, types] of Object.entries(OF)) {
    const there = q[key as keyof Asked] !== undefined;
    if (there && !types.includes(q.type)) wrong([...at, key], `not of a question of type ${q.type}`);
    if (!there && types.includes(q.type) && NEEDED.includes(key)) wrong(at, `${key} is missing`);
  }
  const options = optionsOf(q, at, { words, wrong, deps });
  for (const list of [options.map((o) => o.id), ...labels(options)])
    if (new Set(list).size < list.length) wrong([...at, 'options'], 'two options are alike');
  if (q.most !== undefined && q.most > options.length) wrong([...at, 'most'], 'more than there are options');
  const most = q.type === 'choices' ? (q.most ?? options.length) : q.type === 'budget' ? (q.points ?? 1) : 1;
  return { id, type: q.type, text: words([...at, 'text'], q.text), options, most };
}

function labels(options: readonly Choice[]): readonly (readonly string[])[] {
  const langs = new Set(options.flatMap(({ label }) => Object.keys(label)));
  return [...langs].map((lang) => options.map(({ label }) => normalize(label[lang] ?? '')));
}

function optionsOf(q: Asked, at: readonly PropertyKey[], { words, deps }: Tools): readonly Choice[] {
  const all = Object.entries(deps.languages);
  const own = (key: 'yes' | 'no') => Object.fromEntries(all.map(([lang, said]) => [lang, said[key]]));
  switch (q.type) {
    case 'yesno':
      return [
        { id: 'oui', label: own('yes') },
        { id: 'non', label: own('no') },
      ];
    case 'scale': {
      const [low, high] = [words([...at, 'low'], q.low ?? ''), words([...at, 'high'], q.high ?? '')];
      const mark = (n: number) => Object.fromEntries(Object.keys(low).map((lang) => [lang, String(n)]));
      return [1, 2, 3, 4, 5].map((n) => ({
        id: String(n),
        label: n === 1 ? named(mark(n), low) : n === 5 ? named(mark(n), high) : mark(n),
      }));
    }
    case 'open':
      return [];
    default:
      return (q.options ?? []).map((o, i) =>
        typeof o === 'string'
          ? { id: o, label: words([...at, 'options', i], o) }
          : { id: o.id, label: words([...at, 'options', i, 'label'], o.label) },
      );
  }
}

/** "1 (jamais)". */
function named(mark: Worded, name: Worded): Worded {
  return Object.fromEntries(Object.entries(mark).map(([lang, n]) => [lang, `${n} (${name[lang] ?? ''})`]));
}
