/** Work that is done in rounds: one at a time, by itself on a plain timer or when asked; across several processes by one of them. */
import type { Turns } from '../db/turns.ts';

/** What a round logs: ids, codes and counts. A pino logger is one. */
export interface RoundLog {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

export interface Rounds<Result> {
  /** One round. Called again while one runs, it answers with that one's result. Rejects with what the round throws. */
  tick(now?: number): Promise<Result>;
  /** Begins to make rounds by itself; twice is once. */
  start(): void;
  /** No further round; resolves when the one in flight has ended. */
  stop(): Promise<void>;
}

/**
 * Asks whether this process does the work of a name. Not a queue of jobs: what is due is told by the tables themselves, a
 * round comes every second and has nothing to carry, and each round takes rows in a way that two may overlap.
 */
export interface Alone {
  mine(name: string): Promise<boolean>;
  end(name: string): Promise<void>;
  /** How often to say that it still is, in milliseconds, while a round takes long. */
  readonly renewMs: number;
}

/** After this, in milliseconds, another process goes on with the work of one that has died. */
const TURN_MS = 15_000;

/** Among the processes that share a database; `holder` is an id of this one. */
export function makeAlone(turns: Turns, holder: string, turnMs = TURN_MS): Alone {
  return {
    mine: (name) => turns.takeTurn(name, holder, turnMs),
    end: (name) => turns.endTurn(name, holder),
    renewMs: turnMs / 3,
  };
}

export interface RoundsDeps<Result> {
  readonly name: string;
  readonly round: (now: number) => Promise<Result>;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly log: RoundLog;
  /** Pause between two rounds of `start`, in milliseconds. */
  readonly everyMs: number;
  /** Absent: every process makes its own rounds. */
  readonly alone?: Alone;
}

export function makeRounds<Result>(deps: RoundsDeps<Result>): Rounds<Result> {
  const { name, round, clock, log, everyMs, alone } = deps;
  let running: Promise<Result> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let started = false;

  function tick(now = clock()): Promise<Result> {
    running ??= round(now).finally(() => {
      running = undefined;
    });
    return running;
  }

  async function loop(): Promise<void> {
    let renewal: NodeJS.Timeout | undefined;
    try {
      if (alone === undefined) await tick();
      else if ((await alone.mine(name)) && started) {
        // Where that is not heard, another process begins: a round's rows bear it.
        renewal = setInterval(() => void alone.mine(name).catch(() => undefined), alone.renewMs);
        await tick();
      }
    } catch (error) {
      log.error({ code: codeOf(error) }, `${name}: a round failed`);
    } finally {
      clearInterval(renewal);
    }
    if (!started) return;
    // After a stop and a start in one breath there are two loops: they share one timer, so one is left.
    clearTimeout(timer);
    timer = setTimeout(loop, everyMs);
  }

  return {
    tick,
    start() {
      if (started) return;
      started = true;
      timer = setTimeout(loop, 0);
    },
    async stop() {
      started = false;
      clearTimeout(timer);
      // Whoever asked for the round hears of its failure.
      await running?.catch(() => undefined);
      await alone?.end(name).catch(() => undefined);
    },
  };
}

/** A name, never a message: what was thrown may quote what it was about. */
export function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
