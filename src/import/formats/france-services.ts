/** The list of France Services places (CSV of the ANCT). It has no date of its own: the file's counts. */
import { franceServicesHours } from '../../knowledge/hours/index.ts';
import type { SourceRow } from '../../knowledge/places/source-row.ts';
import { number, text } from '../cells.ts';
import type { Aids, Format, Raw } from '../format.ts';
import { phoneOf } from '../phone.ts';

const SOURCE = 'france-services';

/** Every one of them helps with papers and online steps and has a computer to use: the label asks for both. */
const NEEDS = ['papers', 'computer'] as const;

const VISITS: Readonly<Record<string, SourceRow['visits']>> = {
  Bus_équivalent: 'moves',
  Itinérante: 'moves',
  Multisites: 'several',
};

export const franceServices: Format = {
  id: SOURCE,
  label: 'liste France Services',
  matches: (raw) => 'id_fs' in raw && 'lib_fs' in raw,
  source: () => SOURCE,
  read({ locate, sink }: Aids) {
    return {
      take(raw, at, { edition }) {
        const key = text(raw, 'id_fs');
        const name = text(raw, 'lib_fs');
        if (key === undefined) return sink.reject(at, 'id', raw);
        if (name === undefined) return sink.reject(at, 'name', raw);
        const spot = locate({
          insee: text(raw, 'insee_com'),
          postal: text(raw, 'code_postal'),
          commune: text(raw, 'lib_com'),
          lat: number(raw, 'latitude'),
          lon: number(raw, 'longitude'),
        });
        if (!spot) return sink.reject(at, 'position', raw);
        const { department, ...where } = spot;
        const { hours, comment } = franceServicesHours(raw as Record<string, string>);
        const visits = VISITS[text(raw, 'format_fs') ?? ''] ?? appointment(comment);
        sink.keep(at, {
          source: SOURCE,
          key,
          name,
          address: text(raw, 'adresse') ?? '',
          ...where,
          ...phoneOf(text(raw, 'telephone'), department),
          needs: NEEDS,
          ...(hours === undefined ? {} : { hours }),
          ...(comment === undefined ? {} : { comment: repaired(comment) }),
          ...(visits === undefined ? {} : { visits }),
          ...(edition === undefined ? {} : { updatedAt: edition }),
          labels: ['france-services'],
        });
      },
      end() {},
    };
  },
};

/** "Sur RDV uniquement": nobody is received otherwise. With days, it holds for some of them alone and is read out as it is. */
function appointment(comment = ''): SourceRow['visits'] {
  const meeting =
    /^(accueil |uniquement |seulement )*(sur|prise de) (rdv|rendez[- ]vous)( uniquement| seulement| obligatoire)*[ .!]*$/i;
  return meeting.test(comment) ? 'appointment' : undefined;
}

/** One edition had "rv" replaced by "rendez-vous" inside words: "Cerendez-vousières", "serendez-vousices". */
function repaired(comment: string): string {
  return comment.replace(/(?<=\p{L})rendez-vous(?=\p{L})/gu, 'rv');
}

export type FranceServicesRaw = Raw;
