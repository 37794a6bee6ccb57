/** What is remembered between two turns: our own frames and small facts, never the library's objects. */
import { z } from 'zod';
import type { FlowEvent, Frame } from '../../flows/flow.ts';
import { START } from '../../flows/paging.ts';

/** Drafts of votes that are kept at once. */
export const MAX_DRAFTS = 4;

/** Frames at most: the menu and three dialogues over it. */
export const MAX_STACK = 4;

const frame = z.object({
  flow: z.string(),
  version: z.number().int().positive(),
  value: z.unknown(),
  context: z.unknown(),
});
const page = z.object({ from: z.number(), to: z.number(), group: z.number(), wide: z.boolean() });

const schema = z.object({
  v: z.literal(1),
  lang: z.string(),
  /** The menu at the bottom, the present dialogue on top. */
  stack: z.array(frame).min(1).max(MAX_STACK),
  /** What was left for the menu and may be taken up again. */
  parked: z.object({ stack: z.array(frame).min(1).max(MAX_STACK), page }).nullable(),
  page,
  turn: z.number().int(),
  /** Instant of the last exchange, and since when the present question stands. */
  at: z.number(),
  askedAt: z.number(),
  /** In a row. */
  misses: z.number().int(),
  silences: z.number().int(),
  /** Help was just given: asked again, a human is. */
  helped: z.boolean(),
  slow: z.boolean(),
  greeted: z.boolean(),
  /** Somebody whose language is not served was told so in it: once is enough. */
  first: z.boolean().default(false),
  /** Words that meant nothing alone, for what may follow within two minutes. */
  fragment: z.object({ text: z.string(), at: z.number() }).nullable().default(null),
  /** Votes that were left in the middle: taken up again from wherever they are asked for. */
  drafts: z.array(frame).max(MAX_DRAFTS).default([]),
  /** How fast its person writes. */
  pace: z
    .object({
      at: z.number(),
      hour: z.number().int(),
      perHour: z.number().int(),
      day: z.number().int(),
      perDay: z.number().int(),
      /** Of the last long text, some bits; 0 for none. */
      mark: z.number().int(),
      same: z.number().int(),
    })
    .nullable()
    .default(null),
  /** The present question was sent unasked, and nobody has answered it yet: it stands longer than a conversation does. */
  unprompted: z.boolean().default(false),
  /** Id of the spot that the person agreed to have kept: offered again by text, forgotten after a discreet subject. */
  place: z.string().nullable().default(null),
  /** When a danger was last heard of; 0 for never. */
  alarmedAt: z.number().default(0),
  /** An answer that waits for a yes before it acts. */
  confirm: z.object({ event: z.looseObject({ type: z.string() }), label: z.string() }).nullable(),
});

type Shape = z.infer<typeof schema>;
export interface Session extends Omit<Shape, 'stack' | 'parked' | 'confirm' | 'drafts'> {
  drafts: readonly Frame[];
  stack: readonly Frame[];
  parked: { stack: readonly Frame[]; page: Shape['page'] } | null;
  confirm: { event: FlowEvent; label: string } | null;
}

/** A conversation that begins. */
export function newSession(lang: string, menu: Frame, now: number): Session {
  return {
    v: 1,
    lang,
    stack: [menu],
    parked: null,
    page: START,
    turn: 0,
    at: now,
    askedAt: now,
    misses: 0,
    silences: 0,
    helped: false,
    slow: false,
    greeted: false,
    first: false,
    fragment: null,
    drafts: [],
    pace: null,
    unprompted: false,
    place: null,
    alarmedAt: 0,
    confirm: null,
  };
}

export function writeSession(session: Session): string {
  return JSON.stringify(session);
}

/** The session of these bytes, or undefined when they cannot be read: the conversation then restarts at the menu. */
export function readSession(json: string): Session | undefined {
  try {
    return schema.parse(JSON.parse(json)) as unknown as Session;
  } catch {
    return undefined;
  }
}
