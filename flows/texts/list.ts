/** Words as an editor writes them: one line, with commas. What people type is normalized, so these are too. */
export function list(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
