/** Teaches the second reader: from sentences with their situation to weights. Deterministic: no chance, no clock. */
import { features, type Scan } from './features.ts';
import type { Model } from './model.ts';

export interface Lesson {
  readonly scan: Scan;
  readonly label: string;
  /** How much it counts. */
  readonly weight: number;
}

const ROUNDS = 16;
const RATE = 0.5;
const DECAY = 1e-4;
const SCALE = 100;

/** Softmax regression, by Adagrad, lessons in an order that is always the same. */
export function teach(lessons: readonly Lesson[], labels: readonly string[], threshold: number): Model {
  const known = new Map<string, number>();
  const counts = new Map<string, number>();
  const read = lessons.map(({ scan }) => features(scan));
  for (const seen of read) for (const feature of seen) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  for (const [feature, count] of counts) if (count > 2) known.set(feature, known.size);
  const texts = lessons.map(({ label, weight }, i) => {
    const seen = read[i] as string[];
    return {
      at: seen.flatMap((feature) => known.get(feature) ?? []),
      value: 1 / Math.sqrt(seen.length),
      label: labels.indexOf(label),
      weight,
    };
  });
  const weights = learn(texts, known.size, labels.length);
  const kept: Record<string, number[]> = {};
  for (const [feature, at] of known) {
    const own: number[] = [];
    for (let i = 0; i < labels.length; i++) {
      const weight = Math.round((weights[at * labels.length + i] as number) * SCALE);
      if (Math.abs(weight) >= LEAST) own.push(i, weight);
    }
    if (own.length > 0) kept[feature] = own;
  }
  return { scale: SCALE, threshold, labels: [...labels], weights: kept };
}

/** Smaller weights are not kept. */
const LEAST = 25;

interface Text {
  readonly at: readonly number[];
  readonly value: number;
  readonly label: number;
  readonly weight: number;
}

function learn(texts: readonly Text[], features: number, labels: number): Float64Array {
  const weights = new Float64Array(features * labels);
  const squares = new Float64Array(features * labels).fill(1e-3);
  const scores = new Float64Array(labels);
  // A stride that shares no factor with the count visits every lesson once, far from its neighbours.
  let stride = Math.floor(texts.length * 0.618) | 1;
  while (gcd(stride, texts.length) !== 1) stride += 2;
  for (let round = 0; round < ROUNDS; round++) {
    for (let n = 0, at = round; n < texts.length; n++, at += stride) {
      const text = texts[at % texts.length] as Text;
      scores.fill(0);
      for (const feature of text.at) {
        for (let i = 0; i < labels; i++)
          scores[i] = (scores[i] as number) + (weights[feature * labels + i] as number) * text.value;
      }
      const most = Math.max(...scores);
      let all = 0;
      for (let i = 0; i < labels; i++) all += scores[i] = Math.exp((scores[i] as number) - most);
      for (let i = 0; i < labels; i++) {
        const wrong = ((scores[i] as number) / all - (i === text.label ? 1 : 0)) * text.weight * text.value;
        if (Math.abs(wrong) < 1e-5) continue;
        for (const feature of text.at) {
          const place = feature * labels + i;
          const slope = wrong + DECAY * (weights[place] as number);
          squares[place] = (squares[place] as number) + slope * slope;
          weights[place] = (weights[place] as number) - (RATE * slope) / Math.sqrt(squares[place] as number);
        }
      }
    }
  }
  return weights;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** The sentences of a lesson: each `{a|b}` is one or the other. At most `most` of them, every alternative in its turn. */
export function sentences(lesson: string, most: number): string[] {
  const parts = lesson.split(/\{([^}]*)\}/);
  const choices = parts.map((part, i) => (i % 2 === 0 ? [part] : part.split('|')));
  const all = choices.reduce((count, some) => count * some.length, 1);
  const many = Math.min(all, most);
  const widest = Math.max(...choices.map((some) => some.length));
  return Array.from({ length: Math.max(many, Math.min(all, widest)) }, (_, n) =>
    choices
      .map(
        (some, i) =>
          some[all <= most ? digit(n, choices, i) : (n * (i + 1) + Math.floor(n / widest) * i) % some.length],
      )
      .join('')
      .trim(),
  );
}

/** The place of choice `i` when the choices are counted through like the wheels of a meter. */
function digit(n: number, choices: readonly (readonly string[])[], i: number): number {
  let left = n;
  for (let k = 0; k < i; k++) left = Math.floor(left / (choices[k]?.length ?? 1));
  return left % (choices[i]?.length ?? 1);
}
