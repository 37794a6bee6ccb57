/** What every turn reads and none changes. */
import type { OpenConsultations } from '../../flows/consultations.ts';
import type { Asked } from '../../flows/duty.ts';
import type { Channel, FlowEvent, Here, Kept, Lang } from '../../flows/flow.ts';
import type { Flows } from '../../flows/index.ts';
import type { Knowledge } from '../../flows/knowledge.ts';
import type { Shown } from '../../flows/paging.ts';
import type { Texts } from '../../flows/texts/index.ts';
import type { Ears } from '../../flows/understand.ts';
import type { Agenda } from '../../flows/workshops.ts';
import { type Caller, zoneOf } from '../phone.ts';
import type { Session } from './session.ts';

export interface World {
  readonly flows: Flows;
  readonly knowledge: Knowledge;
  readonly consultations?: OpenConsultations | undefined;
  readonly texts: Readonly<Record<Lang, Texts>>;
  readonly defaultLang: Lang;
  /** The languages that have a voice or recordings in a call. */
  readonly voiced?: readonly Lang[];
  readonly operator: Here['operator'];
  /** Whether a page is within what its channel may take: segments, seconds. */
  readonly fits: Readonly<Record<Channel, Fits>>;
}

export type Fits = (shown: Shown, t: Texts, caller: Caller) => boolean;

/** What a turn knows of its moment. */
export interface Moment {
  readonly now: number;
  readonly channel: Channel;
  readonly caller: Caller;
  /** Eight digits that nobody had before, for a code that is given now. */
  readonly fresh?: string;
  /** What was said holds a receipt whose vote counts. */
  readonly counted?: boolean;
  /** What is kept of the caller's number, where it was looked up. */
  readonly kept?: Kept;
  /** Seats that are taken, and the caller's own, where they were looked up. */
  readonly agenda?: Agenda;
  /** What the desks know of the caller, where it was looked up. */
  readonly desk?: Asked;
  /** What this very text orders, of somebody with an account. */
  readonly order?: FlowEvent;
  /** The provider has just lifted its own opt-out for this very text (START, YES): unclear words then mean that. */
  readonly welcome?: boolean;
}

export function textsOf(world: World, lang: Lang): Texts {
  return world.texts[lang] ?? (world.texts[world.defaultLang] as Texts);
}

/** A view tells what is kept of the caller, or seats, which were not looked up: the exchange begins again with them. */
export class KeptWanted extends Error {}

/** How long a danger that was told is remembered for who asks to be called. */
const ALARM = 24 * 3600_000;

/** Where nothing is given: what was shown before is only read again. */
const NO_CODE = '00000000';

export function hereOf(world: World, session: Session, moment: Moment): Here {
  return {
    now: moment.now,
    lang: session.lang,
    t: textsOf(world, session.lang),
    channel: moment.channel,
    fresh: moment.fresh ?? NO_CODE,
    counted: moment.counted ?? false,
    kept: () => {
      if (moment.kept === undefined) throw new KeptWanted();
      return moment.kept;
    },
    // A call shows a number and proves nothing.
    place: moment.channel === 'sms' ? session.place : null,
    agenda: () => {
      if (moment.agenda === undefined) throw new KeptWanted();
      return moment.agenda;
    },
    desk: () => {
      if (moment.desk === undefined) throw new KeptWanted();
      return moment.desk;
    },
    alarmed: session.alarmedAt > 0 && moment.now - session.alarmedAt < ALARM,
    caller: {
      ...moment.caller,
      // Read from the number only where a dialogue asks.
      get zone() {
        return zoneOf(moment.caller.number ?? '');
      },
      callable: moment.caller.number !== undefined && !moment.caller.uncallable,
    },
    operator: world.operator,
    resumable: session.parked !== null,
    languages: Object.entries(world.texts).map(([lang, t]) => ({ lang, name: t.name, press: t.press })),
    voiced: world.voiced ?? [],
  };
}

/** By text alone: a call shows a number and proves nothing. */
function ownPlaces({ knowledge }: World, { channel, caller, now }: Moment): Pick<Ears, 'own'> {
  const { number } = caller;
  if (channel !== 'sms' || number === undefined) return {};
  return { own: { now, places: () => knowledge.places.ofPhone(number) } };
}

/** How long words that meant nothing alone may be the beginning of the next ones. */
const FRAGMENT = 120_000;

export function earsOf(world: World, session: Session, moment?: Moment): Ears {
  const { fragment, first, greeted } = session;
  const fresh = fragment && moment && moment.now - fragment.at <= FRAGMENT ? { fragment: fragment.text } : {};
  return {
    ...fresh,
    // Speech was recognised as another language's: its words tell nothing.
    ...(first || moment?.channel !== 'sms' ? {} : { first: greeted ? 'unclear' : 'any' }),
    ...(moment && world.consultations
      ? { called: (keyword) => world.consultations?.called(keyword, moment.now) }
      : {}),
    ...(moment ? ownPlaces(world, moment) : {}),
    ...(moment?.order ? { order: moment.order } : {}),
    ...(moment?.counted ? { counted: true } : {}),
    knowledge: world.knowledge,
    words: Object.values(world.texts).map((t) => t.words),
    languages: world.texts,
    lang: session.lang,
  };
}
