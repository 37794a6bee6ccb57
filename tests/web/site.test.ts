/** The scope of all pages: what it lets through, what it refuses, and how it says so. */
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { h } from 'preact';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RelaisError } from '../../src/errors.ts';
import { asset, back, Field, Form, flashOf, Layout, notFound, page, webSite } from '../../src/web/index.ts';
import { launch } from '../support/browser.ts';
import { sound } from '../support/pages.ts';

const STYLE = 'body{color:rgb(1,2,3)}';
const doc = (title: string, ...inside: unknown[]) =>
  h(Layout, { title, site: 'Essai', children: inside as never });

let app: FastifyInstance;
let changed = 0;

beforeAll(async () => {
  app = Fastify({ trustProxy: 'loopback' });
  await app.register(formbody);
  app.setNotFoundHandler(notFound('Essai'));
  await app.register(webSite, {
    ...{ site: 'Essai', secure: false, perMinute: 30 },
    pages: [
      async (web) => {
        web.get('/form', async (request, reply) => {
          const said = flashOf(request, reply);
          const field = h(Field, { name: 'word', label: 'Un mot', required: true });
          return page(
            reply,
            h(Layout, {
              title: 'Formulaire',
              site: 'Essai',
              ...said,
              children: h(Form, { action: '/form', submit: 'Envoyer' }, field),
            }),
          );
        });
        web.post('/form', async (_request, reply) => {
          changed += 1;
          return back(reply, '/form', { done: 'C’est écrit.' });
        });
        web.put('/other', async () => ({ changed: ++changed }));
        web.get('/said', async (request, reply) =>
          page(
            reply,
            doc((request.query as { q: string }).q, h('p', {}, (request.query as { q: string }).q)),
          ),
        );
        web.get('/small', async (_request, reply) =>
          page(reply, h(Layout, { title: 'Petite', site: 'Essai', style: STYLE, children: 'mots' }), {
            style: STYLE,
            formless: true,
          }),
        );
        web.get('/forbidden', async () => {
          throw new RelaisError('not_allowed');
        });
        web.get('/broken', async () => {
          throw new Error('a secret inside');
        });
      },
    ],
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const address = () => `http://127.0.0.1:${(app.server.address() as { port: number }).port}`;
/** Another visitor each time, so that limits do not meet. */
let visitor = 0;
const ask = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { 'x-forwarded-for': `10.0.0.${++visitor}`, ...headers } });

async function formOf(): Promise<{ cookie: string; token: string }> {
  const got = await ask('/form');
  const cookie = String(got.headers['set-cookie']).split(';')[0] as string;
  const token = /name="_csrf" value="([^"]+)"/.exec(got.body)?.[1] as string;
  return { cookie, token };
}
const post = (
  payload: string,
  headers: Record<string, string> = {},
  method: 'POST' | 'PUT' = 'POST',
  url = '/form',
) =>
  app.inject({
    ...{ method, url, payload },
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

test('whatever is said on a page is escaped', async () => {
  const got = await ask(`/said?q=${encodeURIComponent('<script>alert(1)</script>"&')}`);
  expect(got.body).not.toContain('<script>');
  expect(got.body).toContain('&lt;script>');
});

test('a form with its token passes, once and with one line that says so', async () => {
  const { cookie, token } = await formOf();
  const sent = await post(`_csrf=${encodeURIComponent(token)}`, { cookie });
  expect([sent.statusCode, sent.headers.location, changed]).toEqual([303, '/form', 1]);
  const said = String(sent.headers['set-cookie']).split(';')[0] as string;
  const shown = await ask('/form', { cookie: `${cookie}; ${said}` });
  expect(shown.body).toContain('<p role="status">C’est écrit.</p>');
  expect(String(shown.headers['set-cookie'])).toContain('relais-dit=;');
});

test.each([
  ['without a token', async () => post('', { cookie: (await formOf()).cookie })],
  [
    'with the token of another browser',
    async () => post(`_csrf=${(await formOf()).token}`, { cookie: (await formOf()).cookie }),
  ],
  ['without its cookie', async () => post(`_csrf=${(await formOf()).token}`)],
  [
    'from another site',
    async () => {
      const { cookie, token } = await formOf();
      return post(`_csrf=${token}`, { cookie, 'sec-fetch-site': 'cross-site' });
    },
  ],
  ['by another method', async () => post('', {}, 'PUT', '/other')],
])('a change %s is refused by a page, and nothing changes', async (_how, send) => {
  const before = changed;
  const got = await send();
  expect([got.statusCode, changed]).toEqual([403, before]);
  expect(got.body).toContain('<h1>Action refusée</h1>');
});

test('a page may load what we serve, and nothing else', async () => {
  const { headers } = await ask('/form');
  const policy = String(headers['content-security-policy']);
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
  ])
    expect(policy).toContain(part);
  expect(policy).not.toContain('unsafe');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('the style is kept for a year under a name that changes with it, and travels small', async () => {
  const got = await ask(asset('relais.css'), { 'accept-encoding': 'gzip, br' });
  expect(got.headers['cache-control']).toContain('immutable');
  expect(got.headers['content-encoding']).toBe('br');
  expect(got.rawPayload.length).toBeLessThan(14_000);
  expect((await ask(asset('relais.css'))).body).toContain('--pico-');
});

test('an error is a page that says what to do, and nothing of the inside', async () => {
  const broken = await ask('/broken');
  expect([broken.statusCode, broken.body.includes('secret')]).toEqual([500, false]);
  expect((await ask('/forbidden')).statusCode).toBe(403);
  expect((await ask('/nowhere', { accept: 'text/html' })).body).toContain('Page introuvable');
  expect((await ask('/nowhere')).json()).toEqual({ error: 'not_found' });
});

test('too many requests of one address are told to wait', async () => {
  const one = { 'x-forwarded-for': '10.9.9.9' };
  for (let i = 0; i < 30; i += 1) await ask('/form', one);
  const got = await ask('/form', one);
  expect([got.statusCode, got.body.includes('Trop de demandes')]).toEqual([429, true]);
});

test('in a browser: the form works without a script, the small page has its style, nothing is barred', async () => {
  const browser: Browser = await launch();
  try {
    const tab = await browser.newPage();
    const problems: string[] = [];
    tab.on('console', (m) => m.type() === 'error' && problems.push(m.text()));
    await tab.goto(`${address()}/form`);
    await sound(tab, 'web-form');
    await tab.type('#word', 'bonjour');
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    expect(await tab.$eval('[role=status]', (e) => e.textContent)).toBe('C’est écrit.');
    await tab.goto(`${address()}/small`);
    expect(await tab.evaluate('getComputedStyle(document.body).color')).toBe('rgb(1, 2, 3)');
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
  }
});
