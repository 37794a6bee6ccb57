/** A refusal of the provider's API, in the form in which its clients read it. */
import type { FastifyReply } from 'fastify';

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = (what: string): ApiError =>
  new ApiError(404, 20404, `The requested resource ${what} was not found`);

/** Answers with the error, as the provider writes it. */
export function refuse(reply: FastifyReply, error: { status: number; code: number; message: string }) {
  return reply.code(error.status).send({
    code: error.code,
    message: error.message,
    more_info: `https://www.twilio.com/docs/errors/${error.code}`,
    status: error.status,
  });
}
