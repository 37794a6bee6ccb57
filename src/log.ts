/** Logs hold ids, codes and counts: no body, no digits, no speech, no number. */
import { type DestinationStream, type LoggerOptions, pino } from 'pino';

/**
 * A logger that cannot print what a request carried: its serializers keep the method, the route and the status alone. It writes
 * to the standard output unless told where.
 */
export function makeLog(level: string, to?: DestinationStream) {
  const options: LoggerOptions = {
    level,
    base: null,
    redact: {
      paths: ['*.from', '*.to', '*.body', '*.text', '*.number', 'err.config', 'err.request'],
      remove: true,
    },
    serializers: {
      req: (request: { method?: string; url?: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        // The route, not the address: an address may carry a code.
        route: request.routeOptions?.url,
      }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      err: (error: { name?: string; code?: unknown; stack?: string; message?: string }) => ({
        name: error.name,
        code: error.code,
        // Frames alone: a message of several lines quotes what it was about.
        at: error.stack
          ?.split('\n')
          .map((l) => l.trim())
          .filter((l) => /^at .+(:\d+:\d+|<anonymous>)\)?$/.test(l))
          .slice(0, 5),
      }),
    },
  };
  return to === undefined ? pino(options) : pino(options, to);
}

export type Log = ReturnType<typeof makeLog>;
