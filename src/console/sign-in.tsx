/** Coming in: address and password, then six digits. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Half } from '../accounts/index.ts';
import { RelaisError } from '../errors.ts';
import { back, Field, Form, type FormView, flashOf, Hidden, Layout, page, readForm } from '../web/index.ts';
import { dropToken, keepToken, TOKEN } from './cookie.ts';
import type { ConsoleDeps } from './site.tsx';

/** Tries of one address in a minute, beside those that are counted by account. */
const FEW = { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } };
const WRONG = 'Adresse ou mot de passe faux.';
const WRONG_CODE = 'Code faux, ou déjà utilisé. Attendez le suivant, puis recommencez.';
export const TOO_MANY = 'Trop d’essais. Attendez 15 minutes, puis recommencez.';

const signIn = z.object({
  email: z.string().trim().min(1, 'Écrivez votre adresse.').max(200),
  password: z.string().min(1, 'Écrivez votre mot de passe.').max(500),
  vers: z.string().optional(),
});
const coded = z.object({ code: z.string().max(20).default(''), kept: z.string().max(2000).default('') });

export const signInPages =
  (deps: ConsoleDeps): FastifyPluginAsync =>
  async (app) => {
    const { site, accounts, secure } = deps;
    const seen = (request: FastifyRequest) => accounts.see(request.cookies[TOKEN]);
    const enter = async (
      request: FastifyRequest,
      reply: FastifyReply,
      more: { form?: FormView; vers?: string; refused?: string } = {},
    ) => {
      const said = flashOf(request, reply);
      return page(
        reply,
        <SignIn site={site} {...more} refused={more.refused ?? said.refused} done={said.done} />,
        {
          status: more.form || more.refused ? 422 : 200,
        },
      );
    };

    app.get<{ Querystring: { vers?: string } }>('/console/entrer', async (request, reply) => {
      const now = await seen(request);
      if (now?.stage === 'full') return reply.redirect('/console', 303);
      return enter(request, reply, { vers: safe(request.query.vers) });
    });
    app.post('/console/entrer', FEW, async (request, reply) => {
      const read = readForm(signIn, request.body);
      if ('wrong' in read) return enter(request, reply, { form: read.wrong });
      const { email, password } = read.ok;
      const vers = safe(read.ok.vers);
      const again = { form: { values: { email } }, vers };
      try {
        const token = await accounts.signIn(email, password);
        if (token === undefined) return enter(request, reply, { ...again, refused: WRONG });
        keepToken(reply, token, secure);
      } catch (error) {
        if (isTooMany(error)) return enter(request, reply, { ...again, refused: TOO_MANY });
        throw error;
      }
      // From here on it is known which page comes next.
      return reply.redirect(`/console/code?vers=${encodeURIComponent(vers)}`, 303);
    });

    const code = async (
      reply: FastifyReply,
      stage: 'setup' | 'second',
      half: Half,
      more: { vers: string; refused?: string; kept?: string },
    ) => {
      if (stage === 'second')
        return page(reply, <Code site={site} {...more} />, { status: more.refused ? 422 : 200 });
      const setup = more.kept
        ? await accounts.setupAgain(half, more.kept, site)
        : await accounts.setup(half, site);
      return page(reply, <Setup site={site} {...more} {...setup} />, { status: more.refused ? 422 : 200 });
    };
    app.get<{ Querystring: { vers?: string } }>('/console/code', async (request, reply) => {
      const now = await seen(request);
      if (now === undefined) return reply.redirect('/console/entrer', 303);
      const vers = safe(request.query.vers);
      if (now.stage === 'full') return reply.redirect(vers, 303);
      return code(reply, now.stage, now.half, { vers });
    });
    app.post<{ Querystring: { vers?: string } }>('/console/code', FEW, async (request, reply) => {
      const now = await seen(request);
      if (now === undefined)
        return back(reply, '/console/entrer', { refused: 'Trop de temps a passé : recommencez.' });
      const vers = safe(request.query.vers);
      if (now.stage === 'full') return reply.redirect(vers, 303);
      const read = readForm(coded, request.body);
      if ('wrong' in read) throw new RelaisError('bad_request');
      const { stage, half } = now;
      const { kept } = read.ok;
      try {
        const token =
          stage === 'setup'
            ? await accounts.confirmSetup(half, kept, read.ok.code)
            : await accounts.confirmSecond(half, read.ok.code);
        if (token === undefined) return code(reply, stage, half, { vers, kept, refused: WRONG_CODE });
        keepToken(reply, token, secure);
        return reply.redirect(vers, 303);
      } catch (error) {
        if (isTooMany(error)) return code(reply, stage, half, { vers, kept, refused: TOO_MANY });
        throw error;
      }
    });
    app.post('/console/sortir', async (request, reply) => {
      await accounts.signOut(request.cookies[TOKEN]);
      dropToken(reply);
      return back(reply, '/console/entrer', { done: 'Vous êtes sorti.' });
    });
  };

/** A page of the desk, or its home: never another site. */
function safe(vers: unknown): string {
  return typeof vers === 'string' && /^\/console(?:[/?][\w/?&=%.+-]*)?$/.test(vers) ? vers : '/console';
}

export function isTooMany(error: unknown): boolean {
  return error instanceof RelaisError && error.code === 'too_many';
}

interface Said {
  readonly site: string;
  readonly refused?: string | undefined;
  readonly done?: string | undefined;
  readonly vers?: string;
}

function SignIn({ site, form, vers = '/console', refused, done }: Said & { form?: FormView }) {
  return (
    <Layout title="Entrer au bureau" site={site} refused={refused} done={done}>
      <Form action="/console/entrer" submit="Continuer">
        <Hidden name="vers" value={vers} />
        <Field
          {...{ name: 'email', label: 'Adresse e-mail', type: 'email', required: true, form: form ?? {} }}
          autocomplete="username"
        />
        <Field
          {...{ name: 'password', label: 'Mot de passe', type: 'password', required: true, form: form ?? {} }}
          autocomplete="current-password"
        />
      </Form>
      <p class="muted">Mot de passe ou téléphone perdu : demandez un nouveau lien à votre administrateur.</p>
    </Layout>
  );
}

function CodeField() {
  return (
    <Field
      {...{ name: 'code', label: 'Les 6 chiffres de l’application', required: true, maxlength: 10 }}
      inputmode="numeric"
      autocomplete="one-time-code"
    />
  );
}

function Code({ site, vers = '/console', refused }: Said) {
  return (
    <Layout title="Votre code" site={site} refused={refused}>
      <Form action={`/console/code?vers=${encodeURIComponent(vers)}`} submit="Entrer">
        <CodeField />
      </Form>
      <Leave />
    </Layout>
  );
}

function Setup({
  site,
  vers = '/console',
  refused,
  image,
  typed,
  kept,
}: Said & { image: string; typed: string; kept: string }) {
  return (
    <Layout title="Reliez une application de codes" site={site} refused={refused}>
      <ol>
        <li>
          Sur votre téléphone, ouvrez une application de codes : FreeOTP, Aegis, Google Authenticator… Il en
          existe sans compte et gratuites.
        </li>
        <li>
          Scannez cette image.
          <br />
          <img src={image} width={232} height={232} alt="Code à scanner avec l’application" />
          <details>
            <summary>Sans appareil photo : taper la clé</summary>
            <p>
              <code>{typed}</code>
            </p>
          </details>
        </li>
        <li>Écrivez le code de 6 chiffres qu’elle montre.</li>
      </ol>
      <Form action={`/console/code?vers=${encodeURIComponent(vers)}`} submit="Relier">
        <Hidden name="kept" value={kept} />
        <CodeField />
      </Form>
      <Leave />
    </Layout>
  );
}

function Leave() {
  return (
    <Form action="/console/sortir" inline>
      <button type="submit" class="small secondary">
        Abandonner
      </button>
    </Form>
  );
}
