/** French: the reference. Every other language has the same shape (`satisfies Texts`). */
import { type Line, line } from '../flow.ts';
import type { Global } from '../input.ts';
import type { PartId, ThemeId } from '../knowledge.ts';
import { agendaFr } from './agenda/fr.ts';
import { callbackFr } from './callback/fr.ts';
import { civicFr } from './civic/fr.ts';
import { envoiFr } from './envoi/fr.ts';
import { guidanceFr } from './guidance/fr.ts';
import { list } from './list.ts';
import { pointsFr } from './points/fr.ts';
import { premisesFr } from './premises/fr.ts';
import { privacyFr } from './privacy/fr.ts';
import { reminderFr } from './reminder/fr.ts';
import { talkFr, talkWordsFr } from './talk/fr.ts';
import { voteFr } from './vote/fr.ts';

const globals: Record<Global, string[]> = {
  menu: list(`
    menu, menue, le menu, au menu, menu principal, retour menu, retour au menu, accueil, acceuil,
    sommaire, debut, au debut, recommencer
  `),
  help: list(`
    aide, a l aide, aidez moi, aider moi, aide moi, besoin d aide, j ai besoin d aide,
    comment ca marche, comment sa marche, coment ca marche, comment ca fonctionne, expliquez,
    expliquez moi, je comprends pas, je comprend pas, je comprends rien, je comprend rien,
    je ne comprends pas, je ne comprend pas, j ai pas compris, je n ai pas compris, pas compris
  `),
  back: list(`
    retour, retours, retourner, retourne, revenir, reviens, revenir en arriere, retour en arriere,
    retour arriere, precedent, precedente, page precedente, en arriere, en ariere, arriere, ariere,
    arierre
  `),
  repeat: list(`
    repeter, repete, repetez, repetes, reppete, repette, repetition, encore, encore une fois,
    redire, redis, redites, pardon, hein, quoi
  `),
  language: list(`
    langue, langues, lange, langage, la langue, autre langue, autres langues, changer de langue,
    changer langue, changer la langue, changez de langue
  `),
  human: list(`
    quelqu un, quelqun, quelquun, quelqu1, quelqu 1, quelque un, quelcun, quelqin, kelkun, kelqun,
    kelk1, kelkin, qqun, qq1, qqn, conseiller, conseillere, conseille, conseiler, conseillers,
    un conseiller, une conseillere, un conseille, humain, un humain, une humaine, etre humain,
    personne, une personne, une vraie personne, vraie personne, operateur, un operateur, agent,
    un agent, parler a quelqu un, parler a quelqun, parler a quelqu1, parlez a quelqu un,
    parle a quelqu un, parler avec quelqu un, parler a une personne, parler a un conseiller,
    parler a un humain, je veux parler a quelqu un, je voudrais parler a quelqu un,
    je veux parler a une personne, je veux parler a un conseiller, rappelez moi, rappeler moi,
    rappelle moi, rappele moi, rapelez moi, rapeler moi, rapelle moi, rapele moi, appelez moi,
    appeler moi, appelle moi
  `),
  contact: list(`
    contact, contacts, qui etes vous, vous etes qui, qui est ce, qui es tu, t es qui, tes qui, tki,
    c est qui, c qui, c ki, ces qui, qui me parle, qui m ecrit, c est quoi ce numero,
    qui gere ce service
  `),
  all: list('tout, tous, toute, tou, tt, tout lire, tout dire, tout savoir, la suite entiere'),
  optOut: list(`
    arret, arrets, arreter, arretez, arrete, aret, areter, aretez, arret sms, arreter sms,
    arreter les sms, stop, stopp, stop sms, desabonner, desabonnez, desabonnez moi, me desabonner,
    desabonnement, desinscrire, desinscrivez moi, me desinscrire, desinscription, plus de sms,
    plus de messages, ne plus recevoir
  `),
  optIn: list('recevoir, recevoire, resevoir, recevoir les sms, start, unstop'),
  slower: list(`
    moins vite, trop vite, plus lentement, lentement, plus doucement, doucement, parlez moins vite,
    ralentir, ralentissez
  `),
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
  changed: line('Nouveau', 'Ce qui a changé'),
  call: line('Qui appeler'),
  page: line('Source'),
};

const partWords: Record<PartId, string[]> = {
  short: list('bref, en bref, resume'),
  right: list(`
    droit, droits, ai je droit, ai je le droit, j ai droit, j y ai droit, j ai le droit, conditions,
    condition, qui, qui a droit, qui peut, pour qui
  `),
  steps: list(`
    demarche, demarches, demarche a suivre, etapes, etape, procedure, comment, coment,
    comment faire, comment je fais, comment on fait, faire, fais, fait, que faire, faut faire quoi
  `),
  bring: list(`
    papier, papiers, papie, documents, document, doc, docs, pieces, piece, justificatifs,
    justificatif, apporter, amener, ramener, emmener, fournir, dossier, de quoi j ai besoin,
    j ai besoin de quoi
  `),
  where: list(`
    lieu, lieux, ou, ou aller, aller, vais, adresse, adresses, adrese, endroit, bureau, guichet
  `),
  cost: list(`
    prix, pri, cout, couts, coute, coutes, couter, combien, combient, conbien, combi1, tarif,
    tarifs, frais, payer, payant, gratuit, gratuite, delai, delais, temps, duree, quand, longtemps,
    attendre
  `),
  late: list(`
    refus, refuse, refusee, refuser, rejet, rejete, retard, bloque, probleme, problemes, pb,
    recours, contester, reponse, sans reponse, pas de reponse, attente, attends
  `),
  changed: list('nouveau, nouveautes, changement, changements, change, outre mer'),
  call: list(`
    appeler, appel, appelle, telephone, telephoner, tel, numero, numeros, num, qui appeler, joindre,
    contacter
  `),
  page: list('source, sources, page, site, lien, internet, officiel'),
};

export const fr = {
  lang: 'fr',
  /** The language in its own name. */
  name: line('Français'),

  words: {
    /** How people write the numbers of answers: index is the number. */
    numbers: [
      ['zero'],
      list('un, une, premier, premiere, prems, 1er, 1ere, 1ier, 1e, 1r'),
      list('deux, deu, deus, deuxieme, deuzieme, second, seconde, 2eme, 2e, 2em, 2ieme, 2nd, 2nde'),
      list('trois, troi, troisieme, 3eme, 3e, 3em, 3ieme'),
      list('quatre, quatr, katre, quatrieme, 4eme, 4e, 4em, 4ieme'),
      list('cinq, sinq, cinquieme, 5eme, 5e, 5em, 5ieme'),
      list('six, sixieme, 6eme, 6e'),
      list('sept, septieme, 7eme, 7e'),
      list('huit, huitieme, 8eme, 8e'),
      list('neuf, neuvieme, 9eme, 9e'),
    ],
    /** What may stand around a number without changing it. */
    around: list(`
      le, la, l, les, numero, num, nr, no, n, chiffre, option, reponse, touche, choix, choisis,
      choisi, choisir, prends, prend, veux, voudrais, tape, taper, tapez, appuie, je, j, ma, mon,
      pour, c, ce, est, sera
    `),
    /** Small words around the name of an answer: "combien ca coute", "c est ou". */
    small: list(`
      ca, sa, cela, il, elle, y, a, ai, j, t, me, faut, fo, pour, de, du, des, d, les, l, et, est,
      ce, c, que, quoi, quel, quels, quelle, quelles, un, une, mon, ma, mes, votre, au, aux, en, je,
      dois, doit, peut, peux, on, va, besoin
    `),
    yes: list(`
      oui, ui, ouii, oui oui, ouais, ouai, ouaip, ouep, oue, we, wi, vi, yes, ok, okay, okey, oki,
      ok d accord, d accord, d acord, daccord, dacord, dac, d ac, entendu, volontiers, je veux bien,
      exact, exactement, c est exact, tout a fait, voila, vrai, juste, c est juste, c est ca,
      c est sa, c ca, oui c est ca, c est cela, c est bien ca, c est bien cela, c est bon, c bon,
      bien sur, 👍, 👌, ✅
    `),
    no: list(`
      non, nan, nn, na, nop, non non, no, nope, pas du tout, du tout, surtout pas, jamais,
      c est pas ca, ce n est pas ca, c est pas sa, pas ca, faux, c est faux, annuler, annule, 👎, ❌
    `),
    /** How people ask for this language, whatever they speak. */
    called: list(`
      francais, le francais, en francais, parler francais, je parle francais, french, in french, speak french,
      frances, francese, franzosisch, frances por favor
    `),
    next: list(`
      suite, la suite, suivant, suivante, continuer, continue, continuez, apres, et apres, ensuite,
      plus, autres, autres choix
    `),
    /** Politeness around a command or a question. */
    polite: list(`
      bonjour, bonjours, bonjour a tous, bnjr, bjr, bj, slt, salut, salam, bonsoir, bsr, bsoir, svp,
      s v p, stp, s t p, s il vous plait, s il vous plais, sil vous plait, silvouplait,
      s il te plait, s il te plais, sil te plait, excusez moi, excuse moi, merci, merci d avance,
      merci beaucoup, merci bien, merci a vous, mrc, mci, cordialement, bonne journee, bonne soiree,
      madame, mme, monsieur, mr, coucou, cc, allo, hello
    `),
    thanks: list(`
      merci, mrc, mci, merci beaucoup, merci bien, merci a vous, merci bcp, mille mercis,
      je vous remercie, super merci, super, ok merci, ok, okay, oki, d accord, daccord, dac,
      entendu, compris, j ai compris, bien recu, c est gentil, c est bon, parfait, top, nickel,
      cool, au revoir, a bientot, bonne journee, bonne soiree, bye, 👍, 👌, 🙏, ❤
    `),
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
        ...line(`${operator}, service automatique. Écrivez votre question. Exemple : carte perdue.`),
        only: 'sms' as const,
      },
      { ...line('Dites votre question, ou choisissez.'), only: 'voice' as const },
    ],
    welcome: (operator: string) => line(`Bonjour. Ici ${operator}, un service automatique.`),
    emergency: line('En danger, raccrochez et faites le 17, ou le 15.'),
    themes: line('Choisir un thème'),
    near: line('Aide près de vous', 'Une aide près de chez vous'),
    human: line("Parler à quelqu'un"),
    civic: line('Votre voix compte', 'Témoigner, signaler, participer'),
    language: line('Langue / language', 'Changer de langue'),
    resume: line('Reprendre', 'Reprendre où vous étiez'),
    help: line(
      "Écrivez votre question avec vos mots, ou le chiffre d'un choix.",
      'Dites votre question avec vos mots, ou tapez un chiffre.',
    ),
  },

  resume: {
    offer: line('Bonjour. La dernière fois, nous nous sommes arrêtés en route.'),
    cut: line('Nous avons peut-être été coupés.'),
    yes: line('Continuer', 'Pour continuer'),
    no: line('Autre question', 'Pour une autre question'),
    help: line(
      '1 reprend là où vous étiez. 2 oublie et recommence.',
      'Un reprend là où vous étiez. Deux recommence.',
    ),
    later: line(
      'Pour reprendre avant cette question : RETOUR.',
      'Pour reprendre où vous étiez, tapez étoile.',
    ),
  },

  rights: {
    themes: line('Quel thème ?'),
    theme: (name: string) => line(`${name} :`, `${name} : quelle question ?`),
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
    title: (label: Line) =>
      /[?!.]$/.test(label.text) ? label : line(`${label.text} :`, `${label.spoken ?? label.text}.`),
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
      feedback: list('avis, erreur, c est faux, faux'),
      sms: list('sms, texto, par sms, message'),
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
    skip: line('Rien à dire', 'Pour ne rien dire'),
    thanks: line('Merci.'),
    help: line('Votre avis sert à corriger la fiche.'),
  },

  points: pointsFr,
  civic: civicFr,
  guidance: guidanceFr,
  premises: premisesFr,
  privacy: privacyFr,
  callback: callbackFr,
  agenda: agendaFr,
  reminder: reminderFr,
  envoi: envoiFr,

  vote: voteFr,
  talk: talkFr,
  talkWords: talkWordsFr,

  contact: (operator: string, contact: string | undefined) =>
    line(
      `Service de ${operator}, automatique, sans lien avec l'administration. ${contact ? `Contact : ${contact}.` : ''}`.trim(),
    ),
  help: {
    sms: line("Mots utiles : MENU, RETOUR, RÉPÉTER, QUELQU'UN."),
    voice: line(
      'Étoile pour revenir, dièse pour répéter. 8 pour parler moins vite. 9 pour le menu, 0 pour une personne.',
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
    who: (name: string, number: string | undefined) =>
      line(`Qui sait : ${name}${number === undefined ? '' : `, ${number}`}.`),
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
