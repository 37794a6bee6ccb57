/** Words for a mediator who sends a sheet from a basic phone, in English. */
import { line } from '../../flow.ts';
import type { envoiFr } from './fr.ts';

export const envoiEn: typeof envoiFr = {
  confirm: (title, phone) => line(`Send "${title}" to ${phone}? Does the person agree?`),
  yes: line('Yes, send'),
  no: line('No'),
  which: line('Which sheet?'),
  pin: line('Your 6-digit code?'),
  wrong: line('That code is wrong. Your 6-digit code?'),
  helpPin: line('The code chosen in your account, at the desk. Five errors lock it.'),
  sent: (phone) => line(`Noted for ${phone}. What follows is at the desk, under Envois.`),
  locked: line('Code locked after five errors. Choose another one at the desk.'),
  capped: line('Too many messages in 24 hours. Nothing was sent.'),
  refused: line('This cannot be sent. Nothing has left. See at the desk.'),
  cancelled: line('Nothing was sent.'),
  unready: line('First choose a 6-digit code in your account, at the desk.'),
  noPhone: line('This mobile number is not right. Write ENVOI, the number, then the subject.'),
  none: line('No sheet for these words. Write ENVOI, the number, then the subject.'),
  discreet: line('Discreet subject: it needs an agreed word. Send this sheet from the desk.'),
  menu: line('Menu'),
  help: line('Choose a number.'),
};
