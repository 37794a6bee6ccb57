/** The words of the library, each findable by its form, its sound, or something near them. */
import { NearIndex } from './near.ts';
import { phonetic } from './phonetic.ts';
import { stem } from './stem.ts';

/** A word of the library, and how much what was written resembles it (0 to 1). */
export interface Likeness {
  readonly term: number;
  readonly like: number;
}

/** Shortest forms that may be taken for a slip: below, too many words are neighbours. */
const NEAR_FORM = 4;
const NEAR_SOUND = 5;
const FAR = 8;

const SOUND = 0.92;
const ONE_SLIP = 0.8;
const TWO_SLIPS = 0.62;
const SOUND_SLIP = 0.66;

export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #stems: string[] = [];
  /** Words as they were added: a library says the same ones thousands of times. */
  readonly #added = new Map<string, number>();
  readonly #bySound = new Map<string, number[]>();
  readonly #forms = new NearIndex();
  readonly #sounds = new NearIndex();
  readonly #soundOf: string[] = [];
  readonly #joined = new Map<string, readonly number[]>();

  get size(): number {
    return this.#ids.size;
  }

  /** The stem of a word that was added. */
  stemOf(term: number): string {
    return this.#stems[term] as string;
  }

  /** The number of a word, given on first sight. */
  add(word: string): number {
    const added = this.#added.get(word);
    if (added !== undefined) return added;
    const form = stem(word);
    const id = this.#ids.get(form) ?? this.#ids.size;
    if (id === this.#ids.size) {
      this.#ids.set(form, id);
      this.#stems.push(form);
      if (form.length >= NEAR_FORM) this.#forms.add(form, id);
    }
    this.#hear(word, id);
    this.#added.set(word, id);
    return id;
  }

  /** Two neighbours of the library that somebody may write as one. */
  addJoined(first: string, second: string): void {
    const joined = first + second;
    if (joined.length >= 6 && !this.#joined.has(joined))
      this.#joined.set(joined, [this.add(first), this.add(second)]);
  }

  /** The word itself, in one of its forms. */
  exact(word: string): number | undefined {
    return this.#ids.get(stem(word));
  }

  /** Words that sound the same. */
  alike(word: string): Likeness[] {
    const sound = phonetic(word);
    return sound.length < 3 ? [] : (this.#bySound.get(sound) ?? []).map((term) => ({ term, like: SOUND }));
  }

  /** Words of which this may be a slip. */
  near(word: string): Likeness[] {
    const best = new Map<number, number>();
    const keep = (term: number, like: number) => best.set(term, Math.max(like, best.get(term) ?? 0));
    const form = stem(word);
    if (word.length > NEAR_FORM && form.length >= NEAR_FORM) {
      for (const [term, distance] of this.#forms.near(form, form.length >= FAR)) {
        keep(term, distance < 2 ? ONE_SLIP : TWO_SLIPS);
      }
    }
    const sound = phonetic(word);
    if (sound.length >= NEAR_SOUND) {
      for (const [place] of this.#sounds.near(sound, false)) {
        for (const term of this.#bySound.get(this.#soundOf[place] as string) ?? []) keep(term, SOUND_SLIP);
      }
    }
    return [...best].map(([term, like]) => ({ term, like }));
  }

  /** The two words of which this is the one. */
  joined(word: string): readonly number[] | undefined {
    return this.#joined.get(word);
  }

  #hear(word: string, id: number): void {
    const sound = phonetic(word);
    if (sound.length < 2) return;
    const ids = this.#bySound.get(sound);
    if (ids === undefined) {
      this.#bySound.set(sound, [id]);
      if (sound.length >= NEAR_SOUND) {
        this.#sounds.add(sound, this.#soundOf.length);
        this.#soundOf.push(sound);
      }
    } else if (!ids.includes(id)) ids.push(id);
  }
}
