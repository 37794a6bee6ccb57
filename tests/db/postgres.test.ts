import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { State, Store } from '../../db/store.ts';
import { type Server, startPostgres } from '../support/postgres.ts';
import { storeContract } from './contract.ts';
import { bytes, decision, type Harness, look, number, request, text } from './harness.ts';

let server: Server;
let url: string;
let beside: pg.Pool;

beforeAll(async () => {
  server = await startPostgres();
  url = await server.database('contract');
  beside = new pg.Pool({ connectionString: url, max: 1 });
  beside.on('error', () => undefined);
  await (await openStore(url)).close();
});
afterAll(async () => {
  await beside.end();
  await server.stop();
});

async function empty(): Promise<void> {
  const { rows } = await beside.query(`SELECT string_agg(tablename, ', ') AS names FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('consultation_changes', 'correction_changes')`);
  await beside.query(`TRUNCATE ${rows[0].names} RESTART IDENTITY`);
  await beside.query('UPDATE consultation_changes SET version = 0');
  await beside.query('UPDATE correction_changes SET version = 0');
}

async function onServer(): Promise<Harness> {
  await empty();
  let store = await openStore(url);
  return {
    store,
    state: async (id) =>
      (await beside.query('SELECT state FROM messages WHERE id = $1', [id])).rows[0]?.state as State,
    count: async (table) => Number((await beside.query(`SELECT count(*) FROM ${table}`)).rows[0].count),
    reopen: async () => {
      await store.close();
      store = await openStore(url);
      return store;
    },
    close: () => store.close(),
  };
}

storeContract('a Postgres server', onServer);

describe('a Postgres database', () => {
  const pair = async (): Promise<readonly [Store, Store]> => {
    await empty();
    return [await openStore(url), await openStore(url)];
  };
  const count = async (table: string) =>
    Number((await beside.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

  it('is made once by four that open it together', async () => {
    const fresh = await server.database('fresh');
    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(fresh)));
    for (const store of stores) await store.ready();
    await Promise.all(stores.map((store) => store.close()));
  });

  it('refuses to open what a newer version wrote', async () => {
    const ahead = await server.database('ahead');
    await (await openStore(ahead)).close();
    const client = new pg.Client({ connectionString: ahead });
    await client.connect();
    await client.query(
      `INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('x', 4070908800000)`,
    );
    await client.end();
    await expect(openStore(ahead)).rejects.toMatchObject({ code: 'database_newer' });
  });

  it('answers once what two processes hear at once, and keeps the turns of one person in a row', async () => {
    const [one, two] = await pair();
    const turns = Array.from({ length: 40 }, (_, i) => i);
    const ends = await Promise.all(
      turns.flatMap((i) =>
        [one, two].map((store, n) =>
          store.exchange(request(`SM${i}`, { newContactId: `c${i}-${n}` }), ({ session }) =>
            decision({
              session: bytes(`${Number(text(session?.data) ?? 0) + 1}`),
              exchange: bytes(`${i} by ${n}`),
            }),
          ),
        ),
      ),
    );
    expect(ends.filter(({ repeated }) => !repeated)).toHaveLength(40);
    for (const i of turns) expect(text(ends[2 * i]?.exchange)).toBe(text(ends[2 * i + 1]?.exchange));
    expect(text((await look(one)).session?.data)).toBe('40');
    expect(await Promise.all(['contacts', 'exchanges'].map(count))).toEqual([1, 40]);
    await Promise.all([one.close(), two.close()]);
  });

  it('hands each text that is due to one of two processes', async () => {
    const [one, two] = await pair();
    const outgoing = Array.from({ length: 60 }, (_, i) => ({
      ...{ id: `m${i}`, kind: 'asked' as const, body: bytes('b'), dueAt: 0, discreet: false },
    }));
    await one.exchange(request('SM1'), () => decision({ outgoing }));
    const taken = (await Promise.all([one, two, one, two].map((store) => store.takeDue(1, 9, 20)))).flat();
    for (let rest = await two.takeDue(1, 9, 20); rest.length > 0; rest = await two.takeDue(1, 9, 20))
      taken.push(...rest);
    expect(taken.map(({ id }) => id).sort()).toEqual(outgoing.map(({ id }) => id).sort());
    await Promise.all([one.close(), two.close()]);
  });

  it('goes on in another process when one has gone', async () => {
    const [one, two] = await pair();
    await one.exchange(request('SM1'), () => decision({ session: bytes('answered') }));
    await one.close();
    const again = await two.exchange(request('SM1'), () => decision());
    expect([again.repeated, text((await look(two)).session?.data)]).toEqual([true, 'answered']);
    await two.close();
  });

  it('refuses while the server is away, loses nothing, and heals by itself', async () => {
    const [one, two] = await pair();
    await one.exchange(request('SM1'), () => decision({ session: bytes('kept') }));
    await server.halt();
    const away = { code: 'unavailable', retryable: true };
    await expect(one.exchange(request('SM2'), () => decision())).rejects.toMatchObject(away);
    await expect(two.ready()).rejects.toMatchObject(away);
    await expect(openStore(url)).rejects.toMatchObject(away);
    await server.start();
    const healed = await one.exchange(request('SM2', { number: number('anna') }), ({ session }) =>
      decision({ session: bytes(`${text(session?.data)}, and on`) }),
    );
    expect(healed.repeated).toBe(false);
    expect(text((await look(two)).session?.data)).toBe('kept, and on');
    await Promise.all([one.close(), two.close()]);
  });
});

it("the desk's journal stands, whoever asks", async () => {
  const harness = await onServer();
  await harness.store.note({ id: 'n1', at: Date.UTC(2026, 0, 1), act: 'came' });
  await expect(beside.query("UPDATE journal SET act = 'x'")).rejects.toThrow('the journal stands');
  await expect(beside.query('DELETE FROM journal')).rejects.toThrow('the journal stands');
  expect(await harness.count('journal')).toBe(1);
  await harness.close();
});
