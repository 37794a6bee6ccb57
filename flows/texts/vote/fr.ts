/** French of consultations. */
import { type Line, line } from '../../flow.ts';
import { list } from '../list.ts';

const sms = (text: string): Line => ({ text, only: 'sms' });
const voice = (text: string): Line => ({ text, only: 'voice' });
const MONTHS = list(
  'janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre',
);
const spaced = (digits: string) => `${digits.slice(0, 2)} ${digits.slice(2, 6)} ${digits.slice(6)}`;
const slowly = (digits: string) => [...digits].join(', ');
const points = (n: number) => (n > 1 ? `${n} points` : `${n} point`);

export const voteFr = {
  title: (title: string) => line(`Consultation : ${title}.`),
  by: (organiser: string, who: string) => line(`${organiser} demande l'avis de : ${who}.`),
  rules: (questions: number): readonly Line[] => [
    line(`${questions} question${questions > 1 ? 's' : ''}, une voix par personne.`),
    line("Ce n'est pas une élection légale."),
    sms('Vos réponses restent visibles dans ce téléphone.'),
    voice('Personne ne saura votre réponse. Pour sauter une question, tapez 7.'),
  ],
  hidden: line(
    'Votre numéro est caché. Il faut un numéro visible pour voter.',
    'Votre numéro est caché. Rappelez en montrant votre numéro pour voter.',
  ),
  why: line('Il faut un numéro visible ou un code : une voix par personne.'),
  start: line('Commencer', 'Pour commencer'),
  goOn: line('Continuer', 'Pour continuer votre vote'),
  again: line('Tout refaire', 'Pour tout refaire'),
  code: line("J'ai un code papier", 'Si vous avez un code papier'),
  other: line('Autre votant, avec un code', 'Pour un autre votant, avec un code'),
  check: line('Vérifier un reçu', 'Pour vérifier un reçu'),
  menu: line('Menu', 'Revenir au menu'),
  codeAsk: line(
    'Quel est le code du papier ? Il a 10 chiffres.',
    'Tapez les dix chiffres du code, puis dièse.',
  ),
  codeWrong: line(
    'Ce code ne va pas. Il a 10 chiffres.',
    'Ce code ne va pas. Tapez ses dix chiffres, puis dièse.',
  ),
  codeHelp: line("L'organisateur donne ce code sur papier. Un code vaut une voix."),
  stopped: line("Trois codes faux. Demandez votre code à l'organisateur."),
  over: line('Cette consultation est terminée.'),
  wrong: line("Je n'ai pas compris cette réponse."),
  question: (n: number, of: number, text: string) => line(`${n}/${of} ${text}`, `Question ${n}. ${text}`),
  skip: line('Passer', 'Pour passer'),
  skipFirst: sms('PASSER saute une question.'),
  skipHelp: line(
    'PASSER saute la question. RETOUR revient à la précédente.',
    'Pour passer, tapez 7. Étoile revient en arrière.',
  ),
  scale: (low: string, high: string) => line(`De ${low} à ${high}.`, `Tapez de ${low} à ${high}.`),
  several: (most: number) => line(`${most} choix au plus, un par un.`),
  picked: (label: string) => line(`C'est noté : ${label}. Un autre ?`),
  done: line("C'est tout", "Si c'est tout"),
  rank: (n: number) => line(`Votre choix numéro ${n} ?`),
  points: (label: string, left: number) =>
    line(
      `${label} : combien de points ? Il en reste ${left}.`,
      `${label} : combien de points ? Il en reste ${left}. Puis dièse.`,
    ),
  pointsHelp: line('Tapez un nombre, puis dièse. Étoile revient en arrière.'),
  howTo: {
    choices: (most: number) => line(`${most} choix au plus. Exemple : 1 2`),
    ranking: (_: number) => line('Classez, le préféré en premier. Exemple : 2 1 3'),
    budget: (most: number) => line(`Partagez ${points(most)}, dans cet ordre. Exemple : 5 3 2`),
  },
  wholeHelp: {
    choices: line('Écrivez les chiffres de vos choix. PASSER saute la question.'),
    ranking: line('Écrivez tous les chiffres, le préféré en premier. PASSER saute la question.'),
    budget: line('Écrivez un nombre par ligne, 0 aussi. PASSER saute la question.'),
  },
  open: [
    sms('Répondez en un SMS, sans nom ni numéro.'),
    voice('Parlez après le bip, sans nom. Dièse pour finir.'),
  ] as readonly Line[],
  blank: 'sans réponse',
  recorded: 'message enregistré',
  review: line('Votre vote :'),
  answer: (n: number, said: string) => line(`${n}. ${said}.`, `Question ${n} : ${said}.`),
  vote: line('Je vote', 'Pour voter'),
  reviewHelp: line("Rien n'est compté avant : Je vote.", "Rien n'est compté avant ce choix."),
  voted: line('Vote compté. Merci.'),
  receipt: (digits: string) => line(`Reçu : ${spaced(digits)}.`, `Votre reçu : ${slowly(digits)}.`),
  change: (day: string) => line(`Un nouveau vote le remplace, jusqu'au ${day}.`),
  day: (date: Date) => {
    const day = date.getUTCDate();
    return `${day === 1 ? '1er' : day} ${MONTHS[date.getUTCMonth()]}`;
  },
  wish: line('Résultat par SMS', 'Pour recevoir le résultat par SMS'),
  wished: line('Le résultat vous sera envoyé.'),
  receiptAsk: line('Quel est le reçu ? Il a 10 chiffres.', 'Tapez les dix chiffres du reçu, puis dièse.'),
  counted: line('Ce reçu est compté.'),
  uncounted: line("Ce reçu n'est pas connu. Vérifiez ses 10 chiffres."),
  another: line('Un autre reçu', 'Pour un autre reçu'),
  receiptHelp: line('Un reçu dit que le vote compte, jamais lequel.'),
  yes: 'Oui',
  no: 'Non',
  invitation: (organiser: string, title: string, keyword: string) =>
    `${organiser} demande votre avis : ${title}. Pour répondre, envoyez ${keyword}. Ne plus recevoir : ARRET.`,
  result: (title: string, ballots: number, lines: string) =>
    `Résultat : ${title}. ${ballots} votes. ${lines}`,
  words: {
    skip: list('passer, passe, je passe, sans avis, sans reponse, blanc, vote blanc'),
    code: list('code, code papier, mon code'),
    receipt: list('recu, mon recu, verifier, verifier recu, verifier un recu, verifier mon recu'),
  },
};

export type VoteTexts = typeof voteFr;
