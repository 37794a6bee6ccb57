/** Recordings: what was said after the beep, until the service has it deleted. */
import type { FastifyInstance } from 'fastify';
import type { Recording } from '../calls/recordings.ts';
import { notFound } from './errors.ts';
import type { ApiDeps } from './index.ts';

function resource(deps: ApiDeps, recording: Recording) {
  const { accountSid } = deps.account;
  const at = new Date(recording.at).toUTCString().replace('GMT', '+0000');
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    call_sid: recording.callSid,
    channels: 1,
    date_created: at,
    date_updated: at,
    start_time: at,
    duration: String(recording.seconds),
    error_code: null,
    media_url: recording.url,
    price: null,
    price_unit: 'USD',
    sid: recording.sid,
    source: 'RecordVerb',
    status: 'completed',
    uri: `/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}.json`,
  };
}

export function recordingRoutes(api: FastifyInstance, deps: ApiDeps): void {
  /** The name of a recording and how it is wanted: the sound is a WAV unless said. */
  const find = (file: string): { recording: Recording; form: string } => {
    const [sid = '', form = 'wav'] = file.split('.');
    const recording = deps.recordings.find(sid);
    if (!recording || !['json', 'wav', 'mp3'].includes(form)) throw notFound(`/Recordings/${file}`);
    return { recording, form };
  };

  api.get<{ Params: { file: string } }>('/Recordings/:file', async (request, reply) => {
    const { recording, form } = find(request.params.file);
    if (form === 'json') return resource(deps, recording);
    // Nothing here encodes sound: what was recorded is given under its own type, whatever the ending.
    return reply.type(recording.contentType).send(Buffer.from(recording.audio));
  });

  api.delete<{ Params: { file: string } }>('/Recordings/:file', async (request, reply) => {
    const { recording } = find(request.params.file);
    deps.recordings.delete(recording.sid);
    return reply.code(204).send();
  });
}
