/** Words of guidance, in English. */
import { line } from '../../flow.ts';
import type { guidanceFr } from './fr.ts';

export const guidanceEn: typeof guidanceFr = {
  neutral: (operator, by) => line(`${operator}: ${by} left you a message.`, `${by} left you a message.`),
  read: line('Read it', 'To hear it'),
  notMe: line('Not for me', 'If it is not for you'),
  orCall: (number) => `Or call ${number}.`,
  toHear: (number) => `To hear it, call ${number}.`,
  helpWaiting: line('1 to read it. MENU for something else.', '1 to hear it, 9 for the menu.'),
  word: (by) =>
    line(
      `Write the word agreed with ${by}.`,
      `Say the word agreed with ${by}. Or key its letters, then hash.`,
    ),
  wrong: line('That is not the word. Try again.'),
  helpWord: line(
    'One word. Without it, the message stays closed.',
    'Without it, the message stays closed. 9 for the menu.',
  ),
  locked: (by) => line(`The message is closed again. Ask ${by} to send it again.`),
  refused: line('Understood. This message was not for you.'),
  essential: (operator, by, note) =>
    line(note === '' ? `${operator}, from ${by}.` : `${operator}, from ${by}: ${note}`),
  from: (by, note) => line(note === '' ? `From ${by}.` : `${by}: ${note}`),
  place: (name) => line(`Place: ${name}.`),
  help: line('Choose a number, or write your question.', 'Choose a number.'),
  sheet: line('The sheet', 'To hear the sheet'),
  menu: line('Menu', 'Back to the menu'),
  page: {
    skip: 'Skip to content',
    languages: 'Languages',
    place: 'Where to go',
    who: 'Who to call',
    source: 'Official page (in French)',
    changed: 'What has changed',
    danger: 'In danger:',
    onward: 'A question?',
    bySms: (number) => `By text: ${number}.`,
    byCall: 'By phone:',
    expires: (day) => `This page disappears on ${day}.`,
    licence: 'Official texts: Licence Ouverte, Direction de l’information légale et administrative.',
  },
};
