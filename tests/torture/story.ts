/** What one person does, the same for the same seed: by text or by call, one thing after the other. */
import { SENDER, VOICE } from '../support/carrier.ts';

/** A webhook to deliver. */
export interface Step {
  /** What the service knows it by: the text's id, or the call's and its turn. */
  readonly inboundId: string;
  readonly path: string;
  readonly form: Record<string, string>;
}

export interface Story {
  readonly number: string;
  /** The next thing, from the answer to the last one. */
  next(answer: string | undefined): Step;
}

/** No place near anybody, whose hours pass; no vote, where a quick digit is read back. */
const WORDS = [
  ...[
    'menu',
    'aide',
    'retour',
    'suite',
    'repeter',
    'bonjour',
    'merci',
    'oui',
    'non',
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
  ],
  ...[
    'rsa',
    'caf',
    'logement',
    'papiers',
    'aide pour manger',
    'carte vitale',
    'retraite',
    'english',
    'francais',
  ],
  ...[
    'signaler la caf de Creil est fermee',
    'utile',
    'pas utile',
    'arret',
    'start',
    'xyzzy',
    'je suis perdu',
  ],
];
const KEYS = ['1', '2', '3', '4', '5', '0', '*', '#', '9', ''];

/** A small seeded generator of numbers in [0, 1): mulberry32. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Every third person calls; the others write. */
export function story(who: number, seed: number): Story {
  const random = chance(seed * 1_000 + who);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const number = `+336399${String(81000 + who)}`;
  const id = (prefix: string, n: number) =>
    `${prefix}${String(seed).padStart(8, '0')}${String(who).padStart(8, '0')}${String(n).padStart(16, '0')}`;
  let n = 0;
  if (who % 3 !== 0)
    return {
      number,
      next() {
        n += 1;
        const inboundId = id('SM', n);
        return {
          inboundId,
          path: '/twilio/sms',
          form: { MessageSid: inboundId, From: number, To: SENDER, Body: pick(WORDS), NumMedia: '0' },
        };
      },
    };
  let call = '';
  return {
    number,
    next(answer) {
      // Where the answer names its next turn the call goes on there, mostly; else they call again.
      const action =
        answer === undefined ? undefined : /action="[^"]*?(\/twilio\/voice\?t=(\d+))"/.exec(answer);
      const goesOn = action !== undefined && action !== null && random() < 0.95;
      const Digits = pick(KEYS);
      if (!goesOn) {
        n += 1;
        call = id('CA', n);
      }
      const [path, t] = goesOn ? [action[1] as string, action[2] as string] : ['/twilio/voice', '0'];
      return {
        inboundId: `${call}:${t}`,
        path,
        form: { CallSid: call, From: number, To: VOICE, Direction: 'inbound', ...(goesOn ? { Digits } : {}) },
      };
    },
  };
}
