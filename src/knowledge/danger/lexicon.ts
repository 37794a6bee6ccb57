/** The words of one language, and where they stand in a text whatever their spelling. */
import { oneSlip, slips, sound } from './sound.ts';

/** A concept found in a text: tokens `start` to `end`, the end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How the words of a language are compared. */
export interface Spelling {
  readonly sound: 'french' | 'plain' | 'exact';
  /** Words that are never taken for another one by a slip. */
  readonly ordinary: readonly string[];
  /** Words of danger that sound like an everyday one: compared letter by letter. */
  readonly letters: readonly string[];
}

interface Node {
  readonly next: Map<string, Node>;
  /** Stems, written `word*`: any ending will do. */
  readonly stems: [string, Node][];
  readonly names: Set<string>;
}

/** Shorter words are compared letter by letter: "tu" is not "tue". */
const HEARD_FROM = 4;
/** Shorter words are not corrected: too many other words are one letter away. */
const CORRECTED_FROM = 5;

const newNode = (): Node => ({ next: new Map(), stems: [], names: new Set() });

export class Lexicon {
  readonly #root = newNode();
  readonly #how: 'french' | 'plain' | 'exact';
  readonly #words = new Set<string>();
  readonly #sounds = new Set<string>();
  readonly #near = new Map<string, string[]>();
  readonly #ordinary: ReadonlySet<string>;

  readonly #letters: ReadonlySet<string>;
  readonly #strict: boolean;

  /** `strict` forgives neither endings nor slips: for what takes a danger away. */
  constructor({ sound, ordinary, letters }: Spelling, strict = false) {
    this.#how = sound;
    this.#ordinary = new Set(ordinary);
    this.#letters = new Set(letters);
    this.#strict = strict;
  }

  /** Adds a phrase, as tokens, under a name. A token that ends in `*` is a stem. */
  add(phrase: readonly string[], name: string): void {
    if (phrase.length === 0) return;
    let node = this.#root;
    for (const word of phrase) node = this.#step(node, word);
    node.names.add(name);
  }

  /** Is this a word that some phrase uses, however it is spelt? */
  knows(word: string): boolean {
    if (this.#words.has(word) || this.#ordinary.has(word)) return true;
    return word.length >= HEARD_FROM - 1 && this.#sounds.has(sound(word, this.#how));
  }

  /** Every place where a phrase of the lexicon stands, by name. */
  find(tokens: readonly string[]): Map<string, Span[]> {
    const keys = tokens.map((token) => this.#keys(token));
    const found = new Map<string, Span[]>();
    for (let start = 0; start < tokens.length; start++) {
      let nodes: Node[] = [this.#root];
      for (let at = start; at < tokens.length && nodes.length > 0; at++) {
        nodes = nodes.flatMap((node) => follow(node, tokens[at] as string, keys[at] as string[]));
        for (const node of nodes) {
          for (const name of node.names) add(found, name, { start, end: at + 1 });
        }
      }
    }
    return found;
  }

  #step(node: Node, word: string): Node {
    if (word.endsWith('*')) {
      const stem = word.slice(0, -1);
      const known = node.stems.find(([other]) => other === stem);
      if (known) return known[1];
      const fresh = newNode();
      node.stems.push([stem, fresh]);
      return fresh;
    }
    this.#remember(word);
    const key = this.#key(word);
    const next = node.next.get(key) ?? newNode();
    node.next.set(key, next);
    return next;
  }

  #remember(word: string): void {
    if (this.#words.has(word)) return;
    this.#words.add(word);
    if (this.#letters.has(word)) return;
    if (word.length >= HEARD_FROM) this.#sounds.add(sound(word, this.#how));
    if (this.#how === 'exact' || word.length < CORRECTED_FROM) return;
    for (const slip of slips(word)) {
      const list = this.#near.get(slip);
      if (list) list.push(word);
      else this.#near.set(slip, [word]);
    }
  }

  /** Short words go by their letters (=), longer ones by their sound (~). */
  #key(word: string): string {
    return word.length < HEARD_FROM || this.#letters.has(word) ? `=${word}` : `~${sound(word, this.#how)}`;
  }

  #keys(token: string): string[] {
    const keys = [`=${token}`];
    if (token.length >= HEARD_FROM - 1) keys.push(`~${sound(token, this.#how)}`);
    if (this.#strict) return keys;
    if (this.#how === 'french') keys.push(...otherEndings(token).map((form) => `~${sound(form, 'french')}`));
    if (token.length >= CORRECTED_FROM && !this.knows(token)) {
      for (const word of this.#corrections(token)) keys.push(this.#key(word));
    }
    return [...new Set(keys)];
  }

  #corrections(token: string): string[] {
    const near = new Set(slips(token).flatMap((slip) => this.#near.get(slip) ?? []));
    return [...near].filter((word) => oneSlip(token, word));
  }
}

/** Accents are lost or forgotten: "frappe" may be meant as "frappé", and that may be meant as "frapper". */
function otherEndings(token: string): string[] {
  if (token.length < HEARD_FROM) return [];
  if (/e[rz]$|ees?$/.test(token)) return [`${token.slice(0, -2)}e`];
  // "les parent", "mon mari et les enfant": a noun without its s, not a verb.
  if (token.endsWith('ent')) return [`${token}s`];
  return /es?$/.test(token) ? [`${token.replace(/s$/, '')}r`] : [];
}

function follow(node: Node, token: string, keys: readonly string[]): Node[] {
  const nodes = new Set<Node>();
  for (const key of keys) {
    const next = node.next.get(key);
    if (next) nodes.add(next);
  }
  for (const [stem, next] of node.stems) if (token.startsWith(stem)) nodes.add(next);
  return [...nodes];
}

function add(found: Map<string, Span[]>, name: string, span: Span): void {
  const list = found.get(name);
  if (!list) found.set(name, [span]);
  else if (!list.some((other) => other.start === span.start && other.end === span.end)) list.push(span);
}
