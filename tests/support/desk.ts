/** Somebody at the desk, for tests: signed in as a mediator (or another role) of an organisation. */
import { generateSync } from 'otplib';
import type { Page } from 'puppeteer-core';
import type { Role } from '../../src/accounts/index.ts';
import type { TestService } from './service.ts';

export const PASSWORD = 'une phrase assez longue';

export interface AtDesk {
  readonly id: string;
  readonly orgId: string;
  readonly email: string;
  /** Base32, of the second factor. */
  readonly secret: string;
  /** What the browser holds. */
  readonly token: string;
  readonly get: (path: string) => Promise<Response>;
  /** Sends a form as the browser does: with the token of a page, and without following where it leads. */
  readonly post: (path: string, fields?: Record<string, string | readonly string[]>) => Promise<Response>;
}

let people = 0;

/** Six digits, as this person's application shows them. A step later than those before: none serves twice. */
export function codeOf(secret: string, now: number): string {
  return generateSync({ secret, epoch: Math.floor(now / 1000) });
}

/** Signs in somebody new as `roles` of `organisation`, which is made where it is not there. */
export async function signedIn(
  service: TestService,
  organisation = 'Association A',
  roles: readonly Role[] = ['mediator'],
  more: { readonly departments?: readonly string[]; readonly name?: string } = {},
): Promise<AtDesk> {
  const { accounts, clock } = service;
  const all = await accounts.organisations();
  const org =
    all.find(({ name }) => name === organisation) ??
    (await accounts.addOrganisation(organisation, more.departments ?? [], all.length === 0));
  if (org === undefined) throw new Error('no organisation');
  people += 1;
  const email = `personne${people}@relais.example`;
  const invited = await accounts.invite(undefined, { orgId: org.id, email, roles });
  const accepted = await accounts.accept(invited ?? '', { name: more.name ?? 'Sonia', password: PASSWORD });
  if (!('token' in accepted)) throw new Error(accepted.refused);
  const half = await accounts.see(accepted.token);
  if (half === undefined || half.stage === 'full') throw new Error('no second factor is asked');
  const { typed, kept } = await accounts.setup(half.half, 'Relais');
  const secret = typed.replaceAll(' ', '');
  const token = await accounts.confirmSetup(half.half, kept, codeOf(secret, clock.now));
  const seen = await accounts.see(token);
  if (token === undefined || seen?.stage !== 'full') throw new Error('not signed in');
  return { id: seen.who.id, orgId: org.id, email, secret, token, ...client(service, token) };
}

/** Requests of a browser that holds this token, or none. */
export function client(service: TestService, token?: string): Pick<AtDesk, 'get' | 'post'> {
  const own = token === undefined ? '' : `relais-bureau=${token}`;
  const get = (path: string) =>
    fetch(`${service.url}${path}`, { headers: { cookie: own, accept: 'text/html' }, redirect: 'manual' });
  return {
    get,
    async post(path, fields = {}) {
      const { csrf, cookie } = await formToken(service, own);
      const body = new URLSearchParams({ _csrf: csrf });
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one as string);
      return fetch(`${service.url}${path}`, {
        ...{ method: 'POST', body, redirect: 'manual' },
        headers: { cookie: [own, cookie].filter((c) => c !== '').join('; '), accept: 'text/html' },
      });
    },
  };
}

/** The anti-forgery token of a page that has a form, and the cookie that goes with it. */
async function formToken(service: TestService, own: string) {
  const path = own === '' ? '/console/entrer' : '/console/compte';
  let answer = await fetch(`${service.url}${path}`, { headers: { cookie: own }, redirect: 'manual' });
  if (answer.status !== 200) answer = await fetch(`${service.url}/console/entrer`, { redirect: 'manual' });
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0] ?? '')
    .filter((c) => c.startsWith('relais-jeton='))
    .join('; ');
  return { csrf, cookie };
}

/** Gives a real browser what this person's holds. */
export async function enter(page: Page, service: TestService, { token }: AtDesk): Promise<void> {
  const { hostname } = new URL(service.url);
  await page.browserContext().setCookie({
    ...{ name: 'relais-bureau', value: token, domain: hostname, path: '/console' },
    ...{ httpOnly: true, sameSite: 'Lax' },
  });
}
