/** The first page of the desk, and one's own account: phone, password, sessions. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { may, pinWeakness, ROLE_SAID, type StaffAccounts, type Who, weakness } from '../accounts/index.ts';
import { RelaisError } from '../errors.ts';
import { back, Field, Form, type FormView, readForm } from '../web/index.ts';
import { dateTime } from './dates.ts';
import { homePhone, phoneOf } from './phones.ts';
import type { Desk, Section } from './section.ts';
import { isTooMany, TOO_MANY } from './sign-in.tsx';
import type { ConsoleDeps } from './site.tsx';

const changed = z.object({ present: z.string(), next: z.string() });

export function homeSection({ accounts, sections }: ConsoleDeps): Section {
  return {
    menu: { href: '/console', label: 'Accueil' },
    routes: (desk) => async (app) => {
      app.get('/console', async (request, reply) => {
        const who = desk.who(request);
        const mine = sections.filter(({ right }) => right === undefined || may(who.roles, right));
        const lines = mine.flatMap(({ menu }) => menu ?? []);
        const counted = await Promise.all(
          lines.map(async (line) => ({ ...line, waiting: line.count ? await line.count(who) : 0 })),
        );
        return desk.show(request, reply, {
          title: `Bonjour ${who.name}`,
          content: (
            <>
              <p>
                {who.org.name} · {who.roles.map((role) => ROLE_SAID[role].name).join(', ')}
              </p>
              {mine.map(({ home }) => home?.())}
              {counted.length === 0 ? <p>Rien à faire pour le moment.</p> : null}
              <ul>
                {counted.map(({ href, label, waiting }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                    {waiting > 0 ? ` : ${waiting} en attente` : ''}
                  </li>
                ))}
              </ul>
            </>
          ),
        });
      });
      app.get('/console/compte', (request, reply) => account(desk, accounts, request, reply));
      app.post('/console/compte/mot-de-passe', async (request, reply) => {
        const who = desk.who(request);
        const read = readForm(changed, request.body);
        if ('wrong' in read) return account(desk, accounts, request, reply, read.wrong);
        const weak = weakness(read.ok.next, who.email);
        if (weak) return account(desk, accounts, request, reply, { errors: { next: weak } });
        try {
          if (!(await accounts.changePassword(who, read.ok.present, read.ok.next)))
            return account(desk, accounts, request, reply, { errors: { present: 'Mot de passe faux.' } });
        } catch (error) {
          if (isTooMany(error))
            return account(desk, accounts, request, reply, { errors: { present: TOO_MANY } });
          throw error;
        }
        return back(reply, '/console/compte', {
          done: 'Mot de passe changé. Vos autres connexions sont fermées.',
        });
      });
      app.post('/console/compte/telephone', async (request, reply) => {
        const typed = String((request.body as { phone?: unknown } | undefined)?.phone ?? '').trim();
        const phone = typed === '' ? undefined : phoneOf(typed);
        if (typed !== '' && phone === undefined)
          return account(desk, accounts, request, reply, {
            values: { phone: typed },
            errors: { phone: 'Ce numéro n’est pas un téléphone de France.' },
          });
        const kept = await accounts.setPhone(desk.who(request), phone);
        if (!kept)
          return account(desk, accounts, request, reply, {
            values: { phone: typed },
            errors: { phone: 'Ce numéro est celui d’un autre compte.' },
          });
        return back(reply, '/console/compte', { done: phone ? 'Téléphone noté.' : 'Téléphone oublié.' });
      });
      app.post('/console/compte/code', async (request, reply) => {
        const read = readForm(z.object({ pin: z.string().trim().max(12).default('') }), request.body);
        if ('wrong' in read) throw new RelaisError('bad_request');
        const { pin } = read.ok;
        const weak = pin === '' ? undefined : pinWeakness(pin);
        // What was typed is not shown again.
        if (weak) return account(desk, accounts, request, reply, { errors: { pin: weak } });
        await accounts.setPin(desk.who(request), pin === '' ? undefined : pin);
        return back(reply, '/console/compte', { done: pin === '' ? 'Code ôté.' : 'Code enregistré.' });
      });
      app.post('/console/compte/fermer', async (request, reply) => {
        const ended = await accounts.signOutEverywhere(desk.who(request));
        return back(reply, '/console/compte', {
          done:
            ended === 0
              ? 'Aucune autre connexion n’était ouverte.'
              : 'Toutes vos autres connexions sont fermées.',
        });
      });
    },
  };
}

async function account(
  desk: Desk,
  accounts: StaffAccounts,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormView = {},
) {
  const who = desk.who(request);
  const [sessions, pin] = await Promise.all([accounts.sessions(who), accounts.hasPin(who)]);
  return desk.show(request, reply, {
    title: 'Mon compte',
    status: form.errors ? 422 : 200,
    content: <Account who={who} form={form} sessions={sessions} pin={pin} />,
  });
}

function Account({
  who,
  form,
  sessions,
  pin,
}: {
  pin: boolean;
  who: Who;
  form: FormView;
  sessions: readonly { id: string; at: number; seenAt: number }[];
}) {
  return (
    <>
      <p>
        {who.name}, {who.email}. {who.org.name}.
      </p>
      <h2>Mon téléphone</h2>
      <Form action="/console/compte/telephone" submit="Enregistrer">
        <Field
          {...{ name: 'phone', label: 'Numéro où le service vous appelle pour vous mettre en relation' }}
          {...{ type: 'tel', inputmode: 'tel', autocomplete: 'tel', form, value: homePhone(who.phone) }}
          hint="La personne ne le voit jamais. Vide pour l’oublier."
        />
      </Form>
      <h2>Mon code ENVOI</h2>
      <p>
        Depuis votre téléphone ci-dessus, écrivez « ENVOI 0612345678 carte identite » au numéro du service.{' '}
        {pin ? 'Un code est choisi.' : 'Aucun code : choisissez-en un.'}
      </p>
      <Form action="/console/compte/code" submit="Enregistrer le code">
        <Field
          {...{ name: 'pin', label: 'Code à six chiffres', type: 'password', inputmode: 'numeric', form }}
          autocomplete="off"
          hint="Ne l’écrivez qu’au service. Cinq erreurs le bloquent. Vide pour l’ôter."
        />
      </Form>
      <h2>Mon mot de passe</h2>
      <Form action="/console/compte/mot-de-passe" submit="Changer">
        <Field
          {...{ name: 'present', label: 'Mot de passe actuel', type: 'password', required: true, form }}
          autocomplete="current-password"
        />
        <Field
          {...{ name: 'next', label: 'Nouveau mot de passe', type: 'password', required: true, form }}
          autocomplete="new-password"
        />
      </Form>
      <h2>Mes connexions</h2>
      <ul>
        {sessions.map(({ id, at, seenAt }) => (
          <li key={id}>
            Depuis le {dateTime(at)}, vue le {dateTime(seenAt)}
            {id === who.session ? ' (celle-ci)' : ''}
          </li>
        ))}
      </ul>
      <Form action="/console/compte/fermer" submit="Fermer toutes mes autres connexions" kind="secondary" />
    </>
  );
}
