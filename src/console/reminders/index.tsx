/** Appointments and last days: set with the person, told again the day before; who comes, who cannot, what is blocked. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Knowledge } from '../../../flows/knowledge.ts';
import { may } from '../../accounts/index.ts';
import { RelaisError } from '../../errors.ts';
import type { Territories } from '../../phone.ts';
import type { ListedReminder, Reminders } from '../../reminders/reminders.ts';
import { back, readForm } from '../../web/index.ts';
import { dateTime } from '../dates.ts';
import { showNumber } from '../number.tsx';
import type { Desk, Section } from '../section.ts';
import { Compose, REMIND } from './compose.tsx';
import { draftOf, type Fields, sent } from './form.ts';
import { Listed } from './listed.tsx';

export interface RemindersDesk {
  readonly reminders: Reminders;
  readonly knowledge: Pick<Knowledge, 'sheet'>;
  /** Languages that are served, with their own names. */
  readonly languages: readonly { readonly value: string; readonly label: string }[];
  readonly territories: Territories;
  /** UUIDv7. */
  readonly ids: () => string;
}

const MOST = 50;

interface Of {
  readonly Params: { readonly id: string };
}

export function remindersSection(deps: RemindersDesk): Section {
  const { reminders, knowledge, languages, territories, ids } = deps;
  const titleOf = ({ told }: ListedReminder) =>
    told.kind === 'after'
      ? `Suivi : ${knowledge.sheet(told.sheet, 'fr')?.title.text ?? 'fiche retirée'}`
      : `${told.kind === 'visit' ? 'Rendez-vous' : 'Dernier jour'}, ${dateTime(told.at)}`;

  return {
    menu: { href: REMIND, label: 'Rendez-vous', count: ({ org }) => reminders.open({ orgId: org.id }) },
    right: 'guide',
    routes:
      (desk): FastifyPluginAsync =>
      async (app) => {
        app.get(REMIND, async (request, reply) => {
          const { org, roles } = desk.who(request);
          const scope = { orgId: org.id, limit: MOST };
          const [told, coming] = await Promise.all([
            reminders.list({ ...scope, what: 'told' }),
            reminders.list({ ...scope, what: 'coming' }),
          ]);
          return desk.show(request, reply, {
            title: 'Rendez-vous',
            content: (
              <>
                <p>
                  <a href={`${REMIND}/nouveau`}>Noter un rendez-vous</a>
                </p>
                <Listed
                  heading="Réponses"
                  all={told}
                  none="Aucune réponse."
                  {...{ titleOf, whole: may(roles, 'number') }}
                />
                <Listed
                  heading="À venir"
                  all={coming}
                  none="Aucun rappel à venir."
                  {...{ titleOf, whole: may(roles, 'number') }}
                />
              </>
            ),
          });
        });
        app.get(`${REMIND}/nouveau`, (request, reply) => {
          const [by = ''] = desk.who(request).name.split(' ');
          return compose(desk, request, reply, sent.parse({ by, lang: 'fr' }), {}, false);
        });
        app.post(`${REMIND}/voir`, (request, reply) => {
          const fields = read(request);
          return compose(
            desk,
            request,
            reply,
            fields,
            reminders.preview(draftOf(fields, territories)).problems,
            true,
          );
        });
        app.post(`${REMIND}/noter`, async (request, reply) => {
          const fields = read(request);
          const who = desk.who(request);
          const id = fields.cle ?? ids();
          const done = await reminders.set(
            draftOf(fields, territories),
            { orgId: who.org.id, author: who.id },
            id,
          );
          if (done.dueAt === undefined) return compose(desk, request, reply, fields, done.problems, true);
          await desk.note(request, 'reminder_set', id);
          return back(reply, REMIND, { done: `C’est noté. Le rappel partira le ${dateTime(done.dueAt)}.` });
        });
        app.post<Of>(`${REMIND}/:id/annuler`, async (request, reply) => {
          const { id } = request.params;
          const { org } = desk.who(request);
          await find(id, org.id);
          if (!(await reminders.cancel(id, { orgId: org.id })))
            return back(reply, REMIND, { refused: 'Trop tard : ce rappel est déjà parti.' });
          await desk.note(request, 'reminder_cancelled', id);
          return back(reply, REMIND, { done: 'Annulé : rien ne partira.' });
        });
        app.post<Of>(`${REMIND}/:id/vu`, async (request, reply) => {
          const { id } = request.params;
          const { org } = desk.who(request);
          await find(id, org.id);
          await reminders.handle(id, { orgId: org.id });
          await desk.note(request, 'reminder_handled', id);
          return back(reply, REMIND, { done: 'C’est noté : vous vous en êtes occupé.' });
        });
        app.post<Of>(`${REMIND}/:id/numero`, async (request, reply) => {
          const who = desk.who(request);
          if (!may(who.roles, 'number')) throw new RelaisError('not_allowed');
          const { id } = request.params;
          const { to } = await find(id, who.org.id);
          const back = { href: REMIND, label: 'Revenir aux rendez-vous' };
          return showNumber(desk, request, reply, { id, to, back });
        });
      },
  };

  function read(request: FastifyRequest): Fields {
    const form = readForm(sent, request.body);
    if ('wrong' in form) throw new RelaisError('bad_request');
    return form.ok;
  }

  async function find(id: string, orgId: string): Promise<ListedReminder> {
    const one = await reminders.one(id, { orgId });
    // Another organisation's is none.
    if (one === undefined) throw new RelaisError('not_found');
    return one;
  }

  /** The form; with what will be told above it once it has been asked for. */
  function compose(
    desk: Desk,
    request: FastifyRequest,
    reply: FastifyReply,
    fields: Fields,
    errors: Readonly<Record<string, string>>,
    asked: boolean,
  ) {
    const fine = asked && Object.keys(errors).length === 0;
    const preview = fine ? reminders.preview(draftOf(fields, territories)).preview : undefined;
    // Two touches of the same button set one reminder.
    const values = { ...fields, cle: fields.cle ?? ids() };
    const form = { values: Object.fromEntries(Object.entries(values).map(([k, v]) => [k, v ?? ''])), errors };
    return desk.show(request, reply, {
      title: 'Noter un rendez-vous',
      status: asked && !fine ? 422 : 200,
      content: <Compose {...{ form, languages, preview }} />,
    });
  }
}
