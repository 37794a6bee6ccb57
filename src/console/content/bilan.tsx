/** The month in counts: a page and a table for a spreadsheet. Nothing under five, nobody in it. */
import { OUTCOMES } from '../../../flows/outcomes.ts';
import { type Bilan, bilanCsv, bilanOf, type Cell, LEAST, monthsOf } from '../../bilan/index.ts';
import type { Section } from '../section.ts';
import { BILAN, type ContentDesk, THEME_SAID } from './deps.ts';

const OUTCOME_SAID: Readonly<Record<string, string>> = {
  sheet: 'fiche lue',
  place: 'lieux donnés',
  session: 'place à un atelier',
  human: 'humain demandé',
  unknown: 'sans réponse',
  helped: '« utile »',
  not_helped: '« pas utile »',
  obstacle: 'blocage signalé',
  testimony: 'témoignage',
  danger: 'danger',
};
const ALL = '*';
const said = {
  theme: (id: string) => (id === ALL ? 'tous' : id === '' ? 'sans thème' : (THEME_SAID[id] ?? id)),
  outcome: (id: string) => (id === ALL ? 'tous' : (OUTCOME_SAID[id] ?? id)),
  department: (code: string) => (code === ALL ? 'tous' : code === '' ? 'non dit' : code),
  cell: (cell: Cell) => (cell === 'hidden' ? 'non montré' : String(cell)),
};

export function bilanSection({ store }: Pick<ContentDesk, 'store'>): Section {
  return {
    menu: { href: BILAN, label: 'Bilan' },
    right: 'bilan',
    routes: (desk) => async (app) => {
      app.get<{ Querystring: { mois?: string } }>(BILAN, async (request, reply) => {
        const counted = await store.tallies('');
        const months = monthsOf(counted);
        const month = months.find((one) => one === request.query.mois) ?? months[0];
        return desk.show(request, reply, {
          title: 'Bilan',
          content: (
            <>
              <p>
                Ce qui s’est passé, compté sans personne dedans : ni numéro, ni texte. « Non montré » : moins
                de {LEAST}, ou une case qui en dirait une de moins de {LEAST}.
              </p>
              {month === undefined ? (
                <p>Rien n’est encore compté.</p>
              ) : (
                <Month bilan={bilanOf(counted, month)} />
              )}
              <ul>
                {months.map((one) => (
                  <li key={one}>
                    <a href={`${BILAN}?mois=${one}`}>{one}</a> ·{' '}
                    <a href={`${BILAN}/${one}.csv`}>tableau {one}</a>
                  </li>
                ))}
              </ul>
            </>
          ),
        });
      });
      app.get<{ Params: { month: string } }>(`${BILAN}/:month.csv`, async (request, reply) => {
        const { month } = request.params;
        const bilan = bilanOf(await store.tallies(''), month);
        return reply
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="bilan-${month.replace(/[^\d-]/g, '')}.csv"`)
          .type('text/csv; charset=utf-8')
          .send(bilanCsv(bilan, said));
      });
    },
  };
}

function Month({ bilan: { month, lines } }: { readonly bilan: Bilan }) {
  const find = (department: string, theme: string, outcome: string) =>
    lines.find((l) => l.department === department && l.theme === theme && l.outcome === outcome)?.cell;
  const shown = (cell: Cell | undefined) => (cell === undefined ? '' : said.cell(cell));
  const themes = [...new Set(lines.filter((l) => l.department === ALL).map((l) => l.theme))].filter(
    (t) => t !== ALL,
  );
  const outcomes = OUTCOMES.filter((outcome) => find(ALL, ALL, outcome) !== undefined);
  const departments = lines.filter((l) => l.department !== ALL && l.theme === ALL);
  return (
    <>
      <h2>{month}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="scroll" aria-label="Par thème et par résultat" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Thème</th>
              <th scope="col">tous</th>
              {outcomes.map((outcome) => (
                <th scope="col" key={outcome}>
                  {said.outcome(outcome)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[ALL, ...themes].map((theme) => (
              <tr key={theme}>
                <th scope="row">{said.theme(theme)}</th>
                <td>{shown(find(ALL, theme, ALL))}</td>
                {outcomes.map((outcome) => (
                  <td key={outcome}>{shown(find(ALL, theme, outcome))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2>Par département</h2>
      <ul>
        {departments.map((l) => (
          <li key={l.department}>
            {said.department(l.department)} : {said.cell(l.cell)}
          </li>
        ))}
      </ul>
      <p>Le détail par département, thème et résultat est dans le tableau.</p>
    </>
  );
}
