/** Words for a mediator who sends a sheet from a basic phone, in French: the reference. */
import { line } from '../../flow.ts';

export const envoiFr = {
  confirm: (title: string, phone: string) =>
    line(`Envoyer « ${title} » au ${phone} ? La personne est d'accord ?`),
  yes: line('Oui, envoyer'),
  no: line('Non'),
  which: line('Quelle fiche ?'),
  pin: line('Votre code à 6 chiffres ?'),
  wrong: line('Ce code est faux. Votre code à 6 chiffres ?'),
  helpPin: line('Le code choisi dans votre compte, au bureau. Cinq erreurs le bloquent.'),
  sent: (phone: string) => line(`C'est noté pour le ${phone}. La suite est au bureau, dans Envois.`),
  locked: line('Code bloqué après cinq erreurs. Choisissez-en un autre au bureau.'),
  capped: line("Trop d'envois en 24 heures. Rien n'est parti."),
  refused: line("Cet envoi n'est pas possible. Rien n'est parti. Voyez au bureau."),
  cancelled: line("Rien n'est parti."),
  unready: line("Choisissez d'abord un code à 6 chiffres dans votre compte, au bureau."),
  noPhone: line('Ce numéro de mobile ne va pas. Écrivez ENVOI, le numéro, puis le sujet.'),
  none: line('Aucune fiche pour ces mots. Écrivez ENVOI, le numéro, puis le sujet.'),
  discreet: line('Sujet discret : il faut un mot convenu. Envoyez cette fiche depuis le bureau.'),
  menu: line('Menu'),
  help: line('Choisissez un chiffre.'),
};
