/** One request: what the person said, what may be done now, how the last call went, and notes. */
import type { Knowledge } from '../../../flows/knowledge.ts';
import { may, type Who } from '../../accounts/index.ts';
import type { ListedCallback } from '../../callbacks/desk.ts';
import { Field, Form, type FormView } from '../../web/index.ts';
import { dateTime } from '../dates.ts';
import { masked } from '../phones.ts';
import { CALLS } from './deps.ts';
import { bridgeSaid, lateSaid, placeSaid, SAFE_SAID, STATE_SAID, topicSaid, WAY_SAID } from './said.ts';

export interface OneProps {
  readonly one: ListedCallback;
  readonly who: Who;
  readonly nameOf: (id: string) => string;
  readonly knowledge: Knowledge;
  readonly now: number;
}

/** The facts that help to choose: never a whole number. */
export function Facts({ one, nameOf, knowledge, now }: Omit<OneProps, 'who'>) {
  const { row, request, to } = one;
  const late = lateSaid(one, now);
  return (
    <>
      <p>
        {row.urgent ? <span class="tag urgent">danger</span> : null}{' '}
        <span class="tag">{STATE_SAID[row.state]}</span>{' '}
        {late ? <span class="tag urgent">{late}</span> : null}{' '}
        {row.closedAt === null ? `Promis avant le ${dateTime(row.deadline)}.` : ''}
        {row.state === 'claimed' && row.claimedBy ? ` Par ${nameOf(row.claimedBy)}.` : ''}
      </p>
      <p>
        {placeSaid(knowledge, request.where)} · {masked(to)} · demandé le {dateTime(row.at)}
        {row.missed > 0 ? ` · ${row.missed} appel sans réponse` : ''}
      </p>
      <p>
        {WAY_SAID[request.way]} Joignable {SAFE_SAID[request.safe]}.
      </p>
    </>
  );
}

export function One(
  props: OneProps & {
    readonly notes: readonly { author: string; at: number; words: string }[];
    readonly form: FormView;
  },
) {
  const { one, who, nameOf, knowledge, now, notes, form } = props;
  const { row, request } = one;
  const mine = row.state === 'claimed' && row.claimedBy === who.id;
  const bridge = bridgeSaid(one);
  return (
    <>
      <p>
        <a href={CALLS}>Tous les rappels</a>
      </p>
      <h2>Sujet : {topicSaid(knowledge, request.topic)}</h2>
      <Facts {...{ one, nameOf, knowledge, now }} />
      {row.urgent ? (
        <p>
          La personne a parlé d’un danger. Nous lui avons dit que personne ne lit en direct, et d’appeler le
          17 ou le 112.
        </p>
      ) : null}
      {bridge ? <p role="status">Dernier appel : {bridge}</p> : null}
      {row.state === 'open' ? (
        <Form action={`${CALLS}/${row.id}/prendre`} submit="Prendre ce rappel" />
      ) : null}
      {mine ? <Acts {...props} /> : null}
      <h2>Notes</h2>
      {notes.length === 0 ? <p>Aucune note.</p> : null}
      {notes.map(({ author, at, words }) => (
        <p key={at}>
          <small>
            {nameOf(author)}, le {dateTime(at)}
          </small>
          <br />
          {words}
        </p>
      ))}
      <Form action={`${CALLS}/${row.id}/noter`} submit="Noter" kind="secondary">
        <Field
          {...{ name: 'note', label: 'Une note', required: true, maxlength: 1000, rows: 3, form }}
          hint="Effacée avec la demande, 30 jours après sa fin, un jour pour un sujet discret."
        />
      </Form>
      {may(who.roles, 'number') && !row.muted && row.closedAt === null ? (
        <details>
          <summary>Appels abusifs</summary>
          <p>Nous refuserons poliment les demandes de ce numéro. Celle-ci est annulée.</p>
          <Form
            action={`${CALLS}/${row.id}/sourdine`}
            submit="Mettre ce numéro en sourdine"
            kind="secondary"
          />
        </details>
      ) : null}
    </>
  );
}

function Acts({ one, who, form }: OneProps & { readonly form: FormView }) {
  const { row, request, safe, calling } = one;
  const act = (verb: string, submit: string) => (
    <Form {...{ action: `${CALLS}/${row.id}/${verb}`, inline: true, kind: 'secondary', submit }} />
  );
  return (
    <>
      {request.way === 'text' ? (
        <Form action={`${CALLS}/${row.id}/ecrire`} submit="Envoyer et terminer">
          <Field
            {...{
              name: 'words',
              label: 'Votre réponse, par SMS',
              required: true,
              maxlength: 320,
              rows: 4,
              form,
            }}
            hint="D’autres peuvent lire ce téléphone : n’écrivez pas le sujet s’il est délicat."
          />
        </Form>
      ) : who.phone === undefined ? (
        <p>
          Pour appeler, notez d’abord votre téléphone dans <a href="/console/compte">Mon compte</a>.
        </p>
      ) : calling ? null : safe ? (
        <>
          <p>
            Nous appelons votre téléphone, vous tapez 1, puis nous appelons la personne. Votre numéro n’est
            pas montré. Ne dites pas le sujet avant de l’avoir reconnue.
          </p>
          <Form action={`${CALLS}/${row.id}/appeler`} submit="Appeler la personne" />
        </>
      ) : (
        <p>À cette heure, la personne ne peut pas être appelée sans risque.</p>
      )}
      {act('terminer', 'Terminé')}
      {request.way === 'text' ? null : act('manque', 'Pas de réponse')}
      {act('rendre', 'Rendre à l’équipe')}
      {may(who.roles, 'number') ? act('numero', 'Voir le numéro') : null}
    </>
  );
}
