/** Those who asked for a human: urgent first, then the oldest; claimed, called through the bridge, answered. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { may } from '../../accounts/index.ts';
import type { ListedCallback } from '../../callbacks/desk.ts';
import { RelaisError } from '../../errors.ts';
import { back, Form, type FormView, readForm } from '../../web/index.ts';
import { showNumber } from '../number.tsx';
import type { Desk, Section } from '../section.ts';
import { CALLS, type CallsDesk } from './deps.ts';
import { Facts, One } from './one.tsx';
import { NOT_CALLED, topicSaid } from './said.ts';

interface Of {
  readonly Params: { readonly id: string };
}

const noted = z.object({ note: z.string().trim().min(1, 'Écrivez une note.').max(1000) });
const written = z.object({ words: z.string().trim().min(1, 'Écrivez votre réponse.').max(320) });

const NOT_WRITTEN = {
  not_yours: NOT_CALLED.not_yours,
  too_long: 'Trop long pour trois SMS : raccourcissez.',
  no_texts: 'Ce numéro ne reçoit pas nos SMS.',
} as const;
const GONE = 'Trop tard : quelqu’un d’autre l’a pris, ou la demande est finie.';
/** Seconds between two looks at a call that goes on. */
const REFRESH = 5;

export function callbacksSection(deps: CallsDesk): Section {
  const { callbacks, accounts, knowledge, clock } = deps;
  return {
    menu: {
      ...{ href: CALLS, label: 'Rappels' },
      count: (who) => callbacks.waiting({ orgId: who.org.id }),
    },
    right: 'call',
    routes:
      (desk): FastifyPluginAsync =>
      async (app) => {
        app.get<{ Querystring: { finis?: string } }>(CALLS, async (request, reply) => {
          const who = desk.who(request);
          const over = request.query.finis === 'oui';
          const [all, nameOf] = await Promise.all([
            callbacks.list({ orgId: who.org.id, over }),
            names(who.org.id),
          ]);
          return desk.show(request, reply, {
            title: over ? 'Rappels terminés' : 'Rappels',
            content: (
              <>
                <p>
                  <a href={over ? CALLS : `${CALLS}?finis=oui`}>
                    {over ? 'Ceux qui attendent' : 'Ceux qui sont terminés'}
                  </a>
                </p>
                {all.length === 0 ? <p>Aucun rappel.</p> : null}
                {all.map((one) => (
                  <article key={one.row.id}>
                    <h2>
                      <a href={`${CALLS}/${one.row.id}`}>{topicSaid(knowledge, one.request.topic)}</a>
                    </h2>
                    <Facts {...{ one, nameOf, knowledge, now: clock() }} />
                    {one.row.state === 'open' ? (
                      <Form
                        {...{ action: `${CALLS}/${one.row.id}/prendre`, submit: 'Prendre', inline: true }}
                        label={`Prendre : ${topicSaid(knowledge, one.request.topic)}`}
                      />
                    ) : null}
                  </article>
                ))}
              </>
            ),
          });
        });
        app.get<Of>(`${CALLS}/:id`, (request, reply) => show(desk, request, reply));

        const act = (
          verb: string,
          done: string | undefined,
          doing: (request: FastifyRequest, id: string) => Promise<boolean>,
          to: (id: string) => string = (id) => `${CALLS}/${id}`,
        ) =>
          app.post<Of>(`${CALLS}/:id/${verb}`, async (request, reply) => {
            const { id } = request.params;
            await find(id, desk.who(request).org.id);
            const ok = await doing(request, id);
            return back(reply, to(id), ok ? (done === undefined ? {} : { done }) : { refused: GONE });
          });
        const list = () => CALLS;
        act('prendre', 'Ce rappel est à vous.', (r, id) => callbacks.claim(desk.who(r), id));
        act('rendre', 'Rendu à l’équipe.', (r, id) => callbacks.release(desk.who(r), id), list);
        act('terminer', 'C’est terminé.', (r, id) => callbacks.done(desk.who(r), id), list);
        act('manque', 'Noté. La personne est prévenue.', (r, id) => callbacks.missed(desk.who(r), id), list);
        act(
          'sourdine',
          'Ce numéro est en sourdine.',
          (r, id) => {
            const who = desk.who(r);
            if (!may(who.roles, 'number')) throw new RelaisError('not_allowed');
            return callbacks.mute(who, id);
          },
          list,
        );
        app.post<Of>(`${CALLS}/:id/appeler`, async (request, reply) => {
          const { id } = request.params;
          const who = desk.who(request);
          await find(id, who.org.id);
          const called = await callbacks.call(who, id);
          return back(
            reply,
            `${CALLS}/${id}`,
            called === 'placed'
              ? { done: 'Votre téléphone va sonner. Décrochez, puis tapez 1.' }
              : { refused: NOT_CALLED[called] },
          );
        });
        app.post<Of>(`${CALLS}/:id/noter`, async (request, reply) => {
          const { id } = request.params;
          await find(id, desk.who(request).org.id);
          const read = readForm(noted, request.body);
          if ('wrong' in read) return show(desk, request, reply, read.wrong);
          await callbacks.note(desk.who(request), id, read.ok.note);
          return back(reply, `${CALLS}/${id}`, { done: 'Noté.' });
        });
        app.post<Of>(`${CALLS}/:id/ecrire`, async (request, reply) => {
          const { id } = request.params;
          await find(id, desk.who(request).org.id);
          const read = readForm(written, request.body);
          if ('wrong' in read) return show(desk, request, reply, read.wrong);
          const { words } = read.ok;
          const sent = await callbacks.write(desk.who(request), id, words);
          if (sent === 'sent') return back(reply, CALLS, { done: 'Votre réponse part. C’est terminé.' });
          return show(desk, request, reply, { values: { words }, errors: { words: NOT_WRITTEN[sent] } });
        });
        app.post<Of>(`${CALLS}/:id/numero`, async (request, reply) => {
          const who = desk.who(request);
          if (!may(who.roles, 'number')) throw new RelaisError('not_allowed');
          const { id } = request.params;
          const { row, to } = await find(id, who.org.id);
          if (row.claimedBy !== who.id || row.state !== 'claimed')
            return back(reply, `${CALLS}/${id}`, { refused: NOT_CALLED.not_yours });
          return showNumber(desk, request, reply, {
            ...{ id, to },
            back: { href: `${CALLS}/${id}`, label: 'Revenir au rappel' },
            besides: 'Si vous appelez d’ici, votre numéro sera montré.',
          });
        });
      },
  };

  async function names(orgId: string): Promise<(id: string) => string> {
    const people = await accounts.colleagues(orgId);
    const all = new Map(people.map(({ id, name }) => [id, name]));
    return (id) => all.get(id) ?? 'ancien compte';
  }

  /** Another organisation's is none. */
  async function find(id: string, orgId: string): Promise<ListedCallback> {
    const one = await callbacks.one(id, { orgId });
    if (one === undefined) throw new RelaisError('not_found');
    return one;
  }

  async function show(desk: Desk, request: FastifyRequest, reply: FastifyReply, form: FormView = {}) {
    const who = desk.who(request);
    const { id } = request.params as Of['Params'];
    const one = await find(id, who.org.id);
    const [notes, nameOf] = await Promise.all([
      callbacks.notes(id, { orgId: who.org.id }),
      names(who.org.id),
    ]);
    const now = clock();
    return desk.show(request, reply, {
      title: 'Rappel',
      status: form.errors ? 422 : 200,
      ...(one.calling && one.row.claimedBy === who.id ? { refresh: REFRESH } : {}),
      content: <One {...{ one, who, nameOf, knowledge, now, notes, form }} />,
    });
  }
}
