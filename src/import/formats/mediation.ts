/** The national schema "lieux de médiation numérique": version 1.0.2, and the older form with lists between `;`. */
import type { Need } from '../../../flows/places.ts';
import type { SourceRow } from '../../knowledge/places/source-row.ts';
import { day, list, number, text } from '../cells.ts';
import type { Aids, Format, Raw } from '../format.ts';
import { hoursOf } from '../hours.ts';
import { phoneOf } from '../phone.ts';
import { MEDIATION_PROGRAMMES, MEDIATION_SERVICES, needsOf } from '../tables/needs.ts';

export const mediation: Format = {
  id: 'mediation',
  label: 'lieux de médiation numérique',
  matches: (raw) =>
    'nom' in raw && 'services' in raw && 'code_postal' in raw && ('date_maj' in raw || 'pivot' in raw),
  source: ({ stem }) => `mediation:${stem}`,
  read({ locate, sink }: Aids) {
    return {
      take(raw, at, file) {
        const name = text(raw, 'nom');
        const key = text(raw, 'id');
        if (key === undefined) return sink.reject(at, 'id', raw);
        if (name === undefined) return sink.reject(at, 'name', raw);
        if (list(raw, 'modalites_acces').some((way) => /n'accueille pas de public/.test(way))) {
          return sink.reject(at, 'closed', raw);
        }
        const programmes = [
          ...list(raw, 'labels_nationaux'),
          ...list(raw, 'dispositif_programmes_nationaux'),
        ];
        const needs = needsFrom(raw, programmes);
        if (needs.length === 0) return sink.reject(at, 'need', raw);
        const spot = locate({
          insee: text(raw, 'code_insee'),
          postal: text(raw, 'code_postal'),
          commune: text(raw, 'commune'),
          lat: number(raw, 'latitude'),
          lon: number(raw, 'longitude'),
        });
        if (!spot) return sink.reject(at, 'position', raw);
        const { department, ...where } = spot;
        const updatedAt = day(raw, 'date_maj') ?? file.edition;
        const visits = visitsOf(raw);
        const languages = languagesOf(raw);
        const siret = text(raw, 'pivot');
        sink.keep(at, {
          source: mediation.source(file),
          key,
          name,
          address: text(raw, 'adresse') ?? '',
          ...where,
          ...phoneOf(text(raw, 'telephone'), department),
          needs,
          ...hoursOf(text(raw, 'horaires')),
          ...(visits ? { visits } : {}),
          ...(languages.length > 0 ? { languages } : {}),
          ...(list(raw, 'prise_en_charge_specifique').includes('Handicaps moteurs')
            ? { wheelchair: true }
            : {}),
          ...(updatedAt === undefined ? {} : { updatedAt }),
          ...(siret !== undefined && /^\d{14}$/.test(siret) && !/^0+$/.test(siret) ? { siret } : {}),
          ...(programmes.includes('France Services') ? { labels: ['france-services'] } : {}),
        });
      },
      end() {},
    };
  },
};

function needsFrom(raw: Raw, programmes: readonly string[]): readonly Need[] {
  const services = list(raw, 'services');
  const told = needsOf(services, MEDIATION_SERVICES);
  const own = needsOf(programmes, MEDIATION_PROGRAMMES);
  return [...new Set([...told, ...own])];
}

function visitsOf(raw: Raw): SourceRow['visits'] {
  const moves = list(raw, 'itinerance');
  if (moves.includes('Itinérant')) return moves.includes('Fixe') ? 'several' : 'moves';
  const ways = list(raw, 'modalites_acces');
  // Whoever may simply come needs no appointment.
  if (ways.includes('Prendre un RDV en ligne') && !ways.includes('Se présenter')) return 'appointment';
  return undefined;
}

/** The schema names English; "autres" names nothing. French goes without saying. */
function languagesOf(raw: Raw): readonly string[] {
  const english = list(raw, 'prise_en_charge_specifique').includes('Langues étrangères (anglais)');
  return english ? ['fr', 'en'] : [];
}
