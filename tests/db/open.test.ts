import { describe, expect, it } from 'vitest';
import { fileOf, openStore } from '../../db/open.ts';

describe('DATABASE_URL', () => {
  it.each([
    ['data/relais.db', 'data/relais.db'],
    ['./data/relais.db', './data/relais.db'],
    ['/var/lib/relais.db', '/var/lib/relais.db'],
    ['file:data/relais.db', 'data/relais.db'],
    ['file:///var/lib/re%20lais.db', '/var/lib/re lais.db'],
    ['file:/var/lib/relais.db', '/var/lib/relais.db'],
    [':memory:', ':memory:'],
    ['file::memory:', ':memory:'],
  ])('%s is the file %s', (url, file) => {
    expect(fileOf(url)).toBe(file);
  });

  it.each(['', '  ', 'file:', 'mysql://localhost/relais', 'file:%E0%A4%A', 'file://elsewhere/relais.db'])(
    '"%s" is refused',
    async (url) => {
      await expect(openStore(url)).rejects.toMatchObject({ code: 'database_url', retryable: false });
    },
  );

  it('says that a Postgres server is not there, and nothing of its password', async () => {
    for (const scheme of ['postgres', 'postgresql', 'POSTGRES']) {
      const refused = await openStore(`${scheme}://relais:secret@127.0.0.1:1/relais`).catch((error) => error);
      expect(refused).toMatchObject({ code: 'unavailable', retryable: true });
      expect(refused.message).not.toContain('secret');
    }
  });

  it('opens what it names', async () => {
    const store = await openStore(':memory:');
    await store.ready();
    await store.close();
  });
});
