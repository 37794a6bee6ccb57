/** Logs hold ids, codes and counts: no body, no digits, no speech, no number. */
import { pino } from 'pino';

/** A logger that cannot print what a request carried: its serializers keep the method, the path and the status alone. */
export function makeLog(level: string) {
  return pino({
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
        at: error.stack
          ?.split('\n')
          .slice(1, 6)
          .map((l) => l.trim()),
      }),
    },
  });
}

export type Log = ReturnType<typeof makeLog>;
