/** Words of reminders, in English. */
import { line } from '../../flow.ts';
import { list } from '../list.ts';
import type { reminderFr } from './fr.ts';

export const reminderEn: typeof reminderFr = {
  from: (operator, by, when) =>
    line(
      by === '' ? `${operator}, reminder: ${when}.` : `${operator}, reminder from ${by}: ${when}.`,
      by === ''
        ? `This is ${operator}. A reminder: ${when}.`
        : `This is ${operator}. A reminder from ${by}: ${when}.`,
    ),
  visit: (date, time) => `appointment ${date} at ${time}`,
  deadline: (date) => `last day ${date}`,
  place: (place) => line(`Place: ${place}.`),
  papers: (papers) => line(`Papers: ${papers}.`),
  after: (operator, by) =>
    line(`${operator}, from ${by}. Did it work out?`, `This is ${operator}, from ${by}. Did it work out?`),
  iCome: line('I am coming', 'If you are coming'),
  done: line('It is done', 'If it is done'),
  iCannot: line('I cannot', 'If you cannot'),
  callMe: line('Call me back', 'To be called back'),
  didYes: line('Yes', 'If yes'),
  didNo: line('No', 'If no'),
  didStuck: line('Stuck', 'If something is stuck'),
  coming: 'Noted: you are coming.',
  noted: 'Noted. Thank you.',
  told: (by) => `Noted. ${by} will see your answer.`,
  cannotOwn: 'Noted. We have told nobody: call the place.',
  call: (by) => `Noted. ${by}'s team will see your request.`,
  yes: 'Good. Thank you for your answer.',
  change: line('Change my answer', 'To change your answer'),
  menu: line('Menu', 'Back to the menu'),
  help: line('Answer with a number.', 'Press a number.'),
  words: {
    coming: list('i am coming, i m coming, coming, i will come, i will be there, done, it is done'),
    cannot: list('i cannot, i can t, i can not, cannot, i am not coming, cancel'),
    stuck: list('stuck, i am stuck, i m stuck, blocked'),
  },
  own: {
    words: {
      open: list('reminder, a reminder, set a reminder, remind me'),
      before: list('reminder, remind me, remind me on, reminder for'),
      cancel: list('cancel my reminder, cancel my reminders, cancel reminder, no reminder'),
    },
    offer: line('A reminder', 'For a reminder before an appointment'),
    day: line(
      'Reminder: for which day? For example 12/3 (12 March), or 12/3 14:00.',
      'A reminder, for which day? Press two digits for the day, two for the month, then hash.',
    ),
    badDay: line(
      'I could not read this day. Write for example 12/3.',
      'I did not get this day. For 5 March, press 0, 5, 0, 3, then hash.',
    ),
    helpDay: line('The day, then the month: 12/3.', 'Two digits for the day, two for the month.'),
    hour: line(
      'At what time? For example 14:30.',
      'At what time? Press two digits for the hour, two for the minutes, then hash.',
    ),
    badHour: line(
      'I could not read this time. Write for example 14:30.',
      'I did not get this time. For 9 in the morning, press 0, 9, 0, 0, then hash.',
    ),
    helpHour: line('The time of the appointment: 9:00 or 14:30.', 'Four digits, from 0 to 23 hours 59.'),
    when: (date, time) => `${date} at ${time}`,
    confirm: (when, byText, before) =>
      line(`Reminder for ${when}. We ${byText ? 'write to' : 'call'} you ${before}. Agreed?`),
    /** When it is told: the truth of that very day. */
    before: {
      eve: 'the day before, about 10',
      saturday: 'on the Saturday before, about 10',
      shortly: 'shortly before',
    },
    yes: line('Yes', 'If yes'),
    no: line('No, another day', 'For another day'),
    done: (when) => line(`Noted for ${when}.`),
    cancel: line('Cancel my reminders', 'To cancel your reminders'),
    again: line('Another day', 'For another day'),
    cancelled: line('Cancelled. You will get no reminder.'),
    soon: line('That is too soon for a reminder. Note it well.'),
    hidden: line('Your number is hidden: no reminder is possible.'),
    unreachable: line('We cannot reach this number: no reminder is possible.'),
    help: line('Choose a number.', 'Press a number.'),
  },
};
