/** Words of guidance, in French: the reference. */
import { line } from '../../flow.ts';

export const guidanceFr = {
  /** Says neither what it is about nor whom it is for: anybody may read it. */
  neutral: (operator: string, by: string) =>
    line(`${operator} : ${by} vous a laissé un message.`, `${by} vous a laissé un message.`),
  read: line('Le lire', "Pour l'écouter"),
  notMe: line('Pas pour moi', "Si ce n'est pas pour vous"),
  orCall: (number: string) => `Ou appelez le ${number}.`,
  toHear: (number: string) => `Pour l'écouter, appelez le ${number}.`,
  helpWaiting: line('1 pour le lire. MENU pour autre chose.', "1 pour l'écouter, 9 pour le menu."),
  word: (by: string) =>
    line(
      `Écrivez le mot convenu avec ${by}.`,
      `Dites le mot convenu avec ${by}. Ou tapez ses lettres, puis dièse.`,
    ),
  wrong: line("Ce n'est pas ce mot. Essayez encore."),
  helpWord: line(
    'Un seul mot. Sans ce mot, le message reste fermé.',
    'Sans ce mot, le message reste fermé. 9 pour le menu.',
  ),
  locked: (by: string) => line(`Le message est refermé. Demandez à ${by} de le renvoyer.`),
  refused: line("Entendu. Ce message n'était pas pour vous."),
  /** Where the phone is the person's own and they agreed to it: who sends it, and what they add. */
  essential: (operator: string, by: string, note: string) =>
    line(note === '' ? `${operator}, de la part de ${by}.` : `${operator}, de la part de ${by} : ${note}`),
  from: (by: string, note: string) => line(note === '' ? `De la part de ${by}.` : `${by} : ${note}`),
  place: (name: string) => line(`Lieu : ${name}.`),
  help: line('Choisissez un chiffre, ou écrivez votre question.', 'Choisissez un chiffre.'),
  sheet: line('La fiche', 'Pour écouter la fiche'),
  menu: line('Menu', 'Revenir au menu'),
  /** The page that a link leads to. */
  page: {
    skip: 'Aller au contenu',
    languages: 'Langues',
    place: 'Où aller',
    who: 'Qui appeler',
    source: 'Page officielle',
    changed: 'Ce qui a changé',
    danger: 'En danger :',
    onward: 'Une question ?',
    bySms: (number: string) => `Par SMS : ${number}.`,
    byCall: 'Par téléphone :',
    expires: (day: string) => `Cette page s'efface le ${day}.`,
    licence: 'Textes officiels : Licence Ouverte, Direction de l’information légale et administrative.',
  },
};
