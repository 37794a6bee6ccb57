/** Words of permanences and workshops, in French: the reference. */
import { line } from '../../flow.ts';
import { list } from '../list.ts';

export const agendaFr = {
  words: {
    /** Whole messages that open this. */
    open: list(`
      atelier, ateliers, permanence, permanences, les ateliers, les permanences, atelier numerique, ateliers numeriques,
      ateliers et permanences, agenda, un atelier, une permanence
    `),
    mine: list(
      'mes inscriptions, inscriptions, mes ateliers, mes dates, annuler mon inscription, annuler inscription',
    ),
    enrol: list('m inscrire, inscrire, inscription, je m inscris, inscrivez moi'),
    cancel: list('annuler, annuler mon inscription, je ne viens plus, je ne peux pas venir'),
  },
  where: line(
    'Ateliers et permanences. Écrivez votre commune ou le code postal.',
    'Ateliers et permanences. Tapez votre code postal, puis dièse. Ou dites la commune.',
  ),
  none: line('Aucune date connue près de ce lieu.'),
  first: line('La 1re date', 'Pour cette date'),
  second: line('La 2e date'),
  this: line('Cette date', 'Pour cette date'),
  later: line('Plus tard', 'Pour la date suivante'),
  otherDay: line('Un autre jour', 'Pour un autre jour'),
  dates: line('Les dates', 'Revenir aux dates'),
  mine: line('Mes inscriptions', 'Pour vos inscriptions'),
  menu: line('Menu', 'Revenir au menu'),
  enrol: line("M'inscrire", 'Pour vous inscrire'),
  cancel: line('Annuler', 'Pour annuler votre inscription'),
  when: (day: string, time: string) => `${day} à ${time}`,
  one: (when: string, theme: string, place: string, distance: string) =>
    `${capital(when)} : ${theme}. ${place}, ${distance}.`,
  until: (when: string, end: string, theme: string) => `${theme}. ${capital(when)}, jusqu'à ${end}.`,
  at: (place: string, address: string, postal: string, commune: string) =>
    `${place}. ${address === '' ? '' : `${address}, `}${postal} ${commune}.`,
  level: (level: string) => `Niveau : ${level}.`,
  free: line('Sans inscription, venez.'),
  seats: (left: number) => line(left === 1 ? 'Il reste une place.' : `Il reste ${left} places.`),
  full: line('Complet. Voyez une autre date.'),
  yours: line('Votre place est gardée.'),
  hidden: line("Votre numéro est caché : l'inscription n'est pas possible."),
  done: line("C'est noté, votre place est gardée."),
  code: (code: string) =>
    line(
      `Pour annuler : MES INSCRIPTIONS. Au téléphone, code ${code}.`,
      `Pour annuler, votre code est : ${code.split('').join(', ')}. Notez-le.`,
    ),
  cancelled: (when: string) =>
    line(when === '' ? "C'est annulé." : `C'est annulé pour ${when}. Votre place est rendue.`),
  yourDates: line('Vos inscriptions :', 'Voici vos inscriptions.'),
  nothing: line('Aucune inscription à venir.'),
  gone: line("Une date a été retirée par ceux qui l'organisent."),
  askCode: line('Votre code à quatre chiffres ?', 'Tapez votre code à quatre chiffres, puis dièse.'),
  wrongCode: line('Code inconnu. Réessayez.', 'Ce code est inconnu. Tapez-le encore, puis dièse.'),
  helpCode: line("Le code a été dit à l'inscription."),
  helpMine: line('Choisissez un chiffre. Ou écrivez : mes inscriptions.', 'Choisissez un chiffre.'),
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
