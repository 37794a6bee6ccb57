/** The model as the opening kit prints it, in French: the figures and what they assume. Pure. */
import { type Habit, monthOf, SHORT, type UnitPrices, WHOLE } from './model.ts';

export const SIZES = [500, 5_000, 50_000] as const;
/** Of ten exchanges, how many are calls: nobody knows before the opening. */
export const VOICE_SHARE = 0.3;

const START = '<!-- kit: début, écrit par npm run kit -->';
const END = '<!-- kit: fin -->';

const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');
const count = (n: number) => plain(n.toLocaleString('fr-FR'));
const euros = (n: number) => `${plain(Math.round(n).toLocaleString('fr-FR'))} €`;
const price = (n: number) => `${String(n).replace('.', ',')} €`;

/** The table and its assumptions, in Markdown. */
export function kitTable(prices: UnitPrices): string {
  const row = (n: number) => {
    const [short, whole] = [SHORT, WHOLE].map((habit) => monthOf(n, VOICE_SHARE, habit, prices).euros);
    const share = (of: { text: number; voice: number } | undefined) =>
      of === undefined ? '' : `${euros(of.text)} + ${euros(of.voice)}`;
    return `| ${count(n)} | ${euros(short?.all ?? 0)} | ${share(short)} | ${euros(whole?.all ?? 0)} | ${share(whole)} |`;
  };
  const habit = ({ segmentsIn, segmentsOut, minutes }: Habit) =>
    `par SMS, ${segmentsIn} SMS reçus et ${segmentsOut} envoyés ; par téléphone, ${minutes} minutes`;
  return [
    '| échanges par mois | courts | dont SMS + appels | entiers | dont SMS + appels |',
    '| ---: | ---: | ---: | ---: | ---: |',
    ...SIZES.map(row),
    '',
    'Ce que ce calcul suppose :',
    `- ${VOICE_SHARE * 10} échanges sur 10 se font par téléphone ;`,
    `- échange court : ${habit(SHORT)} ;`,
    `- échange entier (une fiche lue jusqu’au bout) : ${habit(WHOLE)} ;`,
    `- un SMS envoyé coûte ${price(prices.segmentOut)}, un SMS reçu ${price(prices.segmentIn)}, une minute d’appel reçu ${price(prices.minute)}.`,
  ].join('\n');
}

/** The page with the block between its two comments written anew; undefined where they are missing. */
export function withKit(page: string, table: string): string | undefined {
  const from = page.indexOf(START);
  const to = page.indexOf(END);
  if (from < 0 || to < from) return undefined;
  return `${page.slice(0, from + START.length)}\n${table}\n${page.slice(to)}`;
}
