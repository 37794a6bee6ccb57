/** What people say is wrong: of a place in their own words, of services as counts. */
import { REPORTED_PLACE } from '../../../flows/feedback/index.ts';
import type { Place } from '../../../flows/places.ts';
import { texts } from '../../../flows/texts/index.ts';
import { LEAST } from '../../bilan/index.ts';
import { redact } from '../../text/redact.ts';
import { dateTime } from '../dates.ts';
import { type ContentDesk, PLACES } from './deps.ts';

const MOST = 500;

export interface Reports {
  readonly places: readonly { readonly place: Place; readonly words: string; readonly at: number }[];
  readonly services: readonly { readonly said: string; readonly count: number }[];
}

export async function reportsOf(
  { store, vault }: Pick<ContentDesk, 'store' | 'vault'>,
  find: (id: string) => Place | undefined,
): Promise<Reports> {
  const [all, counts] = await Promise.all([store.feedback(MOST), store.obstacles()]);
  const places = all.flatMap(({ sheet, body, at }) => {
    const place = sheet.startsWith(REPORTED_PLACE) ? find(sheet.slice(REPORTED_PLACE.length)) : undefined;
    if (place === undefined) return [];
    const said = JSON.parse(vault.open(body, 'feedback').toString()) as {
      words?: string;
      recording?: string;
    };
    const words = said.words === undefined ? '' : redact(said.words);
    return [
      { place, at, words: words === '' ? (said.recording ? 'enregistrement' : 'sans précision') : words },
    ];
  });
  const civic = texts.fr?.civic.obstacle;
  const services = counts
    .filter(({ trouble }) => trouble === 'closed')
    .map(({ service, department, month, count }) => ({
      said: `${(civic?.services as Record<string, { text: string }>)?.[service]?.text ?? service}, ${department || 'lieu non dit'}, ${month}`,
      count,
    }))
    .reverse();
  return { places, services };
}

export function Reported({ reports: { places, services } }: { readonly reports: Reports }) {
  return (
    <>
      <h2>Signalés faux</h2>
      {places.length === 0 ? <p>Personne n’a signalé de lieu.</p> : null}
      <ul>
        {places.map(({ place, words, at }) => (
          <li key={`${place.id} ${at}`}>
            <a href={`${PLACES}/${place.id}`}>{place.name.text}</a> : {words}{' '}
            <span class="muted">le {dateTime(at)}</span>
          </li>
        ))}
      </ul>
      {services.length === 0 ? null : <h2>Services signalés fermés</h2>}
      <ul>
        {services.map(({ said, count }) => (
          <li key={said}>
            {said} : {count < LEAST ? `moins de ${LEAST}` : count}
          </li>
        ))}
      </ul>
    </>
  );
}
