/** Templates: a sheet with its language, note and place, saved to be sent again; an organisation may share one with all. */
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { Template } from '../../../db/templates.ts';
import { RelaisError } from '../../errors.ts';
import { MOST_NOTE } from '../../guidance/check.ts';
import { back, Field, Form, type FormView, Hidden, readForm, Tick } from '../../web/index.ts';
import type { Section } from '../section.ts';
import { type GuidanceDesk, SEND, TEMPLATES } from './deps.ts';

interface Of {
  readonly Params: { readonly sheet: string; readonly id: string };
}

const MOST_NAME = 60;
/** What is filled in again: nobody's number, and no word that was agreed with somebody. */
const body = z.object({
  sheet: z.string().max(100),
  lang: z.string().max(10),
  note: z.string().max(MOST_NOTE),
  where: z.string().max(80),
  place: z.string().max(120),
});
const word = z.string().trim().default('');
const saved = z.object({
  nom: z.string().trim().min(1).max(MOST_NAME),
  partage: z.literal('oui').optional(),
  ...{ lang: word, note: word, where: word, place: word },
});

/** What a template fills in; undefined where it can no longer be read. */
export function templateFields(template: Template): z.infer<typeof body> | undefined {
  try {
    return body.parse(JSON.parse(template.body));
  } catch {
    return undefined;
  }
}

export function templatesSection({ templates, knowledge, clock, ids }: GuidanceDesk): Section {
  return {
    menu: { href: TEMPLATES, label: 'Modèles' },
    right: 'guide',
    routes:
      (desk): FastifyPluginAsync =>
      async (app) => {
        app.get(TEMPLATES, async (request, reply) => {
          const { org } = desk.who(request);
          const all = await templates.templates(org.id);
          return desk.show(request, reply, {
            title: 'Modèles',
            content: (
              <>
                {all.length === 0 ? (
                  <p>Aucun modèle. Enregistrez-en un depuis le texte d’une fiche.</p>
                ) : null}
                {all.map((one) => (
                  <One key={one.id} {...{ one, mine: one.orgId === org.id }} title={titleOf(one)} />
                ))}
              </>
            ),
          });
        });
        app.post<Of>(`${SEND}/:sheet/modele`, async (request, reply) => {
          const { sheet } = request.params;
          if (knowledge.sheet(sheet, 'fr') === undefined) throw new RelaisError('not_found');
          const form = readForm(saved, request.body);
          if ('wrong' in form) return back(reply, TEMPLATES, { refused: 'Donnez un nom au modèle.' });
          const { nom, partage, ...rest } = form.ok;
          const filled = body.safeParse({ sheet, ...rest });
          if (!filled.success) throw new RelaisError('bad_request');
          const { id: author, org } = desk.who(request);
          const id = ids();
          await templates.addTemplate({
            ...{ id, orgId: org.id, author, name: nom, body: JSON.stringify(filled.data), at: clock() },
            shared: partage === 'oui',
          });
          await desk.note(request, 'template_saved', id);
          return back(reply, TEMPLATES, { done: 'Modèle enregistré.' });
        });
        app.post<Of>(`${TEMPLATES}/:id/oter`, async (request, reply) => {
          const { id } = request.params;
          if (!(await templates.dropTemplate(id, desk.who(request).org.id)))
            throw new RelaisError('not_found');
          await desk.note(request, 'template_dropped', id);
          return back(reply, TEMPLATES, { done: 'Modèle ôté.' });
        });
      },
  };

  function titleOf(one: Template): string {
    return knowledge.sheet(templateFields(one)?.sheet ?? '', 'fr')?.title.text ?? 'Fiche retirée';
  }
}

function One({
  one,
  mine,
  title,
}: {
  readonly one: Template;
  readonly mine: boolean;
  readonly title: string;
}) {
  const fields = templateFields(one);
  return (
    <article>
      <h2>
        {fields === undefined ? (
          one.name
        ) : (
          <a href={`${SEND}/${fields.sheet}?modele=${one.id}`}>{one.name}</a>
        )}
      </h2>
      <p class="muted">
        {title}
        {fields?.note ? ` · « ${fields.note} »` : ''}
        {one.shared ? ' · partagé avec tous' : ''}
      </p>
      {mine ? (
        <Form
          {...{ action: `${TEMPLATES}/${one.id}/oter`, inline: true, kind: 'secondary', submit: 'Ôter' }}
          label={`Ôter le modèle ${one.name}`}
        />
      ) : null}
    </article>
  );
}

/** Below the text that was looked at. */
export function SaveTemplate({ form, sheet }: { readonly form: FormView; readonly sheet: string }) {
  return (
    <details>
      <summary>Enregistrer comme modèle</summary>
      <Form action={`${SEND}/${sheet}/modele`} submit="Enregistrer le modèle" kind="secondary">
        <Field {...{ name: 'nom', label: 'Nom du modèle', required: true, maxlength: MOST_NAME }} />
        <Tick {...{ name: 'partage', checked: false, label: 'Partager avec toutes les organisations' }} />
        {['lang', 'note', 'where', 'place'].map((name) => (
          <Hidden key={name} name={name} value={form.values?.[name] ?? ''} />
        ))}
      </Form>
    </details>
  );
}
