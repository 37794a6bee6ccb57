/** Identifiers of the provider: a prefix of two letters and 32 hexadecimal characters. */
import { randomUUID } from 'node:crypto';

export type Ids = () => string;

/** Different each time: for the page and the terminal. */
export function randomIds(): Ids {
  return () => randomUUID().replaceAll('-', '');
}

/** 1, 2, 3… in hexadecimal: for tests that show them. */
export function countingIds(): Ids {
  let last = 0;
  return () => {
    last += 1;
    return last.toString(16).padStart(32, '0');
  };
}
