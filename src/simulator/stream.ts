/** Server-Sent Events: the page hears of everything as it happens, and of what it missed while it was away. */
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface Stream {
  send(event: string, data: unknown): void;
  /** Keeps this answer open and writes to it from now on. */
  open(request: FastifyRequest, reply: FastifyReply): void;
  close(): void;
}

/** Events that a page may have missed; more than that and it asks for everything again anyway. */
const KEPT = 200;

/** Pages open at once: the oldest is let go. */
const MOST_PAGES = 20;

export function makeStream(): Stream {
  const open = new Set<FastifyReply>();
  const kept: { id: number; text: string }[] = [];
  let last = 0;
  const end = (reply: FastifyReply) => {
    open.delete(reply);
    reply.raw.end();
  };
  return {
    send: (event, data) => {
      last += 1;
      const text = `id: ${last}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      kept.push({ id: last, text });
      kept.splice(0, Math.max(0, kept.length - KEPT));
      for (const reply of open) reply.raw.write(text);
    },
    open: (request, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      // Browsers wait for a first byte before they call it open.
      reply.raw.write('retry: 1000\n\n');
      const seen = Number(request.headers['last-event-id'] ?? Number.NaN);
      for (const event of kept) if (event.id > seen) reply.raw.write(event.text);
      open.add(reply);
      const [oldest] = open;
      if (open.size > MOST_PAGES && oldest) end(oldest);
      reply.raw.on('close', () => open.delete(reply));
    },
    close: () => {
      for (const reply of open) end(reply);
    },
  };
}
