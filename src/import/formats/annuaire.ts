/** The Annuaire de l'administration (DILA, JSON): counters, their hours, and the communes that each is competent for. */
import type { Need } from '../../../flows/places.ts';
import type { Office } from '../../knowledge/places/model.ts';
import type { SourceRow } from '../../knowledge/places/source-row.ts';
import { day, list, number, objects, text } from '../cells.ts';
import type { Aids, Format, Raw } from '../format.ts';
import { weekOf } from '../formats/annuaire-hours.ts';
import { phoneOf } from '../phone.ts';
import { COUNTERS } from '../tables/counters.ts';

const SOURCE = 'annuaire';

export const annuaire: Format = {
  id: SOURCE,
  label: "Annuaire de l'administration",
  matches: (raw) =>
    'pivot' in raw && 'nom' in raw && ('plage_ouverture' in raw || 'adresse' in raw) && !('services' in raw),
  source: () => SOURCE,
  read({ locate, sink }: Aids) {
    return {
      take(raw, at, file) {
        const key = text(raw, 'id');
        const name = text(raw, 'nom');
        if (key === undefined) return sink.reject(at, 'id', raw);
        if (name === undefined) return sink.reject(at, 'name', raw);
        const { needs, offices } = servedBy(raw);
        if (needs.length === 0 && offices.length === 0) return sink.reject(at, 'need', about(raw));
        const address = addressOf(raw);
        const spot = locate({
          insee: text(raw, 'code_insee_commune'),
          postal: text(address, 'code_postal'),
          commune: text(address, 'nom_commune'),
          lat: number(address, 'latitude'),
          lon: number(address, 'longitude'),
        });
        if (!spot) return sink.reject(at, 'position', about(raw));
        const { department, ...where } = spot;
        const updatedAt = day(raw, 'date_modification') ?? file.edition;
        const wheelchair = ACCESS[text(address, 'accessibilite') ?? ''];
        const siret = text(raw, 'siret')?.replace(/\s/g, '');
        sink.keep(at, {
          source: SOURCE,
          key,
          name: plainName(name),
          address: text(address, 'numero_voie') ?? text(address, 'complement1') ?? '',
          ...where,
          ...phoneOf(text(objects(raw, 'telephone')[0] ?? {}, 'valeur'), department),
          needs,
          ...weekOf(objects(raw, 'plage_ouverture'), text(raw, 'commentaire_plage_ouverture')),
          ...visits(raw),
          ...(wheelchair === undefined ? {} : { wheelchair }),
          ...(updatedAt === undefined ? {} : { updatedAt }),
          ...(siret !== undefined && /^\d{14}$/.test(siret) ? { siret } : {}),
          ...(offices.length > 0 ? { offices } : {}),
        });
      },
      end() {},
    };
  },
};

/** Codes of the Annuaire; on demand (DEM) is neither yes nor no. */
const ACCESS: Readonly<Record<string, boolean>> = { ACC: true, NAC: false };

/** What the counter helps with, and the bodies whose office it is with their communes. */
function servedBy(raw: Raw): { needs: readonly Need[]; offices: readonly Office[] } {
  const needs = new Set<Need>();
  const communes = new Map<string, Set<string>>();
  for (const pivot of objects(raw, 'pivot')) {
    const type = text(pivot, 'type_service_local') ?? '';
    const counter = Object.hasOwn(COUNTERS, type) ? COUNTERS[type] : undefined;
    for (const need of counter?.needs ?? []) needs.add(need);
    if (counter?.body === undefined) continue;
    const codes = communes.get(counter.body) ?? new Set();
    for (const code of list(pivot, 'code_insee_commune')) if (/^\d[\dAB]\d{3}$/.test(code)) codes.add(code);
    communes.set(counter.body, codes);
  }
  const offices = [...communes].flatMap(([body, codes]) =>
    codes.size > 0 ? [{ body, communes: [...codes].sort() }] : [],
  );
  return { needs: [...needs], offices };
}

/** Where one goes, not where one writes to. */
function addressOf(raw: Raw): Raw {
  const all = objects(raw, 'adresse');
  return all.find((one) => text(one, 'type_adresse') === 'Adresse') ?? all[0] ?? {};
}

function visits(raw: Raw): Pick<SourceRow, 'visits'> {
  const types = objects(raw, 'pivot').map((pivot) => text(pivot, 'type_service_local'));
  return types.includes('mairie_mobile') ? { visits: 'moves' } : {};
}

/** "Mairie - Fontaine-le-Port" is said "Mairie de Fontaine-le-Port" nowhere: the dash is enough for an eye, a comma for an ear. */
function plainName(name: string): string {
  return name.replace(/\s+-\s+/, ' - ');
}

/** What is enough to find it again: some counters list thousands of communes. */
function about(raw: Raw): Raw {
  return { id: raw.id, nom: raw.nom, code_insee_commune: raw.code_insee_commune };
}
