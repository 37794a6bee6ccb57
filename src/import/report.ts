/** What the command prints at its end, for those who run the service. */
import type { ImportedCommunes } from './import-communes.ts';
import type { Imported } from './import-points.ts';
import type { ImportedSessions } from './import-sessions.ts';
import type { Account } from './plan.ts';
import { REASONS, type Reason } from './reasons.ts';

/** Lines for standard output. */
export function reportPoints({ plan, written, rejects }: Imported, dryRun: boolean): string {
  const { added, updated, retired, unchanged } = plan.changes;
  const lines = plan.accounts.flatMap(fileLines);
  if (plan.accounts.length > 1) lines.push(...totalLines(plan.accounts));
  lines.push(
    '',
    `Lieux : ${added} ajoutés, ${updated} modifiés, ${retired} retirés, ${unchanged} inchangés`,
    ...undated(plan),
    dryRun ? 'Essai : rien n’est écrit.' : written ? 'Enregistré.' : 'Rien à changer.',
  );
  if (rejects !== undefined) lines.push(`Lignes rejetées : ${rejects}`);
  return `${lines.join('\n')}\n`;
}

/** People are told how old the data is: what nobody dated cannot be. */
function undated({ rows }: Imported['plan']): string[] {
  const count = rows.filter(({ updatedAt }) => updatedAt === undefined).length;
  return count === 0 ? [] : [`Sans date : ${count} (ajoutez --edition AAAA-MM : leur âge sera dit)`];
}

function fileLines({ file, label, ms, ...counts }: Account): string[] {
  return [`${file} (${label}, ${seconds(ms)})`, ...countLines(counts)];
}

function totalLines(accounts: readonly Account[]): string[] {
  const rejected = new Map<Reason, number>();
  for (const one of accounts) {
    for (const [reason, count] of one.rejected) rejected.set(reason, (rejected.get(reason) ?? 0) + count);
  }
  const sum = (field: 'read' | 'kept' | 'merged') => accounts.reduce((total, one) => total + one[field], 0);
  return [
    'Ensemble',
    ...countLines({ read: sum('read'), kept: sum('kept'), merged: sum('merged'), rejected }),
  ];
}

function countLines({
  read,
  kept,
  merged,
  rejected,
}: Pick<Account, 'read' | 'kept' | 'merged' | 'rejected'>): string[] {
  const refused = [...rejected.values()].reduce((sum, count) => sum + count, 0);
  const served = read === 0 ? 0 : ((kept + merged) / read) * 100;
  return [
    `  lues ${read} = gardées ${kept} + réunies à un autre lieu ${merged} + rejetées ${refused} (${served.toFixed(1).replace('.', ',')} % servent)`,
    ...[...rejected]
      .sort((a, b) => b[1] - a[1])
      .map(([reason, count]) => `    rejetées : ${REASONS[reason]} : ${count}`),
  ];
}

/** The same for communes. */
export function reportCommunes(file: string, { written, ...c }: ImportedCommunes, dryRun: boolean): string {
  return [
    `${file} : ${c.read} lignes lues, ${c.twice} en double, ${c.added} ajoutées, ${c.retired} retirées, ${c.unchanged} inchangées`,
    dryRun ? 'Essai : rien n’est écrit.' : written ? 'Enregistré.' : 'Rien à changer.',
    '',
  ].join('\n');
}

/** The same for sessions. */
export function reportSessions(file: string, done: ImportedSessions, dryRun: boolean): string {
  const refused = [...done.rejected.values()].reduce((sum, count) => sum + count, 0);
  return [
    `${file} : lues ${done.read} = gardées ${done.taken} + rejetées ${refused}`,
    ...[...done.rejected].map(([reason, count]) => `    rejetées : ${REASONS[reason]} : ${count}`),
    `Séances : ${done.added} ajoutées, ${done.updated} modifiées, ${done.retired} retirées, ${done.unchanged} inchangées`,
    dryRun ? 'Essai : rien n’est écrit.' : done.written ? 'Enregistré.' : 'Rien à changer.',
    ...(done.rejects === undefined ? [] : [`Lignes rejetées : ${done.rejects}`]),
    '',
  ].join('\n');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
}
