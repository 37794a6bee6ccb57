/** Words of reminders, in French: the reference. */
import { line } from '../../flow.ts';
import { list } from '../list.ts';

export const reminderFr = {
  /** What was agreed, told again: neutral, whoever holds the phone. */
  from: (operator: string, by: string, when: string) =>
    line(
      by === '' ? `${operator}, rappel : ${when}.` : `${operator}, rappel de ${by} : ${when}.`,
      by === '' ? `Ici ${operator}. Un rappel : ${when}.` : `Ici ${operator}. Un rappel de ${by} : ${when}.`,
    ),
  visit: (date: string, time: string) => `rendez-vous ${date} à ${time}`,
  deadline: (date: string) => `dernier jour ${date}`,
  place: (place: string) => line(`Lieu : ${place}.`),
  papers: (papers: string) => line(`Papiers : ${papers}.`),
  after: (operator: string, by: string) =>
    line(
      `${operator}, de la part de ${by}. Avez-vous pu ?`,
      `Ici ${operator}, de la part de ${by}. Avez-vous pu ?`,
    ),
  iCome: line('Je viens', 'Si vous venez'),
  done: line("C'est fait", "Si c'est fait"),
  iCannot: line('Je ne peux pas', 'Si vous ne pouvez pas'),
  callMe: line('Rappelez-moi', 'Pour être rappelé'),
  didYes: line('Oui', 'Si oui'),
  didNo: line('Non', 'Si non'),
  didStuck: line('Bloqué', 'Si quelque chose bloque'),
  coming: "C'est noté : vous venez.",
  noted: "C'est noté. Merci.",
  told: (by: string) => `C'est noté. ${by} verra votre réponse.`,
  cannotOwn: "C'est noté. Nous n'avons prévenu personne : appelez le lieu.",
  /** No hour is promised: nobody may be there. */
  call: (by: string) => `C'est noté. L'équipe de ${by} verra votre demande.`,
  yes: 'Tant mieux. Merci de votre réponse.',
  change: line('Changer ma réponse', 'Pour changer votre réponse'),
  menu: line('Menu', 'Revenir au menu'),
  help: line('Répondez par un chiffre.', 'Tapez un chiffre.'),
  words: {
    coming: list('je viens, je vien, j arrive, je serai la, je viendrai, c est fait, fait'),
    cannot: list(
      'je ne peux pas, je peux pas, peux pas, je ne viens pas, je viens pas, annuler, pas possible',
    ),
    stuck: list('bloque, bloquee, je suis bloque, je suis bloquee, ca bloque, coince, coincee'),
  },
  /** What somebody asks to be reminded of. */
  own: {
    words: {
      open: list(`
        mon rdv, mon rendez vous, noter un rdv, noter un rendez vous, rappel rdv,
        rappel rendez vous, un rappel de rendez vous, mettre un rappel, noter un rappel, rappel date
      `),
      /** Before a day. */
      before: list(
        'rappel, rapel, rappel le, rappel pour le, rappel rdv, rappel rdv le, rappel rendez vous le',
      ),
      cancel: list(`
        annuler mes rappels, annuler mon rappel, annuler rappel, annule mon rappel, supprimer mon rappel,
        supprimer mes rappels, plus de rappel
      `),
    },
    offer: line('Un rappel', 'Pour un rappel avant un rendez-vous'),
    day: line(
      'Rappel : pour quel jour ? Par exemple 12/12, ou 12/12 14h.',
      'Un rappel, pour quel jour ? Tapez deux chiffres pour le jour, deux pour le mois, puis dièse.',
    ),
    badDay: line(
      "Je n'ai pas lu ce jour. Écrivez par exemple 12/12.",
      "Je n'ai pas compris ce jour. Pour le 5 mars, tapez 0, 5, 0, 3, puis dièse.",
    ),
    helpDay: line('Le jour, puis le mois : 12/12.', 'Deux chiffres pour le jour, deux pour le mois.'),
    hour: line(
      'À quelle heure ? Par exemple 14h30.',
      'À quelle heure ? Tapez deux chiffres pour les heures, deux pour les minutes, puis dièse.',
    ),
    badHour: line(
      "Je n'ai pas lu cette heure. Écrivez par exemple 14h30.",
      "Je n'ai pas compris cette heure. Pour 9 heures, tapez 0, 9, 0, 0, puis dièse.",
    ),
    helpHour: line("L'heure du rendez-vous : 9h ou 14h30.", 'Quatre chiffres, de 0 heure à 23 heures 59.'),
    when: (date: string, time: string) => `${date} à ${time}`,
    confirm: (when: string, byText: boolean, before: string) =>
      line(`Rappel pour ${when}. Nous vous ${byText ? 'écrivons' : 'appelons'} ${before}. D'accord ?`),
    /** When it is told: the truth of that very day. */
    before: { eve: 'la veille vers 10h', saturday: 'le samedi avant, vers 10h', shortly: 'peu avant' },
    yes: line('Oui', 'Si oui'),
    no: line('Non, un autre jour', 'Pour un autre jour'),
    done: (when: string) => line(`C'est noté pour ${when}.`),
    cancel: line('Annuler mes rappels', 'Pour annuler vos rappels'),
    again: line('Un autre jour', 'Pour un autre jour'),
    cancelled: line("C'est annulé. Vous n'aurez pas de rappel."),
    soon: line("C'est trop proche pour un rappel. Notez-le bien."),
    hidden: line("Votre numéro est caché : le rappel n'est pas possible."),
    unreachable: line("Nous ne pouvons pas joindre ce numéro : le rappel n'est pas possible."),
    help: line('Choisissez un chiffre.', 'Tapez un chiffre.'),
  },
};
