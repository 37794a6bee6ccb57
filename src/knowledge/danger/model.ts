/**
 * The second reader of dangers: a logistic model (softmax over the situations and "none"). It speaks where no rule did;
 * where one did, it may correct the situation, or take it back when it is all but sure that there is none.
 *
 * Rules read what their author thought of; people in danger write what nobody thought of. The model was taught by sentences
 * (flows/content/danger-lessons.yaml, and the texts of tests/eval that are not held out), weighs the words as they sound, their
 * pairs, pieces of words and the concepts of the rules, and answers above a threshold chosen on texts that it was not taught
 * (`npm run danger:train` does both and prints the curve). Its weights are whole numbers in a small file: the same text always gets
 * the same answer. What it may not do: speak where the text tells of a film, asks in general, or dates the danger years ago.
 */
import { z } from 'zod';
import { features, type Scan } from './features.ts';
import { sound } from './sound.ts';

export const modelSchema = z.strictObject({
  /** Weights are divided by this. */
  scale: z.number().positive(),
  /** How sure that there is a danger, from 0 to 1. */
  threshold: z.number().min(0).max(1),
  /** The situations of danger.yaml, then `none`. */
  labels: z.array(z.string().min(1)).min(2),
  /** A feature: pairs of label and weight, flat. */
  weights: z.record(z.string(), z.array(z.number().int())),
});
export type Model = z.infer<typeof modelSchema>;

/** `danger-model.json`: which situation a text tells of, and in which language it is written. */
export const modelsSchema = z.strictObject({ danger: modelSchema, language: modelSchema });
export type Models = z.infer<typeof modelsSchema>;

export const NONE = 'none';

export interface Guess {
  /** The likeliest situation. */
  readonly situation: string;
  /** How sure that there is a danger at all. */
  readonly sure: number;
}

/** Was it taught enough of these words to have a say? Initials alone and names of singers are no danger. */
export function isKnown(model: Model, { words }: Scan): boolean {
  const long = words.filter((word) => word.length > 3);
  // In a few short words, one at least must be a word.
  const telling = long.length > 0 ? long : words.filter((word) => word.length > 2);
  const known = telling.filter((word) => model.weights[sound(word, 'french')] !== undefined);
  return known.length > 0 && known.length * 2 >= telling.length;
}

/** What the model makes of a text. */
export function guess(model: Model, scan: Scan): Guess {
  const seen = features(scan);
  const scores = new Float64Array(model.labels.length);
  for (const feature of seen) {
    const weights = model.weights[feature];
    if (!weights) continue;
    for (let i = 0; i < weights.length; i += 2) {
      const label = weights[i] as number;
      scores[label] = (scores[label] as number) + (weights[i + 1] as number);
    }
  }
  return best(model.labels, scores, model.scale * Math.sqrt(seen.length));
}

/** The likeliest label, `none` aside, and how likely it is that `none` is wrong. */
function best(labels: readonly string[], scores: Float64Array, scale: number): Guess {
  const most = Math.max(...scores);
  let [all, none, top, situation] = [0, 0, -1, NONE];
  labels.forEach((label, i) => {
    const share = Math.exp(((scores[i] as number) - most) / scale);
    all += share;
    if (label === NONE) none = share;
    else if (share > top) [top, situation] = [share, label];
  });
  return { situation, sure: 1 - none / all };
}
