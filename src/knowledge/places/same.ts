/** Whether two rows tell one place: distance, name, address, phone and company number together; none is enough alone. */
import type { Compared } from './match-words.ts';
import { metresBetween } from './nearest.ts';
import type { SourceRow } from './source-row.ts';

export interface Candidate {
  readonly row: SourceRow;
  readonly by: Compared;
}

/** Positions of one door in two files differ by so much, in metres. */
const DOOR = 150;
const STREET = 500;

/**
 * How sure it is, from 0 (two places) to 4. The same building is not the same place: a town hall and the desk in its hall
 * have their own hours. So different kinds are two places, whatever else they share.
 */
export function sameness(a: Candidate, b: Candidate): number {
  if (!compatible(a.by, b.by)) return 0;
  const rough = a.row.rough === true || b.row.rough === true;
  const metres = metresBetween(a.row, b.row);
  const address = a.by.address !== '' && a.by.address === b.by.address && a.row.postal === b.row.postal;
  const phone = a.row.phone !== undefined && a.row.phone === b.row.phone;
  // The bus of a desk is kept behind the desk.
  if (a.by.moves !== b.by.moves && !phone) return 0;
  const siret = a.by.siret !== '' && a.by.siret === b.by.siret;
  const door = address || (!rough && metres <= DOOR);
  const street = door || (metres <= STREET && !rough) || (rough && a.row.postal === b.row.postal);
  if (!street) return 0;
  if (a.by.name === b.by.name && (door || phone || siret)) return 4;
  const kind = [...a.by.kinds].some((one) => b.by.kinds.has(one));
  const alike = likeness(a.by.words, b.by.words);
  const plain = a.by.words.size === 0 || b.by.words.size === 0;
  if (kind && !byName(a.by, b.by)) {
    // One of them only carries the label: its host may be another office behind the same door.
    const host = a.by.own.size > 0 || b.by.own.size > 0;
    const otherPhone = a.row.phone !== undefined && b.row.phone !== undefined && !phone;
    const named = a.by.network || b.by.network;
    return phone ? 3 : named && !host && !otherPhone && address ? 2 : 0;
  }
  if (kind && door && (plain || alike >= 0.5 || phone)) return 3;
  if (kind && phone && (plain || alike >= 0.5)) return 3;
  if (alike >= 0.75 && (address || (door && (phone || siret || least(a.by, b.by) >= 2)))) return 3;
  if (alike >= 0.5 && (phone || siret)) return 2;
  if (alike > 0.5 && address) return 1;
  return 0;
}

/** Do their names themselves tell a kind that both are? */
function byName(a: Compared, b: Compared): boolean {
  return (a.network && b.network) || [...a.own].some((kind) => b.own.has(kind));
}

const least = (a: Compared, b: Compared) => Math.min(a.words.size, b.words.size);

/** Could they be one, as far as their names tell? */
export function compatible(a: Compared, b: Compared): boolean {
  if (a.digits !== b.digits && a.digits !== '' && b.digits !== '') return false;
  // A town hall with the label of France Services is not the post office that has it too.
  if (a.own.size > 0 && b.own.size > 0 && ![...a.own].some((kind) => b.own.has(kind))) return false;
  if (a.kinds.size === 0 || b.kinds.size === 0) return true;
  return [...a.kinds].some((kind) => b.kinds.has(kind));
}

/** Words that both have, of those that the shorter has; one word is not much. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  const least = Math.min(a.size, b.size);
  // "Centre Jean Moulin" in "Espace Jean Moulin des Lices": all of the shorter, if it has two words.
  return least >= 2 ? shared / least : shared / Math.max(a.size, b.size);
}
