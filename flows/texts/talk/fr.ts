/** First contact in French: the words by which it is known, and the answers. */
import { line } from '../../flow.ts';
import type { Talk, TalkWords } from '../../talk.ts';
import { list } from '../list.ts';

const service = list(
  'sms, message, messages, service, numero, appel, texto, textos, ici, vous, tu, t, es, etes, est, ce, que, c, un, une, le, la, les, en, d, de, du, ou, vrai, vraie, vraiment, parle, parles, parlez, bien, suis, a, avec, pour, moi, quoi, qui, ton, votre, etre, ya, dire, on, mon, sont',
);

export const talkWordsFr: Record<Talk, TalkWords> = {
  scam: { phrases: [], keys: [], around: [] },
  free: {
    phrases: list(
      'c est gratuit, gratuit, ca coute combien, combien coute un sms, c est combien le sms, c est payant, payant',
    ),
    keys: list('gratuit, payant, gratis, facture, facturation, forfait, surtaxe'),
    around: [...service, ...list('cout, coute, prix, combien, hors')],
  },
  robot: {
    phrases: list(
      'c est un robot, t es un robot, vous etes un robot, je parle a qui, a qui je parle, je parle a une machine',
    ),
    keys: list('robot, machine, bot, automatique, ordinateur, ia, humain, intelligence, artificielle'),
    around: service,
  },
  official: {
    phrases: list(
      'c est officiel, vous etes la caf, t es la caf, la caf, c est la caf, vous etes l etat, vous etes la mairie, vous etes le gouvernement, vous etes france services, c est une arnaque',
    ),
    keys: list(
      'officiel, officielle, etat, gouvernement, administration, prefecture, secu, ameli, arnaque, fiable',
    ),
    around: [...service, ...list('caf, mairie, impots')],
  },
  reads: {
    phrases: list(
      'qui lit, qui lit ca, qui lit mes messages, qui lit ce message, qui voit mes messages, c est confidentiel, c est anonyme, qui me lit, vous gardez mes messages',
    ),
    keys: list('lit, lisez, confidentiel, anonyme, secret, prive'),
    around: [...service, ...list('mes, ces, garde, gardez, voit, voir')],
  },
  who: {
    phrases: list(
      'c est quoi ce numero, c est quoi, ca sert a quoi, vous faites quoi, c est quoi ce service, qui parle, vous etes quoi, ki c, c ki, c qui, qui est la, qui m ecrit',
    ),
    keys: [],
    around: [],
  },
  wrong: {
    phrases: list('vous vous trompez, c est pas pour vous, ce n est pas pour vous'),
    keys: list('erreur, trompe, trompee, trompez, mauvais, faux'),
    around: list('numero, desole, desolee, pardon, excusez, excuse, moi, me, suis, dsl, vous, personne'),
  },
  insult: {
    phrases: [],
    keys: list(
      'connard, connards, connasse, conne, con, cons, merde, putain, pute, fdp, ntm, nique, niquer, encule, encules, salope, batard, salaud, abruti, debile, idiot, idiots, stupide, nul, nuls, nulle, tg, gueule, bouffon, clochard',
    ),
    around: [],
  },
};

export const talkFr = {
  scam: line("Ce message a tout d'une arnaque. Ne payez rien, ne donnez aucun code. Transférez-le au 33700."),
  free: (price: string) => line(`Nos réponses ne coutent rien. Votre SMS ou appel : ${price}.`),
  price: 'le prix de votre forfait',
  robot: line(
    "Oui, c'est un service automatique. Pour une personne : QUELQU'UN.",
    "Oui, c'est un service automatique. Pour une personne, tapez 0 deux fois.",
  ),
  official: (operator: string) =>
    line(
      `Non. ${operator} n'est pas l'administration et ne voit pas votre dossier. Nous expliquons les démarches.`,
    ),
  reads: (operator: string) =>
    line(
      `Personne ne lit en direct. ${operator} garde les messages 30 jours, chiffrés. N'écrivez ni nom ni code.`,
    ),
  who: (operator: string) =>
    line(
      `${operator}, service automatique : vos droits et démarches par SMS ou appel. Posez votre question.`,
    ),
  wrong: line('Pas de souci. Bonne journée.'),
  insult: line(
    "Je suis une machine. Posez une question, ou écrivez QUELQU'UN.",
    'Je suis une machine. Posez une question, ou tapez 0 deux fois.',
  ),
  /** Said once, to whoever writes faster than anybody can read. */
  enough: line('Trop de messages. Attendez une heure. En danger, appelez le 17, ou écrivez au 114.'),
  secret: line("N'envoyez jamais de code ni de numéro de carte. Je l'ai effacé. Votre question, sans code ?"),
};
