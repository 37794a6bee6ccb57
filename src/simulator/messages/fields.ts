/** The fields of the webhooks about messages. */
import { placeFields } from '../numbers.ts';
import type { Form, Message } from '../types.ts';
import type { OptOutType } from './keywords.ts';

export interface Account {
  readonly accountSid: string;
  readonly messagingServiceSid?: string;
}

const ERRORS: Readonly<Record<number, string>> = {
  21610: 'Attempt to send to unsubscribed recipient',
  30003: 'Unreachable destination handset',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Message filtered',
  30008: 'Unknown error',
};

/** What the provider says of an error code. */
export function errorText(code: number): string {
  return ERRORS[code] ?? 'Unknown error';
}

function service(account: Account): Form {
  return account.messagingServiceSid ? { MessagingServiceSid: account.messagingServiceSid } : {};
}

/** What the service is told of a text that came in. */
export function inboundFields(account: Account, message: Message, optOut?: OptOutType): Form {
  const media = message.media.flatMap((url, n) => [
    [`MediaUrl${n}`, url],
    [`MediaContentType${n}`, 'image/jpeg'],
  ]);
  return {
    ...placeFields('To', message.to),
    ...placeFields('From', message.from),
    SmsMessageSid: message.sid,
    SmsSid: message.sid,
    MessageSid: message.sid,
    SmsStatus: 'received',
    AccountSid: account.accountSid,
    ...service(account),
    From: message.from,
    To: message.to,
    Body: message.body,
    NumSegments: String(message.segments),
    NumMedia: String(message.media.length),
    ...(optOut ? { OptOutType: optOut } : {}),
    ...Object.fromEntries(media),
    ApiVersion: '2010-04-01',
  };
}

/** What the service is told of a message that it sent. */
export function statusFields(account: Account, message: Message): Form {
  return {
    SmsSid: message.sid,
    SmsStatus: message.status,
    MessageStatus: message.status,
    MessageSid: message.sid,
    AccountSid: account.accountSid,
    ...service(account),
    From: message.from,
    To: message.to,
    ...(message.errorCode
      ? { ErrorCode: String(message.errorCode), ErrorMessage: errorText(message.errorCode) }
      : {}),
    ApiVersion: '2010-04-01',
  };
}
