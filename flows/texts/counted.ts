/** How many of what, for every language that counts one apart from several. */

/** "1 appel", "3 appels"; nothing where there is none. */
export function counted(n: number, one: string, many = `${one}s`): readonly string[] {
  return n === 0 ? [] : [`${n} ${n > 1 ? many : one}`];
}

/** A list in short sentences, on two lines where it is long: "12 SMS, 3 appels, 1 avis. 1 témoignage." */
export function inSentences(told: readonly string[]): readonly string[] {
  const sentence = (some: readonly string[]) => (some.length === 0 ? [] : [`${some.join(', ')}.`]);
  const [first, second] = [told.slice(0, 3), told.slice(3, 5)];
  const rest = told.slice(5).flatMap((_, i, all) => (i % 2 === 0 ? sentence(all.slice(i, i + 2)) : []));
  return [[...sentence(first), ...sentence(second)], rest].flatMap((line) =>
    line.length === 0 ? [] : [line.join(' ')],
  );
}
