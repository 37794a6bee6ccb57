/** The rows of a turn. */
import type { Decision, Outgoing } from '../../db/store.ts';
import { SECRET, writePayload } from '../payload.ts';
import type { ConverseDeps, Inbound, Render, Rendered } from './converse.ts';
import { outward } from './outward.ts';
import { writeSession } from './session.ts';
import type { Turned } from './turn.ts';
import { type Moment, textsOf, type World } from './world.ts';

/** A reply that the response could not carry is sent by the provider's API after this. Milliseconds. */
const REPLY_GRACE = 60_000;

/** What came is kept; nothing answers it. */
export function nothingSaid({ vault }: ConverseDeps, { input }: Inbound, { silent }: Render) {
  const exchange = vault.seal(writePayload({ input, ...silent }), 'exchange');
  return { exchange, outgoing: [], discreet: false };
}

/** All that a turn writes, and its text. */
export function write(
  deps: ConverseDeps,
  inbound: Inbound,
  render: Render,
  turned: Turned,
  moment: Moment,
): Decision & Pick<Rendered, 'text'> {
  const { vault, world, ids } = deps;
  const { session, told } = turned;
  const rendered = render.told(told, textsOf(world, told.lang));
  const whole = (input: unknown) => vault.seal(writePayload({ input, ...rendered }), 'exchange');
  const logged = { input: SECRET, answer: render.silent.answer, text: SECRET };
  const { secret, drafts } = turned;
  const reply: Outgoing = {
    id: ids(),
    kind: 'reply',
    dueAt: moment.now + REPLY_GRACE,
    discreet: turned.discreet,
  };
  const optOut = inbound.handled === 'START' ? 'none' : turned.optOut;
  const { outgoing, ...rows } = outward(deps, session, turned.outer, moment);
  return {
    ...(rendered.text === undefined ? {} : { text: rendered.text }),
    session: vault.seal(writeSession(session), 'session'),
    ...(secret === undefined
      ? { exchange: whole(inbound.input) }
      : {
          exchange: vault.seal(writePayload(logged), 'exchange'),
          secret: { consultation: secret, copy: whole(SECRET) },
        }),
    drafts,
    outgoing: [...(rendered.text === undefined ? [] : [reply]), ...outgoing],
    contact: { ...learnt(world, turned), ...(optOut === undefined ? {} : { optOut }) },
    discreet: turned.discreet,
    ...rows,
  };
}

/**
 * The language of the person, once known: chosen, or answered in. The one that a stranger is met in is none of theirs, and what
 * was said of a discreet subject leaves nothing behind.
 */
function learnt(world: World, { session, discreet }: Turned): { readonly lang?: string } {
  const met = session.lang === world.defaultLang && (session.turn <= 1 || session.first);
  return met || discreet ? {} : { lang: session.lang };
}
