/** A link that makes an account, once; or renews one. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { z } from 'zod';
import { PASSWORD, ROLE_SAID, weakness } from '../accounts/index.ts';
import { Field, Form, type FormView, Layout, page, readForm } from '../web/index.ts';
import { keepToken } from './cookie.ts';
import type { ConsoleDeps } from './site.tsx';

const FEW = { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } };
const GONE = 'Ce lien a déjà servi, a été retiré ou a expiré. Demandez-en un autre à votre administrateur.';

const chosen = z.object({
  name: z.string().trim().min(2, 'Écrivez votre nom.').max(80),
  password: z.string(),
});

interface Params {
  readonly Params: { readonly token: string };
}

export const invitationPages =
  ({ site, accounts, secure }: ConsoleDeps): FastifyPluginAsync =>
  async (app) => {
    const gone = (reply: FastifyReply) =>
      page(
        reply,
        <Layout title="Lien expiré" site={site}>
          <p>{GONE}</p>
        </Layout>,
        { status: 410, formless: true },
      );
    const show = async (reply: FastifyReply, token: string, form: FormView = {}) => {
      const invited = await accounts.invitation(token);
      if (invited === undefined) return gone(reply);
      const { organisation, email, roles, renews } = invited;
      const title = renews === undefined ? 'Créer votre compte' : 'Renouveler votre accès';
      return page(
        reply,
        <Layout title={title} site={site}>
          <p>
            Organisation : <strong>{organisation}</strong>. Adresse : <strong>{email}</strong>.
          </p>
          <ul>
            {roles.map((role) => (
              <li key={role}>
                {ROLE_SAID[role].name} : {ROLE_SAID[role].does}
              </li>
            ))}
          </ul>
          <Form action={`/console/invitation/${token}`} submit="Continuer">
            {/* For the browser that keeps passwords: to which address this one belongs. */}
            <input type="email" name="email" value={email} autocomplete="username" hidden readonly />
            <Field
              {...{ name: 'name', label: 'Votre nom, comme vos collègues le liront', required: true, form }}
              {...(renews === undefined ? {} : { value: renews })}
              autocomplete="name"
            />
            <Field
              {...{ name: 'password', label: 'Choisissez un mot de passe', required: true, form }}
              type="password"
              autocomplete="new-password"
              hint={`${PASSWORD.least} caractères ou plus. Une phrase convient.`}
            />
          </Form>
          <p class="muted">Ensuite, vous relierez une application de codes sur votre téléphone.</p>
        </Layout>,
        { status: form.errors ? 422 : 200 },
      );
    };
    app.get<Params>('/console/invitation/:token', FEW, (request, reply) => show(reply, request.params.token));
    app.post<Params>('/console/invitation/:token', FEW, async (request, reply) => {
      const { token } = request.params;
      const invited = await accounts.invitation(token);
      if (invited === undefined) return gone(reply);
      const read = readForm(chosen, request.body);
      if ('wrong' in read) return show(reply, token, read.wrong);
      const weak = weakness(read.ok.password, invited.email);
      if (weak) return show(reply, token, { values: { name: read.ok.name }, errors: { password: weak } });
      const accepted = await accounts.accept(token, read.ok);
      if ('refused' in accepted) return gone(reply);
      keepToken(reply, accepted.token, secure);
      return reply.redirect('/console/code', 303);
    });
  };
