/** What was done at the desk, by whom. It is read here, and changed nowhere. */
import { ACTS_SAID, type StaffAccounts } from '../accounts/index.ts';
import { dateTime } from './dates.ts';
import type { Section } from './section.ts';

const MOST = 100;
const UUID = /^[0-9a-f-]{36}$/;

export const journalSection = (accounts: StaffAccounts): Section => ({
  menu: { href: '/console/journal', label: 'Journal' },
  right: 'staff',
  routes: (desk) => async (app) => {
    app.get<{ Querystring: { avant?: string } }>('/console/journal', async (request, reply) => {
      const who = desk.who(request);
      const { avant } = request.query;
      const before = avant !== undefined && UUID.test(avant) ? avant : undefined;
      const [lines, people] = await Promise.all([
        accounts.journal(who, MOST, before),
        accounts.colleagues(who.org.id),
      ]);
      const nameOf = new Map(people.map(({ id, name }) => [id, name]));
      const said: Readonly<Record<string, string>> = ACTS_SAID;
      return desk.show(request, reply, {
        title: 'Journal',
        content: (
          <>
            <p>Ce qui a été fait, par qui. Rien ne s’efface d’ici ; une ligne est gardée un an.</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
            <section class="scroll" aria-label="Lignes du journal" tabIndex={0}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">Quand</th>
                    <th scope="col">Qui</th>
                    <th scope="col">Quoi</th>
                    <th scope="col">Sur</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map(({ id, at, accountId, act, about }) => (
                    <tr key={id}>
                      <td>{dateTime(at)}</td>
                      <td>
                        {accountId === undefined ? 'commande' : (nameOf.get(accountId) ?? 'ancien compte')}
                      </td>
                      <td>{said[act] ?? act}</td>
                      <td>{about === undefined ? '' : (nameOf.get(about) ?? about.slice(-6))}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
            {lines.length < MOST ? null : (
              <p>
                <a href={`/console/journal?avant=${lines.at(-1)?.id}`}>Lignes plus anciennes</a>
              </p>
            )}
          </>
        ),
      });
    });
  },
});
