/** The provider's recordings, by their id on our configured address: never by an address that was received. */
import { RelaisError } from '../../errors.ts';
import type { RecordingSource } from '../../recordings/fetching.ts';
import type { Client } from '../twilio/client.ts';

export interface SourceOptions {
  readonly client: Client;
  readonly accountSid: string;
  readonly authToken: string;
  /** Origin to use instead of Twilio's own. */
  readonly apiUrl?: string;
}

const TWILIO = 'https://api.twilio.com';
const TIMEOUT = 30_000;
/** Three minutes of telephone sound, generously. Bytes. */
const MOST_BYTES = 10_000_000;

export function recordingSource({
  client,
  accountSid,
  authToken,
  apiUrl = TWILIO,
}: SourceOptions): RecordingSource {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return {
    async fetch(providerId) {
      if (!/^RE[0-9a-f]{32}$/.test(providerId)) throw new RelaisError('bad_request');
      const url = `${apiUrl}/2010-04-01/Accounts/${accountSid}/Recordings/${providerId}.wav`;
      const answer = await fetch(url, { headers: { authorization }, signal: AbortSignal.timeout(TIMEOUT) });
      if (!answer.ok) throw new RelaisError('not_found', { detail: `http ${answer.status}` });
      const sound = new Uint8Array(await answer.arrayBuffer());
      if (sound.length === 0 || sound.length > MOST_BYTES)
        throw new RelaisError('bad_request', { detail: 'size' });
      return sound;
    },
    async remove(providerId) {
      await client.recordings(providerId).remove();
    },
  };
}
