import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendError, sendError } from '../../src/outbox/send-error.ts';
import { makeVault } from '../../src/vault.ts';
import { AT, type Bench, MINUTE, makeBench, NUMBER } from './harness.ts';

describe('the outbox', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await makeBench();
  });
  afterEach(() => bench.close());

  /** Rounds at each of these instants. */
  const rounds = async (outbox: ReturnType<Bench['outbox']>, ...instants: number[]) => {
    for (const at of instants) {
      bench.clock.now = at;
      await outbox.tick();
    }
  };

  it('sends what is due, opened, once', async () => {
    const { turn, asked, outbox, sent, row } = bench;
    await turn('SM1', [asked('m1', 'Voici l’adresse'), asked('m2', 'plus tard', { dueAt: AT + 1 })]);
    const box = outbox();
    expect(await box.tick()).toEqual({ sent: 1, held: 0, retry: 0, failed: 0 });
    await rounds(box, AT, AT);
    expect(sent).toEqual([{ id: 'm1', to: NUMBER, body: 'Voici l’adresse' }]);
    expect(row('m1')).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('sends a reply that no response carried, in the words of its exchange', async () => {
    const { turn, outbox, sent, store } = bench;
    const reply = { kind: 'reply' as const, dueAt: AT + MINUTE, discreet: false };
    await turn('SM1', [{ id: 'm1', ...reply }], { text: 'L’aide au logement: tapez 1' });
    await turn('SM2', [{ id: 'm2', ...reply }]);
    await store.handedOver('m2');
    await rounds(outbox(), AT, AT + MINUTE);
    expect(sent).toEqual([{ id: 'm1', to: NUMBER, body: 'L’aide au logement: tapez 1' }]);
  });

  it('tries four times in all, 1, 5 and 10 minutes after each failure', async () => {
    const { turn, asked, outbox, sent, row } = bench;
    await turn('SM1', [asked('m1')]);
    const box = outbox(async () => {
      throw sendError(20429, 429);
    });
    const instants = [AT, AT + MINUTE, AT + 6 * MINUTE, AT + 16 * MINUTE];
    for (const [tries, at] of instants.entries()) {
      await rounds(box, at - 1);
      expect(sent).toHaveLength(tries);
      await rounds(box, at);
      expect(sent).toHaveLength(tries + 1);
    }
    expect(row('m1')).toMatchObject({ state: 'failed', code: '20429', attempts: 4 });
    await rounds(box, AT + 60 * MINUTE);
    expect(sent).toHaveLength(4);
  });

  it('passes on the second try', async () => {
    const { turn, asked, outbox, sent, row } = bench;
    await turn('SM1', [asked('m1')]);
    const box = outbox(async () => {
      if (sent.length === 1) throw sendError(undefined, 503);
      return { providerId: 'SM9' };
    });
    await rounds(box, AT, AT + MINUTE);
    expect(row('m1')).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it.each(['21610', '21614', '21635', '30006', '21211', '30007'])(
    'gives up at once after %s',
    async (code) => {
      const { turn, asked, outbox, sent, row } = bench;
      await turn('SM1', [asked('m1')]);
      const box = outbox(async () => {
        throw sendError(code, 400);
      });
      expect(await box.tick()).toEqual({ sent: 0, held: 0, retry: 0, failed: 1 });
      await rounds(box, AT + 60 * MINUTE);
      expect([sent.length, row('m1').state, row('m1').code]).toEqual([1, 'failed', code]);
    },
  );

  it('writes nobody again whom the provider says is opted out', async () => {
    const { turn, asked, outbox, sent, row } = bench;
    await turn('SM1', [asked('m1')]);
    const box = outbox(async () => {
      throw sendError(21610, 400);
    });
    await box.tick();
    await turn('SM2', [asked('m2'), { id: 'm3', kind: 'reply', dueAt: AT, discreet: false }]);
    await box.tick();
    expect(sent).toHaveLength(1);
    expect([row('m2'), row('m3')]).toMatchObject([
      { state: 'failed', code: 'refused' },
      { state: 'failed', code: 'refused' },
    ]);
  });

  it('holds what nobody asked for while the money is spent, and nothing else; then it leaves', async () => {
    const { turn, asked, outbox, sent, row } = bench;
    let spent = true;
    await turn('SM1', [asked('m1', 'demande'), asked('m2', 'annonce', { kind: 'unasked' })]);
    const box = outbox(undefined, { over: () => spent });
    expect(await box.tick()).toEqual({ sent: 1, held: 1, retry: 0, failed: 0 });
    expect(sent.map(({ id }) => id)).toEqual(['m1']);
    expect(row('m2')).toMatchObject({ state: 'pending', attempts: 0, due_at: AT + 60 * MINUTE });
    spent = false;
    await rounds(box, AT + 60 * MINUTE);
    expect(sent.map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it('sends unasked to nobody who said ARRET, and still answers', async () => {
    const { turn, asked, outbox, sent, row } = bench;
    await turn('SM1', [], { optOut: 'ours' });
    await turn('SM2', [asked('m1', 'demande'), asked('m2', 'annonce', { kind: 'unasked' })]);
    await outbox().tick();
    expect(sent.map(({ id }) => id)).toEqual(['m1']);
    expect(row('m2')).toMatchObject({ state: 'failed', code: 'refused' });
  });

  it('tries again after what nobody foresaw, and after a try that hangs', async () => {
    const { turn, asked, outbox, row } = bench;
    await turn('SM1', [asked('m1')]);
    await turn('SM2', [asked('m2')], { from: '+33698765432' });
    let aborted = false;
    const box = outbox(
      (message, signal) => {
        if (message.id === 'm1') throw new TypeError(`no way to reach ${message.to}`);
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        return new Promise(() => undefined);
      },
      { timeoutMs: 1 },
    );
    expect(await box.tick()).toEqual({ sent: 0, held: 0, retry: 2, failed: 0 });
    expect([row('m1').code, row('m2').code, aborted]).toEqual(['unknown', 'timeout', true]);
  });

  it('sends again what a crash left behind, and not for ever', async () => {
    const { turn, asked, outbox, store, sent, row } = bench;
    await turn('SM1', [asked('m1')]);
    for (let crash = 0; crash < 4; crash++)
      await store.takeDue(AT + crash * MINUTE, AT + (crash + 1) * MINUTE, 1);
    await rounds(outbox(), AT + 9 * MINUTE);
    expect([sent.length, row('m1').code]).toEqual([0, 'interrupted']);

    await turn('SM2', [asked('m2')]);
    await store.takeDue(AT + 9 * MINUTE, AT + 10 * MINUTE, 1);
    await rounds(outbox(), AT + 10 * MINUTE);
    expect(sent.map(({ id }) => id)).toEqual(['m2']);
  });

  it('gives up what it cannot open, and sends the rest', async () => {
    const { turn, asked, outbox, sent, row } = bench;
    const stranger = makeVault(Buffer.alloc(32, 1));
    await turn(
      'SM1',
      [
        asked('m1', '', { body: stranger.seal('x', 'message') }),
        asked('m2', '', { body: bench.vault.seal('x', 'session') }),
        { id: 'm3', kind: 'reply', dueAt: AT, discreet: false },
        asked('m4'),
      ],
      { text: '' },
    );
    expect(await outbox().tick()).toEqual({ sent: 1, held: 0, retry: 0, failed: 3 });
    expect(sent.map(({ id }) => id)).toEqual(['m4']);
    expect(['m1', 'm2', 'm3'].map((id) => row(id).code)).toEqual([
      'seal_unknown_key',
      'seal_broken',
      'payload_unreadable',
    ]);
  });

  it('keeps the order of one person’s texts, and lets nobody wait for another', async () => {
    const { turn, asked, outbox, sent } = bench;
    await turn('SM1', [asked('a1', 'un', { dueAt: AT - 2 }), asked('a2', 'deux', { dueAt: AT - 1 })]);
    await turn('SM2', [asked('b1')], { from: '+33698765432' });
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const box = outbox(async ({ id }) => {
      if (id === 'b1') release();
      if (id === 'a1') await gate;
      return { providerId: id };
    });
    await box.tick();
    expect(sent.map(({ id }) => id)).toEqual(['a1', 'b1', 'a2']);
  });

  it('takes no more than its rate in one round, and makes one round at a time', async () => {
    const { turn, asked, outbox, sent } = bench;
    await turn(
      'SM1',
      ['m1', 'm2', 'm3', 'm4', 'm5'].map((id) => asked(id)),
    );
    const box = outbox(undefined, { perRound: 2 });
    const [one, two] = await Promise.all([box.tick(), box.tick()]);
    expect([one, two, sent.length]).toEqual([one, one, 2]);
  });

  it('logs ids and codes, never a number or a word', async () => {
    const { turn, asked, outbox, logged } = bench;
    await turn('SM1', [asked('m1', 'paroles intimes'), asked('m2', 'paroles intimes')]);
    const box = outbox(async ({ id, to, body }) => {
      if (id === 'm1') throw new Error(`${to} ${body}`);
      throw new SendError('30007', false, { cause: new Error(`${to} ${body}`) });
    });
    await box.tick();
    expect(logged).toHaveLength(2);
    expect(logged.join()).toContain('30007');
    for (const word of ['612345678', 'paroles']) expect(logged.join()).not.toContain(word);
  });

  it('says when a round fails, and when an outcome cannot be written', async () => {
    const { turn, asked, store, logged, outbox } = bench;
    await turn('SM1', [asked('m1')]);
    const box = outbox(undefined, {
      store: { takeDue: store.takeDue, settle: () => Promise.reject(new Error('disk')) },
    });
    await box.tick();
    expect(logged.join()).toContain('outcome of a text not written');
    const broken = outbox(undefined, {
      store: { ...store, takeDue: () => Promise.reject(new Error('disk')) },
    });
    await expect(broken.tick()).rejects.toThrow('disk');
  });

  it('makes rounds by itself once started, and stops when all is settled', async () => {
    const { turn, asked, outbox, row, sent } = bench;
    await turn('SM1', [asked('m1')]);
    let reached = () => {};
    const inFlight = new Promise<void>((resolve) => {
      reached = resolve;
    });
    let finish = (_: { providerId: string }) => {};
    const box = outbox(
      () => {
        reached();
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
      { everyMs: 1 },
    );
    box.start();
    box.start();
    await inFlight;
    const stopped = box.stop();
    expect(row('m1').state).toBe('sending');
    finish({ providerId: 'SM9' });
    await stopped;
    expect([row('m1').state, sent.length]).toEqual(['sent', 1]);
    await box.stop();
  });

  it('goes on after a round that failed', async () => {
    const { turn, asked, outbox, store, logged } = bench;
    await turn('SM1', [asked('m1')]);
    let rounds = 0;
    await new Promise<void>((resolve) => {
      const box = outbox(
        async () => {
          resolve(void box.stop());
          return { providerId: 'SM9' };
        },
        {
          everyMs: 1,
          store: {
            settle: store.settle,
            takeDue: (...args) =>
              rounds++ === 0 ? Promise.reject(new Error('disk')) : store.takeDue(...args),
          },
        },
      );
      box.start();
    });
    expect(rounds).toBe(2);
    expect(logged[0]).toContain('outbox: a round failed');
  });
});
