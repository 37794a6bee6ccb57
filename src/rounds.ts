/** Work that is done in rounds: one at a time, by itself on a plain timer or when asked. */

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

export interface RoundsDeps<Result> {
  readonly name: string;
  readonly round: (now: number) => Promise<Result>;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly log: RoundLog;
  /** Pause between two rounds of `start`, in milliseconds. */
  readonly everyMs: number;
}

export function makeRounds<Result>({ name, round, clock, log, everyMs }: RoundsDeps<Result>): Rounds<Result> {
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
    try {
      await tick();
    } catch (error) {
      log.error({ code: codeOf(error) }, `${name}: a round failed`);
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
    },
  };
}

/** A name, never a message: what was thrown may quote what it was about. */
export function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
