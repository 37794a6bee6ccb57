/** The fields of the webhooks about calls. */
import { placeFields } from '../numbers.ts';
import type { CallStatus, Form } from '../types.ts';

/** A call as it was placed. */
export interface CallLine {
  readonly sid: string;
  readonly accountSid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  readonly callerName?: string;
}

/** What every request about a call says. */
export function callFields(line: CallLine, status: CallStatus): Form {
  return {
    ...placeFields('To', line.to),
    ...placeFields('Called', line.to),
    ...placeFields('From', line.from),
    ...placeFields('Caller', line.from),
    AccountSid: line.accountSid,
    CallSid: line.sid,
    CallStatus: status,
    ApiVersion: '2010-04-01',
    Direction: line.direction,
    From: line.from,
    Caller: line.from,
    To: line.to,
    Called: line.to,
    CallerName: line.callerName ?? '',
  };
}

/** What a status callback adds. */
export function progressFields(sequence: number, at: number, seconds?: number): Form {
  return {
    SequenceNumber: String(sequence),
    CallbackSource: 'call-progress-events',
    Timestamp: new Date(at).toUTCString().replace('GMT', '+0000'),
    ...(seconds === undefined
      ? {}
      : { CallDuration: String(seconds), Duration: String(Math.ceil(seconds / 60)) }),
  };
}
