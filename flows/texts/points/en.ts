/** Words of "help near you", in English. */
import { line } from '../../flow.ts';
import { list } from '../list.ts';
import type { pointsFr } from './fr.ts';

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = list(
  'January, February, March, April, May, June, July, August, September, October, November, December',
);

export const pointsEn: typeof pointsFr = {
  needs: {
    papers: line('Help with paperwork'),
    computer: line('A computer'),
    class: line('Learn computers'),
    food: line('Food'),
    shelter: line('A place to sleep'),
    care: line('Health care'),
    legal: line('Legal advice'),
    work: line('Work'),
    youth: line('Young people'),
  },
  noPlace: {
    papers: line('Ask your town hall (mairie).'),
    computer: line('Ask your town hall or the library.'),
    class: line('Ask your town hall or the library.'),
    food: line('The CCAS of your town hall knows where to get food.'),
    shelter: line('To sleep tonight: call 115, free, day and night.'),
    care: line('Call 15 if urgent. A PASS in hospitals treats you without papers or money.'),
    legal: line('Legal advice points answer at 30 39, free.'),
    work: line('France Travail answers at 39 49.'),
    youth: line('The mission locale helps people aged 16 to 25. Your town hall knows it.'),
  },
  words: {
    papers: list('paperwork, papers, forms, file'),
    computer: list('computer, internet, printer, print, scan'),
    class: list('learn, class, course, training, workshop'),
    food: list('food, eat, meal, hungry'),
    shelter: list('sleep, shelter, bed, tonight'),
    care: list('doctor, care, health, nurse'),
    legal: list('lawyer, legal, law'),
    work: list('job, work, cv'),
    youth: list('young, youth'),
  },
  asksNear: list('near me, near my home, close to me, help near me, where can i get help, a place near me'),
  asksWhere: list('where, find, looking, place'),
  need: line('What do you need near you?'),
  keep: line('Remember my town'),
  keepWords: list('remember, keep my town'),
  kept: (name) => line(`We remember: ${name}. It will be offered again. ERASE erases it all.`),
  forget: line('Forget this place'),
  forgetWords: list('forget, forget it'),
  dated: line('Workshops and drop-ins', 'A workshop or drop-in hours'),
  where: line(
    'Where are you? Text the town or the postcode.',
    'Key in your postcode, then hash. Or say the town.',
  ),
  unknown: line(
    'Place not found. Text the postcode: five digits.',
    'I cannot find it. Key in your postcode, then hash.',
  ),
  helpWhere: line('For example: 93200, or Saint-Denis.', 'A postcode has five digits. Finish with hash.'),
  which: line('Which place?'),
  elsewhere: line('Another town'),
  spot: (name, department) => line(`${name} (${department})`, `${name}, department ${department}`),
  help: line('Choose a number.'),
  none: (need) => line(`No place known here: ${need}.`),
  first: line('Details of 1st', 'More details'),
  second: line('Details of 2nd'),
  details: line('Details', 'More details'),
  farther: line('Farther', 'Another place'),
  moments: line('Another time'),
  moment: line('When?'),
  menu: line('Menu', 'Back to the menu'),
  back: line('The places', 'Back to the places'),
  call: line('To be put through'),
  dialing: (name) => line(`${name}. Please hold.`),
  missed: line('Nobody answered. Try again later.'),
  ended: line('The call is over.'),
  gone: line('This place is no longer there.'),
  example: line('Example, made-up place.'),
  place: (name, distance, opening, phone) =>
    `${name}, ${distance}: ${opening}.${phone === '' ? '' : ` ${phone}.`}`,
  distance: (metres) =>
    metres < 950
      ? `${Math.max(50, Math.round(metres / 50) * 50)} m`
      : `${(metres / 1000).toFixed(metres < 9_950 ? 1 : 0)} km`,
  distanceSpoken: (metres) =>
    metres < 950
      ? `${Math.max(50, Math.round(metres / 50) * 50)} metres away`
      : `${(metres / 1000).toFixed(metres < 9_950 ? 1 : 0)} kilometres away`,
  time: (hour, minute) =>
    `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`,
  today: 'today',
  tomorrow: 'tomorrow',
  day: (weekday) => days[weekday] ?? '',
  date: (weekday, day, month) => `${days[weekday]} ${day} ${months[month]}`,
  open: (until) => (until === '' ? 'open' : `open until ${until}`),
  opens: (day, time) => `opens ${day}${day === '' ? 'at ' : ' '}${time}`,
  closed: 'closed',
  closedToday: 'closed today',
  closedThrough: (day, month) => `closed, back after ${day} ${months[month]}`,
  unknownHours: 'hours not known, please call',
  visits: {
    moves: 'moves around, call first',
    several: 'several sites, call first',
    appointment: 'by appointment',
  },
  comment: 'call first',
  address: (address, postal, commune) => line(`${address}, ${postal} ${commune}.`),
  phone: (number) => line(`Phone ${number}.`, `The number: ${number}.`),
  speaks: (languages) => line(`Languages: ${languages}.`),
  wheelchair: line('Wheelchair access.'),
  noWheelchair: line('No wheelchair access.'),
  wrong: line('Mistake'),
  wrongWords: list('mistake, error, wrong, it is wrong, wrong number, wrong address'),
  helpDetails: line(
    'Choose a number. MISTAKE if a detail is wrong.',
    'Choose a number. Or say mistake, if a detail is wrong.',
  ),
  note: (words) => line(`Good to know, in French: ${words}`),
  said: (words) => line(`In French: ${words}`),
  old: (month, year) => line(`Data of ${months[month]} ${year}.`),
  morning: (day) => line(`${day} morning`),
  afternoon: (day) => line(`${day} afternoon`),
};
