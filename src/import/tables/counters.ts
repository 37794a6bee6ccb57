/** Counters of the Annuaire de l'administration, by `type_service_local`: whose office they are and what they help with. */
import type { Need } from '../../../flows/places.ts';

export interface Counter {
  /** Id of a body of flows/content/bodies.yaml: the office that is competent for the communes of `pivot`. */
  readonly body?: string;
  /** Needs that anybody nearby may bring there. */
  readonly needs?: readonly Need[];
}

/** A type that is not here serves none of our subjects. */
export const COUNTERS: Readonly<Record<string, Counter>> = {
  mairie: { body: 'town-hall' },
  mairie_com: { body: 'town-hall' },
  paris_mairie: { body: 'town-hall' },
  paris_mairie_arrondissement: { body: 'town-hall' },
  ccas: { body: 'ccas' },
  caf: { body: 'caf' },
  msa: { body: 'msa' },
  cpam: { body: 'assurance-maladie' },
  carsat: { body: 'retraite' },
  prefecture: { body: 'prefecture' },
  paris_ppp: { body: 'prefecture' },
  pp_marseille: { body: 'prefecture' },
  maison_handicapees: { body: 'mdph' },
  sip: { body: 'impots' },
  banque_de_france: { body: 'banque-de-france' },
  defenseur_droits: { body: 'defenseur-des-droits' },
  adil: { body: 'adil' },
  cg: { body: 'departement' },
  mds: { body: 'departement' },
  cdas: { body: 'departement' },
  edas: { body: 'departement' },
  sdsei: { body: 'departement' },
  pole_emploi: { body: 'france-travail', needs: ['work'] },
  france_travail: { body: 'france-travail', needs: ['work'] },
  mjd: { body: 'point-justice', needs: ['legal'] },
  permanence_juridique: { body: 'point-justice', needs: ['legal'] },
  cdad: { body: 'point-justice', needs: ['legal'] },
  cidf: { needs: ['legal'] },
  msap: { body: 'france-services', needs: ['papers', 'computer'] },
  france_services: { body: 'france-services', needs: ['papers', 'computer'] },
  mission_locale: { needs: ['youth', 'work'] },
  cij: { needs: ['youth'] },
};
