import { describe, expect, it, test } from 'vitest';
import type { Shown } from '../../../flows/paging.ts';
import { understand } from '../../../flows/understand.ts';
import { hearing, meant, said, sheet, shown, WORDS } from './hearing.ts';

describe('languages', () => {
  const asked = (text: string, lang = 'fr', s: Shown = sheet): string | undefined => {
    const meaning = understand(s, said(text), hearing(lang));
    return meaning.is === 'language' || meaning.is === 'question'
      ? `${meaning.is} ${meaning.lang}`
      : meaning.is;
  };
  test.each([
    ['English', 'en'],
    ['english please', 'en'],
    ['anglais svp', 'en'],
    ["I don't speak French", 'en'],
    ['Français', 'fr'],
    ['in French', 'fr'],
  ])('%s asks for %s', (text, lang) => {
    expect(asked(text)).toBe(`language ${lang}`);
  });
  test.each([
    ['fr', 'how do i get the rsa', 'question en'],
    ['fr', 'hello i need help with housing please', 'question en'],
    ['fr', 'le rsa', 'question undefined'],
    // Letters alone are no words, in any language.
    ['fr', 'i s a rsa', 'question undefined'],
    ['fr', 'do you have rsa', 'question en'],
    ['en', 'how do i get the rsa', 'question undefined'],
    ['en', 'je voudrais avoir le rsa', 'question fr'],
    // Neither is clear.
    ['fr', 'rsa money', 'question undefined'],
    ['en', 'rsa france travail', 'question undefined'],
  ])('spoken to in %s, %s is a %s', (lang, text, meaning) => {
    expect(asked(text, lang)).toBe(meaning);
  });
  it('keeps the name of a language that an open entry asked for', () => {
    expect(meant(shown({ ask: WORDS }), 'anglais')).toBe('event SAID anglais');
  });
});
