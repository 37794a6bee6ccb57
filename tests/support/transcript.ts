/**
 * Conversations as files. A file has sections, each one person's conversation by one channel:
 *
 *   ## sms Awa              `sms` or `voice`, then who: the same name is the same phone; "landline" or "anonymous" in it says so
 *   > g perdu ma carte      what the person does; what follows is what they get, as it is
 *   @ 25h                   time passes (d, h, m, s)
 *
 * In a call: `> 1` keys, `> "words"` speech, `> ...` silence, `> (call)`, `> (hang up)`, `> (record 4)`, `> (answered)`.
 * `> (wait)` does nothing until what is due has come: a text, or a call that is answered.
 * What arrives by SMS meanwhile is told behind "SMS:".
 */
import type { Call } from '../../src/simulator/provider.ts';
import { MORNING, type TestService } from './service.ts';

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/** Plays a transcript: the same file with what was really answered. */
export async function play(service: TestService, file: string, phones: Phones): Promise<string> {
  const out: string[] = [];
  let stage: Stage | undefined;
  for (const line of file.split('\n')) {
    const heading = /^## (sms|voice) (.+)$/.exec(line);
    if (heading) {
      const [, channel, who = ''] = heading;
      // Each conversation begins at the same moment; what is due from the one before has been sent.
      await service.outbox.tick();
      service.clock.now = Math.max(service.clock.now, MORNING);
      stage = channel === 'sms' ? byText(service, phones(who)) : byCall(service, phones(who));
      out.push(line);
    } else if (line.startsWith('@ ')) {
      for (const [, n, unit = 's'] of line.matchAll(/(\d+)([dhms])/g)) {
        service.clock.now += Number(n) * (UNITS[unit] ?? 0);
      }
      out.push(line);
    } else if (line.startsWith('> ')) {
      if (!stage) throw new Error(`no section before: ${line}`);
      out.push(line, ...(await stage(line.slice(2))), '');
    } else if (line.startsWith('#')) out.push(line);
  }
  return `${spaced(out)}\n`;
}

/** The phone of a name; landlines and mobiles of the regulator's fictitious ranges. */
export type Phones = (who: string) => string;

export function phoneBook(): Phones {
  const known = new Map<string, string>();
  return (who) => {
    if (who.includes('anonymous')) return 'anonymous';
    const prefix = who.includes('landline') ? '+33199001' : '+33639981';
    const number = known.get(who) ?? `${prefix}${String(known.size).padStart(3, '0')}`;
    known.set(who, number);
    return number;
  };
}

type Stage = (act: string) => Promise<readonly string[]>;

/** Lets what is due leave. */
async function due({ provider, reminding, outbox }: TestService): Promise<void> {
  await reminding.tick();
  await outbox.tick();
  await provider.settled();
}

function byText(service: TestService, phone: string): Stage {
  const { provider, clock } = service;
  return async (act) => {
    if (act === '(wait)') {
      const before = provider.thread(phone).length;
      await due(service);
      const came = provider.thread(phone).slice(before);
      return came.length === 0 ? ['(nothing)'] : came.map((m) => m.body);
    }
    // A person takes a minute to read and to type.
    clock.now += 60_000;
    const [, media] = /^\((picture)\)$/.exec(act) ?? [];
    const got = await provider.text(
      phone,
      media ? '' : act,
      media ? { media: ['https://example.org/photo.jpg'] } : {},
    );
    return got.length === 0 ? ['(nothing)'] : got.map((m) => m.body);
  };
}

function byCall(service: TestService, phone: string): Stage {
  const { provider, clock, outbox } = service;
  let call: Call | undefined;
  return async (act) => {
    clock.now += 10_000;
    const texts = provider.thread(phone).length;
    if (act === '(call)') call = await provider.call(phone);
    else if (act === '(wait)') {
      await due(service);
      call = provider.ringing(phone);
      if (!call) return ['(nothing)'];
      await call.answer();
    } else if (!call) throw new Error('no call yet');
    else await acts(call, act);
    await outbox.tick();
    await provider.settled();
    return [
      ...told(call),
      ...provider
        .thread(phone)
        .slice(texts)
        .map((m) => `SMS: ${m.body}`),
    ];
  };
}

async function acts(call: Call, act: string): Promise<void> {
  const spoken = /^"(.*)"$/.exec(act)?.[1];
  const recorded = /^\(record (\d+)\)$/.exec(act)?.[1];
  if (spoken !== undefined) await call.speak(spoken, 0.9);
  else if (recorded !== undefined) await call.record({ seconds: Number(recorded) });
  else if (act === '...') await call.silence();
  else if (act === '(hang up)') await call.hangup();
  else for (const key of act) await call.press(key);
}

const heardUpTo = new WeakMap<Call, number>();

/** What happened in the call since last asked. */
function told(call: Call): readonly string[] {
  const from = heardUpTo.get(call) ?? 0;
  heardUpTo.set(call, call.events.length);
  return call.events.slice(from).flatMap((event) => {
    if ('said' in event) return [event.said];
    if ('played' in event) return [`[plays ${new URL(event.played).pathname.split('/')[3]}]`];
    if ('beep' in event) return ['[beep]'];
    if ('dialing' in event) return [`[dialing ${event.dialing}]`];
    if ('dialed' in event) return [`[${event.status}]`];
    if ('ended' in event) return [`[ended: ${event.reason}]`];
    return [];
  });
}

/** One empty line between turns, two before a section. */
function spaced(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n+(## )/g, '\n\n\n$1')
    .replace(/\n+$/, '')
    .replace(/^\n+/, '');
}
