/** How many of what, for every language that counts one apart from several. */

/** "1 appel", "3 appels"; nothing where there is none. */
export function counted(n: number, one: string, many = `${one}s`): readonly string[] {
  return n === 0 ? [] : [`${n} ${n > 1 ? many : one}`];
}

/** A list in sentences of three, each short enough to be followed: "12 SMS, 3 appels, 1 avis. 1 témoignage." */
export function inThrees(told: readonly string[]): string {
  const [first, ...rest] = [told.slice(0, 3), told.slice(3, 5), told.slice(5)];
  return [first, ...rest].flatMap((some) => (some?.length ? [`${some.join(', ')}.`] : [])).join(' ');
}
