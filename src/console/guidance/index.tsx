/** Guidance: a sheet is searched as people ask it, its exact text is looked at, then it is sent. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { RelaisError } from '../../errors.ts';
import { derivedId } from '../../guidance/derived.ts';
import { back, readForm } from '../../web/index.ts';
import { dateTime } from '../dates.ts';
import type { Desk, Section } from '../section.ts';
import { Compose } from './compose.tsx';
import { type GuidanceDesk, SEND, SENT } from './deps.ts';
import { draftOf, type Fields, sent, viewOf } from './form.ts';
import { placesOf } from './places.ts';
import { Results, Search } from './search.tsx';
import { templateFields } from './templates.tsx';

interface Of {
  readonly Params: { readonly sheet: string };
  readonly Querystring: { readonly modele?: string };
}

const CAPS = {
  person_cap: 'Cette personne a déjà reçu plusieurs SMS de nous en 24 heures. Réessayez demain.',
  author_cap: 'Vous avez envoyé beaucoup de fiches en 24 heures. Réessayez demain.',
} as const;

export function guidanceSection(deps: GuidanceDesk): Section {
  const { knowledge, guidance, clock } = deps;
  return {
    menu: { href: SEND, label: 'Envoyer une fiche' },
    right: 'guide',
    home: () => <Search />,
    routes:
      (desk): FastifyPluginAsync =>
      async (app) => {
        app.get<{ Querystring: { q?: string } }>(SEND, (request, reply) => {
          const asked = String(request.query.q ?? '').slice(0, 200);
          return desk.show(request, reply, {
            title: 'Envoyer une fiche',
            content: <Results asked={asked} knowledge={knowledge} />,
          });
        });
        app.get<Of>(`${SEND}/:sheet`, async (request, reply) => {
          const { name, org } = desk.who(request);
          const [by = ''] = name.split(' ');
          const { modele = '' } = request.query;
          const all = modele === '' ? [] : await deps.templates.templates(org.id);
          const chosen = all.find(({ id }) => id === modele);
          const { sheet: _, ...filled } = (chosen && templateFields(chosen)) ?? { sheet: '', lang: 'fr' };
          return compose(request, reply, desk, sent.parse({ by, ...filled }), {});
        });
        app.post<Of>(`${SEND}/:sheet/voir`, (request, reply) => {
          const fields = read(request);
          const { draft, wrong } = draftOf(fields, request.params.sheet, deps.territories);
          const { problems } = guidance.preview(draft);
          return compose(
            request,
            reply,
            desk,
            fields,
            { ...problems, ...(wrong ? { at: wrong } : {}) },
            true,
          );
        });
        app.post<Of>(`${SEND}/:sheet/envoyer`, async (request, reply) => {
          const fields = read(request);
          const who = desk.who(request);
          const { draft, wrong } = draftOf(fields, request.params.sheet, deps.territories);
          if (wrong) return compose(request, reply, desk, fields, { at: wrong }, true);
          const id = fields.cle ?? deps.ids();
          const done = await guidance.send(draft, { orgId: who.org.id, author: who.id }, id);
          if (done.is === 'wrong') return compose(request, reply, desk, fields, done.problems, true);
          if (done.is !== 'taken') return compose(request, reply, desk, fields, {}, true, CAPS[done.is]);
          if (fields.suite === 'oui') {
            const { to, by, lang, sheet } = draft;
            const discreet = knowledge.sheet(sheet, 'fr')?.discreet ?? false;
            await deps.reminders.follow(
              {
                ...{ guidance: done.id, id: derivedId(done.id, 'suite'), to, by, lang, sheet, discreet },
                leaves: done.dueAt,
              },
              { orgId: who.org.id, author: who.id },
            );
          }
          await desk.note(request, 'guidance_sent', done.id);
          const later = done.dueAt > clock();
          return back(reply, SENT, {
            done: later ? `C’est noté. Le SMS partira le ${dateTime(done.dueAt)}.` : 'C’est parti.',
          });
        });
      },
  };

  function read(request: FastifyRequest): Fields {
    const form = readForm(sent, request.body);
    if ('wrong' in form) throw new RelaisError('bad_request');
    return form.ok;
  }

  /** The form; with the text above it once it has been asked for. */
  async function compose(
    request: FastifyRequest,
    reply: FastifyReply,
    desk: Desk,
    fields: Fields,
    problems: Readonly<Record<string, string>>,
    asked = false,
    refused?: string,
  ) {
    const sheet = knowledge.sheet((request.params as Of['Params']).sheet, 'fr');
    if (sheet === undefined) throw new RelaisError('not_found');
    const { draft } = draftOf(fields, sheet.id, deps.territories);
    const near = placesOf(knowledge, fields.where, clock());
    const errors: Record<string, string> = {
      ...problems,
      ...(fields.where !== '' && near.length === 0 ? { where: 'Aucun lieu trouvé là.' } : {}),
    };
    const fine = asked && Object.keys(errors).length === 0;
    const preview = fine ? guidance.preview(draft).preview : undefined;
    // Two touches of the same button send one text.
    const key = fields.cle ?? deps.ids();
    return desk.show(request, reply, {
      title: sheet.title.text,
      status: asked && !fine ? 422 : 200,
      ...(refused === undefined ? {} : { refused }),
      content: (
        <Compose
          {...{ sheet, near, preview, languages: deps.languages, price: deps.price }}
          form={viewOf({ ...fields, cle: key }, errors)}
          later={preview !== undefined && preview.dueAt > clock()}
        />
      ),
    });
  }
}
