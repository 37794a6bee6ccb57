/** Many people at once, and a process that dies at random moments; then what became of every turn is told. */
import { freePort } from '../../src/free-port.ts';
import { type Carrier, startCarrier, wordsOf } from '../support/carrier.ts';
import { type Running, startProcess } from '../support/process.ts';
import { chance, type Step, story } from './story.ts';

/** A database of this campaign, asked beside the service. */
export interface Kept {
  readonly url: string;
  ask<T>(sql: string): Promise<T[]>;
}

export interface Plan {
  /** The process, in one file. */
  readonly file: string;
  readonly kills: number;
  readonly people: number;
  readonly seed: number;
  readonly kept: Kept;
  /** Where the same is done without any kill. */
  readonly untouched: Kept;
  /** Asked after each kill: enough, however many are left. */
  readonly enough?: () => boolean;
  readonly tell?: (line: string) => void;
}

export interface Outcome {
  readonly kills: number;
  readonly turns: number;
  /** Webhooks delivered again: because nobody had answered, or although somebody had. */
  readonly redelivered: number;
  /** Turns that were answered and are not there, or that the same webhook is answered otherwise. */
  readonly lost: readonly string[];
  /** Turns whose answer is not that of the run without kills, and tables that hold more or less than there. */
  readonly wrong: readonly string[];
  /** Replies that the outbox sent because no response had carried them; and how many it sent twice. */
  readonly byOutbox: number;
  readonly sentTwice: number;
}

interface Turn extends Step {
  readonly answer: string;
}

/** What is kept of a turn beside the session, all of which a turn done twice or never would change. */
const TABLES = [
  'contacts',
  'sessions',
  'exchanges',
  'messages',
  'feedback',
  'obstacles',
  'opt_outs',
  'testimonies',
];

export async function campaign(plan: Plan): Promise<Outcome> {
  const carrier = await startCarrier();
  const url = `http://127.0.0.1:${await freePort()}`;
  const random = chance(plan.seed);
  const up = () => startProcess(plan.file, url, { ...carrier.env(url), DATABASE_URL: plan.kept.url });
  let running: Promise<Running> = up();
  let [kills, redelivered, events, over] = [0, 0, 0, false];
  let killAt = 0;

  /** Something was sent or answered: the moment may have come. */
  function moved(): void {
    events += 1;
    if (!over && events === killAt) void killed();
  }
  async function killed(): Promise<void> {
    const dying = await running;
    // A little later, in the middle of whatever it is at then.
    for (let hops = Math.floor(random() * 40); hops > 0; hops -= 1) await new Promise(setImmediate);
    const gone = dying.kill();
    running = gone.then(up);
    await running;
    kills += 1;
    if (kills % 10 === 0) plan.tell?.(`${kills} kills`);
    next();
    over = kills >= plan.kills || plan.enough?.() === true;
  }
  function next(): void {
    killAt = events + 10 + Math.floor(random() * 190);
  }

  /** Until somebody answers, as the provider does; counted when it is not the first time. */
  async function deliver(step: Step): Promise<string> {
    for (let tries = 0; ; tries += 1) {
      await running;
      if (tries > 0) redelivered += 1;
      moved();
      const answered = await carrier.post(url, step.path, step.form).catch(() => undefined);
      moved();
      if (answered?.status === 200) return answered.body;
      if (answered && answered.status < 500) throw new Error(`refused: ${answered.status}`);
      await new Promise(setImmediate);
    }
  }

  const lost: string[] = [];
  async function live(who: number): Promise<Turn[]> {
    const turns: Turn[] = [];
    const theirs = story(who, plan.seed);
    const moods = chance(plan.seed + who + 7);
    let answer: string | undefined;
    while (!over) {
      const step = theirs.next(answer);
      answer = await deliver(step);
      turns.push({ ...step, answer });
      if (moods() < 0.1) {
        redelivered += 1;
        same(turns.at(-1) as Turn, await deliver(step));
      }
    }
    return turns;
  }
  /** Answered as the first time; or with nothing, once the outbox has the reply. */
  function same(turn: Turn, again: string): void {
    if (again !== turn.answer && wordsOf(again) !== '') lost.push(`${turn.inboundId}: answered otherwise`);
  }

  try {
    await running;
    next();
    const all = await Promise.all(Array.from({ length: plan.people }, (_, who) => live(who)));
    const last = await running;
    for (const turns of all)
      for (const turn of turns) {
        redelivered += 1;
        same(turn, await deliver(turn));
      }
    const { wrong, byOutbox } = await compared(plan, carrier, all, lost);
    await last.stop();
    const sentTwice = [...carrier.sent.values()].filter((texts) => texts.length > 1).length;
    const turns = all.reduce((sum, theirs) => sum + theirs.length, 0);
    return { kills, turns, redelivered, lost, wrong, byOutbox, sentTwice };
  } finally {
    await running.then((one) => one.kill()).catch(() => undefined);
    await carrier.stop();
  }
}

/** The same people in a service that nobody kills: what they are told, and what is there in the end. */
async function compared(
  { file, kept, untouched }: Plan,
  carrier: Carrier,
  all: readonly (readonly Turn[])[],
  lost: string[],
): Promise<{ wrong: string[]; byOutbox: number }> {
  const rows = await kept.ask<{
    inbound: string;
    reply: string | null;
  }>(`select e.inbound_id as inbound, m.id as reply
    from exchanges e left join messages m on m.inbound_id = e.inbound_id and m.kind = 'reply'`);
  const replies = new Map(rows.map(({ inbound, reply }) => [inbound, reply]));
  const url = `http://127.0.0.1:${await freePort()}`;
  const calm = await startProcess(file, url, { ...carrier.env(url), DATABASE_URL: untouched.url });
  const wrong: string[] = [];
  let byOutbox = 0;
  await Promise.all(
    all.map(async (turns) => {
      for (const turn of turns) {
        if (!replies.has(turn.inboundId)) lost.push(`${turn.inboundId}: not there`);
        const sent = carrier.sent.get(replies.get(turn.inboundId) ?? '')?.[0];
        if (sent) byOutbox += 1;
        const told = wordsOf(turn.answer) || (sent?.body ?? '');
        const here = wordsOf((await carrier.post(url, turn.path, turn.form)).body);
        if (told !== here) wrong.push(`${turn.inboundId}: "${told}" instead of "${here}"`);
      }
    }),
  );
  await calm.stop();
  for (const table of TABLES) {
    const count = async ({ ask }: Kept) =>
      Number((await ask<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n);
    const [here, there] = await Promise.all([count(kept), count(untouched)]);
    if (here !== there) wrong.push(`${table}: ${here} rows instead of ${there}`);
  }
  return { wrong, byOutbox };
}
