/** Consultations in public: what is asked, how many took part, and once closed what came of it. Readable without a script. */
import type { FastifyPluginAsync } from 'fastify';
import { tenDigits, worded } from '../../../flows/consultations.ts';
import { RelaisError } from '../../errors.ts';
import { back, Field, Form, flashOf, Layout, page } from '../../web/index.ts';
import { dayOf, Method, Question, Turnout, unbroken } from './parts.tsx';
import type { Drawings, Shown } from './shown.ts';

export interface ConsultationPagesDeps {
  readonly site: string;
  /** How one takes part. */
  readonly sms?: string | undefined;
  readonly voice?: string | undefined;
  /** Newest first. */
  readonly list: () => Promise<readonly Shown[]>;
  readonly result: (slug: string) => Promise<Shown | undefined>;
  readonly counted: (receipt: string) => Promise<boolean>;
  readonly json: (shown: Shown) => unknown;
  readonly csv: (shown: Shown) => string;
  readonly draw: Drawings;
}

export const consultationPages =
  (deps: ConsultationPagesDeps): FastifyPluginAsync =>
  async (app) => {
    app.get('/consultations', async (request, reply) =>
      page(reply, <List {...deps} all={await deps.list()} said={flashOf(request, reply)} />),
    );
    app.post<{ Body: Record<string, unknown> }>('/consultations/recu', async (request, reply) => {
      const receipt = tenDigits(String(request.body?.recu ?? ''));
      if (receipt === undefined) return back(reply, '/consultations', { refused: 'Un reçu a 10 chiffres.' });
      const counted = await deps.counted(receipt);
      return counted
        ? back(reply, '/consultations', { done: 'Ce reçu est compté.' })
        : back(reply, '/consultations', { refused: 'Ce reçu n’est pas connu. Vérifiez ses 10 chiffres.' });
    });
    app.get<{ Params: { name: string } }>('/consultations/:name', async (request, reply) => {
      const [, slug = '', kind] = /^([a-z0-9-]+?)(?:\.(csv|json))?$/.exec(request.params.name) ?? [];
      const shown = await deps.result(slug);
      if (!shown) throw new RelaisError('not_found');
      if (kind === 'json') return reply.header('cache-control', 'no-store').send(deps.json(shown));
      if (kind === 'csv')
        return reply
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="${slug}.csv"`)
          .type('text/csv; charset=utf-8')
          .send(deps.csv(shown));
      return page(reply, <One {...deps} shown={shown} />, { formless: true });
    });
  };

function List({
  site,
  all,
  said,
}: ConsultationPagesDeps & { all: readonly Shown[]; said: { done?: string; refused?: string } }) {
  return (
    <Layout title="Consultations" site={site} indexed done={said.done} refused={said.refused}>
      {all.length === 0 ? <p>Aucune consultation pour le moment.</p> : null}
      {all.length === 0 ? null : (
        <ul>
          {all.map(({ of, status, ballots }) => (
            <li key={of.slug}>
              <a href={`/consultations/${of.slug}`}>{worded(of.title, 'fr')}</a>, {of.organiser} :{' '}
              {status === 'open' ? `ouverte jusqu’au ${dayOf(of.closes - 1)}` : 'fermée'}, {votes(ballots)}
            </li>
          ))}
        </ul>
      )}
      <h2>Vérifier un reçu</h2>
      <p>Un reçu dit que le vote compte, jamais lequel.</p>
      <Form action="/consultations/recu" submit="Vérifier">
        <Field
          name="recu"
          label="Les 10 chiffres du reçu"
          required
          inputmode="numeric"
          maxlength={16}
          autocomplete="off"
        />
      </Form>
    </Layout>
  );
}

function One({ site, shown, sms, voice, draw }: ConsultationPagesDeps & { shown: Shown }) {
  const { of, status, ballots, questions, days } = shown;
  const open = status === 'open';
  return (
    <Layout
      title={worded(of.title, 'fr')}
      site={site}
      indexed
      nav={[{ href: '/consultations', label: 'Consultations' }]}
    >
      <p>
        {of.organiser} demande l’avis de : {worded(of.who, 'fr')}. Ce n’est pas une élection légale.
      </p>
      <p>
        {open
          ? `Ouverte du ${dayOf(of.opens)} au ${dayOf(of.closes - 1)}.`
          : `Fermée le ${dayOf(shown.closedAt ?? of.closes)}.`}{' '}
        <strong>{votes(ballots)}</strong>.
      </p>
      {open ? (
        <p>
          Pour répondre : {sms === undefined ? null : `SMS « ${of.keyword.toUpperCase()} » au ${sms}`}
          {sms !== undefined && voice !== undefined ? ', ou ' : null}
          {voice === undefined ? null : `appel au ${voice}, puis « ${of.keyword} »`}.
        </p>
      ) : null}
      {questions === undefined ? (
        <>
          <h2>Questions</h2>
          <ol>
            {of.questions.map((q) => (
              <li key={q.id}>{unbroken(worded(q.text, 'fr'))}</li>
            ))}
          </ol>
          <p>Les résultats paraîtront ici après la fermeture.</p>
        </>
      ) : (
        of.questions.map((q, i) => {
          const counted = questions[i];
          return counted ? <Question key={q.id} q={q} n={i + 1} counted={counted} draw={draw} /> : null;
        })
      )}
      <Turnout days={days} draw={draw} />
      <Method of={of} open={open} live={questions !== undefined} />
      {questions === undefined ? null : (
        <p>
          Données : <a href={`/consultations/${of.slug}.csv`}>CSV</a>,{' '}
          <a href={`/consultations/${of.slug}.json`}>JSON</a>
        </p>
      )}
    </Layout>
  );
}

function votes(count: number): string {
  return `${count} vote${count > 1 ? 's' : ''}`;
}
