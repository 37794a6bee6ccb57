/** Pieces of the page of a consultation: each chart with its table. */
import { type Question as Asked, type Consultation, worded } from '../../../flows/consultations.ts';
import type { Drawings, ShownQuestion } from './shown.ts';

const DAY = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' });
export const dayOf = (at: number) => DAY.format(at);

/** A question mark never begins a line. */
export const unbroken = (text: string) => text.replace(/ ([?!:;])/g, '\u00a0$1');

/** A picture that asks the server for nothing more. */
const picture = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;

const UNIT: Readonly<Record<string, string>> = { ranking: 'Points', budget: 'Points', open: 'Réponses' };

export function Question({
  q,
  n,
  counted,
  draw,
}: {
  q: Asked;
  n: number;
  counted: ShownQuestion;
  draw: Drawings;
}) {
  const text = unbroken(worded(q.text, 'fr'));
  const rows = counted.results.map(({ option, count }) => ({
    label: worded(q.options.find(({ id }) => id === option)?.label ?? { fr: 'Réponses libres' }, 'fr'),
    count,
  }));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const shares = q.type === 'yesno' || q.type === 'choice' || q.type === 'scale';
  return (
    <section aria-labelledby={`q-${q.id}`}>
      <h2 id={`q-${q.id}`}>
        {n}. {text}
      </h2>
      {q.type === 'open' || total === 0 ? null : (
        <img
          src={picture(draw.bars(rows))}
          alt={`Diagramme des réponses à : ${text} Le tableau dit les mêmes nombres.`}
        />
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">Réponse</th>
            <th scope="col">{UNIT[q.type] ?? 'Votes'}</th>
            {shares ? <th scope="col">Part</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, count }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{count}</td>
              {shares ? <td>{total === 0 ? '0' : Math.round((100 * count) / total)} %</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {counted.blank === 0 ? 'Personne n’a passé cette question.' : `Sans réponse : ${counted.blank}.`}{' '}
        {ABOUT[q.type]}
      </p>
    </section>
  );
}

const ABOUT: Readonly<Record<string, string>> = {
  choices: 'Plusieurs choix par vote : le total dépasse le nombre de votes.',
  ranking: 'Le premier de chaque vote reçoit autant de points qu’il y a de choix, le dernier un point.',
  budget: 'Somme des points que chaque vote a partagés.',
  open: 'Les mots eux-mêmes sont remis à l’organisateur, séparés des votes.',
};

export function Turnout({ days, draw }: { days: Readonly<Record<string, number>>; draw: Drawings }) {
  const all = Object.entries(days);
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="participation">
      <h2 id="participation">Participation</h2>
      <img
        src={picture(draw.growth(days))}
        alt="Courbe des votes reçus en tout, jour après jour. Le tableau dit les mêmes nombres."
      />
      <table>
        <thead>
          <tr>
            <th scope="col">Jour</th>
            <th scope="col">Votes</th>
          </tr>
        </thead>
        <tbody>
          {all.map(([day, count]) => (
            <tr key={day}>
              <th scope="row">{dayOf(Date.parse(`${day}T12:00:00Z`))}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const WHO: Readonly<Record<Consultation['voters'], string>> = {
  number: 'Une voix par numéro de téléphone.',
  code: 'Une voix par code papier remis par l’organisateur.',
  either: 'Une voix par numéro de téléphone, ou par code papier remis par l’organisateur.',
};

export function Method({ of, open, live }: { of: Consultation; open: boolean; live: boolean }) {
  return (
    <section aria-labelledby="methode">
      <h2 id="methode">Méthode</h2>
      <ul>
        <li>{WHO[of.voters]} Par SMS ou par appel, les mêmes questions.</li>
        <li>Chaque vote a été relu à la personne, et confirmé. Un nouveau vote remplace l’ancien.</li>
        <li>Répond qui veut : ce n’est pas un échantillon de la population.</li>
        <li>
          {open
            ? 'À la fermeture, le lien entre une personne et son vote est effacé pour toujours.'
            : 'À la fermeture, le lien entre une personne et son vote a été effacé pour toujours.'}
        </li>
        {open && live ? <li>Les votes d’aujourd’hui ne sont comptés ici que demain.</li> : null}
      </ul>
    </section>
  );
}
