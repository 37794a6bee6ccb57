/** Somebody asks for a human: the desk claims it, calls through the bridge, and the person is told what became of it. In a real browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Call } from '../../src/simulator/provider.ts';
import { launch } from '../support/browser.ts';
import { type AtDesk, client, enter, signedIn } from '../support/desk.ts';
import { onDuty } from '../support/duty.ts';
import { sound } from '../support/pages.ts';
import { countingIds, MORNING, startTest, type TestService } from '../support/service.ts';

/** What may be done to a request. */
const VERBS = ['prendre', 'rendre', 'terminer', 'manque', 'appeler', 'noter', 'ecrire', 'numero', 'sourdine'];

const VOICE = '+33199000000';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let browser: Browser;
let page: Page;
let service: TestService;
let sonia: AtDesk;
let phones = 0;
let phone = '';
let helper = '';

beforeAll(async () => {
  [browser, service] = await Promise.all([launch(), startTest({ VOICE_NUMBER: VOICE })]);
  page = await browser.newPage();
  await onDuty(service, 'Association A', []);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
beforeEach(async () => {
  phones += 1;
  phone = `+3363998${String(7000 + phones)}`;
  helper = `+3363998${String(8000 + phones)}`;
  service.clock.now = MORNING + phones * 7 * DAY;
  sonia = await signedIn(service, 'Association A', ['mediator'], { name: 'Sonia Diallo' });
  await sonia.post('/console/compte/telephone', { phone: home(helper) });
});

/** A phone that no other test has. */
function another(): string {
  phones += 1;
  return `+3363998${String(7000 + phones)}`;
}
const home = (e164: string) => `0${e164.slice(3)}`;
const main = () => page.$eval('main', (m) => (m as unknown as { innerText: string }).innerText);
const open = (path: string) => page.goto(`${service.url}${path}`);
async function press(selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}
async function say(words: string, from = phone): Promise<string> {
  service.clock.now += 60_000;
  return (await service.provider.text(from, words)).map((m) => m.body).join('\n');
}
/** What came to the phone by itself. */
async function told(from = phone): Promise<string> {
  const before = service.provider.thread(from).length;
  await service.outbox.tick();
  await service.provider.settled();
  return service.provider
    .thread(from)
    .slice(before)
    .map((m) => m.body)
    .join('\n');
}
const WAY = { message: '1', call: '2', text: '3' } as const;
/** By text, on a subject; a request of this person's, as the desk lists it. */
async function asks(way: keyof typeof WAY = 'call', where = '93200', from = phone, when = '1') {
  for (const words of ['RAPPEL', '2', where, WAY[way]]) await say(words, from);
  expect(await say(when, from)).toMatch(/^C'est noté/);
  return newest();
}
async function newest(of: AtDesk = sonia): Promise<string> {
  const all = await service.callbacks.list({ orgId: of.orgId });
  return all.toSorted((a, b) => b.row.at - a.row.at)[0]?.row.id ?? '';
}
const act = (id: string, verb: string, fields: Record<string, string> = {}, who = sonia) =>
  who.post(`/console/rappels/${id}/${verb}`, fields);
const state = async (id: string) => (await service.callbacks.one(id, sonia))?.row;
/** What waits, of this test and those before, is done. */
async function clear(): Promise<void> {
  for (const { row } of await service.callbacks.list(sonia)) {
    const { claimedBy } = row;
    const who = { id: claimedBy ?? sonia.id, org: { id: sonia.orgId }, name: 'Sonia' } as never;
    await service.callbacks.claim(who, row.id);
    await service.callbacks.done(who, row.id);
  }
}
/** The helper's phone rings. */
async function rings(number = helper): Promise<Call> {
  await service.provider.settled();
  const call = service.provider.ringing(number);
  if (call === undefined) throw new Error('no phone rings');
  return call;
}
const all = (call: Call) => call.events.flatMap((e) => ('said' in e ? [e.said] : [])).join(' ');

test('asked by text, claimed, called over the bridge, answered, done; reports in the wrong order change nothing', async () => {
  service.provider.callbacks.order('reversed');
  expect(await say('g perdu ma carte didentite')).toMatch(/^Relais/);
  await say("quelqu'un");
  await say('1');
  await say('93200');
  await say('2');
  const noted = await say('1');
  expect(noted).toContain("C'est noté. Nous vous appelons avant");
  expect(noted).toContain('Vous verrez ce numéro : 01 99 00 00 00.');
  await enter(page, service, sonia);
  await open('/console');
  expect(await main()).toContain('Rappels : 1 en attente');
  await open('/console/rappels');
  expect(await main()).toMatch(/Votre mairie[\s\S]*Saint-Denis \(93\)/);
  expect(await page.content()).not.toContain(home(phone));
  await sound(page, 'desk-callbacks');
  await press('article form button');
  expect(await main()).toContain('Ce rappel est à vous');
  expect(await main()).toContain('Ne laissez jamais de message');
  expect(await page.$('script')).toBeNull();
  await sound(page, 'desk-callback');
  await press('form[action$="/appeler"] button');
  expect(await main()).toContain('Votre téléphone va sonner');

  const desk = await rings();
  expect([desk.from, desk.to]).toEqual([VOICE, helper]);
  await desk.answer();
  expect(all(desk)).toContain('Un rappel vous attend');
  await desk.press('1');
  const person = await rings(phone);
  // Neither sees the number of the other, and nothing is said of the subject.
  expect(person.from).toBe(VOICE);
  await person.answer();
  expect(all(person)).toBe(
    'Bonjour. Pour prendre cet appel, tapez 1. Bonjour. Pour prendre cet appel, tapez 1.',
  );
  await person.press('1');
  await open(page.url().replace(service.url, ''));
  expect(await main()).toContain('Vous êtes en relation');
  await person.hangup();
  await service.provider.settled();
  expect(all(desk)).toMatch(/terminé/);
  expect(all(desk) + all(person)).not.toMatch(/mairie|carte|papiers|denis/i);
  await page.reload();
  expect(await main()).toContain('La personne a répondu');
  await page.type('textarea[name=note]', 'Rendez-vous mardi en mairie.');
  await press('form[action$="/noter"] button');
  expect(await main()).toContain('Rendez-vous mardi en mairie.');
  await press('form[action$="/terminer"] button');
  expect(await main()).toContain('Aucun rappel');
  await open('/console/rappels?finis=oui');
  await sound(page, 'desk-callbacks-over');
  service.provider.callbacks.order('in order');
  expect(await told()).toBe('');
  expect(service.provider.alerts()).toEqual([]);
  const journal = await service.accounts.journal({ org: { id: sonia.orgId } } as never, 3);
  expect(journal.map((line) => line.act)).toEqual(['callback_done', 'callback_called', 'callback_claimed']);
});

describe('nobody answers', () => {
  test.each(['no-answer', 'busy'] as const)('%s: the person is told, with a new promise', async (how) => {
    const id = await asks();
    await act(id, 'prendre');
    await act(id, 'appeler');
    const desk = await rings();
    await desk.answer();
    await desk.press('1');
    await (await rings(phone)).decline(how);
    await service.provider.settled();
    expect(all(desk)).toContain("Personne n'a répondu. Nous prévenons la personne.");
    expect(await state(id)).toMatchObject({ state: 'open', missed: 1, claimedBy: null });
    expect(await told()).toMatch(
      /^Relais : nous vous avons appelé \(01 99 00 00 00\), sans réponse\. Nous réessayons avant \S+ \d+ \S+ 1[27]h\. Pour annuler : RAPPEL\.$/,
    );
    expect(await say('rappel')).toMatch(/^Nous vous avons appelé, sans réponse\.\nVotre demande est notée/);
    expect(await say('1')).toBe('Votre demande est annulée.\n1 Menu');
    expect(await state(id)).toMatchObject({ state: 'cancelled' });
  });

  test('three times: that it is over is told', async () => {
    const id = await asks();
    for (const words of [/Nous réessayons/, /Nous réessayons/, /plusieurs fois.*Pour redemander : RAPPEL/]) {
      await act(id, 'prendre');
      expect((await act(id, 'manque')).status).toBe(303);
      expect(await told()).toMatch(words);
    }
    expect(await state(id)).toMatchObject({ state: 'missed', missed: 3 });
  });

  test('a machine is never spoken to where no message may be left; where one may, nothing tells of the subject', async () => {
    for (const way of ['call', 'message'] as const) {
      phone = another();
      const id = await asks(way);
      await act(id, 'prendre');
      await act(id, 'appeler');
      const desk = await rings();
      await desk.answer();
      await desk.press('1');
      const machine = await rings(phone);
      await machine.answer();
      await machine.silence();
      expect(all(machine).includes('Relais')).toBe(way === 'message');
      expect(machine.state).toBe(way === 'message' ? 'waiting' : 'ended');
      await machine.hangup();
      await service.provider.settled();
      const row = await state(id);
      expect([row?.bridge?.outcome, row?.state]).toEqual(
        way === 'message' ? ['left', 'claimed'] : ['unanswered', 'open'],
      );
      await act(id, 'prendre');
      await act(id, 'terminer');
    }
  });

  test('the helper does not take it: the person is not called, and learns nothing', async () => {
    const id = await asks();
    await act(id, 'prendre');
    for (const how of ['voicemail', 'declined', 'other key']) {
      expect((await act(id, 'appeler')).status).toBe(303);
      const desk = await rings();
      if (how === 'declined') await desk.decline();
      else {
        await desk.answer();
        if (how === 'voicemail') await desk.silence();
        else await desk.press('2');
      }
      await service.provider.settled();
      expect(service.provider.calls(phone)).toEqual([]);
      expect((await state(id))?.bridge?.outcome).toBe('declined');
    }
    expect(await told()).toBe('');
  });
});

test('a promise that was not kept is told, with a new one; a second time the request ends', async () => {
  await clear();
  const id = await asks();
  const { deadline = 0 } = (await state(id)) ?? {};
  service.clock.now = deadline - 1;
  expect(await service.overdue.tick()).toBe(0);
  service.clock.now = deadline;
  expect(await service.overdue.tick()).toBe(1);
  expect(await service.overdue.tick()).toBe(0);
  expect(await told()).toMatch(
    /^Relais : personne n'a pu vous répondre à temps, pardon\. Nouvelle limite : \S+ \d+ \S+ 17h/,
  );
  sonia = await signedIn(service);
  await enter(page, service, sonia);
  await open('/console/rappels');
  expect(await main()).toContain('déjà manqué une fois');
  service.clock.now = (await state(id))?.deadline ?? 0;
  await service.overdue.tick();
  expect(await told()).toMatch(/Votre demande s'arrete/);
  expect(await state(id)).toMatchObject({ state: 'expired' });
});

test('danger comes first, and is told that nobody reads live', async () => {
  await asks();
  const other = another();
  await say('rappel', other);
  expect(await say('1', other)).toMatch(/Personne ne lit ici en direct\. Danger : appelez le 17 ou le 112/);
  for (const words of ['93200', '2']) await say(words, other);
  expect(await say('1', other)).toMatch(/^Personne ne lit ici en direct[\s\S]*C'est noté/);
  const [first] = await service.callbacks.list(sonia);
  expect(first?.row).toMatchObject({ urgent: true, discreet: true });
  // Whoever told of a danger, and asks about something else.
  const third = another();
  await say('mon mari me frappe', third);
  for (const words of ['rappel', '2', '93200', '2']) await say(words, third);
  expect(await say('1', third)).toMatch(/^Personne ne lit ici en direct/);
  expect((await service.callbacks.list(sonia)).filter(({ row }) => row.urgent)).toHaveLength(2);
  await clear();
});

test('who wants no message, of a danger, gets none: they are told when they ask again', async () => {
  await clear();
  await say('rappel');
  for (const words of ['1', '93200', '2']) await say(words);
  await say('1');
  const id = await newest();
  await act(id, 'prendre');
  await act(id, 'manque');
  expect(await told()).toBe('');
  expect(await say('rappel')).toMatch(/^Nous vous avons appelé, sans réponse\.\nVotre demande est notée/);
});

test('a landline is told by call: nothing before a key, then what became of it, once', async () => {
  await clear();
  phone = `+33199002${String(phones).padStart(3, '0')}`;
  const call = await service.provider.call(phone);
  await call.speak('rappel');
  for (const keys of ['2', '93200#', '1', '1']) await call.press(keys);
  await call.hangup();
  const id = await newest();
  await act(id, 'prendre');
  await act(id, 'manque');
  await service.overdue.tick();
  const rung = await rings(phone);
  expect(rung.from).toBe(VOICE);
  await rung.answer();
  expect(all(rung)).toBe("Bonjour. Relais a un message pour vous. Pour l'écouter, tapez 1.");
  await rung.press('1');
  expect(all(rung)).toMatch(/Nous vous avons appelé, sans réponse\. Nous réessayons avant/);
  service.clock.now += 4 * HOUR;
  await service.overdue.tick();
  await service.provider.settled();
  expect(service.provider.ringing(phone)).toBeUndefined();
});

test('a text waits for the hours that the person named', async () => {
  const id = await asks('text', '93200', phone, '3');
  await act(id, 'prendre');
  await act(id, 'ecrire', { words: 'Passez mardi.' });
  expect(await told()).toBe('');
  service.clock.now += 2 * HOUR;
  expect(await told()).toContain('Passez mardi.');
});

test('by text, for who wants no call: it is answered there, and no call is made', async () => {
  const id = await asks('text');
  await act(id, 'prendre');
  await enter(page, service, sonia);
  await open(`/console/rappels/${id}`);
  expect(await page.$('form[action$="/appeler"]')).toBeNull();
  await act(id, 'appeler');
  expect(service.provider.ringing(helper)).toBeUndefined();
  await sound(page, 'desk-callback-text');
  await page.type('textarea[name=words]', 'Passez mardi à 10 h, au guichet.');
  await press('form[action$="/ecrire"] button');
  expect(await main()).toContain('Votre réponse part');
  expect(await told()).toBe(
    'Relais, Sonia vous répond : Passez mardi à 10 h, au guichet.\nPour un autre échange : RAPPEL.',
  );
});

test('outside the hours that the person named nobody is called', async () => {
  const id = await asks('call', '93200', phone, '3');
  await act(id, 'prendre');
  await act(id, 'appeler');
  await service.provider.settled();
  expect(service.provider.ringing(helper)).toBeUndefined();
  await enter(page, service, sonia);
  await open(`/console/rappels/${id}`);
  expect(await main()).toContain('À cette heure, la personne ne peut pas être appelée sans risque');
  for (let minutes = 0; minutes < 240; minutes += 80) {
    service.clock.now += 80 * 60_000;
    await sonia.get('/console');
  }
  await act(id, 'appeler');
  await (await rings()).decline();
});

test('ARRET stops what nobody asked for, and not a call that was asked for; STOP stops all', async () => {
  const id = await asks();
  await say('ARRET');
  await act(id, 'prendre');
  await act(id, 'appeler');
  const desk = await rings();
  await desk.answer();
  await desk.hangup();
  await say('STOP');
  await service.provider.settled();
  await act(id, 'appeler');
  await service.provider.settled();
  expect(service.provider.ringing(helper)).toBeUndefined();
});

describe('who may see and do what', () => {
  test('another organisation sees nothing, and can do nothing', async () => {
    const id = await asks();
    const b = await onDuty(service, 'Association B', ['13']);
    expect(await (await b.get('/console/rappels')).text()).toContain('Aucun rappel');
    expect((await b.get(`/console/rappels/${id}`)).status).toBe(404);
    for (const verb of VERBS)
      expect([verb, (await act(id, verb, { note: 'x', words: 'x' }, b)).status]).toEqual([verb, 404]);
    // What it covers goes to it; what nobody covers goes to the default one.
    phone = another();
    for (const words of ['RAPPEL', '2', '13001', '2', '1']) await say(words);
    const [theirs] = await service.callbacks.list(b);
    expect(theirs?.to).toBe(phone);
    expect((await service.callbacks.list(sonia)).map(({ row }) => row.id)).not.toContain(theirs?.row.id);
    const admin = await signedIn(service, 'Association B', ['administrator']);
    await admin.post('/console/permanence/arreter');
  });

  test('each role its own; every change is refused without its token', async () => {
    const id = await asks();
    const editor = await signedIn(service, 'Association A', ['editor']);
    for (const path of ['/console/rappels', `/console/rappels/${id}`, '/console/permanence'])
      expect([path, (await editor.get(path)).status]).toEqual([path, 403]);
    expect((await sonia.get('/console/permanence')).status).toBe(403);
    const nobody = client(service);
    expect((await nobody.get('/console/rappels')).status).toBe(303);
    for (const path of [
      ...VERBS.map((verb) => `/console/rappels/${id}/${verb}`),
      ...['/console/permanence', '/console/permanence/arreter', `/console/permanence/sourdine/${id}`],
    ]) {
      const bare = await fetch(`${service.url}${path}`, {
        ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ note: 'x' }) },
        headers: { cookie: `relais-bureau=${sonia.token}` },
      });
      expect([path, bare.status]).toEqual([path, 403]);
    }
    expect(await state(id)).toMatchObject({ state: 'open', claimedBy: null });
  });

  test('a number is masked until it is needed, and the journal tells; a volunteer calls without seeing it', async () => {
    const id = await asks();
    expect((await act(id, 'numero')).status).toBe(303);
    await act(id, 'prendre');
    await enter(page, service, sonia);
    await open(`/console/rappels/${id}`);
    expect(await page.content()).not.toContain(home(phone));
    await press('form[action$="/numero"] button');
    expect(await main()).toContain(home(phone).replace(/(\d\d)(?=\d)/g, '$1 '));
    const [line] = await service.accounts.journal({ org: { id: sonia.orgId } } as never, 1);
    expect(line).toMatchObject({ act: 'number_shown', about: id, accountId: sonia.id });
    await act(id, 'rendre');
    const volunteer = await signedIn(service, 'Association A', ['volunteer']);
    await volunteer.post('/console/compte/telephone', { phone: `0639989${String(100 + phones)}` });
    await act(id, 'prendre', {}, volunteer);
    expect((await act(id, 'numero', {}, volunteer)).status).toBe(403);
    expect((await act(id, 'sourdine', {}, volunteer)).status).toBe(403);
    await act(id, 'appeler', {}, volunteer);
    await (await rings(`+33639989${String(100 + phones)}`)).decline();
  });

  test('two colleagues at once: one has it; it is taken from nobody', async () => {
    const id = await asks();
    const karim = await signedIn(service, 'Association A', ['mediator'], { name: 'Karim' });
    await Promise.all([act(id, 'prendre'), act(id, 'prendre', {}, karim)]);
    const has = (await state(id))?.claimedBy;
    const [mine, other] = has === sonia.id ? [sonia, karim] : [karim, sonia];
    for (const verb of ['rendre', 'terminer', 'manque', 'appeler', 'ecrire'])
      await act(id, verb, { words: 'Bonjour' }, other);
    expect(await state(id)).toMatchObject({ state: 'claimed', claimedBy: mine.id });
  });
});

test('a muted number is refused politely, by its organisation alone, until it is heard again', async () => {
  const id = await asks();
  const admin = await signedIn(service, 'Association A', ['administrator']);
  await act(id, 'prendre');
  expect((await act(id, 'sourdine')).status).toBe(303);
  expect(await state(id)).toMatchObject({ state: 'cancelled', muted: true });
  for (const words of ['RAPPEL', '2', '93200']) await say(words);
  expect(await say('2')).toMatch(/^Nous ne pouvons pas prendre cette demande[\s\S]*1 Qui appeler/);
  await enter(page, service, admin);
  await open('/console/permanence');
  await sound(page, 'desk-duty');
  expect(await main()).toContain('06 •• •• ••');
  await press('form[action*="/sourdine/"] button');
  expect(await main()).toContain('de nouveau écouté');
  await say('menu');
  for (const words of ['RAPPEL', '2', '93200', '2']) await say(words);
  expect(await say('1')).toMatch(/^C'est noté/);
});

test('hours that are none are told beside their field; without hours nobody is on duty, and that is said', async () => {
  const admin = await signedIn(service, 'Association A', ['administrator']);
  const hours = { days: 'Mo', from1: '09:00', until1: '12:00', clock: '75' };
  for (const wrong of [
    { ...hours, until1: '08:00' },
    { ...hours, from2: '11:00', until2: '13:00' },
    { ...hours, days: 'X' },
  ])
    expect((await admin.post('/console/permanence', wrong)).status).toBe(422);
  await admin.post('/console/permanence/arreter');
  expect(await say('rappel')).toContain("Personne n'assure de rappel en ce moment.");
  await onDuty(service, 'Association A', []);
  expect(await say('rappel')).toContain('Un rappel pour quel sujet ?');
});

test('hours that nobody keeps are no promise', async () => {
  const own = await startTest({ VOICE_NUMBER: VOICE });
  try {
    const admin = await signedIn(own, 'Association A', ['administrator']);
    await admin.post('/console/permanence', { days: 'Th', from1: '09:00', until1: '12:00', clock: '75' });
    const [answer] = await own.provider.text(phone, 'rappel');
    expect(answer?.body).toContain("Personne n'assure de rappel");
    await signedIn(own, 'Association A', ['volunteer']);
    expect(await own.roster.tick()).toBe(1);
    const [next] = await own.provider.text(phone, 'rappel');
    expect(next?.body).toContain('Un rappel pour quel sujet ?');
  } finally {
    await own.stop();
  }
});

test("the end of the helper's leg is told before that of the person: what came of the call stands", async () => {
  const id = await asks();
  await act(id, 'prendre');
  await act(id, 'appeler');
  const [b = ''] = await bridges(service, id);
  const desk = await rings();
  await desk.answer();
  await desk.press('1');
  const post = (step: string, fields: Record<string, string>) =>
    fetch(`${service.url}/twilio/voice/bridge${step}?b=${b}`, {
      ...{ method: 'POST', body: new URLSearchParams({ CallSid: 'CA1', ...fields }) },
    });
  await post('/status', { CallStatus: 'completed', CallDuration: '60' });
  await post('/joined', { Digits: '1' });
  await post('/dialled', { DialCallStatus: 'completed', DialBridged: 'true', DialCallDuration: '40' });
  expect((await state(id))?.bridge).toMatchObject({ outcome: 'joined' });
  await desk.hangup();
});

test('nobody promises a public holiday, or a night', async () => {
  // Thursday evening before Friday, 1 May 2026.
  service.clock.now = Date.UTC(2026, 3, 30, 16);
  await asks();
  const row = (await service.callbacks.list(sonia)).find(({ to }) => to === phone)?.row;
  expect(new Date(row?.deadline ?? 0).toISOString()).toBe('2026-05-04T10:00:00.000Z');
});

test('EFFACER takes the request with it, at the desk too', async () => {
  const id = await asks();
  await act(id, 'prendre');
  await act(id, 'noter', { note: 'vient mardi' });
  expect(await say('mes donnees')).toContain('1 demande de rappel');
  await say('effacer');
  service.clock.now += 60_000;
  expect(await say('1')).toMatch(/C'est effacé/);
  expect(await state(id)).toBeUndefined();
  expect((await act(id, 'appeler')).status).toBe(404);
});

test('whoever asks again and again is told to wait until tomorrow', async () => {
  for (let i = 0; i < 3; i += 1) {
    await asks();
    await say('1');
  }
  expect(await say('RAPPEL')).toMatch(/^Vous avez déjà fait plusieurs demandes/);
  service.clock.now += DAY + HOUR;
  expect(await say('RAPPEL')).not.toMatch(/plusieurs demandes/);
});

test('a restart in the middle of a call loses nothing', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'relais-callbacks-'));
  const ids = countingIds();
  const first = service;
  try {
    const env = { VOICE_NUMBER: VOICE, DATABASE_URL: join(dir, 'relais.db') };
    const before = await startTest(env, ids);
    service = before;
    const mediator = await onDuty(before, 'Association A', []);
    await mediator.post('/console/compte/telephone', { phone: home(helper) });
    sonia = mediator;
    const id = await asks();
    await act(id, 'prendre');
    await act(id, 'appeler');
    const ringing = await rings();
    const url = [...(await bridges(before, id))][0] ?? '';
    expect(ringing.to).toBe(helper);
    await before.stop();

    const after = await startTest(env, ids);
    service = after;
    after.clock.now = before.clock.now;
    const post = (step: string, more: Record<string, string> = {}) =>
      fetch(`${after.url}/twilio/voice/bridge${step}?b=${url}`, {
        ...{ method: 'POST', body: new URLSearchParams({ CallSid: 'CA1', ...more }) },
      }).then((answer) => answer.text());
    expect(await post('')).toContain('Un rappel vous attend');
    const dial = await post('/accept', { Digits: '1' });
    expect(dial).toContain(`callerId="${VOICE}"`);
    expect(dial).toContain(`>${phone}</Number>`);
    await post('/joined', { Digits: '1' });
    await post('/dialled', { DialCallStatus: 'completed', DialBridged: 'true' });
    // The provider sends the same again.
    await post('/dialled', { DialCallStatus: 'no-answer', DialBridged: 'false' });
    expect(await state(id)).toMatchObject({ state: 'claimed', missed: 0, bridge: { outcome: 'joined' } });
    await after.stop();
  } finally {
    service = first;
    rmSync(dir, { recursive: true });
  }
});

async function bridges(of: TestService, id: string): Promise<readonly string[]> {
  const row = (await of.callbacks.one(id, sonia))?.row;
  return row?.bridge ? [row.bridge.id] : [];
}

test("a bridge that is nobody's dials nobody", async () => {
  const post = (step: string, b: string, more: Record<string, string> = {}) =>
    fetch(`${service.url}/twilio/voice/bridge${step}?b=${b}`, {
      ...{ method: 'POST', body: new URLSearchParams({ CallSid: 'CA1', ...more }) },
    });
  const unknown = '01900000-0000-7000-8000-0000000fffff';
  expect(await (await post('/accept', unknown, { Digits: '1' })).text()).not.toContain('<Dial');
  expect((await post('', 'x')).status).toBe(400);
  const id = await asks();
  await act(id, 'prendre');
  await act(id, 'appeler');
  const [b = ''] = await bridges(service, id);
  await act(id, 'rendre');
  expect(await (await post('/accept', b, { Digits: '1' })).text()).not.toContain('<Dial');
  await (await rings()).decline();
});
