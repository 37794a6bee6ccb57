/** The cookie that says who is signed in: read by no script, sent to the desk alone. */
import type { FastifyReply } from 'fastify';

export const TOKEN = 'relais-bureau';

/** Lasts as long as the browser is open; the session behind it ends by itself. */
export function keepToken(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(TOKEN, token, { path: '/console', httpOnly: true, sameSite: 'lax', secure });
}

export function dropToken(reply: FastifyReply): void {
  reply.clearCookie(TOKEN, { path: '/console' });
}
