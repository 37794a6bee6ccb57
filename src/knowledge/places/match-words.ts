/** Names, addresses and numbers as they are compared: what all share is left out, what kind of place it is is known. */
import { normalize } from '../../../flows/normalize.ts';
import type { SourceRow } from './source-row.ts';

/** What a name says a place is. Two places of different kinds are two places, even behind one door. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['france-services', /\b(france services?|msap|maison de services au public)\b/],
  ['town-hall', /\b(mairies?|hotel de ville|commune d\w*|ville de)\b/],
  ['ccas', /\b(ccas|cias|centre (inter)?communal d ?action sociale|ctre com action sociale)\b/],
  ['post', /\b(la poste|bureau de poste)\b/],
  ['library', /\b(mediatheque|bibliotheque|bib|ludotheque|mediabus)\b/],
  ['social-centre', /\b(centre social|centre socio\w*|espace de vie sociale|evs|csc|maison de quartier)\b/],
  ['mission-locale', /\b(mission locale|missions locales)\b/],
  ['caf', /\b(caf|caisse d allocations familiales)\b/],
  ['cpam', /\b(cpam|assurance maladie|caisse primaire)\b/],
  ['france-travail', /\b(france travail|pole emploi)\b/],
  ['mdph', /\b(mdph|maison departementale des personnes handicapees)\b/],
  ['solidarites', /\b(maison (departementale )?des solidarites|mds|centre medico social|cms|udas)\b/],
  ['prefecture', /\b(sous )?prefecture\b/],
  ['taxes', /\b(finances publiques|centre des impots|sip|tresorerie)\b/],
  ['msa', /\bmsa\b/],
  ['pimms', /\bpimms\b/],
  ['school', /\b(ecole|college|lycee|universite|campus|greta)\b/],
  ['youth', /\b(information jeunesse|pij|bij|crij|point jeunes?|mjc|foyer de jeunes)\b/],
  ['red-cross', /\bcroix rouge\b/],
  [
    'food',
    /\b(restos du coeur|restaurants du coeur|banque alimentaire|epicerie sociale|epicerie solidaire)\b/,
  ],
  ['justice', /\b(point justice|maison de (la )?justice|tribunal|acces au droit)\b/],
  ['msp', /\b(centre de sante|maison de sante|hopital|centre hospitalier|pmi|planning familial)\b/],
  ['seniors', /\b(club (des )?seniors?|ehpad|maison des seniors|foyer des anciens)\b/],
];

/** Words that tell nothing of which place it is. */
const EMPTY = new Set(
  (
    'a au aux d de des du en et l la le les un une sur sous pour par chez antenne site annexe espace maison point accueil service services ' +
    'france association asso public publique municipal municipale communal communale intercommunal intercommunale communaute communes ' +
    'commune ville mairie cc bus multisites multisite itinerant itinerante labellise numerique epn conseiller cnfs'
  ).split(' '),
);

export interface Compared {
  readonly name: string;
  /** What its name or its labels say it is. */
  readonly kinds: ReadonlySet<string>;
  /** What its name alone says, the network of France Services aside: its desks are in town halls, post offices, libraries. */
  readonly own: ReadonlySet<string>;
  /** The name itself says France Services. */
  readonly network: boolean;
  readonly moves: boolean;
  /** Words of the name that tell which place it is. */
  readonly words: ReadonlySet<string>;
  readonly digits: string;
  readonly address: string;
  readonly siret: string;
}

const NETWORK = 'france-services';

/** What is compared of a row. */
export function compared(row: SourceRow): Compared {
  const name = normalize(row.name);
  const named = new Set<string>();
  let left = name;
  for (const [kind, pattern] of KINDS) {
    if (!pattern.test(name)) continue;
    named.add(kind);
    left = left.replace(pattern, ' ');
  }
  const town = new Set(normalize(row.commune).split(' '));
  const words = left.split(' ').filter((word) => word !== '' && !EMPTY.has(word) && !town.has(word));
  return {
    name,
    kinds: new Set([...named, ...(row.labels ?? [])]),
    own: new Set([...named].filter((kind) => kind !== NETWORK)),
    network: named.has(NETWORK),
    moves: row.visits === 'moves' || /\b(bus|itinerante?|mobile)\b/.test(name),
    words: new Set(words),
    digits: words.filter((word) => /^\d+(er|e|eme)?$/.test(word)).join(' '),
    address: addressKey(row.address),
    siret: /^0*$/.test(row.siret ?? '') ? '' : (row.siret ?? ''),
  };
}

const STREETS: Readonly<Record<string, string>> = {
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bvd: 'boulevard',
  boul: 'boulevard',
  pl: 'place',
  ch: 'chemin',
  che: 'chemin',
  rte: 'route',
  r: 'rue',
  all: 'allee',
  imp: 'impasse',
  st: 'saint',
  ste: 'sainte',
  gal: 'general',
};

/** A number and a street; empty where it has no number or says too little. */
function addressKey(address: string): string {
  const words = normalize(address)
    .split(' ')
    .map((word) => (Object.hasOwn(STREETS, word) ? STREETS[word] : undefined) ?? word)
    .filter((word) => !/^(de|du|des|d|la|le|les|l)$/.test(word));
  const from = words.findIndex((word) => /^\d+(bis|ter)?$/.test(word));
  const rest = from < 0 ? [] : words.slice(from);
  return rest.length >= 3 ? rest.join(' ') : '';
}
