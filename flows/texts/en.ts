/** English: short common words, one idea a sentence. No label names a word that text providers keep for themselves. */
import { line } from '../flow.ts';
import type { Global } from '../input.ts';
import type { PartId, ThemeId } from '../knowledge.ts';
import { agendaEn } from './agenda/en.ts';
import { callbackEn } from './callback/en.ts';
import { civicEn } from './civic/en.ts';
import { envoiEn } from './envoi/en.ts';
import { guidanceEn } from './guidance/en.ts';
import type { Texts } from './index.ts';
import { list } from './list.ts';
import { pointsEn } from './points/en.ts';
import { premisesEn } from './premises/en.ts';
import { privacyEn } from './privacy/en.ts';
import { reminderEn } from './reminder/en.ts';
import { talkEn, talkWordsEn } from './talk/en.ts';
import { voteEn } from './vote/en.ts';

const globals: Record<Global, string[]> = {
  menu: list('menu, main menu, the menu, go to menu, start again, start over'),
  // "help" and "info" are understood where a provider lets them through; they are never told.
  help: list(`
    assist me, assist, how does it work, how does this work, how do i use this, help, help me, info,
    i don t understand, i dont understand, don t understand, dont understand, i do not understand
  `),
  back: list('back, go back, bak, previous, previus, step back'),
  repeat: list(`
    repeat, repeat that, repeat it, reapeat, again, say again, say it again, say that again,
    once more, sorry, what
  `),
  language: list(`
    language, languages, langauge, languge, lenguage, change language, change the language,
    other language, another language
  `),
  human: list(`
    someone, some one, somone, somebody, a person, person, real person, a real person, human,
    a human, adviser, advisor, an adviser, an advisor, talk to someone, talk to somebody,
    talk to a person, talk to a human, speak to someone, speak to somebody, speak to a person,
    call me, call me back, ring me
  `),
  contact: list(`
    contact, who are you, who r u, who is this, who s this, whos this, who is it, who runs this
  `),
  all: list('all, everything, all of it, read all, read it all, the whole thing'),
  // What the providers understand by themselves, understood alike where they do not.
  optOut: list(`
    stop, stop all, stopall, stop sms, stop texts, stop texting me, unsubscribe, opt out,
    optout, revoke, cancel, end, quit
  `),
  optIn: list('receive, recieve, start, unstop, opt in, optin'),
  slower: list('slower, slow down, more slowly, slowly, too fast, speak slowly'),
};

const themes: Record<ThemeId, ReturnType<typeof line>> = {
  papers: line('Papers, births, voting'),
  benefits: line('Benefits'),
  health: line('Health'),
  housing: line('Housing'),
  work: line('Work, no job'),
  family: line('Family'),
  school: line('School, studies'),
  residence: line('Foreigners, permits'),
  age: line('Pension, disability'),
  money: line('Bank, debt, tax'),
  justice: line('Courts, police'),
  transport: line('Driving, transport'),
};

const parts: Record<PartId, ReturnType<typeof line>> = {
  short: line('In short'),
  right: line('Can I get it', 'To know if you can get it'),
  steps: line('What to do', 'What to do, without the internet'),
  bring: line('Papers', 'Papers to bring'),
  where: line('Where', 'Where to go'),
  cost: line('Price and time', 'The price and the time it takes'),
  late: line('Refused or late', 'If you are refused, or it is late'),
  changed: line('What is new', 'What has changed'),
  call: line('Who to call'),
  page: line('Source', 'Where this comes from'),
};

const partWords: Record<PartId, string[]> = {
  short: list('short, in short, summary'),
  right: list(`
    right, rights, entitled, eligible, qualify, conditions, condition, can i, can i get,
    can i have it, who can get it, who can
  `),
  steps: list(`
    steps, step, how, how to, how do i, how do i do it, how do i do that, how do i apply,
    what to do, what do i do, what should i do, apply
  `),
  bring: list(
    'paper, papers, paperwork, document, documents, docs, bring, proof, form, forms, file, what do i take',
  ),
  where: list('where, place, go, address, adress, office, desk'),
  cost: list(`
    price, prices, cost, costs, much, how much, fee, fees, pay, free, euros, time, long, how long,
    when, wait, delay
  `),
  late: list(`
    refused, refusal, late, delayed, blocked, stuck, problem, appeal, no answer, no reply, waiting
  `),
  changed: list('new, what is new, change, changes, changed, overseas'),
  call: list('call, phone, telephone, number, phone number, tel, who to call, ring'),
  page: list('source, page, site, website, web, link, internet, online, official'),
};

export const en: Texts = {
  lang: 'en',
  name: line('English'),

  words: {
    // Speech is sometimes written down as the word that sounds alike.
    numbers: [
      list('zero, nought'),
      list('one, first, 1st, won'),
      list('two, second, 2nd, to, too'),
      list('three, third, 3rd, tree'),
      list('four, fourth, 4th, for'),
      list('five, fifth, 5th'),
      list('six, sixth, 6th'),
      list('seven, seventh, 7th'),
      list('eight, eighth, 8th'),
      list('nine, ninth, 9th'),
    ],
    around: list(`
      the, number, nr, option, answer, key, choice, choose, chose, press, pick, take, want, i, ll,
      my, it, s, is, its
    `),
    small: list(`
      a, an, am, and, are, be, can, do, does, for, have, how, is, it, me, must, need, of, should,
      take, takes, that, the, they, this, to, what, whats, which, who, will
    `),
    yes: list(`
      yes, yeah, yea, yep, yup, yess, ye, y, ok, okay, oki, sure, of course, correct, that s right,
      thats right, that s it, yes yes, 👍, 👌, ✅
    `),
    no: list('no, nope, nah, noo, n, not at all, not right, wrong, that s wrong, thats wrong, no no, 👎, ❌'),
    called: list(`
      english, in english, speak english, do you speak english, i speak english, english only, only english,
      i don t speak french, i dont speak french, i do not speak french, no french, anglais, en anglais,
      parler anglais, ingles, inglese, englisch
    `),
    next: list(
      'next, more, go on, carry on, continue, and then, then, the next, more choices, other choices',
    ),
    polite: list(`
      hello, hi, hey, helo, good morning, good afternoon, good evening, please, pls, plz, plse,
      thanks, thanks a lot, thank you, thank you very much, thx, sir, madam, maam, dear, have a good day
    `),
    thanks: list(`
      thanks, thank you, thank u, thx, ty, tnx, cheers, many thanks, thanks a lot,
      thank you very much, thank you so much, ok thanks, ok thank you, great, great thanks, perfect,
      bye, bye bye, goodbye, good bye, ok, okay,
      got it, understood, 👍, 👌, 🙏, ❤
    `),
    globals,
    parts: partWords,
  },

  themes,
  parts,

  greet: (operator) => line(`${operator}, automatic reply.`),
  next: line('Next', 'To hear the rest'),
  more: line('More choices', 'For more choices'),
  yes: line('Yes'),
  no: line('No'),
  press: (label, key) => `${label}, press ${key}.`,
  keys: { '*': 'star', '#': 'hash' },

  menu: {
    home: (operator) => [
      {
        ...line(`${operator}, automatic service. Write your question. Example: lost id card.`),
        only: 'sms' as const,
      },
      { ...line('Say your question, or choose.'), only: 'voice' as const },
    ],
    welcome: (operator) => line(`Hello. This is ${operator}, an automatic service.`),
    emergency: line('In danger, hang up and call 17, or 15.'),
    themes: line('Choose a theme'),
    near: line('Help near you'),
    human: line('Talk to someone'),
    civic: line('Have your say', 'To have your say'),
    language: line('Language / langue', 'To change language, changer de langue'),
    resume: line('Go on', 'To go on where you left off'),
    help: line(
      'Write your question, or the number of a choice.',
      'Say your question in your own words, or press a number.',
    ),
  },

  resume: {
    offer: line('Hello. Last time, we did not finish.'),
    cut: line('Hello. We may have been cut off.'),
    yes: line('Go on', 'To go on'),
    no: line('New question', 'For a new question'),
    help: line(
      '1 goes on where you left off. 2 forgets it and starts again.',
      'One goes on where you left off. Two starts again.',
    ),
    later: line('To go back to what you left: MENU.', 'To go back to what you left, press 9.'),
  },

  rights: {
    themes: line('Which theme?'),
    theme: (name) => line(`${name}:`, `${name}: which question?`),
    choose: line('Do you mean:'),
    other: line('Something else'),
    otherHelp: line('Say it in other words, or choose a theme.'),
    gone: line('This sheet is no longer here.'),
    help: line(
      'Choose, or write a word: price, papers, where. ALL gives the rest.',
      'Choose a number, or say a word: price, papers, where.',
    ),
    helpChoose: line(
      'Choose a number, or write your question another way.',
      'Choose a number, or say your question another way.',
    ),
    title: (label) =>
      /[?!.]$/.test(label.text) ? label : line(`${label.text}:`, `${label.spoken ?? label.text}.`),
    inFrench: line('Only in French:'),
    done: line('That is all. Write a new question any time.', 'That is all. Say a new question any time.'),
    sms: line('Get it by text', 'To get this by text message'),
    feedback: line('Give your opinion'),
    human: line('Someone', 'To talk to someone'),
    menu: line('Menu', 'To go back to the menu'),
    words: {
      feedback: list('opinion, feedback, mistake, error, that s wrong, it s wrong, wrong'),
      sms: list('sms, text, by text, text me, by sms, message'),
    },
  },

  human: {
    ask: line('What is it about?'),
    body: (name, field) => line(`${name}: ${field}.`),
    number: (number) => line(`Tel. ${number}.`, `Their number: ${number}.`),
    near: line('Near you: your mairie (town hall) or a France Services place.'),
    nobody: line('Nobody reads or answers live here.'),
    dial: line('Be put through', 'To be put through'),
    dialing: (name) => line(`${name}. Please hold.`),
    missed: line('Nobody answered. Try again later.'),
    ended: line('The call is over.'),
    other: line('Something else', 'For something else'),
    menu: line('Menu', 'To go back to the menu'),
    help: line('Choose a number, or write your question.', 'Choose a number, or say your question.'),
  },

  language: {
    ask: line('Language? Langue ?', 'Which language?'),
    help: line('Answer with the number of the language.', 'Press the number of the language.'),
  },

  send: {
    confirm: line('We will text this to the phone you are calling from. That phone keeps the message.'),
    yes: line('Send', 'To send it'),
    other: line('Another number', 'For another number'),
    ask: line('Key in the ten digits of the mobile, then hash.'),
    none: line('No mobile', 'If there is no mobile'),
    helpAsk: line('The number begins with 06 or 07. Key in ten digits, then hash.'),
    wrong: line('This is not a French mobile number. Key in ten digits, then hash.'),
    readBack: (number) => line(`The number is ${number}.`),
    right: line('That is right', 'If that is right'),
    again: line('Change it', 'To change it'),
    sent: line('Sent.', 'Sent. The message is on its way.'),
    callUs: (number) => line(`To go on, call ${number}.`),
    pencil: line('Take a pencil.'),
    twice: (words) => line(`I say it again. ${words}`),
    back: line('Back to the sheet', 'To go back to the sheet'),
    help: line('Press a number to choose.'),
  },

  feedback: {
    helped: line('Did this answer help you?'),
    words: (operator) => [
      {
        ...line(`Write what is missing or wrong. ${operator} will read it. No names, no numbers.`),
        only: 'sms' as const,
      },
      {
        ...line(
          `After the beep, say what is missing or wrong. We record your message. ${operator} will listen to it. Press hash to finish.`,
        ),
        only: 'voice' as const,
      },
    ],
    skip: line('Nothing to say'),
    thanks: line('Thank you.'),
    help: line('What you say helps us correct the sheet.'),
  },

  points: pointsEn,
  civic: civicEn,
  guidance: guidanceEn,
  premises: premisesEn,
  privacy: privacyEn,
  callback: callbackEn,
  agenda: agendaEn,
  reminder: reminderEn,
  envoi: envoiEn,

  vote: voteEn,
  talk: talkEn,
  talkWords: talkWordsEn,

  contact: (operator, contact) =>
    line(
      `An automatic service of ${operator}, not of the government. ${contact ? `Contact: ${contact}.` : ''}`.trim(),
    ),
  help: {
    sms: line('Answer with a number, or ask a question. Also: MENU, BACK, SOMEONE.'),
    voice: line('Star to go back, hash to repeat. 8 to slow down, 9 for the menu, 0 for a person.'),
  },
  thanks: line('You are welcome. Write any time.', 'You are welcome.'),
  nothingMore: line('There is nothing more here.'),
  optOut: line(
    'All right. We will send you nothing unasked. You can still ask questions. To change this: RECEIVE.',
    'All right. We will send you nothing unasked.',
  ),
  optIn: line(
    'All right. You can get our messages again. Write your question any time.',
    'All right. You can get our messages again.',
  ),
  confirm: {
    ask: (label) => line(`You answered: ${label}. Is that right?`),
    help: line('1 says yes, 2 says no.', 'One says yes, two says no.'),
  },
  miss: {
    unknown: line('I cannot answer that.'),
    who: (name, number) => line(`Who knows: ${name}${number === undefined ? '' : `, ${number}`}.`),
    unheard: line('I did not hear that well.'),
    choice: line('This number is not one of the choices.'),
    emergency: (number) => line(`We cannot reach ${number} from here. Dial it on your phone.`),
    phone: line('I can do nothing with this number. What do you need?'),
    postal: line('A postcode: what do you need?'),
    picture: line('I cannot read pictures. Write your question.'),
    empty: line('Your message is empty. Write your question.'),
    third: line(
      "Let's begin again. For a person: SOMEONE.",
      "Let's begin again. For a person, press 0 twice.",
    ),
  },
  voice: {
    silence: line('I heard nothing.'),
    bye: line('Goodbye. Call again any time.'),
    slower: line('I will speak more slowly.'),
    faster: line('I will speak as before.'),
    trouble: line('Something broke on our side. Call again in a few minutes. In danger, call 17 or 15.'),
  },
  trouble: line('Something broke on our side. Try again in a few minutes. In danger: 17 or 15.'),
};
