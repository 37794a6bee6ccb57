/** A sheet to a list of numbers: the file is looked at, its cost is told, then it is sent. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RelaisError } from '../../errors.ts';
import { MOST_NOTE } from '../../guidance/check.ts';
import {
  type DryRun,
  dryRun,
  type LineTold,
  type ListDraft,
  linesOf,
  MOST_LINES,
  sendList,
} from '../../guidance/list.ts';
import { Field, Form, type FormView, Hidden, readForm, Select, Tick } from '../../web/index.ts';
import { masked } from '../phones.ts';
import type { Desk, Section } from '../section.ts';
import { type GuidanceDesk, SEND, SENT } from './deps.ts';

interface Of {
  readonly Params: { readonly sheet: string };
}

const word = (most: number) => z.string().trim().max(most).default('');
const tick = z.literal('oui').optional();
const MOST_BYTES = 100_000;
const sentForm = z.object({
  cle: z.uuid().optional(),
  by: word(60),
  lang: word(10),
  note: word(400),
  csv: z.string().max(MOST_BYTES).default(''),
  file: z.string().max(MOST_BYTES).default(''),
  consent: tick,
});
type Fields = z.infer<typeof sentForm>;

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

export function listSection(deps: GuidanceDesk): Section {
  const { knowledge, guidance, territories, ids } = deps;
  return {
    right: 'guide',
    routes:
      (desk): FastifyPluginAsync =>
      async (app) => {
        app.addContentTypeParser(
          'multipart/form-data',
          { parseAs: 'buffer', bodyLimit: 2 * MOST_BYTES },
          (request: FastifyRequest, body: Buffer) => fieldsOf(request.headers['content-type'] ?? '', body),
        );
        app.get<Of>(`${SEND}/:sheet/liste`, (request, reply) => {
          const [by = ''] = desk.who(request).name.split(' ');
          return show(desk, request, reply, sentForm.parse({ by, lang: 'fr' }));
        });
        app.post<Of>(`${SEND}/:sheet/liste/voir`, (request, reply) => {
          const fields = read(request);
          const { lines, errors } = looked(fields);
          if (lines === undefined) return show(desk, request, reply, fields, errors);
          return show(desk, request, reply, fields, {}, dryRun(lines, draftOf(request, fields), guidance));
        });
        app.post<Of>(`${SEND}/:sheet/liste/envoyer`, async (request, reply) => {
          const fields = read(request);
          const { lines, errors } = looked(fields);
          if (lines === undefined || fields.cle === undefined)
            return show(desk, request, reply, fields, errors);
          const who = desk.who(request);
          const from = { orgId: who.org.id, author: who.id };
          const { sent, left } = await sendList(lines, draftOf(request, fields), {
            guidance,
            from,
            batch: fields.cle,
          });
          await desk.note(request, 'list_sent', fields.cle);
          return desk.show(request, reply, {
            title: 'Liste envoyée',
            content: (
              <>
                <p role="status">{sent === 1 ? 'Un SMS est noté.' : `${sent} SMS sont notés.`}</p>
                {left.length === 0 ? null : <Lines heading="Pas envoyés" lines={left} />}
                <p>
                  <a href={SENT}>Suivre les envois</a>
                </p>
              </>
            ),
          });
        });
      },
  };

  function read(request: FastifyRequest): Fields {
    const form = readForm(sentForm, request.body);
    if ('wrong' in form) throw new RelaisError('bad_request');
    const { file, ...fields } = form.ok;
    return { ...fields, file: '', csv: file.trim() === '' ? fields.csv : file };
  }

  function draftOf(request: FastifyRequest, { by, lang, note, consent }: Fields): ListDraft {
    const { sheet } = request.params as Of['Params'];
    // A phone of a list is not known to be anybody's alone.
    return { by, lang, note, sheet, alone: false, consent: consent === 'oui' };
  }

  function looked({ csv }: Fields) {
    const lines = linesOf(csv, territories);
    const wrong =
      lines === undefined
        ? 'Ce fichier n’est pas une liste : un numéro par ligne, puis un mot si vous voulez.'
        : lines.length === 0
          ? 'Choisissez un fichier, ou collez des numéros.'
          : lines.length > MOST_LINES
            ? `${MOST_LINES} lignes au plus.`
            : undefined;
    return wrong === undefined ? { lines, errors: {} } : { errors: { csv: wrong } };
  }

  function show(
    desk: Desk,
    request: FastifyRequest,
    reply: FastifyReply,
    fields: Fields,
    errors: Readonly<Record<string, string>> = {},
    run?: DryRun,
  ) {
    const sheet = knowledge.sheet((request.params as Of['Params']).sheet, 'fr');
    if (sheet === undefined) throw new RelaisError('not_found');
    const values = Object.fromEntries(
      Object.entries({ ...fields, cle: fields.cle ?? ids() }).map(([k, v]) => [k, v ?? '']),
    );
    const form: FormView = { values, errors };
    return desk.show(request, reply, {
      title: `${sheet.title.text} : à une liste`,
      status: Object.keys(errors).length > 0 ? 422 : 200,
      content: (
        <>
          {run === undefined ? null : <Run {...{ run, form, sheet: sheet.id, price: deps.price }} />}
          <ListForm {...{ form, sheet: sheet.id, languages: deps.languages }} />
        </>
      ),
    });
  }
}

function ListForm({
  form,
  sheet,
  languages,
}: Pick<GuidanceDesk, 'languages'> & { readonly form: FormView; readonly sheet: string }) {
  const { values = {}, errors = {} } = form;
  return (
    <Form action={`${SEND}/${sheet}/liste/voir`} submit="Vérifier la liste, sans envoyer" files>
      <label for="file">Fichier CSV : un numéro par ligne, puis un mot personnel si vous voulez</label>
      <input id="file" name="file" type="file" accept=".csv,.txt,text/csv,text/plain" />
      <Field
        {...{ name: 'csv', label: 'Ou collez les lignes ici', rows: 5, form }}
        hint={`${MOST_LINES} lignes au plus. Exemple : 06 39 98 00 00;à mardi`}
      />
      {errors.file ? <p class="error">{errors.file}</p> : null}
      <Field {...{ name: 'note', label: 'Un mot pour tous', maxlength: MOST_NOTE, form }} />
      <Field {...{ name: 'by', label: 'Prénom que les personnes connaissent', required: true, form }} />
      <Select {...{ name: 'lang', label: 'Langue', options: languages, form }} />
      <Tick
        {...{ name: 'consent', checked: values.consent === 'oui' }}
        label="Chaque personne est d’accord pour recevoir ce SMS"
      />
    </Form>
  );
}

/** What would leave, and its price, before anything does. */
function Run({
  run: { lines, fine, segments },
  form,
  sheet,
  price,
}: Pick<GuidanceDesk, 'price'> & { readonly run: DryRun; readonly form: FormView; readonly sheet: string }) {
  const wrong = lines.filter(({ problem }) => problem !== undefined);
  return (
    <section aria-label="Essai à blanc">
      <h2>Essai à blanc : rien n’est parti</h2>
      <p>
        {fine} {fine === 1 ? 'personne' : 'personnes'}, {segments} SMS, environ{' '}
        {euros.format(segments * price)}. Chacun part dès que possible, hors de la nuit et du dimanche.
      </p>
      {wrong.length === 0 ? null : <Lines heading="Lignes laissées de côté" lines={wrong} />}
      {fine === 0 ? null : (
        <Form
          action={`${SEND}/${sheet}/liste/envoyer`}
          submit={fine === 1 ? 'Envoyer à une personne' : `Envoyer à ${fine} personnes`}
        >
          {Object.entries(form.values ?? {}).map(([name, value]) =>
            value === '' || name === 'csv' ? null : <Hidden key={name} name={name} value={value} />,
          )}
          <textarea name="csv" hidden aria-label="Lignes">
            {form.values?.csv ?? ''}
          </textarea>
        </Form>
      )}
      <h2>Modifier</h2>
    </section>
  );
}

function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly LineTold[] }) {
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {lines.map(({ line, to, problem }) => (
          <li key={line}>
            Ligne {line}, {masked(to)} : {problem}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The fields of a form with a file, as words: spreadsheets write in the letters of the system, or in UTF-8. */
async function fieldsOf(contentType: string, body: Buffer): Promise<Record<string, string>> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
    const fields: Record<string, string> = {};
    for (const [name, value] of form.entries())
      fields[name] = typeof value === 'string' ? value : lettersOf(await value.arrayBuffer());
    return fields;
  } catch {
    throw new RelaisError('bad_request');
  }
}

function lettersOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
