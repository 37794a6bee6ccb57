/** Words of "help near you", in French: the reference. */
import { line } from '../../flow.ts';
import type { Need } from '../../places.ts';
import { list } from '../list.ts';

const needs: Record<Need, ReturnType<typeof line>> = {
  papers: line('Aide aux démarches', 'Une aide pour vos démarches'),
  computer: line('Un ordinateur', 'Un ordinateur en libre accès'),
  class: line('Apprendre', "Apprendre l'ordinateur ou le téléphone"),
  food: line('Manger', 'Une aide alimentaire'),
  shelter: line('Dormir', 'Un endroit où dormir'),
  care: line('Se soigner', 'Des soins'),
  legal: line('Aide juridique', 'Un conseil juridique'),
  work: line('Emploi', 'Une aide pour le travail'),
  youth: line('Jeunes', 'Une aide pour les jeunes'),
};

/** Who knows, where no place in the data answers a need. */
const noPlace: Record<Need, ReturnType<typeof line>> = {
  papers: line('Demandez à votre mairie.'),
  computer: line('Demandez à votre mairie ou à la bibliothèque.'),
  class: line('Demandez à votre mairie ou à la bibliothèque.'),
  food: line('Le CCAS de votre mairie connait les aides alimentaires.'),
  shelter: line('Pour dormir ce soir : 115, gratuit, jour et nuit.'),
  care: line("Le 15 en urgence. Sinon, une PASS à l'hôpital soigne sans papiers ni argent."),
  legal: line('Les points-justice répondent au 30 39, gratuit.'),
  work: line('France Travail répond au 39 49.'),
  youth: line('La mission locale aide les 16 à 25 ans. Votre mairie la connait.'),
};

const needWords: Record<Need, readonly string[]> = {
  papers: list('demarches, papiers, aide, dossier'),
  computer: list('ordinateur, ordi, internet, imprimante, imprimer, scanner'),
  class: list('apprendre, cours, formation, informatique'),
  food: list('manger, nourriture, repas, colis, faim, resto'),
  shelter: list('dormir, hebergement, nuit, abri'),
  care: list('soigner, soins, medecin, docteur, sante'),
  legal: list('juridique, avocat, droit, justice'),
  work: list('emploi, travail, boulot, cv'),
  youth: list('jeune, jeunes, mission locale'),
};

const days = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const months = list(
  'janvier, février, mars, avril, mai, juin, juillet, aout, septembre, octobre, novembre, décembre',
);

export const pointsFr = {
  needs,
  noPlace,
  words: needWords,
  /** Asks for a place, in a free text: "ou trouver…", "pres de chez moi". */
  asksNear: list(
    'pres de chez moi, pres de moi, pres de chez nous, aide pres de chez moi, autour de moi, a cote de chez moi, lieu pres de moi, france services, france service, ou trouver de l aide, ou aller pour de l aide, un lieu, une adresse',
  ),
  asksWhere: list('ou, trouver, cherche, chercher, lieu, endroit'),
  need: line('Que cherchez-vous près de vous ?'),
  keep: line('Retenir ma ville'),
  keepWords: list('retenir, retenir ma commune, garder ma ville'),
  kept: (name: string) => line(`Nous retenons : ${name}. Elle vous sera proposée. EFFACER efface tout.`),
  forget: line('Oublier ce lieu'),
  forgetWords: list('oublier, oublie ce lieu, oubliez ce lieu'),
  dated: line('Ateliers et permanences', 'Un atelier ou une permanence'),
  where: line(
    'Où êtes-vous ? Écrivez la commune ou le code postal.',
    'Tapez votre code postal, puis dièse. Ou dites le nom de la commune.',
  ),
  unknown: line(
    'Lieu inconnu. Écrivez le code postal : cinq chiffres.',
    'Je ne trouve pas ce lieu. Tapez votre code postal, puis dièse.',
  ),
  helpWhere: line(
    'Par exemple : 93200, ou Saint-Denis.',
    'Le code postal a cinq chiffres. Finissez par dièse.',
  ),
  which: line('Quel lieu ?'),
  elsewhere: line('Une autre ville'),
  spot: (name: string, department: string) =>
    line(`${name} (${department})`, `${name}, département ${department}`),
  help: line('Choisissez un chiffre.'),
  none: (need: string) => line(`Pas de lieu connu ici : ${need}.`),
  first: line('Détails du 1er', 'Plus de détails'),
  second: line('Détails du 2e'),
  details: line('Détails', 'Plus de détails'),
  farther: line('Plus loin', 'Pour un autre lieu'),
  moments: line('Un autre moment'),
  moment: line('Quand ?'),
  menu: line('Menu', 'Revenir au menu'),
  back: line('Les lieux', 'Revenir aux lieux'),
  call: line('Être mis en relation'),
  dialing: (name: string) => line(`${name}. Ne quittez pas.`),
  missed: line("Personne n'a répondu. Réessayez plus tard."),
  ended: line("L'appel est terminé."),
  gone: line("Ce lieu n'est plus là."),
  example: line('Exemple, lieu inventé.'),
  /** A place in one line. */
  place: (name: string, distance: string, opening: string, phone: string) =>
    `${name}, ${distance} : ${opening}.${phone === '' ? '' : ` ${phone}.`}`,
  distance: (metres: number) =>
    metres < 950
      ? `${Math.max(50, Math.round(metres / 50) * 50)} m`
      : `${(metres / 1000).toFixed(metres < 9_950 ? 1 : 0).replace('.', ',')} km`,
  distanceSpoken: (metres: number) =>
    metres < 950
      ? `à ${Math.max(50, Math.round(metres / 50) * 50)} mètres`
      : `à ${(metres / 1000).toFixed(metres < 9_950 ? 1 : 0).replace('.', ',')} kilomètres`,
  time: (hour: number, minute: number) => `${hour}h${minute === 0 ? '' : String(minute).padStart(2, '0')}`,
  today: "aujourd'hui",
  tomorrow: 'demain',
  day: (weekday: number) => days[weekday] ?? '',
  date: (weekday: number, day: number, month: number) => `${days[weekday]} ${day} ${months[month]}`,
  open: (until: string) => (until === '' ? 'ouvert' : `ouvert jusqu'à ${until}`),
  opens: (day: string, time: string) => `ouvre ${day}${day === '' ? 'à ' : ' '}${time}`,
  closed: 'fermé',
  closedToday: "fermé aujourd'hui",
  /** The day included. */
  closedThrough: (day: number, month: number) => `fermé jusqu'au ${day === 1 ? '1er' : day} ${months[month]}`,
  unknownHours: 'horaires non connus, appelez',
  visits: {
    moves: 'lieu mobile, appelez avant',
    several: 'plusieurs sites, appelez avant',
    appointment: 'sur rendez-vous',
  },
  comment: 'appelez avant',
  address: (address: string, postal: string, commune: string) => line(`${address}, ${postal} ${commune}.`),
  phone: (number: string) => line(`Tél. ${number}.`, `Le numéro : ${number}.`),
  speaks: (languages: string) => line(`On y parle : ${languages}.`),
  wheelchair: line('Accessible en fauteuil.'),
  noWheelchair: line('Pas accessible en fauteuil.'),
  wrong: line('Erreur'),
  wrongWords: list(
    'erreur, erreurs, faux, c est faux, faux numero, mauvais numero, mauvaise adresse, signaler une erreur',
  ),
  helpDetails: line(
    'Choisissez un chiffre. ERREUR si un détail est faux.',
    'Choisissez un chiffre. Ou dites : erreur, si un détail est faux.',
  ),
  note: (words: string) => line(`À savoir : ${words}`),
  said: (words: string) => line(`Le lieu précise : ${words}`),
  old: (month: number, year: number) =>
    line(`Données : ${months[month]} ${year}.`, `Mis à jour en ${months[month]} ${year}.`),
  morning: (day: string) => line(`${day} matin`),
  afternoon: (day: string) => line(`${day} après-midi`),
};
