/** A confirmed vote, as rows: who voted as a keyed hash, the ballot under a random id with a day. */
import type { Decision } from '../../db/store.ts';
import type { Answer, Voter } from '../../flows/consultations.ts';
import type { Effect } from '../../flows/flow.ts';
import type { Vault } from '../vault.ts';
import type { Moment } from './world.ts';

/** What is secret of the open consultations: their keys stay behind this. */
export interface Ballots {
  /** Which change of the consultations this knows. */
  version(): number;
  /** Reads them again. */
  refresh(): Promise<void>;
  /** Keyed hash and receipt of this voter; undefined when the consultation takes no votes or there is nobody. */
  voter(consultation: string, voter: Voter): { readonly voter: string; readonly receipt: string } | undefined;
  /** An id that says nothing of when it was made. */
  randomId(): string;
}

/** What is sealed of a ballot: its answers in the order of the questions; a recording under our own id. */
export type BallotBody = readonly Answer[];

export interface VotesDeps {
  readonly vault: Vault;
  readonly ballots?: Ballots;
}

const DAY = 86_400_000;

/** Nothing where there is no voter: a caller without number and code has been told why. */
export function voteRows(
  { vault, ballots }: VotesDeps,
  { consultation, code, answers }: Extract<Effect, { type: 'vote' }>,
  { now, caller }: Moment,
): Partial<Decision> {
  const who = ballots?.voter(consultation, { number: caller.number, code });
  if (!ballots || !who) return {};
  const recordings: { id: string; providerId: string; untied: true; at: number }[] = [];
  const kept = answers.map((answer): Answer => {
    if (answer === null || !('recording' in answer)) return answer;
    const id = ballots.randomId();
    recordings.push({ id, providerId: answer.recording, untied: true, at: now - (now % DAY) });
    return { recording: id };
  });
  return {
    recordings,
    votes: [
      {
        ...{ consultation, ...who, ballot: ballots.randomId() },
        day: new Date(now).toISOString().slice(0, 10),
        body: vault.seal(JSON.stringify(kept satisfies BallotBody), 'ballot'),
        recordings: recordings.map(({ id }) => id),
      },
    ],
  };
}
