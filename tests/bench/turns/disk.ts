/** What durability costs on this disk: transactions a second of one small row, FULL against NORMAL. */
import { join } from 'node:path';
import { connect } from '../../../db/sqlite/connection.ts';

export function disk(folder: string): { readonly full: number; readonly normal: number } {
  const { client } = connect(join(folder, 'disk.db'));
  try {
    client.exec('CREATE TABLE kept (id INTEGER PRIMARY KEY, data BLOB NOT NULL)');
    const add = client.prepare('INSERT INTO kept (data) VALUES (?)');
    const data = Buffer.alloc(700, 7);
    const rate = (mode: 'FULL' | 'NORMAL') => {
      client.pragma(`synchronous = ${mode}`);
      const started = performance.now();
      let count = 0;
      while (performance.now() - started < 1500) {
        add.run(data);
        count += 1;
      }
      return (count * 1000) / (performance.now() - started);
    };
    const [a, b, c, d] = [rate('FULL'), rate('NORMAL'), rate('FULL'), rate('NORMAL')];
    return { full: (a + c) / 2, normal: (b + d) / 2 };
  } finally {
    client.close();
  }
}
