/** What may be asked of `npm run talk` on its command line. */
import { parseArgs } from 'node:util';
import type { Territories } from '../../phone.ts';
import { mobileOf } from '../../phone.ts';
import { kindOf } from '../../simulator/numbers.ts';

/** The phones of the page: with `--keep`, a conversation goes on from one to the other. */
const MOBILE = '+33639980101';
const LANDLINE = '+33199000101';

export interface Options {
  readonly channel: 'sms' | 'call';
  /** E.164, or `anonymous`. */
  readonly from: string;
  /** The configured database instead of one that is thrown away. */
  readonly keep: boolean;
}

export const USAGE = `Parler au service depuis ce terminal, sans compte ni réseau.

  npm run talk                       par SMS, depuis un mobile fictif
  npm run talk -- --call             par appel, au clavier ou à la voix

  --from NUMÉRO    depuis ce numéro (06 39 98 01 02, +33639980102)
  --landline       depuis un téléphone fixe (avec --call)
  --anonymous      numéro masqué (avec --call)
  --keep           garder la conversation dans la base configurée (DATABASE_URL)
  --help           cette aide
`;

/** What was typed cannot be done; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the arguments: `help`, or what to do. Throws UsageError. */
export function readOptions(args: readonly string[], territories: Territories): Options | 'help' {
  const { help, call, from, landline, anonymous, keep } = parsed(args);
  if (help) return 'help';
  if ([from, landline, anonymous].filter(Boolean).length > 1) {
    throw new UsageError('Choisissez un seul de --from, --landline et --anonymous.');
  }
  const number = landline ? LANDLINE : anonymous ? 'anonymous' : from ? numberOf(from, territories) : MOBILE;
  if (!call && kindOf(number) !== 'mobile') {
    throw new UsageError('Seul un mobile envoie des SMS. Ajoutez --call pour appeler.');
  }
  return { channel: call ? 'call' : 'sms', from: number, keep: keep ?? false };
}

function parsed(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ call: flag, landline: flag, anonymous: flag, keep: flag },
        from: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch {
    throw new UsageError('Option inconnue, ou sans sa valeur.');
  }
}

/** A number as people write it, French or international. */
function numberOf(written: string, territories: Territories): string {
  const digits = written.replace(/[\s.\-()]/g, '');
  const number = /^0[1-9]\d{8}$/.test(digits)
    ? (mobileOf(digits, territories) ?? `+33${digits.slice(1)}`)
    : digits;
  if (number.startsWith('+') && ['mobile', 'landline'].includes(kindOf(number))) return number;
  throw new UsageError(`${written} n’est pas un numéro de téléphone.`);
}
