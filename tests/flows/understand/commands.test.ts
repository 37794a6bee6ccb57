import { describe, expect, it, test } from 'vitest';
import { GLOBALS, type Global } from '../../../flows/input.ts';
import { en, fr, meant, sheet, shown, WORDS } from './hearing.ts';

describe('commands, in whatever language and spelling', () => {
  const typed: Record<Global, string[]> = {
    menu: ['Menu', 'MENU svp', 'retour au menu', 'acceuil', 'bonjour, menu', 'main menu please'],
    help: [
      'aide',
      'Aidez-moi SVP !',
      '?',
      '???',
      'comment ça marche',
      'je comprend pas',
      'help',
      'assist me',
    ],
    back: ['retour', 'RETOUR.', 'ariere', 'en arrière', 'retour svp', 'back', 'go back please'],
    repeat: ['répéter', 'repété', 'répète stp', 'encore', 'hein ?', 'repeat', 'say that again'],
    language: ['langue', 'LANGUES', 'changer de langue', 'language', 'change language'],
    human: [
      ...["quelqu'un", 'quelqu’un svp', 'quelqu1', 'kelkun', 'conseillé', 'une personne', 'Rappelez-moi'],
      ...['someone', 'an adviser', 'call me back', 'talk to someone please'],
    ],
    contact: ['contact', 'qui êtes-vous ?', "c'est qui", 'c ki', 'who are you?', "who's this"],
    all: ['TOUT', 'tout lire', 'tt', 'all', 'everything'],
    optOut: ['ARRET', 'Arrêt', 'arrêt svp', 'STOP', 'stop sms', 'désabonnez-moi', 'unsubscribe', 'Cancel'],
    optIn: ['RECEVOIR', 'start', 'UNSTOP', 'receive', 'recieve'],
    slower: ['moins vite', 'lentement svp', 'slower', 'too fast'],
  };
  test.each(GLOBALS.flatMap((word) => typed[word].map((text) => [text, word] as const)))(
    '%s → %s',
    (text, word) => {
      expect(meant(sheet, text)).toBe(`global ${word}`);
      // Even where any words would do.
      expect(meant(shown({ ask: WORDS }), text)).toBe(`global ${word}`);
    },
  );

  test.each([
    'arret maladie',
    'aide au logement',
    'effacer mon casier',
    'retour au travail',
    'contact avec la caf',
    'tout savoir sur le rsa',
    'help with housing',
  ])('%s is a question, not a command', (text) => {
    expect(meant(sheet, text)).toBe('question');
    expect(meant(shown({ ask: WORDS }), text)).toBe(`event SAID ${text}`);
  });

  it('knows no command that another list claims', () => {
    const of = GLOBALS.flatMap((word) =>
      [fr, en].flatMap((t) => t.words.globals[word].map((w) => [w, word])),
    );
    for (const [text, word] of of) {
      const claimed = of.filter(([other]) => other === text).map(([, by]) => by);
      expect(new Set(claimed), text).toEqual(new Set([word]));
    }
  });
});
