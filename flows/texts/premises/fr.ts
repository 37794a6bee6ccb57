/** Words for a place's own staff, in French: the reference. */
import { line } from '../../flow.ts';
import { list } from '../list.ts';

const months = list(
  'janvier, février, mars, avril, mai, juin, juillet, aout, septembre, octobre, novembre, décembre',
);
const day = (date: number, month: number) => `${date === 1 ? '1er' : date} ${months[month]}`;

export const premisesFr = {
  /** The first word of a text that says so. */
  words: {
    closed: list('ferme, fermee, fermes, fermeture'),
    open: list('ouvert, ouverte, ouverts, rouvert'),
  },
  which: line('Quel lieu ?'),
  one: (name: string, date: number, month: number) =>
    line(`${name} : fermé le ${day(date, month)}. C'est bien cela ?`),
  days: (name: string, date: number, month: number, lastDate: number, lastMonth: number) =>
    line(`${name} : fermé du ${day(date, month)} au ${day(lastDate, lastMonth)}. C'est bien cela ?`),
  reopen: (name: string) => line(`${name} : retirer toutes les fermetures. C'est bien cela ?`),
  done: line("C'est noté. Nous le disons dès maintenant. Pour revenir : OUVERT."),
  opened: line("C'est noté. Plus aucune fermeture n'est dite."),
  kept: line("D'accord, rien n'a changé."),
  unclear: line('Écrivez FERME et le jour : FERME 24/12. Ou deux jours : FERME 24/12 3/1.'),
  menu: line('Menu', 'Revenir au menu'),
  help: line('1 pour confirmer, 2 pour ne rien changer.'),
  helpDays: line('Le jour, puis le mois : FERME 24/12.'),
};
