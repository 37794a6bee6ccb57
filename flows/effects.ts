/** What dialogues ask of their surroundings. */
import type { Answer } from './consultations.ts';
import type { Safe, Way } from './duty.ts';
import type { FlowEvent, Lang } from './flow.ts';

/** What a dialogue asks of its surroundings. It does nothing itself: it emits one of these. */
export type Effect =
  /** Open another dialogue on top; `replace` takes the place of the one that asks. */
  | { readonly type: 'go'; readonly flow: string; readonly event: FlowEvent; readonly replace?: boolean }
  /** Take up what was parked. */
  | { readonly type: 'resume' }
  | { readonly type: 'forget' }
  | { readonly type: 'language'; readonly lang: Lang }
  /** Text somebody what `flow` answers to `event`; a reply goes on there. `to`: E.164, else the caller. */
  | { readonly type: 'text'; readonly to?: string; readonly flow: string; readonly event: FlowEvent }
  /** A word to those who keep the service: about a sheet, typed or recorded. */
  | {
      readonly type: 'feedback';
      readonly sheet: string;
      readonly helped: boolean;
      readonly words?: string;
      readonly recording?: string;
    }
  /** What somebody tells: kept for a human to read or hear. */
  | {
      readonly type: 'testimony';
      readonly theme: string;
      /** Four digits of the workshop where it was told. */
      readonly workshop?: string;
      /** What was written, or the provider's id of what was recorded. */
      readonly words?: string;
      readonly recording?: string;
      readonly publish: Publish;
      /** With `named`: as written; absent where it is said in the recording. */
      readonly name?: string;
      /** The person agrees to be written back: only then is it tied to them. */
      readonly writeBack: boolean;
      /** Eight digits that take it back. */
      readonly code: string;
    }
  /** Erase the testimony of this code, if there is one. */
  | { readonly type: 'withdraw'; readonly code: string }
  /** A service that is closed or blocked: counted by month and department. */
  | {
      readonly type: 'obstacle';
      readonly service: string;
      readonly trouble: string;
      readonly department: string;
    }
  /** A ballot, confirmed: it replaces an older one of the same voter. `code`: a paper code, else empty for the caller's number. */
  | {
      readonly type: 'vote';
      readonly consultation: string;
      readonly code: string;
      readonly answers: readonly Answer[];
    }
  /** A seat at a session, for the caller's number; `code` cancels it in a call. */
  | {
      readonly type: 'enrol';
      readonly session: string;
      /** How many it has in all. */
      readonly seats: number;
      /** UTC milliseconds: kept no longer than that and a day. */
      readonly endsAt: number;
      readonly code: string;
    }
  /** Staff of a place say on which days it is closed, both included; or take back all that was said. */
  | { readonly type: 'closed'; readonly place: string; readonly from: string; readonly to: string }
  | { readonly type: 'reopened'; readonly place: string }
  /** A call-back is asked for: it takes the place of one that this person had asked for before. */
  | {
      readonly type: 'callback';
      readonly org: string;
      /** Before when it was promised, UTC milliseconds, and by whose clock. */
      readonly deadline: number;
      readonly zone: string;
      readonly topic: string;
      readonly where: string | null;
      readonly way: Way;
      readonly safe: Safe;
      readonly urgent: boolean;
      readonly discreet: boolean;
    }
  | { readonly type: 'uncallback' }
  /** The caller is to be reminded of this moment, UTC milliseconds; or of none of those that they asked for. */
  | { readonly type: 'remind'; readonly at: number }
  | { readonly type: 'unremind' }
  /** What was answered to a reminder. */
  | {
      readonly type: 'reminded';
      readonly id: string;
      readonly is: 'coming' | 'cannot' | 'call' | 'yes' | 'no' | 'stuck';
    }
  | { readonly type: 'unenrol'; readonly session: string }
  /** The spot that the person agreed to have kept, so that it is offered again; null forgets it. */
  | { readonly type: 'keep'; readonly where: string | null }
  /** The result of a consultation is to be texted to the caller. */
  | { readonly type: 'wish'; readonly consultation: string }
  /** All that is kept of the caller's number goes, but what they refused. */
  | { readonly type: 'erase' }
  /** What became of a message that a mediator left: what it holds was told, a word was wrong, it is not for this person. */
  | { readonly type: 'guided'; readonly id: string; readonly is: 'read' | 'missed' | 'refused' };

/** What may be done with a testimony once a human has read it. */
export const PUBLISH = ['no', 'anonymous', 'named'] as const;
export type Publish = (typeof PUBLISH)[number];
