/** Where the time of a process went, by part of the house. */
import { readFileSync } from 'node:fs';

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/\/src\/knowledge\/danger\//, 'danger'],
  [/\/src\/knowledge\/search\//, 'search'],
  [/\/src\/knowledge\/geo\//, 'where'],
  [/\/src\/knowledge\//, 'knowledge'],
  [/\/flows\/|xstate/, 'dialogue'],
  [/\/src\/text\//, 'segments and paging'],
  [/\/src\/conversation\//, 'turn'],
  [/\/src\/vault/, 'seals and hashes'],
  [/\/db\/|drizzle|better-sqlite3/, 'store'],
  [/twilio|\/src\/channels\//, 'signature and TwiML'],
  [
    /fastify|find-my-way|\/src\/app|node:(_http|http|net|stream|internal\/(http|streams|stream_base|net))/,
    'HTTP',
  ],
  [/prom-client|\/src\/metrics/, 'metrics'],
];

/** Percent of the time that was not idle, by part, the largest first. A frame of no part belongs to its caller's. */
export function partsOf(file: string): readonly (readonly [string, number])[] {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as {
    nodes: Node[];
    samples: number[];
    timeDeltas: number[];
  };
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id] as const)));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parts = new Map<number, string>();
  const partOf = (id: number): string => {
    const known = parts.get(id);
    if (known !== undefined) return known;
    const { functionName, url } = (byId.get(id) as Node).callFrame;
    const own = functionName.startsWith('(') ? functionName : PARTS.find(([of]) => of.test(url))?.[1];
    const parent = parents.get(id);
    const part = own ?? (parent === undefined ? 'other' : partOf(parent));
    parts.set(id, part === '(root)' ? 'node' : part);
    return part;
  };
  const spent = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const part = partOf(id);
    if (part !== '(idle)') spent.set(part, (spent.get(part) ?? 0) + (timeDeltas[at] ?? 0));
  }
  const all = [...spent.values()].reduce((a, b) => a + b, 0);
  return [...spent].map(([part, us]) => [part, (100 * us) / all] as const).sort((a, b) => b[1] - a[1]);
}
