/** What people told, once a human approved it and they agreed; and where services are blocked, as counts. */
import type { FastifyPluginAsync } from 'fastify';
import type { Store } from '../../../db/store.ts';
import type { Texts } from '../../../flows/texts/index.ts';
import { Layout, page } from '../../web/index.ts';
import { type Cell, cellsOf, csvOf, SMALLEST } from './small.ts';

export interface CivicPagesDeps {
  readonly site: string;
  readonly store: Pick<Store, 'obstacles'>;
  /** The testimonies that may be read by anybody: already approved, and agreed to. */
  readonly published: () => Promise<readonly Published[]>;
  readonly t: Texts;
}

export interface Published {
  readonly id: string;
  readonly theme: string;
  readonly words: string;
  readonly name?: string;
  readonly at: number;
  /** It was spoken, and written down by a human. */
  readonly spoken: boolean;
}

export const civicPages =
  ({ site, store, published, t }: CivicPagesDeps): FastifyPluginAsync =>
  async (app) => {
    app.get('/temoignages', async (_request, reply) => {
      const all = await published();
      return page(reply, <Testimonies site={site} all={all} t={t} />, { formless: true });
    });
    app.get('/blocages', async (_request, reply) => {
      const cells = cellsOf(await store.obstacles());
      return page(reply, <Obstacles site={site} cells={cells} t={t} />, { formless: true });
    });
    app.get('/blocages.csv', async (_request, reply) =>
      reply.type('text/csv; charset=utf-8').send(csvOf(cellsOf(await store.obstacles()))),
    );
    app.get('/blocages.json', async () => ({ smallest: SMALLEST, cells: cellsOf(await store.obstacles()) }));
  };

function Testimonies({ site, all, t }: { site: string; all: readonly Published[]; t: Texts }) {
  const themes: Readonly<Record<string, { text: string }>> = t.civic.testimony.themes;
  return (
    <Layout title="Témoignages" site={site} indexed>
      <p>Reçus par SMS ou par téléphone, publiés avec l'accord de leur auteur, relus par un humain.</p>
      {all.length === 0 ? <p>Aucun témoignage publié pour le moment.</p> : null}
      {all.map(({ id, theme, words, name, at, spoken }) => (
        <article key={id} id={id}>
          <h2>{themes[theme]?.text ?? theme}</h2>
          {words.split('\n').map((line, i) => (
            <p key={String(i)}>{line}</p>
          ))}
          <footer>
            {name === undefined || name === '' ? 'Anonyme' : name},{' '}
            <time dateTime={day(at)}>{frenchMonth(at)}</time>
            {spoken ? ', dit au téléphone' : ''}
          </footer>
        </article>
      ))}
    </Layout>
  );
}

function Obstacles({ site, cells, t }: { site: string; cells: readonly Cell[]; t: Texts }) {
  const services: Readonly<Record<string, { text: string }>> = t.civic.obstacle.services;
  return (
    <Layout title="Services bloqués" site={site} indexed>
      <p>
        Ce que des personnes ont signalé par SMS ou par téléphone : service fermé, sans rendez-vous, seulement
        en ligne, sans réponse. Une personne compte une fois par mois pour un même blocage.
      </p>
      <p>
        Un nombre sous {SMALLEST} n'est pas montré. <a href="/blocages.csv">CSV</a>,{' '}
        <a href="/blocages.json">JSON</a>.
      </p>
      {cells.length === 0 ? (
        <p>Aucun signalement pour le moment.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section class="scroll" aria-label="Tableau des signalements" tabIndex={0}>
          <table>
            <caption>Signalements par mois, département et service</caption>
            <thead>
              <tr>
                <th scope="col">Mois</th>
                <th scope="col">Département</th>
                <th scope="col">Service</th>
                <th scope="col">Nombre</th>
              </tr>
            </thead>
            <tbody>
              {cells.map(({ month, department, service, count }) => (
                <tr key={`${month}${department}${service}`}>
                  <td>{month}</td>
                  <td>{department}</td>
                  <th scope="row">{services[service]?.text ?? service}</th>
                  <td>{count ?? `moins de ${SMALLEST}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Layout>
  );
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 7);
}

function frenchMonth(at: number): string {
  return new Intl.DateTimeFormat('fr-FR', {
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Paris',
  }).format(at);
}
