/**
 * data·inclusion (schema v1, JSON): structures, and services that belong to them by `structure_id`. A place is a structure, or
 * the other address at which some of its services are given. Both lists come in one run, in any order.
 */
import { day, list, number, text } from '../cells.ts';
import type { Aids, At, FileNamed, Format, Raw, Sink } from '../format.ts';
import type { Locate } from '../locate.ts';
import type { Reason } from '../reasons.ts';
import { NETWORKS, needsOf, THEMES } from '../tables/needs.ts';
import { KIND_OF_NETWORK } from '../tables/networks.ts';
import {
  closeTo,
  rowOf,
  type Service,
  SOURCE,
  type Structure,
  some,
  type Told,
} from './data-inclusion-rows.ts';

export const dataInclusion: Format = {
  id: SOURCE,
  label: 'data·inclusion',
  matches: (raw) =>
    'nom' in raw &&
    'date_maj' in raw &&
    ('structure_id' in raw || 'siret' in raw || 'reseaux_porteurs' in raw || 'lien_source' in raw) &&
    !('services' in raw),
  source: () => SOURCE,
  read: (aids) => new Joining(aids),
};

class Joining {
  readonly #locate: Locate;
  readonly #sink: Sink;
  readonly #structures = new Map<string, Structure>();
  readonly #services = new Map<string, Service[]>();

  constructor({ locate, sink }: Aids) {
    this.#locate = locate;
    this.#sink = sink;
  }

  take(raw: Raw, at: At, file: FileNamed): void {
    const reason =
      refusal(raw) ?? (this.#structures.has(String(raw.id)) && !isService(raw) ? 'twice' : undefined);
    if (reason) this.#sink.reject(at, reason, about(raw));
    else if (isService(raw)) this.#service(raw, this.#told(raw, at, file));
    else this.#structure(raw, this.#told(raw, at, file));
  }

  end(): void {
    for (const structure of this.#structures.values()) this.#settle(structure);
    for (const orphans of this.#services.values()) {
      for (const { at, key, name } of orphans) this.#sink.reject(at, 'structure', { id: key, nom: name });
    }
    this.#structures.clear();
    this.#services.clear();
  }

  #told(raw: Raw, at: At, file: FileNamed): Told {
    const spot = this.#locate({
      insee: text(raw, 'code_insee'),
      postal: text(raw, 'code_postal'),
      commune: text(raw, 'commune'),
      lat: number(raw, 'latitude'),
      lon: number(raw, 'longitude'),
    });
    return {
      at,
      key: text(raw, 'id') as string,
      name: text(raw, 'nom') as string,
      needs: [],
      ...some('address', text(raw, 'adresse')),
      ...some('spot', spot),
      ...some('phone', text(raw, 'telephone')),
      ...some('hours', text(raw, 'horaires_accueil')),
      ...some('updatedAt', day(raw, 'date_maj') ?? file.edition),
    };
  }

  #structure(raw: Raw, told: Told): void {
    const networks = list(raw, 'reseaux_porteurs');
    const labels = networks.flatMap((network) => KIND_OF_NETWORK[network] ?? []);
    const needs = needsOf(networks, NETWORKS);
    this.#structures.set(told.key, { ...told, needs, labels, ...some('siret', text(raw, 'siret')) });
  }

  #service(raw: Raw, told: Told): void {
    const needs = needsOf(list(raw, 'thematiques'), THEMES);
    const how = list(raw, 'modes_mobilisation');
    const structure = text(raw, 'structure_id') ?? '';
    const service = {
      ...told,
      needs,
      structure,
      comeFreely: how.length === 0 || how.includes('se-presenter'),
    };
    const others = this.#services.get(structure);
    if (others) others.push(service);
    else this.#services.set(structure, [service]);
  }

  /** The structure with the services at its own door; those elsewhere are places of their own. */
  #settle(structure: Structure): void {
    const services = this.#services.get(structure.key) ?? [];
    this.#services.delete(structure.key);
    const here: Service[] = [];
    const elsewhere: Service[][] = [];
    for (const service of services) {
      if (closeTo(service.spot, structure.spot)) here.push(service);
      else {
        const same = elsewhere.find(([first]) => closeTo(service.spot, first?.spot));
        if (same) same.push(service);
        else elsewhere.push([service]);
      }
    }
    const reason = structure.spot
      ? structure.needs.length + here.length === 0
        ? 'need'
        : undefined
      : 'position';
    if (reason) this.#sink.reject(structure.at, reason, { id: structure.key, nom: structure.name });
    else this.#sink.keep(structure.at, rowOf(structure.key, structure, structure, here));
    for (const { at, key, name } of here) {
      if (reason) this.#sink.reject(at, 'position', { id: key, nom: name });
      else this.#sink.join(at);
    }
    for (const group of elsewhere) {
      const [first, ...others] = group as [Service, ...Service[]];
      const key = `${structure.key} ${first.key}`;
      this.#sink.keep(first.at, rowOf(key, { ...structure, needs: [] }, first, group));
      for (const { at } of others) this.#sink.join(at);
    }
  }
}

function isService(raw: Raw): boolean {
  return 'structure_id' in raw;
}

/** Why a record is of no use to anybody who comes by. */
function refusal(raw: Raw): Reason | undefined {
  if (text(raw, 'id') === undefined) return 'id';
  if (text(raw, 'nom') === undefined) return 'name';
  if (!isService(raw)) return undefined;
  const ways = list(raw, 'modes_accueil');
  if (ways.length > 0 && !ways.includes('en-presentiel')) return 'remote';
  const whom = list(raw, 'mobilisable_par');
  if (whom.length > 0 && !whom.includes('usagers')) return 'professionals';
  return needsOf(list(raw, 'thematiques'), THEMES).length === 0 ? 'need' : undefined;
}

/** What is enough to find it again. */
function about(raw: Raw): Raw {
  return { id: raw.id, nom: raw.nom, structure_id: raw.structure_id };
}
