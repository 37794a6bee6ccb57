/**
 * What the words of each source mean for people: which needs a service meets. A need is promised, so what only touches it
 * (buying a computer, creating a company) is left out.
 */
import type { Need } from '../../../flows/places.ts';

export type NeedTable = Readonly<Record<string, readonly Need[]>>;

/** "Lieux de médiation numérique": `services` of version 1.0.2, then of the older form. */
export const MEDIATION_SERVICES: NeedTable = {
  'Aide aux démarches administratives': ['papers'],
  'Maîtrise des outils numériques du quotidien': ['class'],
  'Insertion professionnelle via le numérique': ['work'],
  'Utilisation sécurisée du numérique': ['class'],
  'Parentalité et éducation avec le numérique': ['class'],
  'Loisirs et créations numériques': ['class'],
  'Compréhension du monde numérique': ['class'],
  'Accès internet et matériel informatique': ['computer'],
  'Réaliser des démarches administratives avec un accompagnement': ['papers'],
  'Devenir autonome dans les démarches administratives': ['papers', 'class'],
  'Prendre en main un smartphone ou une tablette': ['class'],
  'Prendre en main un ordinateur': ['class'],
  'Utiliser le numérique au quotidien': ['class'],
  'Approfondir ma culture numérique': ['class'],
  'Promouvoir la citoyenneté numérique': ['class'],
  "Soutenir la parentalité et l'éducation avec le numérique": ['class'],
  'Créer avec le numérique': ['class'],
  'Favoriser mon insertion professionnelle': ['work'],
  'Accéder à du matériel': ['computer'],
  'Accéder à une connexion internet': ['computer'],
  'Accompagner les démarches de santé': ['papers'],
};

/** "Lieux de médiation numérique": programmes that mean a service by themselves. */
export const MEDIATION_PROGRAMMES: NeedTable = {
  'France Services': ['papers', 'computer'],
  'Aidants Connect': ['papers'],
  'Conseillers numériques': ['class'],
  CNFS: ['class'],
  "Point d'accès numérique CAF": ['papers', 'computer'],
};

/** data·inclusion: `thematiques` of a service; a key that ends with `--` is all of its group. */
export const THEMES: NeedTable = {
  'difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives': ['papers'],
  'difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits': ['papers'],
  'difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-a-la-citoyennete': ['papers'],
  'difficultes-administratives-ou-juridiques--connaitre-ses-droits-face-a-une-discrimination': ['legal'],
  'difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire': ['legal'],
  'numerique--acceder-a-des-services-en-ligne': ['papers'],
  'numerique--acceder-a-une-connexion-internet': ['computer'],
  'numerique--maitriser-les-fondamentaux-du-numerique': ['class'],
  'equipement-et-alimentation--alimentation': ['food'],
  'logement-hebergement--rechercher-une-solution-dhebergement-temporaire': ['shelter'],
  'sante--acces-aux-soins': ['care'],
  'sante--sante-mentale': ['care'],
  'sante--sante-sexuelle': ['care'],
  'sante--addictions': ['care'],
  'sante--constituer-un-dossier-mdph-invalidite': ['papers'],
  'choisir-un-metier--': ['work'],
  'preparer-sa-candidature--': ['work'],
  'trouver-un-emploi--': ['work'],
};

/** data·inclusion: `reseaux_porteurs` of a structure, where belonging to the network is the service. */
export const NETWORKS: NeedTable = {
  'france-service': ['papers', 'computer'],
  msap: ['papers', 'computer'],
  'pimms-mediation': ['papers', 'computer'],
  'aidants-connect': ['papers'],
  'conseillers-numeriques': ['class'],
  'espaces-publics-numeriques': ['computer', 'class'],
  'restos-du-coeur': ['food'],
  'banques-alimentaires': ['food'],
  'france-travail': ['work'],
  'cap-emploi-reseau-cheops': ['work'],
  plie: ['work'],
  'maisons-de-l-emploi': ['work'],
  'mission-locale': ['youth', 'work'],
  'reseau-information-jeunesse': ['youth'],
  'points-justice': ['legal'],
  cidff: ['legal'],
  cmp: ['care'],
  csapa: ['care'],
  caarud: ['care'],
};

/** The needs of these words, each once; a word that the table does not have means none of ours. */
export function needsOf(words: readonly string[], table: NeedTable): readonly Need[] {
  const found = words.flatMap((word) => own(table, word) ?? own(table, word.replace(/--.*$/, '--')) ?? []);
  return [...new Set(found)];
}

function own(table: NeedTable, word: string): readonly Need[] | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
