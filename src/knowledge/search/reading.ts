/** A question as it was typed or heard → what it asks for: the few words that count, each with what it may mean. */
import { tokens } from '../../../flows/normalize.ts';
import type { Lexicon } from './lexicon.ts';
import { phonetic } from './phonetic.ts';
import type { Likeness, Vocabulary } from './vocabulary.ts';

/** One word of a question. */
export interface Asked {
  /** What it may mean; empty: a word that the library does not have. */
  readonly meanings: readonly Likeness[];
  readonly weak: boolean;
}

/** What is glued before a word by those who leave out the apostrophe: jai, didentité, lapl, jveux. */
const GLUED = /^(?:qu|jm|jl|[jldmnstck])(?=[a-z]{3})/;
const GLUED_LIKE = 0.95;
/** A slip and a glued letter at once: only in words long enough to be themselves all the same. */
const SLIP_INSIDE = 7;
/** Behind a glued letter, a shorter sound is no evidence. */
const INSIDE = 4;
/** Two words of which one says nothing are one word from here on. */
const LONG = 8;
/** Plural, feminine and the commonest forms of a verb: a stem would take "marié" for "mari". */
const INFLECTED = /(?:ees|ee|es|ez|er|ent|ait|ais|ant|e|s)$/;
const INFLECTIONS = ['', 'e', 'er', 's'];
/** No word is longer: what is, is not looked at letter by letter. */
const LONGEST = 30;

export class Reader {
  readonly #vocabulary: Vocabulary;
  readonly #lexicon: Lexicon;
  readonly #silentSounds: ReadonlySet<string>;
  readonly #weakSounds: ReadonlySet<string>;

  constructor(vocabulary: Vocabulary, lexicon: Lexicon) {
    this.#vocabulary = vocabulary;
    this.#lexicon = lexicon;
    this.#silentSounds = soundsOf(lexicon.silent, 3);
    this.#weakSounds = soundsOf(lexicon.weak, 4);
  }

  /** The words that count, in order, each once. */
  read(text: string): Asked[] {
    const all = this.#join(tokens(text).flatMap((word) => this.#lexicon.short.get(word) ?? [word]));
    const seen = new Set<string>();
    return all
      .flatMap((word) => this.#word(word))
      .filter((asked) => {
        const key = asked.meanings.map(({ term }) => term).join(' ');
        if (key !== '' && seen.has(key)) return false;
        seen.add(key);
        return true;
      });
  }

  /** Letters one by one are an acronym; two words may be one that the library has. */
  #join(words: readonly string[]): string[] {
    const joined: string[] = [];
    for (let i = 0; i < words.length; ) {
      let letters = i;
      while (words[letters]?.length === 1) letters++;
      if (letters - i >= 2) {
        joined.push(...this.#acronym(words.slice(i, letters).join('')));
        i = letters;
        continue;
      }
      const [word, next] = [words[i] as string, words[i + 1]];
      const both =
        next === undefined || next.length < 3 || this.#apart(word, next)
          ? undefined
          : this.#vocabulary.exact(word + next);
      if (both !== undefined && (!this.#known(word) || !this.#known(next as string))) {
        joined.push(word + next);
        i += 2;
      } else {
        joined.push(word);
        i++;
      }
    }
    return joined;
  }

  /** "a pas" is not APA: a word that says nothing is a part of another only when that one is long. */
  #apart(word: string, next: string): boolean {
    const { silent } = this.#lexicon;
    return word.length + next.length < LONG && (silent.has(word) || silent.has(next));
  }

  /** The longest acronym of the library inside a run of letters: "l a p l" is l'APL. Else the run is one word. */
  #acronym(letters: string): string[] {
    for (let size = letters.length; size >= 2; size--) {
      for (let from = 0; from + size <= letters.length; from++) {
        const part = letters.slice(from, from + size);
        if (this.#vocabulary.exact(part) !== undefined) return [part];
      }
    }
    return [letters];
  }

  #weak(word: string): boolean {
    const { weak } = this.#lexicon;
    if (weak.has(word)) return true;
    const base = word.replace(INFLECTED, '');
    return base.length >= 3 && base !== word && INFLECTIONS.some((ending) => weak.has(base + ending));
  }

  #known(word: string): boolean {
    return this.#vocabulary.exact(word) !== undefined;
  }

  #word(word: string): Asked[] {
    const { silent } = this.#lexicon;
    if (silent.has(word)) return [];
    const exact = this.#vocabulary.exact(word);
    if (exact !== undefined) return [{ meanings: [{ term: exact, like: 1 }], weak: this.#weak(word) }];
    if (word.length <= 2 || /^\d+$/.test(word)) return [];
    if (word.length > LONGEST) return [{ meanings: [], weak: false }];
    if (this.#weak(word)) return [{ meanings: [], weak: true }];
    const sound = phonetic(word);
    const alike = this.#vocabulary.alike(word);
    const rest = word.replace(GLUED, '');
    const inside = rest === word ? undefined : this.#inside(rest);
    if (this.#silentSounds.has(sound) || (inside === null && alike.length === 0)) return [];
    if (alike.length > 0) return [{ meanings: alike, weak: this.#weakSounds.has(sound) }];
    if (this.#weakSounds.has(sound)) return [{ meanings: [], weak: true }];
    if (inside) return [inside];
    const joined = this.#vocabulary.joined(word);
    if (joined !== undefined) return joined.map((term) => ({ meanings: [{ term, like: 1 }], weak: false }));
    const near = this.#vocabulary.near(word);
    if (near.length > 0) return [{ meanings: near, weak: false }];
    const slipInside = rest.length < SLIP_INSIDE || rest === word ? [] : this.#vocabulary.near(rest);
    return [{ meanings: slipInside, weak: false }];
  }

  /** What follows a glued letter, when it is a word: null when that word is silent. */
  #inside(rest: string): Asked | null | undefined {
    const { silent } = this.#lexicon;
    if (silent.has(rest)) return null;
    const exact = this.#vocabulary.exact(rest);
    if (exact !== undefined) return { meanings: [{ term: exact, like: GLUED_LIKE }], weak: this.#weak(rest) };
    if (this.#weak(rest)) return { meanings: [], weak: true };
    const sound = phonetic(rest);
    const alike = sound.length < INSIDE ? [] : this.#vocabulary.alike(rest);
    if (alike.length > 0) return { meanings: alike, weak: false };
    if (this.#silentSounds.has(sound)) return null;
    return this.#weakSounds.has(sound) ? { meanings: [], weak: true } : undefined;
  }
}

/** Short sounds are no evidence. */
function soundsOf(words: ReadonlySet<string>, shortest: number): Set<string> {
  return new Set([...words].map(phonetic).filter((sound) => sound.length >= shortest));
}
