import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { line } from '../../../flows/flow.ts';
import type { Input } from '../../../flows/input.ts';
import { normalize } from '../../../flows/normalize.ts';
import { texts } from '../../../flows/texts/index.ts';
import { understand } from '../../../flows/understand.ts';
import { ears, en, english, fr, hearing, meant, question, sheet, shown, TEN, WORDS } from './hearing.ts';

describe('whatever is sent', () => {
  const everything = [sheet, question, english, shown({ ask: WORDS }), shown({ ask: TEN }), shown()];
  const MEANINGS =
    'danger global event next more silence thanks hello call question language talk near secret miss'.split(
      ' ',
    );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(...fr.words.polite, ...fr.words.small, ...en.words.around, '1', '👍', 'rsa', '#'),
      )
      .map((words) => words.join(' ')),
  );

  it('never throws and always means something', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everything),
        anyText,
        fc.constantFrom('text', 'speech', 'digits'),
        (s, text, kind) => {
          const input = (
            kind === 'digits' ? { kind, digits: text } : { kind, text, confidence: 0.5 }
          ) as Input;
          expect(MEANINGS).toContain(understand(s, input, ears).is);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['fr', fr],
    ['en', en],
  ])('takes every offered key in each of its forms (%s)', (lang, t) => {
    const labels = ['alpha', 'bravo', 'carré', 'delta'].map((name) => line(name));
    const forms = (i: number) => [
      ...[
        `${i}`,
        `${i}.`,
        `${i})`,
        `${i}️⃣`,
        String.fromCodePoint(0x245f + i),
        String.fromCodePoint(0xff10 + i),
      ],
      ...(t.words.numbers[i] ?? []),
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        fc.constantFrom('', ...t.words.around, ...t.words.polite),
        fc.boolean(),
        (count, picked, form, beside, upper) => {
          const i = Math.min(picked, count);
          const options = labels.slice(0, count).map((label, n) => ({ label, event: { type: `${n + 1}` } }));
          const all = [...forms(i), (labels[i - 1] as { text: string }).text];
          const typed = `${beside} ${all[form % all.length]}`.trim();
          expect(meant(shown({ options }), upper ? typed.toUpperCase() : typed, hearing(lang)), typed).toBe(
            `event ${i}`,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each(Object.entries(texts))('compares words in the form that they have (%s)', (_, { words }) => {
    const { globals, parts, numbers, ...lists } = words;
    const all = [globals, parts, lists]
      .flatMap((group) => Object.values(group))
      .concat(numbers)
      .flat();
    for (const word of all) {
      if (/\p{Extended_Pictographic}/u.test(word)) continue;
      expect(normalize(word), word).toBe(word);
    }
  });
});
