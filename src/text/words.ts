/** The words of a line, as a reader counts them. */

/**
 * Words: an elision is joined to what follows ("l'aide"), a hyphen joins, a number written in groups is one. Punctuation alone
 * is none. With scripts that do not space their words, this undercounts.
 */
export function words(text: string): string[] {
  return text
    .replace(/(?<=\d)[ \u00a0\u202f](?=\d)/g, '')
    .split(/[\s\u1361]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}
