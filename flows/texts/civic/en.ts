/** English of civic life. */
import { type Line, line } from '../../flow.ts';
import { list } from '../list.ts';
import type { civicFr } from './fr.ts';

const sms = (text: string): Line => ({ text, only: 'sms' });
const voice = (text: string): Line => ({ text, only: 'voice' });

export const civicEn: typeof civicFr = {
  hub: {
    home: line('What would you like to do?'),
    tell: line('Tell my story', 'To tell what you live through'),
    obstacle: line('Report a blocked service', 'To report a blocked service'),
    withdraw: line('Take back a story', 'To take back a story'),
    privacy: line('Your data', 'To see or erase your data'),
    menu: line('Menu', 'For the menu'),
    help: line('A story tells what you live through. A report counts a service that is closed or blocked.'),
    code: line(
      'What is the removal code? It has 8 digits.',
      'Enter the eight digits of the code, then hash.',
    ),
    codeWrong: line('A code has 8 digits. Write it.', 'This code has eight digits. Enter them, then hash.'),
    codeHelp: line(
      'The code was given when the story was sent.',
      'The code was given when the story was sent. Enter its digits, then hash.',
    ),
    withdrawn: line('If this code exists, the story is erased.'),
    again: line('Another code', 'For another code'),
  },

  testimony: {
    about: (operator) => [
      line(`${operator} will read your story.`, `${operator} will listen to your story.`),
      line('Nothing is published unless you agree. A code lets you take it back.'),
      line('Are you 15 or older?'),
    ],
    old: line('Yes, 15 or older', 'If yes'),
    young: line('No', 'If no'),
    aboutHelp: line('Under 15, a parent must agree.'),
    adult: line('Under 15, a parent must agree. Does one agree?'),
    agreed: line('A parent agrees', 'If a parent agrees'),
    alone: line('No', 'If no'),
    adultHelp: line('Without that, we keep nothing.'),
    stopped: line('Then we keep nothing. To talk about it: 119, free, day and night.'),
    theme: line('What is it about?'),
    themes: {
      steps: line('Forms and benefits'),
      housing: line('Housing'),
      health: line('Health'),
      work: line('Work'),
      family: line('School, family'),
      other: line('Something else'),
    },
    workshop: line('I have a workshop code', 'If you have a workshop code'),
    themeHelp: line('Choose the closest subject.'),
    workshopCode: line(
      'What is the workshop code? It has 4 digits.',
      'Enter the four digits of the workshop, then hash.',
    ),
    workshopWrong: line(
      'That code is not right. It has 4 digits.',
      'That code is not right. Enter the four digits, then hash.',
    ),
    workshopHelp: line('Whoever runs the workshop knows this code.'),
    workshopNone: line('I have none', 'If you have none'),
    agree: (operator) =>
      line(
        `Your message will be recorded, three minutes at most. Only the team of ${operator} will listen. You will hear it first.`,
      ),
    agreeYes: line('I agree', 'If you agree'),
    agreeNo: line('No', 'If not'),
    agreeHelp: line('Unless you agree, nothing is recorded.'),
    words: [
      sms('Tell it in one or several texts. No names or numbers. This phone keeps a copy.'),
      voice('Speak after the beep, without names or numbers. Hash to finish.'),
    ],
    wordsHelp: line('Say what happened, and what would have helped.'),
    more: (count) => line(count === 1 ? 'Received. What next?' : `Received, ${count} messages. What next?`),
    moreHelp: line('Write what follows, or 1 to finish.'),
    full: line('That is long: what follows is not kept.'),
    done: line('That is all', 'To finish'),
    restart: line('Do it again', 'To do it again'),
    drop: line('Drop it', 'To send nothing'),
    listen: line('Here is your message.'),
    keep: line('Keep it', 'To keep it'),
    listenHelp: line('Repeat plays it again.', 'Hash plays it again.'),
    publish: line('May it be published, once re-read?'),
    publishNo: line('No', 'If not'),
    publishAnonymous: line('Yes, without my name', 'If yes, without your name'),
    publishNamed: line('Yes, with my first name', 'If yes, with your first name'),
    publishHelp: line('A human reads it first. If not, only the team reads it.'),
    name: line('Which first name?'),
    nameHelp: line('A first name alone, true or chosen.'),
    writeBack: (operator) => line(`May ${operator} contact you at this number?`),
    writeBackHelp: line('If not, your number is not kept with the story.'),
    confirm: line('Shall we send it?'),
    recap: {
      no: line('Not published.'),
      anonymous: line('Published without a name.'),
      named: (name) =>
        line(name === '' ? 'Published with your first name.' : `Published with the name ${name}.`),
      reach: line('You accept an answer.'),
      quiet: line('No answer wanted.'),
    },
    send: line('Send', 'To send it'),
    change: line('Change', 'To change it'),
    confirmHelp: line('Nothing is kept before it is sent.'),
    sent: (code) => [
      line(
        `Thank you, it is sent. Removal code: ${code.replace(/(\d{4})(?=\d)/g, '$1 ')}.`,
        `Thank you, it is sent. Take a pencil. Your removal code: ${(code.match(/\d{1,2}/g) ?? []).map((p) => [...p].join(' ')).join(', ')}.`,
      ),
      line('To take it back, write REMOVE and this code.', 'To take your story back, call with this code.'),
    ],
    sentHelp: line('Keep this code: it alone takes the story back.'),
    dropped: line('Nothing is kept.'),
    endHelp: line('Choose a number, or ask a question.'),
  },

  obstacle: {
    ask: line(
      'Which service is blocked? Example: Caf in Creil closed.',
      'Which service is blocked? Choose, or say it in a sentence.',
    ),
    services: {
      family: line('Caf'),
      health: line('Health insurance'),
      work: line('France Travail'),
      residence: line('Prefecture'),
      tax: line('Taxes'),
      town: line('Town hall'),
      pensions: line('Pension'),
      other: line('Another service'),
    },
    unclear: line('I cannot tell which service. Choose one.'),
    askHelp: line('Choose a service, or a sentence: what, where, what is blocked.'),
    where: line('Where? Postcode or town.', 'Where? Say the town, or enter the postcode.'),
    unknown: line('I cannot find this place. Postcode?', 'I cannot find this place. Enter the postcode.'),
    whereHelp: line('For example: 60100, or Creil.', 'Enter five digits, or say the name of the town.'),
    which: line('Which one?'),
    elsewhere: line('Elsewhere', 'For another place'),
    trouble: line('What happened?'),
    troubles: {
      closed: line('Closed'),
      appointment: line('No appointment'),
      online: line('Only on the internet'),
      refused: line('Refused at the desk'),
      silence: line('No answer'),
      other: line('Something else'),
    },
    troubleHelp: line('Choose what comes closest.'),
    confirm: (service, where, trouble) =>
      line(`${service}, ${where}: ${trouble.toLowerCase()}. Is that right?`),
    yes: line('Yes, count it', 'To count it'),
    no: line('Change it', 'To change it'),
    confirmHelp: line('We count the service, the month and the department. Nothing about you.'),
    done: line('Thank you, it is counted. And now?'),
    near: line('Help near you', 'For help near you'),
    tell: line('Tell my story', 'To tell what happened'),
    menu: line('Menu', 'For the menu'),
    doneHelp: line('1 gives the nearest place that helps.', 'One gives the nearest place that helps.'),
  },

  words: {
    hub: list('have my say, civic, my voice, take part'),
    tell: list('testify, testimony, story, my story, tell my story, i want to testify'),
    obstacle: list('report, report a problem, report a blocked service, blocked service'),
    withdraw: list('remove, withdraw, take back, remove my story, take back my story'),
    troubles: {
      closed: list('closed, shut, gone, no longer open, never open'),
      appointment: list('appointment, appointments, no slot, slot, slots'),
      online: list('online, internet, website, app, computer'),
      refused: list('refused, refuse, refuses, turned away, sent away'),
      silence: list(
        'no answer, do not answer, does not answer, never answer, never answers, don t answer, doesn t answer',
      ),
    },
    services: {
      family: list('caf, family allowance'),
      health: list('cpam, health insurance, social security'),
      work: list('france travail, job centre, job center'),
      residence: list('prefecture, residence permit'),
      tax: list('tax, taxes, tax office'),
      town: list('town hall, city hall, mairie'),
      pensions: list('pension, pensions, carsat'),
    },
  },
};
