/** The desk: behind a sign-in, sections that each have a right. No route of a section can forget it. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { may, type StaffAccounts, type Who } from '../accounts/index.ts';
import { RelaisError } from '../errors.ts';
import { Form, flashOf, Layout, type NavItem, page } from '../web/index.ts';
import { TOKEN } from './cookie.ts';
import { homeSection } from './home.tsx';
import { invitationPages } from './invitation.tsx';
import type { Desk, Section } from './section.ts';
import { signInPages } from './sign-in.tsx';

export interface ConsoleDeps {
  readonly site: string;
  readonly accounts: StaffAccounts;
  /** Reached by https: the cookie is sent by no other way. */
  readonly secure: boolean;
  /** In the order of the menu. */
  readonly sections: readonly Section[];
}

export const consolePages =
  (deps: ConsoleDeps): FastifyPluginAsync =>
  async (app) => {
    const { site, accounts } = deps;
    const all: readonly Section[] = [homeSection(deps), ...deps.sections];
    const people = new WeakMap<FastifyRequest, Who>();

    const mine = (who: Who) => all.filter(({ right }) => right === undefined || may(who.roles, right));
    const menuOf = (who: Who): Promise<NavItem[]> =>
      Promise.all(
        mine(who)
          .flatMap(({ menu }) => menu ?? [])
          .map(async ({ href, label, count }) => ({
            ...{ href, label },
            ...(count ? { count: await count(who) } : {}),
          })),
      );
    const who = (request: FastifyRequest): Who => {
      const found = people.get(request);
      if (found === undefined) throw new RelaisError('not_allowed');
      return found;
    };
    const desk: Desk = {
      who,
      note: (request, act, about) => accounts.note(who(request), act, about),
      async show(request, reply, { title, content, status = 200, refresh, done, refused }) {
        const said = flashOf(request, reply);
        const nav = await menuOf(who(request));
        const path = request.url.split('?')[0] ?? '';
        return page(
          reply,
          <Layout
            {...{ title, site, path: nearest(nav, path), nav }}
            {...(refresh === undefined ? {} : { refresh })}
            done={done ?? said.done}
            refused={refused ?? said.refused}
            aside={<Aside name={who(request).name} />}
          >
            {content}
          </Layout>,
          { status },
        );
      },
    };

    await app.register(signInPages(deps));
    await app.register(invitationPages(deps));
    for (const { right, routes } of all) {
      await app.register(async (scope) => {
        scope.addHook('onRequest', async (request, reply) => {
          const seen = await accounts.see(request.cookies[TOKEN]);
          if (seen?.stage !== 'full') return entrance(request, reply);
          if (right !== undefined && !may(seen.who.roles, right)) throw new RelaisError('not_allowed');
          people.set(request, seen.who);
        });
        await scope.register(routes(desk));
      });
    }
  };

/** To the sign-in, and from there back to what was asked for. */
function entrance(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const asked = request.method === 'GET' ? `?vers=${encodeURIComponent(request.url)}` : '';
  return reply.redirect(`/console/entrer${asked}`, 303);
}

/** The line of the menu that a page is under. */
function nearest(nav: readonly NavItem[], path: string): string {
  const under = nav.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  return under.sort((a, b) => b.href.length - a.href.length)[0]?.href ?? path;
}

function Aside({ name }: { name: string }) {
  return (
    <>
      <a href="/console/compte">{name}</a>{' '}
      <Form action="/console/sortir" inline>
        <button type="submit" class="small secondary">
          Sortir
        </button>
      </Form>
    </>
  );
}
