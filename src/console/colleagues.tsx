/** Colleagues: who is in, who is invited, with what roles. For administrators, in their own organisation. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { z } from 'zod';
import {
  type Colleague,
  ROLE_SAID,
  ROLES,
  rolesOf,
  type StaffAccounts,
  type Who,
} from '../accounts/index.ts';
import { RelaisError } from '../errors.ts';
import { back, Field, Form, type FormView, readForm, Tick } from '../web/index.ts';
import { dateTime } from './dates.ts';
import type { Section } from './section.ts';

const HOME = '/console/collegues';
const roles = z
  .preprocess((sent) => (Array.isArray(sent) ? sent : sent === undefined ? [] : [sent]), z.array(z.string()))
  .transform(rolesOf)
  .refine((chosen) => chosen.length > 0, 'Cochez un rôle au moins.');
const invited = z.object({ email: z.email('Écrivez une adresse complète.').max(200), roles });

interface Of {
  readonly Params: { readonly id: string };
}

export const colleaguesSection = (accounts: StaffAccounts, publicUrl: string): Section => ({
  menu: { href: HOME, label: 'Collègues' },
  right: 'staff',
  routes:
    (desk): FastifyPluginAsync =>
    async (app) => {
      app.get(HOME, (request, reply) => show(request, reply));
      app.post(`${HOME}/inviter`, async (request, reply) => {
        const read = readForm(invited, request.body);
        if ('wrong' in read) return show(request, reply, read.wrong);
        const who = desk.who(request);
        const { email } = read.ok;
        const token = await accounts.invite(who, { ...read.ok, orgId: who.org.id });
        return token === undefined
          ? show(request, reply, {
              values: { email },
              errors: { email: 'Cette adresse a déjà un compte.' },
            })
          : link(request, reply, email, token);
      });
      app.post<Of>(`${HOME}/:id/lien`, async (request, reply) => {
        const who = desk.who(request);
        const one = await colleague(who, request.params.id);
        return link(request, reply, one.email, await accounts.renew(who, one.id));
      });
      app.post<Of>(`${HOME}/:id/roles`, async (request, reply) => {
        const read = readForm(z.object({ roles }), request.body);
        if ('wrong' in read) return back(reply, HOME, { refused: 'Cochez un rôle au moins.' });
        await accounts.setRoles(desk.who(request), request.params.id, read.ok.roles);
        return back(reply, HOME, { done: 'Rôles changés.' });
      });
      app.post<Of>(`${HOME}/:id/fermer`, async (request, reply) => {
        await accounts.setActive(desk.who(request), request.params.id, false);
        return back(reply, HOME, { done: 'Compte fermé, et sorti partout.' });
      });
      app.post<Of>(`${HOME}/:id/ouvrir`, async (request, reply) => {
        await accounts.setActive(desk.who(request), request.params.id, true);
        return back(reply, HOME, { done: 'Compte rouvert.' });
      });
      app.post<Of>(`${HOME}/invitations/:id/retirer`, async (request, reply) => {
        const done = await accounts.callBack(desk.who(request), request.params.id);
        if (!done) throw new RelaisError('not_found');
        return back(reply, HOME, { done: 'Invitation retirée : le lien ne marche plus.' });
      });

      async function colleague(who: Who, id: string): Promise<Colleague> {
        const found = (await accounts.colleagues(who.org.id)).find((one) => one.id === id);
        if (found === undefined) throw new RelaisError('not_found');
        return found;
      }
      async function show(request: FastifyRequest, reply: FastifyReply, form: FormView = {}) {
        const who = desk.who(request);
        const [people, waiting] = await Promise.all([
          accounts.colleagues(who.org.id),
          accounts.waiting(who.org.id),
        ]);
        return desk.show(request, reply, {
          title: 'Collègues',
          status: form.errors ? 422 : 200,
          content: (
            <>
              {people.map((one) => (
                <Person key={one.id} one={one} self={one.id === who.id} />
              ))}
              {waiting.length === 0 ? null : <h2>Invitations en attente</h2>}
              {waiting.map(({ id, email, expiresAt, renews }) => (
                <p key={id}>
                  {email}
                  {renews === undefined ? '' : ' (nouvel accès)'}, jusqu’au {dateTime(expiresAt)}{' '}
                  <Form
                    {...{ action: `${HOME}/invitations/${id}/retirer`, inline: true, submit: 'Retirer' }}
                    {...{ kind: 'secondary', label: `Retirer l’invitation de ${email}` }}
                  />
                </p>
              ))}
              <h2>Inviter</h2>
              <Form action={`${HOME}/inviter`} submit="Faire un lien">
                <Field {...{ name: 'email', label: 'Adresse e-mail', type: 'email', required: true, form }} />
                <Roles error={form.errors?.roles} chosen={['mediator']} />
              </Form>
            </>
          ),
        });
      }
      /** The link is on this page, and nowhere else: it is handed over by hand. */
      async function link(request: FastifyRequest, reply: FastifyReply, email: string, token: string) {
        return desk.show(request, reply, {
          title: 'Lien d’invitation',
          content: <Link email={email} href={`${publicUrl}/console/invitation/${token}`} />,
        });
      }
    },
});

function Person({ one, self }: { one: Colleague; self: boolean }): JSX.Element {
  const state = !one.active ? 'compte fermé' : one.ready ? '' : 'application de codes pas encore reliée';
  return (
    <article>
      <h2>
        {one.name}
        {self ? ' (vous)' : ''}
      </h2>
      <p>
        {one.email} · {one.roles.map((role) => ROLE_SAID[role].name).join(', ')}
        {state === '' ? null : (
          <>
            {' '}
            <span class="tag">{state}</span>
          </>
        )}
      </p>
      {self ? null : (
        <>
          <details>
            <summary>Changer ses rôles</summary>
            <Form action={`${HOME}/${one.id}/roles`} submit="Enregistrer">
              <Roles chosen={one.roles} />
            </Form>
          </details>
          <Form
            {...{ action: `${HOME}/${one.id}/lien`, inline: true, kind: 'secondary' }}
            {...{ submit: 'Nouvel accès', label: `Faire un lien de nouvel accès pour ${one.name}` }}
          />
          <Form
            {...{ action: `${HOME}/${one.id}/${one.active ? 'fermer' : 'ouvrir'}`, inline: true }}
            {...{ kind: 'secondary', submit: one.active ? 'Fermer le compte' : 'Rouvrir le compte' }}
            label={`${one.active ? 'Fermer' : 'Rouvrir'} le compte de ${one.name}`}
          />
        </>
      )}
    </article>
  );
}

function Roles({ chosen, error }: { chosen: readonly string[]; error?: string | undefined }) {
  return (
    <fieldset>
      <legend>Rôles</legend>
      {ROLES.map((role) => (
        <Tick
          {...{ key: role, name: 'roles', value: role, checked: chosen.includes(role) }}
          label={`${ROLE_SAID[role].name} : ${ROLE_SAID[role].does}`}
        />
      ))}
      {error ? <p class="error">{error}</p> : null}
    </fieldset>
  );
}

function Link({ email, href }: { email: string; href: string }) {
  return (
    <>
      <p>
        Donnez ce lien à <strong>{email}</strong>, de la main à la main ou par un moyen sûr. Il sert une fois,
        pendant trois jours. Il ne sera plus montré.
      </p>
      <pre>{href}</pre>
      <p>
        <a href={HOME}>Revenir aux collègues</a>
      </p>
    </>
  );
}
