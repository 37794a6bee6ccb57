/** A sound for a browser's player: whole or a piece of it, and kept by nobody on the way. */
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers with the bytes that were asked for; 416 where there are none. */
export function sendSound(request: FastifyRequest, reply: FastifyReply, sound: Uint8Array): FastifyReply {
  reply
    .header('cache-control', 'no-store, private')
    .header('accept-ranges', 'bytes')
    .header('content-disposition', 'inline')
    .type('audio/wav');
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  if (range === null) return reply.send(Buffer.from(sound));
  const [, from = '', to = ''] = range;
  const start = from === '' ? Math.max(0, sound.length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? sound.length - 1 : Math.min(Number(to), sound.length - 1);
  if ((from === '' && to === '') || start > end)
    return reply.code(416).header('content-range', `bytes */${sound.length}`).send();
  return reply
    .code(206)
    .header('content-range', `bytes ${start}-${end}/${sound.length}`)
    .send(Buffer.from(sound.subarray(start, end + 1)));
}
