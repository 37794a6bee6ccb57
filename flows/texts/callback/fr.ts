/** Words of call-backs, in French: the reference. Nothing here ever says what a request is about. */
import type { Safe, Way } from '../../duty.ts';
import { line } from '../../flow.ts';
import { list } from '../list.ts';

const ways: Record<Way, ReturnType<typeof line>> = {
  message: line('Appel, message possible', 'Un appel, avec un message si vous êtes absent'),
  call: line('Appel, jamais de message', 'Un appel, sans jamais laisser de message'),
  text: line('SMS', 'Un SMS'),
};

const safe: Record<Safe, ReturnType<typeof line>> = {
  any: line('Toute la journée'),
  morning: line('Le matin seulement'),
  afternoon: line("L'après-midi seulement"),
};

export const callbackFr = {
  words: {
    /** Whole messages that open this. */
    open: list(`
      rappel, rapel, un rappel, mon rappel, le rappel, etre rappele, etre rappelee, me faire rappeler, demander un rappel,
      je veux etre rappele, je veux etre rappelee, je voudrais etre rappele, je voudrais etre rappelee
    `),
  },
  call: line('Demander un rappel', 'Pour demander un rappel'),
  topic: line('Un rappel pour quel sujet ?'),
  danger: line('Je suis en danger'),
  alarm: line(
    'Personne ne lit ici en direct. Danger : appelez le 17 ou le 112. SMS : 114.',
    "Personne n'écoute ici en direct. En danger, raccrochez. Appelez le 17 ou le 112.",
  ),
  where: line(
    'Où êtes-vous ? Écrivez la commune ou le code postal.',
    'Dites votre commune, ou tapez votre code postal. Finissez par dièse.',
  ),
  skip: line('Passer', 'Pour passer'),
  way: line('Comment vous répondre ?'),
  ways,
  when: line('Quand vous joindre sans risque ?', 'Quand peut-on vous joindre sans risque ?'),
  safe,
  done: (by: string) => line(`C'est noté. Nous vous appelons avant ${by}.`),
  doneText: (by: string) => line(`C'est noté. Nous vous écrivons avant ${by}.`),
  number: (number: string) => line(`Vous verrez ce numéro : ${number}.`),
  already: (by: string) => line(`Votre demande est notée. Réponse avant ${by}.`),
  last: {
    missed: line('Nous vous avons appelé, sans réponse.'),
    late: line("Personne n'a pu vous répondre à temps, pardon."),
  },
  cancel: line('Annuler la demande', 'Pour annuler la demande'),
  cancelled: line('Votre demande est annulée.'),
  nobody: line("Personne n'assure de rappel en ce moment."),
  hidden: line('Votre numéro est caché. Nous ne pouvons pas vous rappeler.'),
  unreachable: line('Nous ne pouvons pas appeler ce numéro.'),
  enough: line('Vous avez déjà fait plusieurs demandes. Réessayez demain.'),
  muted: line("Nous ne pouvons pas prendre cette demande. D'autres peuvent vous aider."),
  who: line('Qui appeler', 'Pour savoir qui appeler'),
  near: line('Près de vous', 'Pour une aide près de chez vous'),
  menu: line('Menu', 'Revenir au menu'),
  help: line('Choisissez un chiffre.'),
  /** Sent later, whoever reads them. */
  sent: {
    missed: (operator: string, number: string, by: string) =>
      `${operator} : nous vous avons appelé (${number}), sans réponse. Nous réessayons avant ${by}. Pour annuler : RAPPEL.`,
    gaveUp: (operator: string, number: string) =>
      `${operator} : nous vous avons appelé plusieurs fois (${number}), sans réponse. Pour redemander : RAPPEL.`,
    late: (operator: string, by: string) =>
      `${operator} : personne n'a pu vous répondre à temps, pardon. Nouvelle limite : ${by}. Pour annuler : RAPPEL.`,
    expired: (operator: string) =>
      `${operator} : personne n'a pu vous répondre, pardon. Votre demande s'arrête. Pour redemander : RAPPEL. Sinon : MENU.`,
    written: (operator: string, by: string, words: string) =>
      `${operator}, ${by} vous répond : ${words}\nPour un autre échange : RAPPEL.`,
  },
  /** Told by call, to a phone that takes no texts. */
  notice: {
    missed: (by: string) => `Nous vous avons appelé, sans réponse. Nous réessayons avant ${by}.`,
    gaveUp: (_by: string) => 'Nous vous avons appelé plusieurs fois, sans réponse. Rappelez ce numéro.',
    late: (by: string) => `Personne n'a pu vous répondre à temps, pardon. Nouvelle limite : ${by}.`,
    expired: (_by: string) => "Personne n'a pu vous répondre, pardon. Rappelez ce numéro.",
  },
  /** Said by the bridge, between two people. */
  bridge: {
    helper: (operator: string) => `${operator}. Un rappel vous attend. Pour appeler la personne, tapez 1.`,
    ringing: "Nous appelons. Ne dites pas le sujet avant d'avoir reconnu la personne.",
    person: (operator: string) => `Bonjour. ${operator} vous appelle. Pour répondre, tapez 1.`,
    /** Where no message may be left: a machine that records it learns nothing. */
    unnamed: 'Bonjour. Pour prendre cet appel, tapez 1.',
    news: (operator: string) => `Bonjour. ${operator} a un message pour vous. Pour l'écouter, tapez 1.`,
    joined: 'Vous êtes en relation.',
    over: "L'appel est terminé. Notez la suite au bureau.",
    unanswered: "Personne n'a répondu. Nous prévenons la personne.",
    gone: "Ce rappel n'est plus à vous. Regardez au bureau.",
    bye: 'Au revoir.',
  },
};
