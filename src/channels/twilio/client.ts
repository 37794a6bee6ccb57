/** The provider's REST API, at its own address or at another that behaves like it. */
import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';

export interface ClientOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** Origin to use instead of Twilio's own. */
  readonly apiUrl?: string;
}

/** A client that reads nothing from the environment: account, token and address are handed to it. */
export function makeClient({ accountSid, authToken, apiUrl }: ClientOptions) {
  const http = new (class extends RequestClient {
    override request<T>(options: RequestClient.RequestOptions<T>) {
      const { pathname, search } = new URL(options.uri);
      return super.request<T>(
        apiUrl === undefined ? options : { ...options, uri: `${apiUrl}${pathname}${search}` },
      );
    }
  })({ timeout: 14_000 });
  return twilio(accountSid, authToken, { httpClient: http, env: {} });
}

export type Client = ReturnType<typeof makeClient>;
