/** The consultations as this process knows them: read again whenever any process has changed one. */
import { randomUUID } from 'node:crypto';
import type { Store } from '../../db/store.ts';
import type { Consultation, OpenConsultations } from '../../flows/consultations.ts';
import type { Ballots } from '../conversation/votes.ts';
import type { Vault } from '../vault.ts';
import { codeIn, receiptOf, voterOf } from './secrecy.ts';

export interface Registry extends OpenConsultations, Ballots {}

export interface Known {
  readonly of: Consultation;
  readonly key: Uint8Array;
  readonly codes: number;
}

export interface RegistryDeps {
  readonly store: Pick<Store, 'consultations' | 'consultationsVersion'>;
  readonly vault: Pick<Vault, 'open'>;
  readonly randomId?: () => string;
}

/** What a row's `body` holds. */
export function consultationOf(row: { readonly id: string; readonly body: string }): Consultation {
  return { ...(JSON.parse(row.body) as Omit<Consultation, 'id'>), id: row.id };
}

/** Always the same object: what it answers from is replaced as a whole. */
export async function makeRegistry({ store, vault, randomId = randomUUID }: RegistryDeps): Promise<Registry> {
  let known: ReadonlyMap<string, Known> = new Map();
  /** Those that are over, by keyword: the newest last. */
  let ended: ReadonlyMap<string, string> = new Map();
  let version = -1;

  async function refresh(): Promise<void> {
    // The number first: what changes between the two is read again.
    const now = await store.consultationsVersion();
    const rows = await store.consultations();
    known = new Map(
      rows.flatMap((row) =>
        row.key === null
          ? []
          : [
              [
                row.id,
                { of: consultationOf(row), key: vault.open(row.key, 'consultation'), codes: row.codes },
              ] as const,
            ],
      ),
    );
    ended = new Map(
      rows.filter(({ key }) => key === null).map((row) => [consultationOf(row).keyword, row.id] as const),
    );
    version = now;
  }
  await refresh();

  return {
    ...answersOf(
      () => known,
      () => ended,
    ),
    version: () => version,
    refresh,
    randomId,
    voter(id, who) {
      const one = known.get(id);
      if (!one) return undefined;
      const allowed = who.code !== '' ? one.of.voters !== 'number' : one.of.voters !== 'code';
      const [voter, receipt] = [voterOf(one.key, who), receiptOf(one.key, who)];
      return allowed && voter !== undefined && receipt !== undefined ? { voter, receipt } : undefined;
    },
  };
}

/** What dialogues ask, answered from these. */
export function answersOf(
  all: () => ReadonlyMap<string, Known>,
  ended: () => ReadonlyMap<string, string> = () => new Map(),
): OpenConsultations {
  const isOpen = ({ of }: Known, now: number) => now >= of.opens && now < of.closes;
  return {
    ids: () => [...all().keys()],
    open: (now) => [...all().values()].filter((one) => isOpen(one, now)).map(({ of }) => of),
    get: (id) => all().get(id)?.of,
    called: (keyword, now) => {
      const named = [...all().values()].filter(({ of }) => of.keyword === keyword && now >= of.opens);
      return (named.find((one) => isOpen(one, now)) ?? named[0])?.of.id ?? ended().get(keyword);
    },
    codeIn(id, words) {
      const one = all().get(id);
      return one && codeIn(one.key, one.codes, words);
    },
    receipt(id, who) {
      const one = all().get(id);
      return one && receiptOf(one.key, who);
    },
  };
}
