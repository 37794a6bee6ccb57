/** Places by name: as written, without its little words, by its beginning, by one of its words, nearly. */

import { phonetic } from '../search/phonetic.ts';
import { breathing } from './breathe.ts';
import { coreWords, glue, nameWords } from './names.ts';
import { NearNames } from './near-names.ts';
import { type Tail, Tails } from './tails.ts';

/**
 * How a name was met, in powers of ten of inhabitants: an exact name outweighs a place ten times larger that was only met by
 * its beginning. "st ouen" is Saint-Ouen-sur-Seine (52,000) before Saint-Ouen (3,000); "clichy" is Clichy.
 */
export const MET = {
  exact: 1,
  core: 0.8,
  beginning: 0,
  word: -0.5,
  sounds: -0.3,
  /** Wrong letters: hardly any, some, many for the length of the name. */
  slip: -0.3,
  slips: -0.7,
  manySlips: -1.2,
} as const;

/** A former or local name counts less than a commune's own. */
const ALIAS = -0.5;

/** A place met by name. */
export interface Met {
  /** Its number, as given to the index. */
  readonly place: number;
  readonly quality: number;
  /** The former or local name that was met. */
  readonly alias?: string;
}

/** One name of a place. */
export interface Named {
  readonly name: string;
  readonly place: number;
  readonly alias?: boolean;
  /** Never met by a part of its name: "denis" is no department. */
  readonly whole?: boolean;
  /** Known well enough to be written by ear: "bordo". */
  readonly heard?: boolean;
}

/** A name under one of its keys. */
interface Reference {
  readonly named: Named;
  readonly core: boolean;
}

/** Beginnings and words that too many names share say nothing: "saint", "chateau". */
const SHARED_BY = 400;
/** Shorter sounds are those of too many words. */
const SOUND_FROM = 4;
/** A word inside a name is looked for from this length on. */
const WORD_FROM = 5;

export class NameIndex {
  readonly #keys = new Map<string, Reference[]>();
  /** Every tail of every name's core. */
  /** By how the core of a name sounds. */
  readonly #sounds = new Map<string, Named[]>();
  #unsorted: Tail<Named>[] = [];
  #tails: Tails<Named> | undefined;
  #near: NearNames | undefined;
  #keyList: readonly string[] = [];

  /** Builds the index in slices, so that a running service goes on answering. */
  static async of(all: Iterable<Named>): Promise<NameIndex> {
    const index = new NameIndex();
    const breathe = breathing();
    let added = 0;
    for (const named of all) {
      index.#add(named);
      // A pause that is not due would still cost a turn of the promise queue.
      if (++added % 256 === 0) await breathe();
    }
    await index.#finish(breathe);
    return index;
  }

  /** Places of exactly this name, little words aside. */
  exactly(words: readonly string[]): Met[] {
    const full = (this.#keys.get(glue(words)) ?? []).map((one) =>
      met(one.named, one.core ? 'core' : 'exact'),
    );
    if (full.some(({ quality }) => quality === MET.exact)) return full;
    const core = this.#keys.get(glue(coreWords(words))) ?? [];
    return [...full, ...core.map((one) => met(one.named, 'core'))];
  }

  /** Places whose name begins with these words, or has them inside. */
  partly(words: readonly string[]): Met[] {
    const core = coreWords(words).join(' ');
    const found: Met[] = [];
    for (const { of, whole } of this.#tails?.beginning(core, SHARED_BY) ?? []) {
      if (whole) found.push(met(of, 'beginning'));
      else if (core.length >= WORD_FROM) found.push(met(of, 'word'));
    }
    return found;
  }

  /** Places whose name is a slip or two away, or sounds the same. */
  nearly(words: readonly string[]): Met[] {
    const [full, core] = [glue(words), glue(coreWords(words))];
    const sound = phonetic(core);
    const heard = sound.length < SOUND_FROM ? [] : (this.#sounds.get(sound) ?? []);
    const near = [full, ...(core === full ? [] : [core])].flatMap((word) =>
      (this.#near?.near(word) ?? []).flatMap(({ name, slips }) => {
        const share = slips / word.length;
        const how = share <= 0.13 ? 'slip' : share <= 0.23 ? 'slips' : 'manySlips';
        const refs = this.#keys.get(this.#keyList[name] as string) ?? [];
        return refs.map(({ named }) => met(named, how));
      }),
    );
    return [...near, ...heard.map((named) => met(named, 'sounds'))];
  }

  #add(named: Named): void {
    const words = nameWords(named.name);
    const core = coreWords(words);
    this.#under(glue(words), { named, core: false });
    if (core.length !== words.length) this.#under(glue(core), { named, core: true });
    if (named.heard) {
      const sound = phonetic(glue(core));
      this.#sounds.set(sound, [...(this.#sounds.get(sound) ?? []), named]);
    }
    if (named.whole) return;
    for (let from = 0; from < core.length; from++) {
      this.#unsorted.push({ words: core.slice(from).join(' '), of: named, whole: from === 0 });
    }
  }

  #under(key: string, reference: Reference): void {
    const list = this.#keys.get(key);
    if (list) list.push(reference);
    else this.#keys.set(key, [reference]);
  }

  async #finish(breathe: () => Promise<void> | undefined): Promise<void> {
    this.#keyList = [...this.#keys.keys()];
    this.#tails = await Tails.of(this.#unsorted, breathe);
    this.#unsorted = [];
    this.#near = await NearNames.of(this.#keyList, breathe);
  }
}

function met(named: Named, how: keyof typeof MET): Met {
  const quality = MET[how] + (named.alias ? ALIAS : 0);
  return { place: named.place, quality, ...(named.alias && { alias: named.name }) };
}
