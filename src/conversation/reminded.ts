/** A reminder in a conversation: the session in which an answer to it goes on, and the row of one's own. Pure but for its seal. */
import { z } from 'zod';
import type { NewReminder, ReminderNews } from '../../db/reminders.ts';
import type { Channel, Sealed } from '../../db/store.ts';
import type { Input } from '../../flows/input.ts';
import type { Shown } from '../../flows/paging.ts';
import { type Caller, dialledFrom, zoneOf } from '../phone.ts';
import type { Vault } from '../vault.ts';
import type { OutwardDeps } from './outward.ts';
import { shownNow } from './prompt.ts';
import { newSession, type Session } from './session.ts';
import { go, menuFrame } from './stack.ts';
import { type Moment, textsOf, type World } from './world.ts';

/** What is sealed of a reminder. Empty where there is none: a first name, a place, papers, a sheet. */
const schema = z.object({
  v: z.literal(1),
  by: z.string(),
  kind: z.enum(['visit', 'deadline', 'after']),
  lang: z.string(),
  /** The moment that it is about. */
  at: z.number(),
  zone: z.string(),
  place: z.string(),
  papers: z.string(),
  discreet: z.boolean(),
  /** What the guidance was about, for the desk: never told. */
  sheet: z.string(),
});
export type Reminding = Readonly<z.infer<typeof schema>>;

export function writeReminder(reminding: Reminding): string {
  return JSON.stringify(reminding);
}

/** Throws when the bytes are no reminder, or what the vault throws. */
export function openReminder(vault: Pick<Vault, 'open'>, body: Sealed): Reminding {
  return schema.parse(JSON.parse(vault.open(body, 'reminder').toString('utf8')));
}

/** The session once this reminder has been told: its question lies over whatever the person was at. */
export function remindedSession(
  world: World,
  before: Session | undefined,
  id: string,
  reminding: Reminding,
  moment: Moment,
): Session {
  const { v: _, sheet: __, lang, ...told } = reminding;
  const base = before ?? newSession(lang, menuFrame(world), moment.now);
  const event = { type: 'TELL', id, ...told };
  const { session } = go(world, { ...base, lang }, { type: 'go', flow: 'reminder', event }, moment);
  // It says itself who speaks.
  if (moment.channel === 'voice') return { ...session, greeted: true };
  return {
    ...session,
    page: shownNow(world, session, moment, []).page,
    turn: Math.max(session.turn, 1),
    ...{ at: moment.now, askedAt: moment.now, greeted: true, unprompted: true, fragment: null },
  };
}

/** Whoever does anything in a call has heard the reminder that it began with: an answering machine does nothing. */
export function heardReminders(
  { channel, input }: { readonly channel: Channel; readonly input: Input },
  session: Session | undefined,
): readonly ReminderNews[] {
  if (channel !== 'voice' || input.kind === 'call' || input.kind === 'silence') return [];
  return (session?.stack ?? []).flatMap(({ flow, context }) =>
    flow === 'reminder' ? [{ id: (context as { readonly id: string }).id, is: 'heard' as const }] : [],
  );
}

/** The text of a reminder. What nobody can answer asks nothing, and tells whom to call instead. */
export function remindedText(
  world: World,
  reminding: Reminding,
  to: Caller,
  now: number,
  senderHears: boolean,
): { readonly shown: Shown; readonly hears: boolean; readonly fits: boolean } {
  const moment: Moment = { now, channel: 'sms', caller: to };
  const t = textsOf(world, reminding.lang);
  const session = remindedSession(world, undefined, '', reminding, moment);
  const hears = senderHears && to.canAnswer;
  const voice = world.operator.voice && dialledFrom(world.operator.voice, to.number);
  const after = hears || !voice ? [] : [t.send.callUs(voice)];
  const asked = shownNow(world, session, moment, [], after);
  const whole = asked.next === undefined && world.fits.sms(asked, t, to);
  if (hears) return { shown: asked, hears, fits: whole };
  const { next: _, more: __, ...told } = asked;
  return { shown: { ...told, options: [] }, hears, fits: whole };
}

/** What somebody asks to be reminded of: nothing but the moment is known. */
export function ownReminder(
  { vault, ids, remindAt }: Pick<OutwardDeps, 'vault' | 'ids' | 'remindAt'>,
  { lang }: Pick<Session, 'lang'>,
  at: number,
  { caller, now }: Moment,
): readonly NewReminder[] {
  const { number, mobile } = caller;
  if (number === undefined) return [];
  const reminding: Reminding = {
    ...{ v: 1, by: '', kind: 'visit', lang, at, zone: zoneOf(number), place: '', papers: '', sheet: '' },
    discreet: false,
  };
  const dueAt = remindAt?.(at, number, now) ?? at - 86_400_000;
  return [
    {
      ...{
        id: ids(),
        orgId: null,
        author: null,
        guidance: null,
        way: mobile ? 'text' : 'call',
        kind: 'visit',
      },
      body: vault.seal(writeReminder(reminding), 'reminder'),
      ...{ discreet: false, at: now, dueAt, expiresAt: at },
    },
  ];
}
