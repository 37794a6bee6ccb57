/** The vocabulary of dialogues: what a machine may hear, what a view may say, what may be asked of outside. */
import type { AnyMachineSnapshot, AnyStateMachine, SnapshotFrom } from 'xstate';
import type { Asked } from './duty.ts';
import type { ThemeId } from './knowledge.ts';
import type { Texts } from './texts/index.ts';
import type { Agenda } from './workshops.ts';

export type * from './effects.ts';
export type * from './knowledge.ts';
export { OFFERED, PARTS, THEMES } from './knowledge.ts';

/** BCP 47 code of a registered language: `fr`, `en` … */
export type Lang = string;
export type Channel = 'sms' | 'voice';

/** One thing to say. Written with its accents: the channel folds it to what its letters cost. */
export interface Line {
  readonly text: string;
  /** How it is said where that differs from how it is written. */
  readonly spoken?: string;
  /** Said on this channel alone. */
  readonly only?: Channel;
  /** Spoken by the voice of this language, where it is not the conversation's. */
  readonly lang?: Lang;
  /** The recording that stands for it where that language has no voice. */
  readonly audio?: 'choice' | 'first';
}

/** What a machine hears: plain data, since it travels through sessions and effects. */
export interface FlowEvent {
  readonly type: string;
  readonly [key: string]: string | number | boolean | readonly string[] | undefined;
}

/** Acts that a stray digit must not do: they are read back first when the digit may have meant another text. */
export type Weight = 'vote' | 'erase' | 'send' | 'call';

/** An answer that is offered. Its key is its place in the list; by voice the label comes before the key. */
export interface Option {
  readonly label: Line;
  /** A key of its own, told elsewhere: only of what is not in the list. */
  readonly key?: string;
  readonly event: FlowEvent;
  /** Other words that mean it, in the language of the prompt. */
  readonly words?: readonly string[];
  readonly weight?: Weight;
}

/** What may be said beside the options. The value arrives as `{ type: ask.event, value }`. */
export type Ask =
  /** Any words: a text, or speech. With `digits`, a keypad may enter as many instead, ended by #. */
  | {
      readonly kind: 'words';
      readonly event: string;
      readonly digits?: { readonly min: number; readonly max: number };
    }
  /** Digits only, `min` to `max` of them, ended by # on a keypad. */
  | { readonly kind: 'digits'; readonly event: string; readonly min: number; readonly max: number }
  /** A message for somebody to hear or read: a text, or a recording (its id is the value). */
  | { readonly kind: 'message'; readonly event: string; readonly maxSeconds: number };

/** How many digits a keypad may enter here, if any. */
export function digitsOf(ask: Ask): { readonly min: number; readonly max: number } | undefined {
  return ask.kind === 'digits' ? ask : ask.kind === 'words' ? ask.digits : undefined;
}

/** What to say and what is accepted, in one value: every channel, test and report reads this one. */
export interface Prompt {
  readonly lines: readonly Line[];
  readonly options: readonly Option[];
  /** Understood by name, not shown: what the next text may already ask for. */
  readonly also?: readonly Option[];
  readonly ask?: Ask;
  /** What helps with this very question, said after a miss or on "aide". */
  readonly help?: Line;
  /** Whom "quelqu'un" means here. */
  readonly topic?: { readonly theme?: ThemeId; readonly body?: string };
  /** The lines are told once: after a help or a miss only the answers are offered again; "repeat" tells all. */
  readonly once?: boolean;
  /** Segments that one text may take: 2 unless said. */
  readonly segments?: number;
  /** The consultation under whose secrecy this is: logged as "[vote]" in both directions. */
  readonly secret?: string;
  /** A discreet subject: nothing follows it unasked and it is never named later. */
  readonly discreet?: boolean;
  /** Put the caller through, E.164. Never a number of two to four digits. */
  readonly dial?: string;
  /** A recording that was made in this call, to be heard again: the provider's id. Said after the lines, by voice alone. */
  readonly play?: string;
  /** Nothing is expected after this: by voice the call ends. */
  readonly end?: boolean;
}

/** How much is kept of one number, by kind: never what it is about. */
export interface Kept {
  readonly texts: number;
  readonly calls: number;
  readonly recordings: number;
  readonly feedback: number;
  /** Those that are tied to the number, at the person's wish. */
  readonly testimonies: number;
  /** Messages that mediators left. */
  readonly guidances: number;
  /** Seats at dates to come. */
  readonly enrolments: number;
  /** Requests to be called back. */
  readonly callbacks: number;
  /** Of appointments and last days. */
  readonly reminders: number;
  /** Places that this number may say something of. */
  readonly premises: number;
  /** Texts that have not left yet. */
  readonly queued: number;
}

/** What a view may know of the moment and of the person. */
export interface Here {
  /** UTC milliseconds. */
  readonly now: number;
  readonly lang: Lang;
  readonly t: Texts;
  readonly channel: Channel;
  /** Eight digits that nobody had before: for a code that is given now. Never shown twice: it travels in an event. */
  readonly fresh: string;
  /** Ten digits are in what was just said, and are a receipt whose vote counts. */
  readonly counted: boolean;
  /** What is kept of the caller's number, looked up only where a view asks. */
  readonly kept: () => Kept;
  /** Id of the spot that this person agreed to have kept; null where there is none, and in every call. */
  readonly place: string | null;
  /** Seats that are taken, and the caller's own, looked up only where a view asks. */
  readonly agenda: () => Agenda;
  /** What the desks know of the caller, looked up only where a view asks. */
  readonly desk: () => Asked;
  /** A danger was heard of in this conversation, within a day. */
  readonly alarmed: boolean;
  readonly caller: {
    /** E.164 when the number is known and shown. */
    readonly number?: string;
    /** The number is a mobile that we may text. */
    readonly mobile: boolean;
    /** The department overseas that the number is of, where it is. */
    readonly department?: string;
    /** A text to this number can be answered: some territories and senders are one-way. */
    readonly canAnswer: boolean;
    /** By whose clock they live (IANA), as far as a number tells. */
    readonly zone: string;
    /** A phone of a territory that is served: others we do not call. */
    readonly callable: boolean;
  };
  /** Who runs this service, how to reach them, and the number that one may call for the same by voice. */
  readonly operator: {
    readonly name: string;
    readonly contact?: string;
    readonly voice?: string;
    readonly price?: string;
  };
  /** Something is parked and may be taken up again. */
  readonly resumable: boolean;
  /** The languages that are served. */
  readonly languages: readonly { readonly lang: Lang; readonly name: Line; readonly press: Texts['press'] }[];
  /** The languages that have a voice or recordings in a call. */
  readonly voiced: readonly Lang[];
}

/** What outlives a turn of one dialogue: never the library's own snapshot. */
export interface Frame {
  readonly flow: string;
  readonly version: number;
  readonly value: unknown;
  readonly context: unknown;
}

/** One dialogue: a machine, what it says, and what the tools need to walk it. */
export interface Flow<M extends AnyStateMachine = AnyStateMachine> {
  readonly id: string;
  /** Raised when a saved frame of the version before can no longer be read as it is. */
  readonly version: number;
  readonly machine: M;
  view(snapshot: SnapshotFrom<M>, here: Here): Prompt;
  /** Is this a context of this version? resolveState would accept anything. */
  isContext(context: unknown): boolean;
  /** A draft of this context is taken up again by this event. */
  takesUp?(context: unknown, event: FlowEvent): boolean;
  /** The consultation that this context is about, and whether it holds answers that are not cast yet. */
  draftOf?(context: unknown): { readonly id: string; readonly begun: boolean } | undefined;
  /** From version n to n + 1, by n. What throws restarts politely at the menu. */
  readonly migrations?: Readonly<Record<number, (frame: Frame) => Frame>>;
  /** What view and guards read, as a key: two snapshots with the same key are one situation. */
  sameSituation(snapshot: SnapshotFrom<M>): string;
  /** How others open it: the walk begins with each of these. */
  readonly entries: readonly FlowEvent[];
  /** Three to five sample answers for its open questions. */
  readonly samples: readonly string[];
}

/** Declares a dialogue; the types of its machine reach its view. */
export function defineFlow<M extends AnyStateMachine>(flow: Flow<M>): Flow {
  return flow as unknown as Flow;
}

export type Snapshot = AnyMachineSnapshot;

/** A line, from what is written and how it is said. */
export function line(text: string, spoken?: string): Line {
  return spoken === undefined || spoken === text ? { text } : { text, spoken };
}

/** The two answers of a yes-or-no question: 1 and 2, "oui", "ouais", "ok", "non" … */
export function yesNo(t: Texts, yes: Option, no: Option): readonly Option[] {
  return [
    { ...yes, words: [...t.words.yes, ...(yes.words ?? [])] },
    { ...no, words: [...t.words.no, ...(no.words ?? [])] },
  ];
}

/** For a dialogue that remembers nothing. */
export function noContext(context: unknown): boolean {
  return typeof context === 'object' && context !== null && Object.keys(context).length === 0;
}
