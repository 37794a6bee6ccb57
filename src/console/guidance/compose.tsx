/** The form of a guidance, and the exact text that it makes. */
import type { Sheet } from '../../../flows/knowledge.ts';
import { MOST_NAME, MOST_NOTE } from '../../guidance/check.ts';
import type { Preview } from '../../guidance/guidance.ts';
import { Field, Form, type FormView, Hidden, Select, Tick } from '../../web/index.ts';
import { dateTime } from '../dates.ts';
import { SEND } from './deps.ts';
import type { Choice } from './places.ts';
import { SaveTemplate } from './templates.tsx';

export interface ComposeProps {
  readonly sheet: Sheet;
  readonly form: FormView;
  readonly near: readonly Choice[];
  readonly languages: readonly { readonly value: string; readonly label: string }[];
  readonly preview: Preview | undefined;
  /** It does not leave at once. */
  readonly later: boolean;
  /** Euros for one segment. */
  readonly price: number;
}

const euros = new Intl.NumberFormat('fr-FR', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 3,
});

export function Compose(props: ComposeProps) {
  const { sheet, form, near, languages, preview } = props;
  const values = form.values ?? {};
  const error = (name: string) => form.errors?.[name];
  return (
    <>
      {preview === undefined ? null : <Text {...props} preview={preview} />}
      {preview === undefined ? (
        <p>
          <a href={`${SEND}/${sheet.id}/liste`}>À une liste de numéros</a>
        </p>
      ) : (
        <SaveTemplate form={form} sheet={sheet.id} />
      )}
      {preview === undefined ? null : <h2>Modifier</h2>}
      <Form action={`${SEND}/${sheet.id}/voir`}>
        <Hidden name="cle" value={values.cle ?? ''} />
        <Field
          {...{ name: 'to', label: 'Numéro de mobile', type: 'tel', inputmode: 'tel', required: true, form }}
        />
        <Tick
          {...{ name: 'consent', checked: values.consent === 'oui' }}
          label="La personne est d’accord pour recevoir ce SMS"
        />
        {error('consent') ? <p class="error">{error('consent')}</p> : null}
        <Tick
          {...{ name: 'alone', checked: values.alone === 'oui' }}
          label="Ce téléphone est à elle seule, et elle est d’accord pour que le sujet y soit écrit"
        />
        <small>
          Sans cela, le SMS ne dit pas de quoi il s’agit : « {values.by || 'Sonia'} vous a laissé un message.
          »
        </small>
        <Tick
          {...{ name: 'suite', checked: values.suite === 'oui' }}
          label="Elle est d’accord pour qu’on lui demande dans sept jours si elle a pu"
        />
        {sheet.discreet ? (
          <Field
            {...{ name: 'word', label: 'Mot convenu de vive voix', form }}
            hint="Sujet discret : sur un téléphone partagé, ce mot ouvre le message. De 4 à 12 lettres ou chiffres."
          />
        ) : null}
        <Select {...{ name: 'lang', label: 'Langue', options: languages, form }} />
        <Field
          {...{ name: 'note', label: 'Un mot personnel', maxlength: MOST_NOTE, form }}
          hint={`${MOST_NOTE} caractères au plus. N’écrivez pas ici ce que d’autres ne doivent pas lire.`}
        />
        <Field {...{ name: 'where', label: 'Commune ou code postal, pour joindre un lieu', form }} />
        <Places near={near} chosen={values.place ?? ''} error={error('place')} />
        <details {...(values.date || values.time || values.urgent ? { open: true } : {})}>
          <summary>Signature, jour et heure</summary>
          <Field
            {...{
              name: 'by',
              label: 'Prénom que la personne connaît',
              required: true,
              maxlength: MOST_NAME,
              form,
            }}
          />
          <Field {...{ name: 'date', label: 'Jour d’envoi', type: 'date', form }} />
          <Field
            {...{ name: 'time', label: 'Heure, là où vit la personne', type: 'time', form }}
            hint="Sans jour ni heure : dès que possible, hors de la nuit et du dimanche."
          />
          {error('at') ? <p class="error">{error('at')}</p> : null}
          <Tick
            {...{
              name: 'urgent',
              checked: values.urgent === 'oui',
              label: 'Urgent : même la nuit ou le dimanche',
            }}
          />
        </details>
        {error('by') ? <p class="error">{error('by')}</p> : null}
        {error('sheet') || error('lang') ? <p class="error">{error('sheet') ?? error('lang')}</p> : null}
        <button type="submit" {...(preview ? { class: 'secondary' } : {})}>
          {preview ? 'Revoir le texte' : 'Voir le texte'}
        </button>
      </Form>
    </>
  );
}

function Places({
  near,
  chosen,
  error,
}: {
  near: readonly Choice[];
  chosen: string;
  error: string | undefined;
}) {
  if (near.length === 0) return null;
  return (
    <fieldset>
      <legend>Lieu à joindre</legend>
      {[{ value: '', label: 'Aucun' }, ...near].map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name="place" value={value} {...(value === chosen ? { checked: true } : {})} />{' '}
          {label}
        </label>
      ))}
      {error ? <p class="error">{error}</p> : null}
    </fieldset>
  );
}

/** What will be on the phone, letter by letter; the code of its link alone is not made yet. */
function Text({ sheet, form, preview, later, price }: ComposeProps & { readonly preview: Preview }) {
  const { words, segments, answers, hears, dueAt } = preview;
  return (
    <section aria-label="Le SMS">
      <h2>Le SMS</h2>
      <blockquote class="sms">{words}</blockquote>
      <p>
        {segments} SMS, environ {euros.format(segments * price)}.{' '}
        {later ? `Il partira le ${dateTime(dueAt)}.` : 'Il part tout de suite.'}
      </p>
      {hears ? (
        <p>
          La personne pourra répondre : {answers.map(({ key, label }) => `${key} (${label})`).join(', ')}, ou
          poser toute autre question.
        </p>
      ) : (
        <p>La personne ne pourra pas répondre à ce SMS : il donne le numéro à appeler.</p>
      )}
      <Form action={`${SEND}/${sheet.id}/envoyer`} submit="Envoyer">
        {Object.entries(form.values ?? {}).map(([name, value]) =>
          value === '' ? null : <Hidden key={name} name={name} value={value} />,
        )}
      </Form>
    </section>
  );
}
