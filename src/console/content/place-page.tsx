/** One place, as it is told now, and the forms that change it. */
import type { Place } from '../../../flows/places.ts';
import type { Closure, PlaceSaid } from '../../knowledge/places/corrections.ts';
import { Field, Form, type FormView, Hidden } from '../../web/index.ts';
import { masked } from '../phones.ts';
import { PLACES } from './deps.ts';

/** How long a correction is told unless said: imports should know by then. Days. */
const HALF_A_YEAR = 182;

export interface OnePlaceProps {
  readonly place: Place;
  readonly form: FormView;
  readonly said: { readonly says: PlaceSaid; readonly until: number } | undefined;
  readonly closures: readonly Closure[];
  readonly phones: readonly { readonly id: string; readonly number: string }[];
  readonly today: string;
}

export function OnePlace({ place, form, said, closures, phones, today }: OnePlaceProps) {
  const at = (verb: string) => `${PLACES}/${place.id}/${verb}`;
  const later = new Date(Date.parse(`${today}T00:00:00Z`) + HALF_A_YEAR * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const says = said?.says ?? {};
  return (
    <>
      <p>
        {place.address}, {place.postal} {place.commune}.{' '}
        {place.phone ? `Tél. ${place.phone}. ` : 'Sans téléphone. '}
        Horaires : {place.hours ?? place.comment ?? 'non connus'}. {place.note ?? ''}
      </p>
      <p class="muted">Source : {place.source}.</p>
      <h2>Fermer quelques jours</h2>
      <ul>
        {closures.map(({ from, until }) => (
          <li key={from}>
            Fermé {from === until ? `le ${french(from)}` : `du ${french(from)} au ${french(until)}`}{' '}
            <Form
              action={at('rouvrir')}
              inline
              kind="secondary"
              submit="Rouvrir"
              label={`Rouvrir : ${french(from)}`}
            >
              <Hidden name="part" value={from} />
            </Form>
          </li>
        ))}
      </ul>
      <Form action={at('fermer')} submit="Fermer ces jours">
        <Field {...{ name: 'from', label: 'Premier jour', type: 'date', required: true, form }} />
        <Field {...{ name: 'to', label: 'Dernier jour', type: 'date', form }} hint="Vide : un seul jour." />
      </Form>
      <h2>Corriger</h2>
      <p>Une case vide laisse ce qui a été importé.</p>
      <Form action={at('corriger')} submit="Corriger">
        <Field {...{ name: 'phone', label: 'Téléphone', type: 'tel', value: says.phone ?? '', form }} />
        <Field
          {...{ name: 'hours', label: 'Horaires', value: says.hours ?? '', form }}
          hint="Par exemple : lundi au vendredi 9h-12h et 14h-17h."
        />
        <Field
          {...{ name: 'address', label: 'Adresse', value: says.address ?? '', form }}
          hint="Numéro et rue."
        />
        <Field
          {...{ name: 'note', label: 'À savoir', value: says.note ?? '', maxlength: 100, form }}
          hint="Une phrase courte, dite avec les détails."
        />
        <Field
          {...{ name: 'until', label: 'Dit jusqu’au', type: 'date', required: true, form }}
          value={said === undefined ? later : new Date(said.until - 86_400_000).toISOString().slice(0, 10)}
        />
      </Form>
      {said === undefined ? null : (
        <Form action={at('retablir')} submit="Retirer la correction" kind="secondary" />
      )}
      <h2>Téléphones du lieu</h2>
      <p>
        De ces téléphones, le lieu dit lui-même par SMS qu’il est fermé : FERME 12/12, ou FERME 24/12 3/1.
        OUVERT retire tout.
      </p>
      <ul>
        {phones.map(({ id, number }) => (
          <li key={id}>
            {masked(number)}{' '}
            <Form
              action={at('oublier')}
              inline
              kind="secondary"
              submit="Oublier"
              label={`Oublier ${masked(number)}`}
            >
              <Hidden name="phone" value={id} />
            </Form>
          </li>
        ))}
      </ul>
      <Form action={at('telephone')} submit="Enregistrer ce téléphone" kind="secondary">
        <Field
          {...{ name: 'number', label: 'Numéro de quelqu’un du lieu', type: 'tel', required: true, form }}
        />
      </Form>
    </>
  );
}

/** `2026-12-24` → 24/12/2026 */
const french = (day: string) => day.split('-').reverse().join('/');
