/** Who may come in at the desk: passwords, codes, invitations, sessions, roles, the journal. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../src/accounts/index.ts';
import { type AtDesk, client, codeOf, PASSWORD, signedIn } from '../support/desk.ts';
import { startTest, type TestService } from '../support/service.ts';

let service: TestService;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeAll(async () => {
  service = await startTest();
});
afterAll(() => service?.stop());
// The limits of a minute are counted in real time, by address: these tests speak from one.
beforeEach(() => {
  service.clock.now += 20 * MINUTE;
});

const tokenIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((c) => /^relais-bureau=([^;]*)/.exec(c)?.[1])
    .find((t) => t !== undefined);
const where = (answer: Response) => answer.headers.get('location');
const signIn = (email: string, password = PASSWORD) =>
  client(service).post('/console/entrer', { email, password });

describe('coming in', () => {
  test('a password, then a code, then the desk', async () => {
    const sonia = await signedIn(service);
    const first = await signIn(` ${sonia.email.toUpperCase()} `);
    expect([first.status, where(first)]).toEqual([303, '/console/code?vers=%2Fconsole']);
    const half = client(service, tokenIn(first));
    // Half-way, nothing else opens.
    for (const path of ['/console', '/console/compte', '/console/collegues'])
      expect(where(await half.get(path))).toMatch(/^\/console\/entrer/);
    expect(await (await half.get('/console/code')).text()).toContain('6 chiffres');
    service.clock.now += MINUTE;
    const wrong = await half.post('/console/code', { code: '000000' });
    expect([wrong.status, tokenIn(wrong)]).toEqual([422, undefined]);
    const code = codeOf(sonia.secret, service.clock.now);
    const done = await half.post('/console/code', { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(where(done)).toBe('/console');
    const whole = client(service, tokenIn(done));
    expect((await whole.get('/console')).status).toBe(200);
    // The half session is over, and its token is not the whole one's.
    expect(tokenIn(done)).not.toBe(tokenIn(first));
    expect(where(await half.get('/console/code'))).toBe('/console/entrer');

    // The same code in another sign-in: used.
    const again = await signIn(sonia.email);
    const refused = await client(service, tokenIn(again)).post('/console/code', { code });
    expect(refused.status).toBe(422);
  });

  test('a wrong address and a wrong password are told alike', async () => {
    const sonia = await signedIn(service);
    const told = await Promise.all(
      [signIn('personne@ailleurs.example'), signIn(sonia.email, 'autre chose de long')].map(
        async (answer) => {
          const text = await (await answer).text();
          return text.replace(/value="[^"]*"/g, '');
        },
      ),
    );
    expect(told[0]).toContain('Adresse ou mot de passe faux');
    expect(told[0]).toBe(told[1]);
  });

  test('five tries, then a quarter of an hour; an unknown address the same', async () => {
    const sonia = await signedIn(service);
    for (const email of [sonia.email, 'inconnue@ailleurs.example']) {
      // At once: those that run together are counted too.
      const tries = await Promise.all(
        Array.from({ length: 7 }, () => service.accounts.signIn(email, 'non').catch((e) => e.code)),
      );
      expect(tries.filter((t) => t === 'too_many')).toHaveLength(2);
      await expect(service.accounts.signIn(email, PASSWORD)).rejects.toMatchObject({ code: 'too_many' });
    }
    const told = await signIn(sonia.email);
    expect([told.status, await told.text()]).toEqual([422, expect.stringContaining('15 minutes')]);
    service.clock.now += 16 * MINUTE;
    expect(await service.accounts.signIn(sonia.email, PASSWORD)).toBeTypeOf('string');
  });

  test('codes are counted too, over all sign-ins', async () => {
    const sonia = await signedIn(service);
    service.clock.now += MINUTE;
    const halves = await Promise.all([1, 2].map(() => service.accounts.signIn(sonia.email, PASSWORD)));
    const [one, two] = await Promise.all(halves.map((t) => service.accounts.see(t)));
    if (!one || one.stage === 'full' || !two || two.stage === 'full')
      throw new Error('half sessions are wanted');
    for (let i = 0; i < 5; i += 1)
      expect(await service.accounts.confirmSecond((i % 2 ? one : two).half, '123456')).toBeUndefined();
    const code = codeOf(sonia.secret, service.clock.now);
    await expect(service.accounts.confirmSecond(one.half, code)).rejects.toMatchObject({ code: 'too_many' });
  });

  test('what comes after is a page of the desk, whatever the address says', async () => {
    const sonia = await signedIn(service);
    for (const [asked, vers] of [
      ['/console/compte?x=1', '/console/compte?x=1'],
      ['https://ailleurs.example', '/console'],
      ['//ailleurs.example', '/console'],
      ['/consolex', '/console'],
      ['/console\\@ailleurs.example', '/console'],
      ['javascript:alert(1)', '/console'],
    ] as const) {
      const answer = await client(service).post('/console/entrer', {
        email: sonia.email,
        password: PASSWORD,
        vers: asked,
      });
      expect(where(answer)).toBe(`/console/code?vers=${encodeURIComponent(vers)}`);
    }
  });
});

describe('an invitation', () => {
  test('makes an account, once, with a password that is one', async () => {
    const admin = await signedIn(service, 'Association A', ['administrator']);
    const page = await (
      await admin.post('/console/collegues/inviter', {
        email: 'Nouvelle@relais.example',
        roles: ['mediator', 'editor'],
      })
    ).text();
    const path = /<pre>[^<]*(\/console\/invitation\/[\w-]+)<\/pre>/.exec(page)?.[1] ?? '';
    const nobody = client(service);
    expect(await (await nobody.get(path)).text()).toContain('nouvelle@relais.example');
    for (const password of ['trop court', 'aaaaaaaaaaaaaaaa', 'xx nouvelle xx yy'])
      expect((await nobody.post(path, { name: 'Nadia', password })).status).toBe(422);
    const done = await nobody.post(path, { name: 'Nadia', password: PASSWORD });
    expect(where(done)).toBe('/console/code');
    expect((await nobody.get(path)).status).toBe(410);
    expect((await nobody.post(path, { name: 'Autre', password: PASSWORD })).status).toBe(410);

    const half = client(service, tokenIn(done));
    const setup = await (await half.get('/console/code')).text();
    expect(setup).toContain('data:image/png');
    const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(setup)?.[1]?.replaceAll(' ', '') ?? '';
    const kept = /name="kept" value="([^"]+)"/.exec(setup)?.[1] ?? '';
    // A wrong code keeps the same secret: it was scanned already.
    const again = await (await half.post('/console/code', { code: '000000', kept })).text();
    expect(again).toContain(secret.match(/.{1,4}/g)?.join(' ') ?? '?');
    const whole = await half.post('/console/code', { code: codeOf(secret, service.clock.now), kept });
    const nadia = client(service, tokenIn(whole));
    expect(await (await nadia.get('/console')).text()).toContain('Bonjour Nadia');
    expect((await nadia.get('/console/collegues')).status).toBe(403);
    // The address has an account: no second one.
    const twice = await admin.post('/console/collegues/inviter', {
      email: 'nouvelle@relais.example',
      roles: 'editor',
    });
    expect([twice.status, await twice.text()]).toEqual([422, expect.stringContaining('déjà un compte')]);
  });

  test('ends by itself, or is called back', async () => {
    const { accounts, clock } = service;
    const admin = await signedIn(service, 'Association A', ['administrator']);
    const give = async (email: string) =>
      (await accounts.invite(undefined, { orgId: admin.orgId, email, roles: ['editor'] })) ?? '';
    const [one, two] = [await give('un@relais.example'), await give('deux@relais.example')];
    const waiting = (await accounts.waiting(admin.orgId)).find(({ email }) => email === 'un@relais.example');
    expect(where(await admin.post(`/console/collegues/invitations/${waiting?.id}/retirer`))).toBe(
      '/console/collegues',
    );
    expect(await accounts.accept(one, { name: 'Un', password: PASSWORD })).toEqual({ refused: 'gone' });
    clock.now += 73 * HOUR;
    expect(await accounts.accept(two, { name: 'Deux', password: PASSWORD })).toEqual({ refused: 'gone' });
  });

  test('renews a password and an application; the old ones, and every session, are over', async () => {
    const admin = await signedIn(service, 'Association A', ['administrator']);
    const sonia = await signedIn(service);
    const page = await (await admin.post(`/console/collegues/${sonia.id}/lien`)).text();
    const path = /(\/console\/invitation\/[\w-]+)/.exec(page)?.[1] ?? '';
    // Not yet used: nothing has changed.
    expect((await sonia.get('/console')).status).toBe(200);
    const done = await client(service).post(path, { name: 'Sonia B', password: 'une autre phrase longue' });
    expect(where(done)).toBe('/console/code');
    expect(where(await sonia.get('/console'))).toMatch(/entrer/);
    expect((await signIn(sonia.email)).status).toBe(422);
    const half = await service.accounts.see(tokenIn(done));
    expect(half?.stage).toBe('setup');
  });

  test('a second factor that stands is not replaced by somebody who has the password alone', async () => {
    const [sonia, other] = [await signedIn(service), await signedIn(service)];
    const half = await service.accounts.see(await service.accounts.signIn(sonia.email, PASSWORD));
    if (!half || half.stage === 'full') throw new Error('a half session is wanted');
    const mine = await service.accounts.setup(half.half, 'Relais');
    const secret = mine.typed.replaceAll(' ', '');
    await expect(
      service.accounts.confirmSetup(half.half, mine.kept, codeOf(secret, service.clock.now)),
    ).rejects.toMatchObject({ code: 'not_allowed' });
    // What was made for one account is no use for another.
    const theirs = { ...half.half, session: { ...half.half.session, accountId: other.id } };
    await expect(service.accounts.setupAgain(theirs, mine.kept, 'Relais')).rejects.toMatchObject({
      code: 'bad_request',
    });
  });
});

describe('a session', () => {
  test('ends after two hours unused, and after twelve in any case', async () => {
    const { clock } = service;
    const [idle, busy] = [await signedIn(service), await signedIn(service)];
    for (let hours = 0; hours < 11; hours += 1) {
      clock.now += HOUR;
      expect((await busy.get('/console')).status).toBe(200);
    }
    expect(where(await idle.get('/console'))).toBe('/console/entrer?vers=%2Fconsole');
    clock.now += HOUR + MINUTE;
    expect(where(await busy.get('/console'))).toMatch(/entrer/);
  });

  test('is ended by its owner, here and everywhere else', async () => {
    const sonia = await signedIn(service);
    service.clock.now += MINUTE;
    const half = await service.accounts.see(await service.accounts.signIn(sonia.email, PASSWORD));
    if (!half || half.stage === 'full') throw new Error('a half session is wanted');
    const other = await service.accounts.confirmSecond(half.half, codeOf(sonia.secret, service.clock.now));
    const second = client(service, other);
    expect((await second.get('/console')).status).toBe(200);
    await sonia.post('/console/compte/fermer');
    expect(where(await second.get('/console'))).toMatch(/entrer/);
    expect((await sonia.get('/console')).status).toBe(200);
    await sonia.post('/console/sortir');
    expect(where(await sonia.get('/console'))).toMatch(/entrer/);
  });

  test('a new password ends the others; the present one is asked', async () => {
    const sonia = await signedIn(service);
    const change = (present: string, next: string) =>
      sonia.post('/console/compte/mot-de-passe', { present, next });
    expect((await change('faux', 'une autre phrase longue')).status).toBe(422);
    expect((await change(PASSWORD, 'court')).status).toBe(422);
    expect((await change(PASSWORD, 'une autre phrase longue')).status).toBe(303);
    expect(await service.accounts.signIn(sonia.email, PASSWORD)).toBeUndefined();
    expect(await service.accounts.signIn(sonia.email, 'une autre phrase longue')).toBeTypeOf('string');
  });

  test('its cookie is read by no script, and a made-up one opens nothing', async () => {
    const sonia = await signedIn(service);
    const [cookie] = (await signIn(sonia.email)).headers
      .getSetCookie()
      .filter((c) => c.startsWith('relais-bureau'));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\/console/);
    for (const token of ['', 'x', `${sonia.token}x`, sonia.token.toUpperCase()])
      expect(where(await client(service, token).get('/console'))).toMatch(/entrer/);
  });
});

describe('colleagues', () => {
  let admin: AtDesk;
  beforeEach(async () => {
    admin = await signedIn(service, 'Association A', ['administrator']);
  });

  test('a closed account is out at once, until it is opened again', async () => {
    const sonia = await signedIn(service);
    await admin.post(`/console/collegues/${sonia.id}/fermer`);
    expect(where(await sonia.get('/console'))).toMatch(/entrer/);
    expect(await service.accounts.signIn(sonia.email, PASSWORD)).toBeUndefined();
    await admin.post(`/console/collegues/${sonia.id}/ouvrir`);
    expect(await service.accounts.signIn(sonia.email, PASSWORD)).toBeTypeOf('string');
  });

  test('a role that is taken away is gone at the next page', async () => {
    const other = await signedIn(service, 'Association A', ['administrator']);
    expect((await other.get('/console/collegues')).status).toBe(200);
    await admin.post(`/console/collegues/${other.id}/roles`, { roles: 'mediator' });
    expect((await other.get('/console/collegues')).status).toBe(403);
    // None at all is refused.
    await admin.post(`/console/collegues/${other.id}/roles`, {});
    expect((await service.accounts.colleagues(admin.orgId)).find(({ id }) => id === other.id)?.roles).toEqual(
      ['mediator'],
    );
  });

  test('nobody closes or lowers their own account', async () => {
    for (const act of ['fermer', 'roles'])
      expect((await admin.post(`/console/collegues/${admin.id}/${act}`, { roles: 'mediator' })).status).toBe(
        403,
      );
    expect((await admin.get('/console/collegues')).status).toBe(200);
  });

  test('an organisation does not see another: neither accounts, nor invitations, nor the journal', async () => {
    const theirs = await signedIn(service, 'Association B', ['mediator'], { name: 'Bintou' });
    const token = await service.accounts.invite(undefined, {
      orgId: theirs.orgId,
      email: 'bb@relais.example',
      roles: ['editor'],
    });
    const [waiting] = await service.accounts.waiting(theirs.orgId);
    for (const path of ['/console/collegues', '/console/journal']) {
      const page = await (await admin.get(path)).text();
      expect(page).not.toContain('Bintou');
      expect(page).not.toContain('bb@relais.example');
    }
    for (const path of [
      `${theirs.id}/fermer`,
      `${theirs.id}/ouvrir`,
      `${theirs.id}/lien`,
      `invitations/${waiting?.id}/retirer`,
    ])
      expect((await admin.post(`/console/collegues/${path}`)).status).toBe(404);
    expect((await admin.post(`/console/collegues/${theirs.id}/roles`, { roles: 'editor' })).status).toBe(404);
    expect((await theirs.get('/console')).status).toBe(200);
    expect(await service.accounts.invitation(token ?? '')).toBeDefined();
  });

  test('the journal tells who did what; nothing at the desk writes over it', async () => {
    const sonia = await signedIn(service, 'Association A', ['mediator'], { name: 'Solange' });
    await admin.post(`/console/collegues/${sonia.id}/roles`, { roles: ['mediator', 'editor'] });
    const [last] = await service.accounts.journal({ org: { id: admin.orgId } } as never, 1);
    expect(last).toMatchObject({ act: 'roles_changed', accountId: admin.id, about: sonia.id });
    const page = await (await admin.get('/console/journal')).text();
    expect(page).toContain('Solange');
    expect(page).toContain('rôles changés');
    const routes = service.app.printRoutes({ commonPrefix: false });
    expect(routes).not.toMatch(/journal \((?!GET|HEAD)/);
  });
});

describe('one’s own phone', () => {
  test('is kept sealed, found by its hash, and belongs to one account', async () => {
    const [sonia, other] = [await signedIn(service), await signedIn(service)];
    expect((await sonia.post('/console/compte/telephone', { phone: '06.39.98.55.01' })).status).toBe(303);
    expect(await service.accounts.byPhone('+33639985501')).toMatchObject({ id: sonia.id });
    expect(await (await sonia.get('/console/compte')).text()).toContain('06 39 98 55 01');
    for (const phone of ['08 99 00 00 00', '3949', '06', '+1 202 555 0100', '+33639985501'])
      expect((await other.post('/console/compte/telephone', { phone })).status).toBe(422);
    await sonia.post('/console/compte/telephone', { phone: '' });
    expect(await service.accounts.byPhone('+33639985501')).toBeUndefined();
  });
});

describe('a demonstration account', () => {
  test('comes in without a code, with the password of this start alone', async () => {
    const first = await service.accounts.demonstration();
    const second = await service.accounts.demonstration();
    expect(await service.accounts.signIn(first.email, first.password)).toBeUndefined();
    const token = await service.accounts.signIn(second.email, second.password);
    expect(await service.accounts.see(token)).toMatchObject({ stage: 'full', who: { demo: true } });
  });
});

test('each role sees its own', async () => {
  const { app } = service;
  expect(app.printRoutes).toBeTypeOf('function');
  const own: Readonly<Record<Role, readonly string[]>> = {
    mediator: [],
    volunteer: [],
    moderator: [],
    editor: [],
    administrator: ['/console/collegues', '/console/journal'],
  };
  const all = [...new Set(Object.values(own).flat())];
  for (const [role, mine] of Object.entries(own)) {
    const one = await signedIn(service, 'Association A', [role as Role]);
    const menu = await (await one.get('/console')).text();
    for (const path of all) {
      const wanted = mine.includes(path);
      expect([role, path, (await one.get(path)).status]).toEqual([role, path, wanted ? 200 : 403]);
      expect([role, path, menu.includes(`href="${path}"`)]).toEqual([role, path, wanted]);
    }
  }
});
