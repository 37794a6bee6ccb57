/** English of consultations. */
import { type Line, line } from '../../flow.ts';
import { list } from '../list.ts';
import type { VoteTexts } from './fr.ts';

const sms = (text: string): Line => ({ text, only: 'sms' });
const voice = (text: string): Line => ({ text, only: 'voice' });
const MONTHS = list(
  'January, February, March, April, May, June, July, August, September, October, November, December',
);
const spaced = (digits: string) => `${digits.slice(0, 2)} ${digits.slice(2, 6)} ${digits.slice(6)}`;
const slowly = (digits: string) => [...digits].join(', ');
const points = (n: number) => (n > 1 ? `${n} points` : `${n} point`);

export const voteEn = {
  title: (title) => line(`Consultation: ${title}.`),
  by: (organiser, who) => line(`${organiser} asks: ${who}.`),
  rules: (questions) => [
    line(`${questions} question${questions > 1 ? 's' : ''}, one vote a person.`),
    line('This is not a legal election.'),
    sms('Your answers stay visible in this phone.'),
    voice('Nobody will know your answer. To skip a question, press 7.'),
  ],
  hidden: line(
    'Your number is hidden. A visible number is needed to vote.',
    'Your number is hidden. Call again and show your number to vote.',
  ),
  why: line('A visible number or a code is needed: one vote a person.'),
  start: line('Begin', 'To begin'),
  goOn: line('Go on', 'To go on with your vote'),
  again: line('Do it all again', 'To do it all again'),
  code: line('I have a paper code', 'If you have a paper code'),
  other: line('Another voter, with a code', 'For another voter, with a code'),
  check: line('Check a receipt', 'To check a receipt'),
  menu: line('Menu', 'Back to the menu'),
  codeAsk: line(
    'Which code is on the paper? It has 10 digits.',
    'Enter the ten digits of the code, then hash.',
  ),
  codeWrong: line(
    'This code is not right. It has 10 digits.',
    'This code is not right. Enter its ten digits, then hash.',
  ),
  codeHelp: line('The organiser gives this code on paper. A code is one vote.'),
  stopped: line('Three wrong codes. Ask the organiser for your code.'),
  over: line('This consultation is over.'),
  wrong: line('I did not understand this answer.'),
  question: (n, of, text) => line(`${n}/${of} ${text}`, `Question ${n}. ${text}`),
  skip: line('Skip', 'To skip'),
  skipFirst: sms('SKIP leaves a question out.'),
  skipHelp: line(
    'SKIP leaves the question out. BACK goes to the one before.',
    'To skip, press 7. Star goes back.',
  ),
  scale: (low, high) => line(`From ${low} to ${high}.`, `Press from ${low} to ${high}.`),
  several: (most) => line(`${most} choices at most, one by one.`),
  picked: (label) => line(`Noted: ${label}. Another?`),
  done: line('That is all', 'If that is all'),
  rank: (n) => line(`Your choice number ${n}?`),
  points: (label, left) =>
    line(
      `${label}: how many points? ${left} are left.`,
      `${label}: how many points? ${left} are left. Then hash.`,
    ),
  pointsHelp: line('Enter a number, then hash. Star goes back.'),
  howTo: {
    choices: (most) => line(`${most} choices at most. Example: 1 2`),
    ranking: (_) => line('Rank them, your favourite first. Example: 2 1 3'),
    budget: (most) => line(`Share ${points(most)}, in this order. Example: 5 3 2`),
  },
  wholeHelp: {
    choices: line('Write the digits of your choices. SKIP leaves the question out.'),
    ranking: line('Write all the digits, your favourite first. SKIP leaves the question out.'),
    budget: line('Write one number a line, 0 too. SKIP leaves the question out.'),
  },
  open: [
    sms('Answer in one text, no name or number.'),
    voice('Speak after the beep, without a name. Hash to end.'),
  ],
  blank: 'no answer',
  recorded: 'recorded message',
  review: line('Your vote:'),
  answer: (n, said) => line(`${n}. ${said}.`, `Question ${n}: ${said}.`),
  vote: line('I vote', 'To vote'),
  reviewHelp: line('Nothing counts before: I vote.', 'Nothing counts before this choice.'),
  voted: line('Your vote is counted. Thank you.'),
  receipt: (digits) => line(`Receipt: ${spaced(digits)}.`, `Your receipt: ${slowly(digits)}.`),
  change: (day) => line(`A new vote replaces it, until ${day}.`),
  day: (date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`,
  wish: line('Get the result by SMS', 'To get the result by SMS'),
  wished: line('The result will be sent to you.'),
  receiptAsk: line('Which receipt? It has 10 digits.', 'Enter the ten digits of the receipt, then hash.'),
  counted: line('This receipt is counted.'),
  uncounted: line('This receipt is not known. Check its 10 digits.'),
  another: line('Another receipt', 'For another receipt'),
  receiptHelp: line('A receipt says that a vote counts, never which.'),
  yes: 'Yes',
  no: 'No',
  invitation: (organiser, title, keyword) =>
    `${organiser} asks what you think: ${title}. To answer, send ${keyword}. No more of these: ARRET.`,
  result: (title, ballots, lines) => `Result: ${title}. ${ballots} votes. ${lines}`,
  words: {
    skip: list('skip, no opinion, no answer, blank'),
    code: list('code, paper code, my code'),
    receipt: list('receipt, my receipt, check, check receipt, check a receipt, check my receipt'),
  },
} satisfies VoteTexts;
