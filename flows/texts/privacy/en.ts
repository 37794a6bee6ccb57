/** English of what is kept of a person: told, and erased. */
import { type Line, line } from '../../flow.ts';
import { counted, inSentences } from '../counted.ts';
import { list } from '../list.ts';
import type { privacyFr } from './fr.ts';

const sms = (text: string): Line => ({ text, only: 'sms' });

export const privacyEn: typeof privacyFr = {
  home: line('Your data:', 'Your data. What would you like to do?'),
  show: line('What we keep', 'To know what we keep'),
  erase: line('Erase it all', 'To erase it all'),
  text: line('Get it by text', 'To get it by text'),
  menu: line('Menu', 'For the menu'),
  help: line(
    'We keep as little as we can. ERASE erases it all.',
    'We keep as little as we can. You may erase it all.',
  ),
  hidden: line('Your number is hidden. We keep nothing under it.'),
  unsure: line('By phone, a number can be faked. So we tell nothing here.'),
  ask: (operator) => line(`Ask ${operator}, in person.`),
  texted: line('It is on its way.', 'It is on its way to your phone.'),
  kept: (kept) => {
    const told = [
      ...counted(kept.texts, 'text'),
      ...counted(kept.calls, 'call'),
      ...counted(kept.recordings, 'voice message'),
      ...counted(kept.feedback, 'opinion'),
      ...counted(kept.testimonies, 'story', 'stories'),
      ...counted(kept.guidances, 'message from a helper', 'messages from helpers'),
      ...counted(kept.enrolments, 'booking'),
      ...counted(kept.callbacks, 'call back'),
      ...counted(kept.reminders, 'reminder'),
      ...counted(kept.premises, 'place that you speak for', 'places that you speak for'),
      ...counted(kept.queued, 'message to send', 'messages to send'),
    ];
    const [first = '', ...rest] = inSentences(told);
    return [
      line(told.length === 0 ? 'Of this number, we keep this exchange alone.' : `Of this number: ${first}`),
      ...rest.map((words) => line(words)),
      sms('Texts go after 30 days, the number after 2 years.'),
    ];
  },
  confirm: [line('All that came from this number will be erased, for good. All right?')],
  yes: line('Yes, erase it all', 'To erase it all'),
  no: line('No', 'If not'),
  untouched: line('Nothing is erased.'),
  erased: [
    line('It is erased. The number goes within two hours.'),
    sms('Erase these texts on this phone too.'),
  ],
  words: {
    show: list(`
      my data, mydata, personal data, gdpr, what do you keep, what do you know about me, what do you keep about me
    `),
    erase: list(`
      erase, erase all, erase me, erase my data, delete, delete all, delete my data, delete my number,
      delete my messages, erase my number, erase my messages, forget me
    `),
  },
};
