/** Guidance from end to end: sent, delivered, answered in its sheet, over the real protocol. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { segments } from '../../src/text/segments.ts';
import { DAY, draft, HOUR, MINUTE, makeRig, type Rig, SONIA } from './harness.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await makeRig();
});
afterAll(() => rig.stop());

const DISCREET = 'violences-conjugales-droits';
const SUBJECT = /violence|conjug|identit/i;

describe('the text', () => {
  test('is exactly the one that was shown, in one segment, neutral, with the number to call and the link', async () => {
    const to = rig.fresh();
    const { preview } = rig.service.guidance.preview(draft(to));
    const { link } = await rig.send(to);
    const [body = ''] = rig.got(to);
    expect(body).toBe(preview?.words.replace(/\/g\/x+/, link.slice(link.lastIndexOf('/g/'))));
    expect(segments(body)).toMatchObject({ count: 1, encoding: 'GSM-7' });
    expect(preview).toMatchObject({ segments: 1, hears: true });
    expect(body).toContain('Sonia vous a laissé un message');
    expect(body).toContain('01 99 00 00 00');
    expect(body).not.toMatch(SUBJECT);
    expect(preview?.answers.map(({ key, label }) => `${key} ${label}`)).toEqual([
      '1 Le lire',
      '2 Pas pour moi',
    ]);
  });

  test('holds the essential where the phone is theirs alone, in two segments at most', async () => {
    const to = rig.fresh();
    await rig.send(to, { alone: true, note: 'pensez aux deux photos.' });
    const [body = ''] = rig.got(to);
    expect(body).toMatch(/^Relais, de la part de Sonia : pensez aux deux photos\.\nCarte d'identité perdue/);
    expect(segments(body).count).toBe(2);
  });

  test('of a discreet sheet has no link, which anybody could open, unless the phone is theirs alone', async () => {
    const to = rig.fresh();
    await rig.send(to, { sheet: DISCREET, word: 'Soleil' });
    expect(rig.got(to)[0]).not.toMatch(/\/g\/|violence/i);
    await rig.send(to, { sheet: DISCREET, alone: true });
    expect(rig.got(to)[1]).toMatch(/\/g\/[a-z0-9]{10}/);
  });

  test('is in the language that was picked', async () => {
    const to = rig.fresh();
    await rig.send(to, { lang: 'en' });
    expect(rig.got(to)[0]).toContain('Sonia left you a message.');
    expect(await rig.says(to, '1')).toMatch(/^Lost or stolen/);
  });

  test('with an address as long as a real one, every sheet fits two segments, note and link included', () => {
    const { knowledge } = rig.service;
    const to = rig.fresh();
    for (const id of ['carte-identite-perdue', 'aide-logement', 'titre-sejour-renouvellement', DISCREET]) {
      expect(knowledge.sheet(id, 'fr'), id).toBeDefined();
      const { preview, problems } = rig.service.guidance.preview(
        draft(to, { sheet: id, alone: true, note: 'x'.repeat(60) }),
      );
      expect({ id, problems, ok: (preview?.segments ?? 9) <= 2 }).toEqual({ id, problems: {}, ok: true });
    }
  });
});

describe('the answer', () => {
  test('goes on in the sheet', async () => {
    const to = rig.fresh();
    await rig.send(to);
    expect(await rig.says(to, '1')).toMatch(/^Carte d'identité perdue ou volée :/);
    expect(await rig.says(to, 'papiers')).toMatch(/^Papiers :/);
    expect((await rig.status()).marks).toEqual(['A répondu']);
  });

  test('days later still does', async () => {
    const to = rig.fresh();
    await rig.send(to);
    rig.service.clock.now += 5 * DAY;
    expect(await rig.says(to, '1')).toMatch(/^Carte d'identité perdue/);
  });

  test('to the essential means what that text offered', async () => {
    const to = rig.fresh();
    await rig.send(to, { alone: true });
    const [, label = ''] = /^1 (.+)$/m.exec(rig.got(to)[0] ?? '') ?? [];
    rig.service.clock.now += 2 * DAY;
    const answer = await rig.says(to, '1');
    expect(answer).not.toBe('');
    expect(label === 'Suite' || answer.startsWith(`${label} :`)).toBe(true);
  });

  test('tells the note first, then the sheet; back leads to the note', async () => {
    const to = rig.fresh();
    await rig.send(to, { note: 'Venez mardi.' });
    expect(await rig.says(to, '1')).toBe("Sonia : Venez mardi.\n1 Carte d'identité perdue ou volée\n2 Menu");
    expect(await rig.says(to, '1')).toMatch(/^Carte d'identité perdue ou volée :/);
    expect(await rig.says(to, 'retour')).toMatch(/^Sonia : Venez mardi/);
  });

  test('"not for me" ends it, and the desk knows', async () => {
    const to = rig.fresh();
    await rig.send(to);
    expect(await rig.says(to, '2')).toContain("n'était pas pour vous");
    expect((await rig.status()).marks).toEqual(['Pas la bonne personne']);
    for (const said of ['retour', 'menu', '1']) expect(await rig.says(to, said)).not.toMatch(SUBJECT);
  });

  test('goes on what the person was at, and comes back to it', async () => {
    const to = rig.fresh();
    await rig.says(to, 'rsa');
    await rig.says(to, 'papiers');
    await rig.send(to);
    await rig.says(to, '1');
    await rig.says(to, 'retour');
    const back = await rig.says(to, 'retour');
    expect(back).toMatch(/^Papiers :/);
  });

  test('to a text that arrived though the provider said that it failed goes on in it all the same', async () => {
    const to = rig.fresh();
    rig.service.provider.callbacks.order('held');
    rig.service.provider.faults.api({ status: 500, code: 20500, text: 'fault', after: true });
    await rig.send(to);
    expect(rig.got(to)).toHaveLength(1);
    expect(await rig.status()).toMatchObject({ stage: 'queued' });
    expect(await rig.says(to, '1')).toMatch(/^Carte d'identité perdue/);
    rig.service.provider.callbacks.order('in order');
    await rig.service.provider.callbacks.release();
  });

  test('is not waited for from somebody who was never sent anything', async () => {
    const to = rig.fresh();
    await rig.service.guidance.send(draft(to), SONIA);
    expect(await rig.says(to, '1')).not.toMatch(/carte d'identité perdue/i);
  });
});

describe('a discreet subject on a phone that several hold', () => {
  test('is told after the word, written any way', async () => {
    const to = rig.fresh();
    await rig.send(to, { sheet: DISCREET, word: 'Soleil' });
    expect(await rig.says(to, '1')).toBe('Écrivez le mot convenu avec Sonia.');
    expect(await rig.says(to, 'le soleil !')).toMatch(/violence/i);
  });

  test('closes after three wrong words: somebody else learns nothing', async () => {
    const to = rig.fresh();
    await rig.send(to, { sheet: DISCREET, word: 'Soleil' });
    const heard = [];
    for (const said of ['1', 'lune', 'cuisine', 'papa', 'soleil', '1', 'repeter', 'retour', 'aide', 'menu'])
      heard.push(await rig.says(to, said));
    expect(heard.join('\n')).not.toMatch(SUBJECT);
    expect(heard[3]).toContain('refermé');
    expect((await rig.status()).marks).toEqual(['Trois mots faux : refermé']);
  });

  test('nothing of it is where the phone says menu, repeat, back or asks what is there', async () => {
    const to = rig.fresh();
    await rig.send(to, { sheet: DISCREET, word: 'Soleil' });
    for (const said of ['menu', 'reprendre', 'repeter', 'retour', 'quoi', '?', 'bonjour', 'c est qui'])
      expect(await rig.says(to, said), said).not.toMatch(/violence|conjug/i);
  });
});

describe('what becomes of it', () => {
  test('reports in the wrong order end at delivered', async () => {
    const to = rig.fresh();
    rig.service.provider.callbacks.order('reversed');
    await rig.send(to);
    rig.service.provider.callbacks.order('in order');
    expect(await rig.status()).toMatchObject({ stage: 'delivered' });
  });

  test('queued, sent, delivered, one after the other', async () => {
    const to = rig.fresh();
    const { provider } = rig.service;
    provider.callbacks.order('held');
    await rig.service.guidance.send(draft(to), SONIA);
    expect(await rig.status()).toMatchObject({ stage: 'queued', cancellable: true });
    await rig.tick();
    expect(await rig.status()).toMatchObject({ stage: 'sent', cancellable: false });
    await provider.callbacks.release();
    provider.callbacks.order('in order');
    expect(await rig.status()).toMatchObject({ stage: 'delivered' });
  });

  test.each([
    [30006, 'fixe', 'mobile'],
    [30003, 'éteint', 'Renvoyez plus tard'],
    [30005, 'n’existe pas', 'Vérifiez'],
    [30007, 'bloqué', 'note'],
    [39999, 'refusé', 'administrateur'],
  ])('%d: why in words, and what to do', async (code, said, todo) => {
    const to = rig.fresh();
    rig.service.provider.faults.delivery(to, [{ status: 'sent' }, { status: 'undelivered', code }]);
    await rig.send(to);
    const status = await rig.status();
    expect(status.stage).toBe('failed');
    expect(status.said).toContain(said);
    expect(status.todo).toContain(todo);
  });

  test('21610: the provider refuses them, and from then on so do we', async () => {
    const to = rig.fresh();
    rig.service.provider.faults.api({ status: 400, code: 21610, text: 'unsubscribed' });
    await rig.send(to);
    expect(await rig.status()).toMatchObject({ stage: 'failed', again: false });
    expect((await rig.status()).said).toContain('ne veut pas de nos SMS');
    await rig.send(to);
    expect(rig.got(to)).toEqual([]);
  });

  test('ARRET: what nobody asked for is not sent', async () => {
    const to = rig.fresh();
    await rig.says(to, 'arret');
    const before = rig.got(to).length;
    await rig.send(to);
    expect(rig.got(to)).toHaveLength(before);
    expect((await rig.status()).said).toContain('ne veut pas de nos SMS');
  });

  test('429 and a time-out: tried again, and it arrives once', async () => {
    const to = rig.fresh();
    rig.service.provider.faults.tooFast(1);
    await rig.send(to);
    expect(await rig.status()).toMatchObject({ stage: 'queued' });
    expect((await rig.status()).said).toContain('Nouvel essai');
    rig.service.clock.now += 2 * MINUTE;
    await rig.tick();
    expect(await rig.status()).toMatchObject({ stage: 'delivered' });
    expect(rig.got(to)).toHaveLength(1);
  });

  test('sent again: another text, the same link, and it is found again', async () => {
    const to = rig.fresh();
    const { id, link } = await rig.send(to);
    await rig.says(to, '2');
    expect(await rig.service.guidance.resend(id, SONIA)).toBe(true);
    await rig.tick();
    expect(rig.got(to).filter((body) => body.includes(link))).toHaveLength(2);
    expect(await rig.says(to, '1')).toMatch(/^Carte d'identité perdue/);
    expect(await rig.service.guidance.resend(id, { orgId: 'other' })).toBe(false);
  });
});

describe('when it leaves', () => {
  test('at the hour that was picked, and it can be taken back until then', async () => {
    const to = rig.fresh();
    const at = rig.service.clock.now + 2 * DAY;
    const { id, dueAt } = await rig.send(to, { at });
    expect(dueAt).toBe(at);
    expect(await rig.status()).toMatchObject({ stage: 'scheduled', cancellable: true });
    expect(await rig.service.guidance.cancel(id, { orgId: 'other' })).toBe(false);
    expect(await rig.service.guidance.cancel(id, SONIA)).toBe(true);
    expect(await rig.service.guidance.cancel(id, SONIA)).toBe(false);
    rig.service.clock.now = at;
    await rig.tick();
    expect(rig.got(to)).toEqual([]);
    expect(await rig.status()).toMatchObject({ stage: 'cancelled' });
  });

  test('not in the quiet hours: an evening waits for the morning, a Saturday night for Monday', async () => {
    const to = rig.fresh();
    const evening = rig.service.clock.now + 12 * HOUR;
    const morning = rig.service.clock.now + 22 * HOUR;
    expect(rig.service.guidance.preview(draft(to, { at: evening })).preview?.dueAt).toBe(morning);
    const saturday = evening + 2 * DAY;
    expect(rig.service.guidance.preview(draft(to, { at: saturday })).preview?.dueAt).toBe(morning + 3 * DAY);
    expect(rig.service.guidance.preview(draft(to, { at: evening, urgent: true })).preview?.dueAt).toBe(
      evening,
    );
  });

  test('nor when a second try falls into them', async () => {
    const to = rig.fresh();
    rig.service.clock.now += 11 * HOUR - 2 * MINUTE;
    rig.service.provider.faults.tooFast(1);
    await rig.send(to);
    rig.service.clock.now += 3 * MINUTE;
    await rig.tick();
    expect(rig.got(to)).toEqual([]);
    rig.service.clock.now += 11 * HOUR;
    await rig.tick();
    expect(rig.got(to)).toHaveLength(1);
  });
});

describe('limits', () => {
  test('one person gets four a day, whoever writes; a mediator is told so', async () => {
    const to = rig.fresh();
    for (const author of ['a', 'b', 'c', 'd']) await rig.send(to, {}, { orgId: 'o2', author });
    expect(await rig.service.guidance.send(draft(to), SONIA)).toEqual({ is: 'person_cap' });
    rig.service.clock.now += DAY + MINUTE;
    await rig.send(to);
  });

  test('every problem of a draft is told at once, and nothing is kept', async () => {
    const to = rig.fresh();
    const sent = await rig.service.guidance.send(
      draft('+33199000001', {
        ...{ by: 'So<nia>', sheet: 'nothing', lang: 'xx', note: 'allez sur http://exemple.fr' },
        ...{ word: 'deux mots', consent: false, at: rig.service.clock.now - DAY },
        place: { id: 'x', spot: 'y' },
      }),
      { orgId: 'o9', author: 'z' },
    );
    expect(sent.is === 'wrong' && Object.keys(sent.problems).sort()).toEqual(
      ['at', 'by', 'consent', 'lang', 'note', 'place', 'sheet', 'to', 'word'].sort(),
    );
    expect(await rig.service.guidance.list({ orgId: 'o9', limit: 9 })).toEqual([]);
    expect(rig.got(to)).toEqual([]);
  });

  test('a discreet sheet asks for a word, unless the phone is theirs alone', () => {
    const to = rig.fresh();
    const { problems } = rig.service.guidance.preview(draft(to, { sheet: DISCREET }));
    expect(Object.keys(problems)).toEqual(['word']);
    expect(rig.service.guidance.preview(draft(to, { sheet: DISCREET, alone: true })).problems).toEqual({});
  });
});
