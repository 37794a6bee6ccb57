/** The outbox as others see it. */

export { type Blank, HEARD_AFTER, makeBlanking, SENT_AFTER } from './blanking.ts';
export type { Message, Send } from './delivery.ts';
export { maySend, type SendKind } from './may-send.ts';
export { makeOutbox, type Outbox, type OutboxDeps, type Round } from './outbox.ts';
export { SendError, sendError } from './send-error.ts';
