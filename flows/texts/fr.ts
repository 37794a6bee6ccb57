/** French: the reference. Every other language has the same shape (`satisfies Texts`). */
import { line } from '../flow.ts';
import type { Global } from '../input.ts';
import type { PartId, ThemeId } from '../knowledge.ts';

const globals: Record<Global, string[]> = {
  menu: ['menu', 'accueil', 'sommaire', 'debut', 'menu principal'],
  help: ['aide', 'a l aide', 'aidez moi', 'aide moi', 'comment ca marche', 'je comprends pas', 'pas compris'],
  back: ['retour', 'revenir', 'precedent', 'en arriere'],
  repeat: ['repeter', 'repete', 'repetez', 'encore', 'redire', 'pardon'],
  language: ['langue', 'langues', 'changer de langue', 'changer langue'],
  human: [
    'quelqu un',
    'quelqun',
    'conseiller',
    'une conseillere',
    'conseillere',
    'humain',
    'une personne',
    'personne',
    'parler a quelqu un',
    'parler a un conseiller',
    'rappelez moi',
    'rappelle moi',
    'un conseiller',
    'un humain',
  ],
  contact: [
    'contact',
    'qui etes vous',
    'c est qui',
    'qui est ce',
    'qui gere ce service',
    'vous etes qui',
    't es qui',
  ],
  all: ['tout', 'tous', 'tout lire', 'la suite entiere'],
  optOut: ['arret', 'arreter', 'stop', 'stop sms', 'arret sms', 'desabonner', 'desinscription'],
  optIn: ['recevoir'],
  slower: ['moins vite', 'plus lentement', 'lentement', 'doucement'],
};

const themes: Record<ThemeId, ReturnType<typeof line>> = {
  papers: line('Papiers, état civil, vote'),
  benefits: line('Aides et allocations'),
  health: line('Santé'),
  housing: line('Logement'),
  work: line('Travail, chômage'),
  family: line('Famille'),
  school: line('École, études'),
  residence: line('Séjour, étrangers'),
  age: line('Retraite, handicap'),
  money: line('Banque, dettes, impôts'),
  justice: line('Justice, police'),
  transport: line('Permis, transport'),
};

const parts: Record<PartId, ReturnType<typeof line>> = {
  short: line('En bref'),
  right: line('Ai-je droit', 'Savoir si vous y avez droit'),
  steps: line('Démarche', 'La démarche sans internet'),
  bring: line('Papiers', 'Les papiers à apporter'),
  where: line('Lieu', 'Où aller'),
  cost: line('Prix et délai', 'Le prix et le délai'),
  late: line('Refus, retard', 'En cas de refus ou de retard'),
  call: line('Qui appeler'),
  page: line('Source'),
};

const partWords: Record<PartId, string[]> = {
  short: ['bref', 'en bref', 'resume'],
  right: ['droit', 'droits', 'ai je droit', 'j ai droit', 'conditions', 'condition', 'qui'],
  steps: ['demarche', 'demarches', 'etapes', 'etape', 'comment', 'comment faire', 'faire'],
  bring: [
    'papier',
    'papiers',
    'documents',
    'document',
    'pieces',
    'piece',
    'justificatifs',
    'apporter',
    'dossier',
  ],
  where: ['lieu', 'ou', 'ou aller', 'adresse', 'endroit', 'bureau', 'guichet'],
  cost: [
    'prix',
    'cout',
    'coute',
    'combien',
    'tarif',
    'delai',
    'delais',
    'temps',
    'duree',
    'quand',
    'gratuit',
    'payant',
  ],
  late: ['refus', 'refuse', 'retard', 'bloque', 'probleme', 'recours', 'reponse', 'attente'],
  call: ['appeler', 'telephone', 'numero', 'tel', 'qui appeler', 'joindre', 'contacter'],
  page: ['source', 'page', 'site', 'lien', 'internet', 'officiel'],
};

export const fr = {
  lang: 'fr',
  /** The language in its own name. */
  name: line('Français'),

  words: {
    /** How people write the numbers of answers: index is the number. */
    numbers: [
      ['zero'],
      ['un', 'une', 'premier', 'premiere', '1er', '1ere', 'prems'],
      ['deux', 'deuxieme', 'second', 'seconde', '2eme', '2e', '2nd'],
      ['trois', 'troisieme', '3eme', '3e'],
      ['quatre', 'quatrieme', '4eme', '4e', 'quatr'],
      ['cinq', 'cinquieme', '5eme', '5e'],
      ['six', 'sixieme'],
      ['sept', 'septieme'],
      ['huit', 'huitieme'],
      ['neuf', 'neuvieme'],
    ],
    /** What may stand around a number without changing it. */
    around: [
      'le',
      'la',
      'numero',
      'num',
      'no',
      'n',
      'option',
      'reponse',
      'touche',
      'choix',
      'choisis',
      'je',
      'tape',
      'ma',
      'c',
      'est',
    ],
    yes: [
      'oui',
      'ouais',
      'ouai',
      'oue',
      'wi',
      'ok',
      'okay',
      'd accord',
      'dac',
      'daccord',
      'exact',
      'voila',
      'c est ca',
      'bien sur',
      'oui oui',
      '👍',
    ],
    no: ['non', 'nan', 'nn', 'pas du tout', 'c est pas ca', 'non non', '👎'],
    next: ['suite', 'suivant', 'la suite', 'continuer', 'continue', 'apres', 'plus'],
    /** Politeness around a command or a question. */
    polite: [
      'bonjour',
      'bjr',
      'slt',
      'salut',
      'bonsoir',
      'bsr',
      'svp',
      'stp',
      's il vous plait',
      's il te plait',
      'merci',
      'mrc',
      'madame',
      'monsieur',
      'coucou',
      'cc',
      'allo',
      'mr',
      'mme',
      'hello',
    ],
    thanks: [
      'merci',
      'mrc',
      'merci beaucoup',
      'merci bien',
      'super merci',
      'ok merci',
      'c est gentil',
      'au revoir',
      'bonne journee',
      'parfait',
    ],
    globals,
    parts: partWords,
  },

  themes,
  parts,

  /** Before the very first answer: who speaks, and that it is a machine. */
  greet: (operator: string) => line(`${operator}, réponse automatique.`),
  next: line('Suite', 'Pour la suite'),
  more: line('Autres choix', 'Pour les autres choix'),
  yes: line('Oui'),
  no: line('Non'),
  /** A key by voice: the label first. */
  press: (label: string, key: string) => `${label}, tapez ${key}.`,
  keys: { '*': 'étoile', '#': 'dièse' } as Record<string, string>,

  menu: {
    home: (operator: string) => [
      {
        ...line(
          `${operator}, service automatique. Écrivez votre question, par exemple : carte d'identité perdue.`,
        ),
        only: 'sms' as const,
      },
      { ...line('Dites votre question, ou choisissez.'), only: 'voice' as const },
    ],
    welcome: (operator: string) => line(`Bonjour. Ici ${operator}, un service automatique.`),
    emergency: line('En danger, raccrochez et faites le 17, ou le 15.'),
    themes: line('Choisir un thème'),
    human: line("Parler à quelqu'un"),
    language: line('Langue / language', 'Changer de langue'),
    resume: line('Reprendre', 'Reprendre où vous étiez'),
    help: line(
      "Écrivez votre question avec vos mots, ou le chiffre d'un choix.",
      'Dites votre question avec vos mots, ou tapez un chiffre.',
    ),
  },

  resume: {
    offer: line('Bonjour. La dernière fois, nous nous sommes arrêtés en route.'),
    cut: line('Bonjour. Nous avons peut-être été coupés.'),
    yes: line('Continuer', 'Pour continuer'),
    no: line('Autre question', 'Pour une autre question'),
    help: line(
      '1 reprend là où vous étiez. 2 oublie et recommence.',
      'Un reprend là où vous étiez. Deux recommence.',
    ),
    later: line('Pour reprendre avant cette question : MENU.', 'Pour reprendre où vous étiez, tapez 9.'),
  },

  rights: {
    themes: line('Quel thème ?'),
    theme: (name: string) => line(`${name} : quelle question ?`),
    choose: line('Vous voulez dire :'),
    other: line('Autre chose'),
    otherHelp: line("Dites-le avec d'autres mots, ou choisissez un thème."),
    gone: line("Cette fiche n'est plus là."),
    help: line(
      'Choisissez, ou écrivez un mot : prix, papiers, lieu. TOUT donne la suite.',
      'Choisissez un chiffre, ou dites un mot : prix, papiers, lieu.',
    ),
    helpChoose: line(
      'Choisissez un chiffre, ou écrivez votre question autrement.',
      'Choisissez un chiffre, ou dites votre question autrement.',
    ),
    title: (label: string) => line(`${label} :`, `${label}.`),
    inFrench: line('Seulement en français :'),
    done: line(
      "C'est tout. Écrivez une autre question quand vous voulez.",
      "C'est tout. Dites une autre question quand vous voulez.",
    ),
    sms: line('Recevoir par SMS', 'Recevoir cette fiche par SMS'),
    feedback: line('Donner un avis'),
    human: line("Quelqu'un", "Parler à quelqu'un"),
    menu: line('Menu', 'Revenir au menu'),
    words: {
      feedback: ['avis', 'erreur', 'c est faux', 'faux'],
      sms: ['sms', 'texto', 'par sms', 'message'],
    },
  },

  human: {
    ask: line('Pour quel sujet ?'),
    body: (name: string, field: string) => line(`${name} : ${field}.`),
    number: (number: string) => line(`Tél. ${number}.`, `Leur numéro : ${number}.`),
    near: line('Près de vous : votre mairie ou un lieu France Services.'),
    nobody: line('Personne ne lit ni ne répond en direct ici.'),
    dial: line('Être mis en relation'),
    dialing: (name: string) => line(`${name}. Ne quittez pas.`),
    missed: line("Personne n'a répondu. Réessayez plus tard."),
    ended: line("L'appel est terminé."),
    other: line('Autre sujet', 'Pour un autre sujet'),
    menu: line('Menu', 'Revenir au menu'),
    help: line(
      'Choisissez un chiffre, ou écrivez votre question.',
      'Choisissez un chiffre, ou dites votre question.',
    ),
  },

  language: {
    ask: line('Langue ? Language?', 'Quelle langue ?'),
    help: line('Répondez par le chiffre de la langue.', 'Tapez le chiffre de la langue.'),
  },

  send: {
    confirm: line('La fiche sera envoyée par SMS au numéro qui appelle. Ce téléphone garde le message.'),
    yes: line('Envoyer', "Pour l'envoyer"),
    other: line('Un autre numéro', 'Pour un autre numéro'),
    ask: line('Tapez les dix chiffres du mobile, puis dièse.'),
    none: line('Pas de mobile', 'Sans mobile'),
    helpAsk: line('Le numéro commence par 06 ou 07. Tapez dix chiffres, puis dièse.'),
    wrong: line("Ce numéro n'est pas un mobile français. Tapez dix chiffres, puis dièse."),
    readBack: (number: string) => line(`Le numéro est le ${number}.`),
    right: line("C'est juste", "Si c'est juste"),
    again: line('Corriger', 'Pour corriger'),
    sent: line("C'est parti.", "C'est parti. Le message arrive."),
    callUs: (number: string) => line(`Pour la suite, appelez le ${number}.`),
    pencil: line('Prenez un crayon.'),
    twice: (words: string) => line(`Je répète. ${words}`),
    back: line('Revenir à la fiche', 'Pour revenir à la fiche'),
    help: line('Tapez un chiffre pour choisir.'),
  },

  feedback: {
    helped: line('Cette réponse vous a-t-elle aidé ?'),
    words: (operator: string) => [
      {
        ...line(`Écrivez ce qui manque ou ce qui est faux. ${operator} le lira. Pas de nom ni de numéro.`),
        only: 'sms' as const,
      },
      {
        ...line(
          `Dites après le bip ce qui manque ou ce qui est faux. Votre message est enregistré et ${operator} l'écoutera. Dièse pour finir.`,
        ),
        only: 'voice' as const,
      },
    ],
    skip: line('Rien à dire'),
    thanks: line('Merci.'),
    help: line('Votre avis sert à corriger la fiche.'),
  },

  contact: (operator: string, contact: string | undefined) =>
    line(
      `Service de ${operator}, automatique, sans lien avec l'administration. ${contact ? `Contact : ${contact}.` : ''}`.trim(),
    ),
  help: {
    sms: line("Répondez par un chiffre, ou posez une question. Aussi : MENU, RETOUR, QUELQU'UN."),
    voice: line(
      'Étoile pour revenir, dièse pour répéter, 8 pour parler moins vite, 9 pour le menu, 0 pour une personne.',
    ),
  },
  thanks: line('Avec plaisir. Écrivez quand vous voulez.', 'Avec plaisir.'),
  nothingMore: line("Il n'y a rien de plus ici."),
  optOut: line(
    'Entendu. Nous ne vous enverrons rien sans demande. Vos questions restent possibles. Pour changer : RECEVOIR.',
    'Entendu. Nous ne vous enverrons rien sans demande.',
  ),
  optIn: line('Entendu. Vous pouvez de nouveau recevoir nos messages.'),
  confirm: {
    ask: (label: string) => line(`Vous avez répondu : ${label}. C'est bien cela ?`),
    help: line('1 confirme, 2 annule.', 'Un confirme, deux annule.'),
  },
  miss: {
    unknown: line('Je ne sais pas répondre à cela.'),
    unheard: line("Je n'ai pas bien compris."),
    choice: line("Ce chiffre n'est pas proposé."),
    emergency: (number: string) =>
      line(`Ici, on ne joint pas le ${number}. Composez-le sur votre téléphone.`),
    phone: line('Je ne peux rien faire de ce numéro. Que cherchez-vous ?'),
    postal: line('Un code postal : que cherchez-vous ?'),
    picture: line('Je ne sais pas lire les images. Écrivez votre question.'),
    empty: line('Votre message est vide. Écrivez votre question.'),
    third: line(
      "Reprenons. Pour une personne : QUELQU'UN.",
      'Reprenons. Pour une personne, tapez 0 deux fois.',
    ),
  },
  voice: {
    silence: line("Je n'ai rien entendu."),
    bye: line('Au revoir. Rappelez quand vous voulez.'),
    slower: line('Je parle moins vite.'),
    faster: line('Je parle normalement.'),
    trouble: line('Un problème technique. Rappelez dans quelques minutes. En danger, faites le 17 ou le 15.'),
  },
  trouble: line('Un problème technique. Réessayez dans quelques minutes. En danger : 17 ou 15.'),
};
