/** Tokens of sessions and invitations: the browser holds one, the store its hash alone. */
import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes, 43 characters of base64url. */
export type Chance = () => Uint8Array;
export const chance: Chance = () => randomBytes(32);

export const tokenOf = (random: Chance): string => Buffer.from(random()).toString('base64url');
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
