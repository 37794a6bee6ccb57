/** The form of a reminder, and what will be told. */
import { MOST_PAPERS, MOST_PLACE } from '../../reminders/check.ts';
import type { ReminderPreview } from '../../reminders/reminders.ts';
import { Field, Form, type FormView, Hidden, Select, Tick } from '../../web/index.ts';
import { dateTime } from '../dates.ts';

export const REMIND = '/console/rendez-vous';

const KINDS = [
  { value: 'visit', label: 'Un rendez-vous' },
  { value: 'deadline', label: 'Un dernier jour (date limite)' },
];

export function Compose({
  form,
  languages,
  preview,
}: {
  readonly form: FormView;
  readonly languages: readonly { readonly value: string; readonly label: string }[];
  readonly preview: ReminderPreview | undefined;
}) {
  const values = form.values ?? {};
  const errors = form.errors ?? {};
  return (
    <>
      {preview === undefined ? null : <Told form={form} preview={preview} />}
      {preview === undefined ? null : <h2>Modifier</h2>}
      <Form action={`${REMIND}/voir`}>
        <Hidden name="cle" value={values.cle ?? ''} />
        <Field
          {...{
            name: 'to',
            label: 'Numéro de téléphone',
            type: 'tel',
            inputmode: 'tel',
            required: true,
            form,
          }}
          hint="Un mobile reçoit un SMS. Un fixe est appelé."
        />
        <Select {...{ name: 'kind', label: 'Pour', options: KINDS, form }} />
        <Field {...{ name: 'date', label: 'Jour', type: 'date', required: true, form }} />
        <Field
          {...{ name: 'time', label: 'Heure, là où vit la personne', type: 'time', form }}
          hint="Sans heure pour un dernier jour."
        />
        {errors.at ? <p class="error">{errors.at}</p> : null}
        <Field
          {...{ name: 'place', label: 'Lieu', maxlength: MOST_PLACE, form }}
          hint={`${MOST_PLACE} caractères au plus : « Mairie de Creil, guichet 2 ».`}
        />
        <Field {...{ name: 'papers', label: 'Papiers à apporter', maxlength: MOST_PAPERS, form }} />
        <Tick
          {...{ name: 'discreet', checked: values.discreet === 'oui' }}
          label="Sujet discret ou téléphone partagé : ne dire ni le lieu ni les papiers"
        />
        <Field
          {...{ name: 'by', label: 'Prénom que la personne connaît', maxlength: 20, required: true, form }}
        />
        <Select {...{ name: 'lang', label: 'Langue', options: languages, form }} />
        <Tick
          {...{ name: 'consent', checked: values.consent === 'oui' }}
          label="La personne est d’accord pour ce rappel"
        />
        {errors.consent ? <p class="error">{errors.consent}</p> : null}
        {errors.lang ? <p class="error">{errors.lang}</p> : null}
        <button type="submit" {...(preview ? { class: 'secondary' } : {})}>
          {preview ? 'Revoir le rappel' : 'Voir le rappel'}
        </button>
      </Form>
    </>
  );
}

/** What will be on the phone, or said by it. */
function Told({ form, preview }: { readonly form: FormView; readonly preview: ReminderPreview }) {
  const { words, segments, way, dueAt } = preview;
  return (
    <section aria-label="Le rappel">
      <h2>Le rappel</h2>
      <blockquote class="sms">{words}</blockquote>
      <p>
        {way === 'text'
          ? `${segments} SMS, le ${dateTime(dueAt)} (heure de Paris).`
          : `C’est un fixe : nous l’appelons le ${dateTime(dueAt)} (heure de Paris) et disons la même chose, deux fois au plus.`}
      </p>
      <Form action={`${REMIND}/noter`} submit="Noter ce rappel">
        {Object.entries(form.values ?? {}).map(([name, value]) =>
          value === '' ? null : <Hidden key={name} name={name} value={value} />,
        )}
      </Form>
    </section>
  );
}
