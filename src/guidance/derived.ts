/** Ids that are made of another: the same again for the same thing, so that doing it twice does it once. */
import { createHash } from 'node:crypto';

/** An id of `name` under `from` (UUIDv7), with its instant and its form. */
export function derivedId(from: string, name: string): string {
  const hash = createHash('sha256').update(`${from}|${name}`).digest('hex');
  return `${from.slice(0, 14)}7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
