/** docs/cost.md: what the person pays in texts, what the service pays in segments and seconds. Deterministic. */
import type { Channel, Lang } from '../../../flows/flow.ts';
import { MENU_SECONDS, PIECE_SECONDS } from '../../channels/voice/compose.ts';
import { type Said, say } from '../said.ts';
import type { Survey } from '../survey.ts';
import type { Walk } from '../walk.ts';
import { type Journey, journey } from './journey.ts';
import { table, tell } from './numbers.ts';
import type { Question } from './questions.ts';

const HEAD = `# What it costs

Written by \`npm run cost\` from every situation of every dialogue over the real sheets, in every language: do not edit it.
Of two figures the first is the median, the second the worst. Texts are counted as they are sent, folded to the letters that
cost least. Seconds are characters ÷ 14.5.`;

const PERSON = `## Texts that the person sends

The question in natural words is the first text. A fact is one part of a sheet, told to its last line, by the shortest way
over keys and words. The whole is the question, then TOUT until every part was told; its segments are all that was told on
the way. Three at most, and two to a fact, is the aim.`;

/** The whole report. */
export function costReport(survey: Survey, questions: readonly Question[]): string {
  const journeys = questions.map((q) => journey(survey.world, q));
  const langs = Object.keys(survey.world.texts);
  const sections = [
    HEAD,
    totals(survey, langs, journeys),
    PERSON,
    ...langs.map((lang) => bySheet(lang, journeys)),
    '## By text: segments\n\nTwo at most for an answer, one for a menu, four where the person asked for all.',
    byClass(survey, 'sms', langs, { segments: (s) => s.segments }, 0),
    `## By voice: seconds\n\nA piece of an answer takes ${PIECE_SECONDS} at most, the keys after it ${MENU_SECONDS}.`,
    byClass(survey, 'voice', langs, { piece: (s) => s.piece, keys: (s) => s.menu }, 1),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** What the person pays, then what we pay, by language. */
function totals(survey: Survey, langs: readonly Lang[], journeys: readonly Journey[]): string {
  const column = (lang: Lang) => {
    const own = journeys.filter((j) => j.lang === lang);
    const [sms, voice] = (['sms', 'voice'] as const).map((c) => walkOf(survey, c, lang));
    const all = (walk: Walk | undefined, of: (said: Said) => number) => said(walk).map(of);
    return [
      tell(own.flatMap((j) => Object.values(j.facts))),
      tell(own.flatMap((j) => j.whole?.texts ?? [])),
      tell(own.flatMap((j) => j.whole?.segments ?? [])),
      String(sms?.visits.size ?? 0),
      tell(all(sms, (s) => s.segments)),
      String(voice?.visits.size ?? 0),
      tell(
        all(voice, (s) => s.piece),
        1,
      ),
      tell(
        all(voice, (s) => s.menu),
        1,
      ),
    ];
  };
  const columns = langs.map(column);
  const rows = [
    'texts of the person to a fact',
    'texts of the person to a whole sheet',
    'segments told to a whole sheet',
    'situations by text',
    'segments of a text',
    'situations by voice',
    'seconds of a piece',
    'seconds of its keys',
  ];
  return table(
    ['', ...langs],
    rows.map((name, i) => [name, ...columns.map((c) => c[i] ?? '')]),
  );
}

/** Sheet by sheet, in one language. */
function bySheet(lang: Lang, journeys: readonly Journey[]): string {
  const rows = journeys
    .filter((j) => j.lang === lang)
    .map(({ sheet, words, facts, whole, parts }) => {
      const missing = parts.filter((part) => facts[part] === undefined);
      const worst =
        missing.length > 0 ? `no way to ${missing.join(', ')}` : Math.max(...Object.values(facts));
      return [sheet, words, worst, whole?.texts ?? 'never', whole?.segments ?? '–'];
    });
  return table([lang, 'the question', 'to a fact, worst', 'to the whole', 'segments'], rows);
}

/** One row for each state of each dialogue, in each language. */
function byClass(
  survey: Survey,
  channel: Channel,
  langs: readonly Lang[],
  measures: Readonly<Record<string, (said: Said) => number>>,
  digits: number,
): string {
  const classes = new Map<string, Map<Lang, Said[]>>();
  for (const lang of langs) {
    const walk = walkOf(survey, channel, lang);
    for (const visit of walk?.visits.values() ?? []) {
      const name = `${visit.flow.id} · ${visit.state}${visit.session.confirm ? ' · read back' : ''}`;
      const here = classes.get(name) ?? new Map<Lang, Said[]>();
      classes.set(name, here);
      here.set(lang, [...(here.get(lang) ?? []), say(walk as Walk, visit.shown)]);
    }
  }
  const order = [...Object.keys(survey.world.flows)];
  const rows = [...classes]
    .sort(([a], [b]) => order.indexOf(a.split(' ')[0] ?? '') - order.indexOf(b.split(' ')[0] ?? ''))
    .map(([name, byLang]) => [
      name,
      byLang.get(langs[0] ?? '')?.length ?? 0,
      ...langs.flatMap((lang) =>
        Object.values(measures).map((of) => tell((byLang.get(lang) ?? []).map(of), digits)),
      ),
    ]);
  const columns = langs.flatMap((lang) => Object.keys(measures).map((name) => `${name}, ${lang}`));
  return table(['dialogue · state', 'situations', ...columns], rows);
}

function walkOf(survey: Survey, channel: Channel, lang: Lang): Walk | undefined {
  return survey.walks.find((w) => w.channel === channel && w.lang === lang);
}

function said(walk: Walk | undefined): readonly Said[] {
  return walk ? [...walk.visits.values()].map((v) => say(walk, v.shown)) : [];
}
