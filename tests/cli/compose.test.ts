/** What the container files say holds together with the program: its settings, its paths, who runs it. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { VARIABLES } from '../../src/config.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const { services } = parse(read('compose.yaml'), { merge: true });
const dockerfile = read('Dockerfile').split('\n');

test('two nodes are alike, with nothing of their own and nothing they may write to', () => {
  const { one, two } = services;
  expect(two).toEqual(one);
  expect(one).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  expect(one).not.toHaveProperty('volumes');
  expect(one.environment.DATABASE_URL).toMatch(
    /^postgres:\/\/relais:\$\{POSTGRES_PASSWORD:\?[^}]+\}@db\/relais$/,
  );
  expect(read('Caddyfile')).toContain('reverse_proxy one:3000 two:3000');
});

test('every setting they are given is one that the program reads', () => {
  const image = dockerfile
    .filter((line) => line.startsWith('ENV '))
    .flatMap((line) => line.slice(4).split(' '));
  const given = [...Object.keys(services.one.environment), ...image.map((pair) => pair.split('=')[0])];
  expect(given.filter((name) => !VARIABLES.includes(name as string))).toEqual(['NODE_ENV']);
});

test('the program runs as nobody in particular, and all that is copied is there and let through', () => {
  const last = dockerfile.lastIndexOf('USER node');
  expect(last).toBeGreaterThan(dockerfile.findLastIndex((line) => line.startsWith('FROM ')));
  const copied = dockerfile.flatMap((line) => /^COPY (?!--from)(.+) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
  const letIn = read('.dockerignore').split('\n');
  expect(copied).toContain('src');
  for (const name of copied) {
    expect(existsSync(new URL(`../../${name}`, import.meta.url))).toBe(true);
    expect(letIn).toContain(`!${name}`);
  }
});
