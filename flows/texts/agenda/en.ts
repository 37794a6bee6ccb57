/** Words of permanences and workshops, in English. */
import { line } from '../../flow.ts';
import { list } from '../list.ts';
import type { agendaFr } from './fr.ts';

export const agendaEn: typeof agendaFr = {
  words: {
    open: list('workshop, workshops, sessions, drop in, digital workshops'),
    mine: list('my bookings, my workshops, my sessions, cancel my booking'),
    enrol: list('sign up, sign me up, book'),
    cancel: list('cancel it, cancel my booking, i cannot come'),
  },
  where: line(
    'Workshops and drop-in hours. Text your town or the postcode.',
    'Workshops and drop-in hours. Key in your postcode, then hash. Or say the town.',
  ),
  none: line('No date known near this place.'),
  first: line('The 1st date', 'This date'),
  second: line('The 2nd date'),
  this: line('This date'),
  later: line('Later', 'The next date'),
  otherDay: line('Another day'),
  dates: line('The dates', 'Back to the dates'),
  mine: line('My bookings', 'Your bookings'),
  menu: line('Menu', 'Back to the menu'),
  enrol: line('Sign up', 'To sign up'),
  cancel: line('Give up my seat', 'To give up your seat'),
  when: (day, time) => `${day} at ${time}`,
  one: (when, theme, place, distance) => `${capital(when)}: ${theme}. ${place}, ${distance}.`,
  until: (when, end, theme) => `${theme}. ${capital(when)}, until ${end}.`,
  at: (place, address, postal, commune) =>
    `${place}. ${address === '' ? '' : `${address}, `}${postal} ${commune}.`,
  level: (level) => `Level: ${level}.`,
  free: line('No booking, just come.'),
  seats: (left) => line(left === 1 ? 'One seat is left.' : `${left} seats are left.`),
  full: line('Full. See another date.'),
  yours: line('You are booked.'),
  hidden: line('Your number is hidden, so you cannot book.'),
  done: line('Done, your seat is kept.'),
  code: (code) =>
    line(
      `To give it up: MY BOOKINGS. By phone, code ${code}.`,
      `Your code: ${code.split('').join(', ')}. With it you can give up your seat.`,
    ),
  cancelled: (when) => line(when === '' ? 'Cancelled.' : `Cancelled for ${when}. Your seat is given back.`),
  yourDates: line('Your bookings:', 'Here are your bookings.'),
  nothing: line('No booking to come.'),
  gone: line('A date was withdrawn by its organisers.'),
  askCode: line('Your four-digit code?', 'Key in your four-digit code, then hash.'),
  wrongCode: line('Unknown code. Try again.', 'This code is not known. Key it in again, then hash.'),
  helpCode: line('You were told the code when you booked.'),
  helpMine: line('Choose a number. Or text: my bookings.', 'Choose a number.'),
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
