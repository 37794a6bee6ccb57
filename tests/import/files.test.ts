import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ImportError } from '../../src/import/reasons.ts';
import type { Geography } from '../../src/knowledge/geo/index.ts';
import { smallGeography } from '../support/small-geography.ts';
import { type Bench, FIXTURES, makeBench, settled } from './harness.ts';

let geography: Geography;
let bench: Bench;
beforeAll(async () => {
  geography = await smallGeography();
});
beforeEach(async () => {
  bench = await makeBench(geography);
});
afterEach(() => bench.close());

const list = readFileSync(FIXTURES.franceServices);
const keys = async () => (await bench.rows()).map(({ key }) => key).sort();

describe('a file', () => {
  it.each([
    [
      'with ; between its cells',
      (text: string) =>
        text
          .replaceAll(';', ' ')
          .split('\n')
          .map((line) => (/"/.test(line) ? '' : line.replaceAll(',', ';')))
          .join('\n'),
    ],
    [
      'with a byte order mark and Windows line ends',
      (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
    ],
  ])('%s is read', async (_, change) => {
    const done = await bench.points([bench.file('a.csv', change(list.toString()))]);
    expect(done.plan.accounts[0]?.kept).toBeGreaterThan(6);
  });

  it('of a spreadsheet of Windows keeps its accents', async () => {
    await bench.points([bench.file('a.csv', Buffer.from(list.toString(), 'latin1'))]);
    expect((await bench.rows()).map(({ name }) => name)).toContain('France services de Valserhône');
  });

  it('that is packed with gzip is unpacked; other archives are refused by name', async () => {
    await bench.points([bench.file('a.csv.gz', gzipSync(list))]);
    expect(await keys()).toHaveLength(16);
    for (const magic of ['PK\u0003\u0004', 'BZh9']) {
      await expect(bench.points([bench.file('b', `${magic}${list}`)])).rejects.toThrow(/archive/);
    }
  });

  it('with an object a line, or a list under a name, is read', async () => {
    const rows = JSON.parse(readFileSync(FIXTURES.older, 'utf8')) as object[];
    const lines = await bench.points([
      bench.file('a.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')),
    ]);
    const named = await bench.points([bench.file('a.json', JSON.stringify({ total: 3, items: rows }))]);
    expect(lines.plan.accounts[0]?.kept).toBe(named.plan.accounts[0]?.kept);
    expect(named.written).toBe(false);
  });

  it.each([
    ['is not there', 'nowhere.csv', undefined, /introuvable/],
    ['is of no known kind', 'a.csv', 'a,b\n1,2\n', /aucun format connu/],
    ['is empty', 'a.csv', '', /aucune ligne/],
    ['has a header alone', 'a.csv', 'id_fs,lib_fs\n', /aucune ligne/],
    [
      'breaks off',
      'a.json',
      '[{"nom":"x","services":"y","code_postal":"13500","pivot":"","id":"1"},{"nom',
      /illisible ou coupé/,
    ],
    ['never closes a quote', 'a.csv', 'id_fs,lib_fs\n1,"x\n2,y\n', /illisible/],
    ['is of another scheme', 'ftp://exemple.fr/a.csv', undefined, /http et https/],
    ['is a file address', 'file:///etc/passwd', undefined, /http et https/],
  ])('that %s is refused, and nothing changes', async (_, name, content, words) => {
    await bench.points([FIXTURES.franceServices]);
    const before = await bench.rows();
    const path = content === undefined ? name : bench.file(name, content);
    await expect(bench.points([path])).rejects.toThrow(words);
    await expect(bench.points([path])).rejects.toBeInstanceOf(ImportError);
    expect(await bench.rows()).toEqual(before);
  });

  it('accounts for rows with too many or too few cells', async () => {
    const text = `${list.toString()}x,y\n${'z,'.repeat(40)}\n`;
    const done = await bench.points([bench.file('a.csv', text)]);
    expect(settled(done)).toBe(true);
    expect(done.plan.accounts[0]).toMatchObject({ read: 18, kept: 16 });
    expect([...(done.plan.accounts[0]?.rejected ?? [])]).toEqual([['columns', 2]]);
  });

  it('leaves no formula in the file of what it rejected', async () => {
    await bench.points([bench.file('=cmd.csv', `${list.toString()}x,y\n`)]);
    for (const cell of bench.rejects().split('\n').slice(1).join(',').split(','))
      expect(cell).not.toMatch(/^"?[=+@-]/);
  });
});

describe('whatever stands in a file', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '',
      '13500',
      'Martigues',
      '43.4',
      'Accéder à du matériel',
      '2023-01-01',
      'Mo 09:00-12:00',
      '+33612345678',
      'constructor',
      '__proto__',
    ),
    fc.integer(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  const names = [
    'id',
    'nom',
    'services',
    'code_postal',
    'commune',
    'latitude',
    'longitude',
    'pivot',
    'date_maj',
    'horaires',
    'telephone',
    'structure_id',
    'adresse',
    'thematiques',
    'modes_accueil',
  ];
  const record = fc.dictionary(fc.constantFrom(...names), value);

  it('every record is accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 12 }), fc.boolean(), async (records, own) => {
        const first = own
          ? {
              id: 'a',
              nom: 'x',
              services: 'Accéder à du matériel',
              code_postal: '13500',
              pivot: '',
              latitude: 43.4,
              longitude: 5.05,
            }
          : { id: 'a', nom: 'x', structure_id: 'none', date_maj: '2024-01-01' };
        const done = await bench.points([bench.file('a.json', JSON.stringify([first, ...records]))], {
          dryRun: true,
        });
        expect(settled(done)).toBe(true);
        expect(done.plan.accounts[0]?.read).toBe(records.length + 1);
      }),
      { numRuns: 150 },
    );
  });

  it('garbage bytes are read to the last, or refused with words', async () => {
    const header =
      'id_fs,lib_fs,insee_com,code_postal,lib_com,latitude,longitude\n1,x,13056,13500,Martigues,43.4,5\n';
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, headed) => {
        const content = headed ? Buffer.concat([Buffer.from(header), bytes]) : bytes;
        const done = await bench
          .points([bench.file('a.csv', content)], { dryRun: true })
          .catch((error) => error);
        if (done instanceof Error) expect(done).toBeInstanceOf(ImportError);
        else expect(settled(done)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('an address', () => {
  let server: Server;
  let url: string;
  const answers: Record<
    string,
    () => { status?: number; body?: Uint8Array; headers?: Record<string, string>; stall?: boolean }
  > = {
    '/france-services.csv': () => ({
      body: list,
      headers: { 'last-modified': 'Thu, 01 Aug 2024 00:00:00 GMT' },
    }),
    '/moved': () => ({ status: 302, headers: { location: '/france-services.csv' } }),
    '/elsewhere': () => ({ status: 302, headers: { location: 'file:///etc/passwd' } }),
    '/stalls': () => ({ body: list.subarray(0, 300), stall: true }),
  };
  beforeEach(async () => {
    server = createServer((request, response) => {
      const answer = answers[request.url ?? '']?.();
      response.writeHead(answer?.status ?? (answer ? 200 : 404), answer?.headers);
      if (answer?.stall) response.write(answer.body);
      else response.end(answer?.body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  it('is read, redirected or not, with its day', async () => {
    await bench.points([`${url}/france-services.csv`]);
    expect((await bench.rows()).map(({ updatedAt }) => updatedAt)).toContain(Date.UTC(2024, 7, 1));
    expect((await bench.points([`${url}/moved`])).plan.changes.retired).toBe(0);
  });

  it.each([
    ['/missing', {}, /réponse 404/],
    ['/elsewhere', {}, /lecture impossible/],
    ['/france-services.csv', { bytes: 1_000 }, /refusé/],
    ['/stalls', { ms: 300 }, /délai dépassé|lecture impossible/],
  ])('%s is refused', async (path, limits, words) => {
    const all = { bytes: 1e9, ms: 60_000, ...limits };
    await expect(bench.points([url + path], { limits: all })).rejects.toThrow(words);
    await expect(bench.points([url + path], { limits: all })).rejects.toBeInstanceOf(ImportError);
  });
});
