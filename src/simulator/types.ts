/** What the fake provider's parts say to each other, and what its users hold. */
import type { CallEvent } from './calls/events.ts';

/** A form as it travels: every field is text. */
export type Form = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The way to the service: real HTTP, or a test's injection. The body to send is `form`, URL-encoded in the order of its keys;
 * a rejection means that no connection could be made.
 */
export type Post = (url: string, form: Form, headers: Readonly<Record<string, string>>) => Promise<Answer>;

export interface ProviderOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** Where the service is reached, without a trailing slash; it is what is signed. */
  readonly publicUrl: string;
  /** The service's own numbers: texts go to one, calls to the other. */
  readonly numbers: { readonly sms: string; readonly voice: string };
  readonly post: Post;
  /** UTC milliseconds. */
  readonly clock: () => number;
  /** 32 hexadecimal characters, new each time. */
  readonly ids: () => string;
  /** Where the provider's own API is reached: recordings are named under it. The service's address unless said. */
  readonly apiUrl?: string;
  /** The webhooks as one writes them in the provider's console, `#rc=…` fragments included. */
  readonly webhooks?: Partial<Webhooks>;
  readonly messagingServiceSid?: string;
  /** STOP, START and HELP are answered by the provider itself, as on a long code. On unless said. */
  readonly keywords?: boolean;
  /** Messages kept per phone. 200 unless said. */
  readonly keep?: number;
  /** What happens when nobody scripted a called number. A conversation of 30 seconds unless said. */
  readonly callee?: CalleeOutcome;
}

export interface Webhooks {
  readonly sms: string;
  readonly voice: string;
  readonly voiceStatus: string;
}

export type MessageStatus =
  | 'received'
  | 'accepted'
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed';

/** One message as a phone and the provider's API know it. */
export interface Message {
  readonly sid: string;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly status: MessageStatus;
  /** How it came to be: a text of the person, an answer to one, or sent by the API. */
  readonly direction: 'inbound' | 'outbound-reply' | 'outbound-api';
  readonly segments: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly media: readonly string[];
  readonly errorCode?: number;
}

/** How a called number behaves: `talking` lasts until one of the two hangs up. */
export type CalleeOutcome =
  | { readonly status: 'completed'; readonly seconds: number }
  | { readonly status: 'talking' }
  | { readonly status: 'busy' | 'no-answer' | 'failed' };

export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled';

/** What the provider's debugger would show: something it could not do as asked. */
export interface Alert {
  readonly at: number;
  readonly code: number;
  readonly text: string;
  /** The message or call concerned. */
  readonly sid?: string;
}

/** What happens at the provider, for a page that follows it. */
export type ProviderEvent =
  | { readonly type: 'message'; readonly phone: string; readonly message: Message }
  | { readonly type: 'call'; readonly phone: string; readonly sid: string; readonly event: CallEvent }
  | { readonly type: 'alert'; readonly alert: Alert };

/** A number of `seconds` of speech: the same measure everywhere a duration is told. */
export const CHARACTERS_PER_SECOND = 14.5;
