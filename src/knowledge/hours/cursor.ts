/** The words, signs and times of a string, one after the other. */

/** Cuts a string into words, signs and times. */
const TOKEN = /\s*(?:(\d{1,2}:\d{2})(?!\d)|(24\/7)|([a-z]+)|(\d+)|([-,;:/]))/iy;

/** The string is not in the common grammar. */
export class Unusual extends Error {}

/** Walks along the tokens of a string, in lower case. */
export class Cursor {
  readonly #tokens: readonly string[];
  #at = 0;

  /** @throws Unusual when something is neither word, sign nor time. */
  constructor(text: string) {
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    const trimmed = text.trim().replace(/[\s;]+$/, '');
    while (TOKEN.lastIndex < trimmed.length) {
      const found = TOKEN.exec(trimmed);
      if (!found) throw new Unusual();
      tokens.push(found[0].trim().toLowerCase());
    }
    this.#tokens = tokens;
  }

  /** The token that is next; undefined at the end. */
  protected get first(): string | undefined {
    return this.#tokens[this.#at];
  }

  /** The one after it. */
  protected get second(): string | undefined {
    return this.#tokens[this.#at + 1];
  }

  protected shift(): string | undefined {
    return this.#tokens[this.#at++];
  }

  protected take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  protected number(least: number, most: number): number {
    const token = this.#tokens[this.#at++] ?? '';
    const value = Number(token);
    if (!/^\d+$/.test(token) || value < least || value > most) throw new Unusual();
    return value;
  }

  /** Minutes of the day. */
  protected time(): number {
    const found = /^(\d{1,2}):(\d{2})$/.exec(this.#tokens[this.#at++] ?? '');
    if (!found || Number(found[2]) > 59) throw new Unusual();
    return Number(found[1]) * 60 + Number(found[2]);
  }
}
