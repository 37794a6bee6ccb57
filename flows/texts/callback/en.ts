/** Words of call-backs, in English. */
import { line } from '../../flow.ts';
import { list } from '../list.ts';
import type { callbackFr } from './fr.ts';

export const callbackEn: typeof callbackFr = {
  words: {
    open: list(`
      call back, callback, a call back, my call back, be called back, ask for a call back,
      i want to be called back
    `),
  },
  call: line('Ask for a call back', 'To ask for a call back'),
  topic: line('A call back about what?'),
  danger: line('I am in danger'),
  alarm: line(
    'Nobody reads this live. In danger: call 17 or 112. Text: 114.',
    'Nobody listens here live. In danger, hang up. Call 17 or 112.',
  ),
  where: line(
    'Where are you? Write the town or the postcode.',
    'Say the name of your town, or key in your postcode. Finish with hash.',
  ),
  skip: line('Skip', 'To skip'),
  way: line('How should we answer?'),
  ways: {
    message: line('Call, message allowed', 'A call, with a message if you are out'),
    call: line('Call, never a message', 'A call, and never a message'),
    text: line('Text', 'A text'),
  },
  when: line('When is it safe to reach you?'),
  safe: {
    any: line('All day'),
    morning: line('Mornings only'),
    afternoon: line('Afternoons only'),
  },
  done: (by) => line(`Noted. We call you before ${by}.`),
  doneText: (by) => line(`Noted. We write to you before ${by}.`),
  number: (number) => line(`You will see this number: ${number}.`),
  already: (by) => line(`Your request is noted. Answer before ${by}.`),
  last: {
    missed: line('We called you, with no answer.'),
    late: line('Nobody could answer you in time, sorry.'),
  },
  cancel: line('Cancel the request', 'To cancel the request'),
  cancelled: line('Your request is cancelled.'),
  nobody: line('Nobody calls back at the moment.'),
  hidden: line('Your number is hidden. We cannot call you back.'),
  unreachable: line('We cannot call this number.'),
  enough: line('You have asked several times already. Try again tomorrow.'),
  muted: line('We cannot take this request. Others can help you.'),
  who: line('Whom to call', 'To know whom to call'),
  near: line('Near you', 'For help near you'),
  menu: line('Menu', 'To go back to the menu'),
  help: line('Choose a number.'),
  sent: {
    missed: (operator, number, by) =>
      `${operator}: we called you (${number}), with no answer. We try again before ${by}. To cancel: CALLBACK.`,
    gaveUp: (operator, number) =>
      `${operator}: we called you several times (${number}), with no answer. To ask again: CALLBACK.`,
    late: (operator, by) =>
      `${operator}: nobody could answer you in time, sorry. New limit: ${by}. To cancel: CALLBACK.`,
    expired: (operator) =>
      `${operator}: nobody could answer you, sorry. Your request ends here. To ask again: CALLBACK. Or: MENU.`,
    written: (operator, by, words) => `${operator}, ${by} answers you: ${words}\nTo go on: CALLBACK.`,
  },
  notice: {
    missed: (by) => `We called you, with no answer. We try again before ${by}.`,
    gaveUp: (_by) => 'We called you several times, with no answer. Call this number again.',
    late: (by) => `Nobody could answer you in time, sorry. New limit: ${by}.`,
    expired: (_by) => 'Nobody could answer you, sorry. Call this number again.',
  },
  bridge: {
    helper: (operator) => `${operator}. A call back is waiting. To call the person, press 1.`,
    ringing: 'We are calling. Do not say what it is about before you know who it is.',
    person: (operator) => `Hello. ${operator} is calling you. To answer, press 1.`,
    unnamed: 'Hello. To take this call, press 1.',
    news: (operator) => `Hello. ${operator} has a message for you. To hear it, press 1.`,
    joined: 'You are connected.',
    over: 'The call has ended. Note at the desk what comes next.',
    unanswered: 'Nobody answered. We tell the person.',
    gone: 'This call back is no longer yours. Look at the desk.',
    bye: 'Goodbye.',
  },
};
