/** The words around a place: what a person says before and after its name. */
import { glue } from './names.ts';

const set = (words: string) => new Set(words.split(' '));

/** Said before a place. "les", "la" are not here: they begin names. */
const BEFORE = set(
  'alors ben euh bah oui je j suis habite habitons habiter vis vivons loge reste dors viens me m trouve on nous est c ce moi ' +
    'mon ma notre commune adresse code postal cp insee numero departement dept dpt dep quartier secteur ' +
    'canton mairie gare a au aux en dans de d du des vers pres proche prox proximite cote chez sur par pour autour environs ' +
    'alentours entre ici cherche voudrais veux un une lieu place endroit aide bonjour bonsoir salut il y',
);
/** Said after it. */
const AFTER = set(
  'svp stp merci s il vous te plait please france cedex centre ville environs alentours et commune aussi voila actuellement ' +
    'maintenant madame monsieur dept departement',
);
const DISTRICT = set('arrondissement arrondissements arrondisement arrdt arrdts arr ardt arrond ar');
/** After one of these a place is likely: "je suis perdu pres de Rennes". */
const PLACES_FOLLOW = set(
  'a au aux vers de d du des sur dans en chez par habite habitons ville commune sont est',
);

/** A region is too large to look around in, and some have small communes of the same name. */
const REGIONS = new Set(
  (
    'iledefrance idf regionparisienne bretagne normandie bassenormandie hautenormandie occitanie grandest hautsdefrance ' +
    'nordpasdecalais picardie bourgogne franchecomte bourgognefranchecomte centrevaldeloire paysdelaloire nouvelleaquitaine ' +
    'aquitaine auvergne auvergnerhonealpes rhonealpes provence paca provencealpescotedazur alsace lorraine champagneardenne ' +
    'languedoc languedocroussillon midipyrenees poitoucharentes limousin france'
  ).split(' '),
);

/** Ordinary answers that a slip of the finger would turn into villages. */
const ANSWERS = set(
  'bonjour bonsoir merci aide menu retour stop oui non ok rien personne partout ailleurs plus loin suite jamais peut etre ' +
    'sais pas comment pourquoi quoi qui combien quand aucun aucune idee je ne la les le ici perdu rue maison dehors',
);

/** The words without what is said around a place; "cedex 9" and "arrondissement" go wherever they stand. */
export function strip(words: readonly string[]): readonly string[] {
  const kept = words.filter(
    (word, at) =>
      word !== 'cedex' && !DISTRICT.has(word) && !(words[at - 1] === 'cedex' && /^\d+$/.test(word)),
  );
  let [from, to] = [0, kept.length];
  while (from < to && BEFORE.has(kept[from] as string)) from++;
  while (to > from && AFTER.has(kept[to - 1] as string)) to--;
  return kept.slice(from, to);
}

/** Does a place likely follow this word? "a la gare", "dans la ville": an article may stand between. */
export function announces(words: readonly string[], at: number): boolean {
  const before = words[at - 1];
  if (before === undefined) return false;
  if (PLACES_FOLLOW.has(before)) return true;
  return /^(la|le|les|l)$/.test(before) && PLACES_FOLLOW.has(words[at - 2] ?? '');
}

/** A street: its name may be a town's, and the town comes last. */
export const isAddress = (words: readonly string[]): boolean =>
  words.some((word) =>
    /^(rue|avenue|av|ave|boulevard|bd|bld|chemin|impasse|allee|allees|route|quai|cours|square)$/.test(word),
  );

export const isRegion = (words: readonly string[]): boolean => REGIONS.has(glue(words));

/** Nothing but ordinary answers: "je ne sais pas". */
export const isAnswer = (words: readonly string[]): boolean => words.every((word) => ANSWERS.has(word));
