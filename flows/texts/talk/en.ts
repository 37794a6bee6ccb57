/** First contact in English. */
import { line } from '../../flow.ts';
import type { Talk, TalkWords } from '../../talk.ts';
import { list } from '../list.ts';
import type { talkFr } from './fr.ts';

const service = list(
  'sms, text, texts, message, service, number, call, here, you, are, u, r, this, is, it, the, a, an, do, does, i, am, talking, to, real, really, or, with, my, your, what, who, me',
);

export const talkWordsEn: Record<Talk, TalkWords> = {
  scam: { phrases: [], keys: [], around: [] },
  free: {
    phrases: list('is it free, is this free, how much is a text, how much does it cost, do i pay'),
    keys: list('free, charged, charge, pay, price'),
    around: [...service, ...list('how, much, for, cost')],
  },
  robot: {
    phrases: list('are you a robot, is this a robot, who am i talking to, are you human'),
    keys: list('robot, machine, bot, human, automatic, computer'),
    around: service,
  },
  official: {
    phrases: list('is this official, are you the caf, are you the government, is this a scam'),
    keys: list('official, government, scam, fake, legit'),
    around: [...service, ...list('caf, town, hall')],
  },
  reads: {
    phrases: list(
      'who reads this, who reads my messages, who can see this, is it private, is this confidential',
    ),
    keys: list('reads, read, private, confidential, anonymous'),
    around: [...service, ...list('see, messages, can, keep')],
  },
  who: {
    phrases: list('who is this, what is this, who dis, what do you do, what is this number, whats this'),
    keys: [],
    around: [],
  },
  wrong: {
    phrases: [],
    keys: list('wrong, mistake'),
    around: list('number, person, sorry, my, apologies, the, i, have, got, this, is, a'),
  },
  insult: {
    phrases: [],
    keys: list(
      'fuck, fucking, fucker, bitch, shit, asshole, idiot, stupid, bastard, useless, dumb, crap, wtf',
    ),
    around: [],
  },
};

export const talkEn: typeof talkFr = {
  scam: line('This looks like a scam. Pay nothing, give no code. Forward it to 33700.'),
  free: (price) => line(`Our answers cost nothing. Your text or call: ${price}.`),
  price: 'the price of your plan',
  robot: line(
    'Yes, this is an automatic service. For a person: SOMEONE.',
    'Yes, this is an automatic service. For a person, press 0 twice.',
  ),
  official: (operator) =>
    line(`No. ${operator} is not the State and cannot see your file. We explain what to do.`),
  reads: (operator) =>
    line(`Nobody reads live. ${operator} keeps texts 30 days, encrypted. Send no name and no code.`),
  who: (operator) =>
    line(`${operator}, an automatic service: your rights by text or call. Ask your question.`),
  wrong: line('No problem. Have a good day.'),
  insult: line(
    'I am a machine. Ask a question, or text SOMEONE.',
    'I am a machine. Ask a question, or press 0 twice.',
  ),
  enough: line('Too many texts. Wait one hour. In danger, call 17, or text 114.'),
  secret: line('Never send a code, a password or a card number. I erased it. Your question, without it?'),
};
