/** Back to a page after something was done, with one line that says so. */
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'relais-dit';
const MOST = 300;

/** 303 to `to`, an address of ours; the line is shown there once. */
export function back(
  reply: FastifyReply,
  to: string,
  said: { done?: string; refused?: string } = {},
): FastifyReply {
  const { done, refused } = said;
  const line = done !== undefined ? `+${done}` : refused !== undefined ? `-${refused}` : undefined;
  if (line !== undefined) {
    reply.setCookie(NAME, encodeURIComponent(line.slice(0, MOST)), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
    });
  }
  return reply.redirect(to, 303);
}

/** What was just done or refused, once. */
export function flashOf(request: FastifyRequest, reply: FastifyReply): { done?: string; refused?: string } {
  const line = request.cookies[NAME];
  if (line === undefined) return {};
  reply.clearCookie(NAME, { path: '/' });
  let said: string;
  try {
    said = decodeURIComponent(line);
  } catch {
    return {};
  }
  return said.startsWith('+') ? { done: said.slice(1) } : { refused: said.slice(1) };
}
