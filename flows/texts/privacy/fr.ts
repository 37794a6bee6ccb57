/** French of what is kept of a person: told, and erased. */
import { type Kept, type Line, line } from '../../flow.ts';
import { counted, inSentences } from '../counted.ts';
import { list } from '../list.ts';

const sms = (text: string): Line => ({ text, only: 'sms' });

export const privacyFr = {
  home: line('Vos données :', 'Vos données, que voulez-vous faire ?'),
  show: line('Ce que nous gardons', 'Savoir ce que nous gardons'),
  erase: line('Tout effacer', 'Pour tout effacer'),
  text: line('Le recevoir par SMS', 'Pour le recevoir par SMS'),
  menu: line('Menu', 'Revenir au menu'),
  help: line(
    'Nous gardons le moins possible. EFFACER efface tout.',
    'Nous gardons le moins possible. Vous pouvez tout effacer.',
  ),
  hidden: line(
    'Votre numéro est caché. Nous ne gardons rien à ce nom.',
    'Votre numéro est caché. Nous ne gardons rien de lui.',
  ),
  /** A number that a call shows may be borrowed: nothing is told to it. */
  unsure: line('Au téléphone, un numéro peut être imité. Nous ne disons donc rien ici.'),
  ask: (operator: string) => line(`Demandez à ${operator}, sur place.`),
  texted: line("C'est parti.", "C'est parti. Le message arrive."),
  /** Kinds and counts, never subjects. */
  kept: (kept: Kept): readonly Line[] => {
    const told = [
      ...counted(kept.texts, 'SMS', 'SMS'),
      ...counted(kept.calls, 'appel'),
      ...counted(kept.recordings, 'message vocal', 'messages vocaux'),
      ...counted(kept.feedback, 'avis', 'avis'),
      ...counted(kept.testimonies, 'témoignage'),
      ...counted(kept.guidances, "message d'un médiateur", 'messages de médiateurs'),
      ...counted(kept.enrolments, 'inscription'),
      ...counted(kept.callbacks, 'demande de rappel', 'demandes de rappel'),
      ...counted(kept.reminders, 'rappel'),
      ...counted(kept.premises, 'lieu inscrit', 'lieux inscrits'),
      ...counted(kept.queued, 'message à envoyer', 'messages à envoyer'),
    ];
    const [first = '', ...rest] = inSentences(told);
    return [
      line(told.length === 0 ? 'De ce numéro, nous ne gardons que cet échange.' : `De ce numéro : ${first}`),
      ...rest.map((words) => line(words)),
      sms('Textes effacés après 30 jours, numéro après 2 ans.'),
    ];
  },
  confirm: [line("Tout ce qui vient de ce numéro sera effacé, pour toujours. D'accord ?")] as readonly Line[],
  yes: line('Oui, tout effacer', 'Pour tout effacer'),
  no: line('Non', 'Si non'),
  untouched: line("Rien n'est effacé."),
  erased: [
    line("C'est effacé. Le numéro part dans les deux heures."),
    sms('Effacez aussi ces SMS sur ce téléphone.'),
  ] as readonly Line[],
  words: {
    /** Whole messages that open this. */
    show: list(`
      mes donnees, mes donnee, donnees, vos donnees, donnees personnelles, mes donnees personnelles, rgpd,
      que gardez vous, que gardez vous de moi, que gardez vous sur moi, vous gardez quoi, vous gardez quoi sur moi,
      que savez vous de moi, que savez vous sur moi, vous savez quoi de moi, vous savez quoi sur moi
    `),
    erase: list(`
      effacer, efacer, effacez, efface, tout effacer, effacer tout, effacez tout, efface tout, effacer mes donnees,
      effacez mes donnees, efface mes donnees, supprimer mes donnees, supprimez mes donnees, supprime mes donnees,
      supprimer mon numero, supprimez mon numero, effacer mon numero, effacez mon numero, efface mon numero,
      oubliez moi, oublie moi, effacer mes messages, effacez mes messages, efface mes messages
    `),
  },
};
