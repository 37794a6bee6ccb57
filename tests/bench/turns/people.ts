/** Who texts in the bench, and what: numbers by rank, contacts that are there before, and one conversation for all. */
import type { Client } from '../../../db/sqlite/connection.ts';
import type { Vault } from '../../../src/vault.ts';

/** What each person sends, in a row: questions as people text them, keys, a miss and a word of ours. */
export const TEXTS: readonly string[] = [
  'g perdu ma carte didentite',
  '1',
  '2',
  'menu',
  'j ai droit au rsa svp jsuis seul avec 2 enfants',
  '1',
  'blanchisserie du palais',
  'retour',
];

/** The number of the person of this rank, below a million: E.164. */
export function phoneOf(rank: number): string {
  return `+33639${String(rank).padStart(6, '0')}`;
}

export function contactIdOf(rank: number): string {
  return `01800000-0000-7000-8000-${rank.toString(16).padStart(12, '0')}`;
}

/** Writes the contacts of these ranks as the service would have: nothing else of them. */
export function addContacts(
  client: Client,
  vault: Vault,
  ranks: { from: number; to: number },
  at: number,
): void {
  const add = client.prepare(
    'INSERT INTO contacts (id, number_hmac, number_enc, last_at, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  client.transaction(() => {
    for (let rank = ranks.from; rank < ranks.to; rank++) {
      const { hmac, sealed } = vault.number(phoneOf(rank));
      add.run(contactIdOf(rank), hmac, sealed, at, at);
    }
  })();
}
