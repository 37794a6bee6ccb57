/** <Record>: a beep, what the person says, and where the service hears of it. */
import type { Element } from '../twiml/xml.ts';
import type { Form } from '../types.ts';
import type { Recording } from './recordings.ts';
import type { Input, Scene, Step } from './steps.ts';

/** What ends a recording, where the service does not say. */
const ANY_KEY = '1234567890*#';
const MAX_LENGTH = 3600;

export function record(verb: Element, scene: Scene): Step {
  const { attributes } = verb;
  const maxLength = Number(attributes.maxLength ?? MAX_LENGTH);
  const finishOnKey = attributes.finishOnKey ?? ANY_KEY;
  if (attributes.playBeep !== 'false') scene.emit({ beep: true });

  const callback = (status: 'completed' | 'absent', seconds: number, recording?: Recording) => {
    const url = attributes.recordingStatusCallback;
    const wanted = (attributes.recordingStatusCallbackEvent ?? 'completed').split(' ');
    if (url === undefined || !wanted.includes(status)) return [];
    const { AccountSid = '', CallSid = '' } = scene.fields();
    const form: Form = {
      AccountSid,
      CallSid,
      RecordingSid: recording?.sid ?? `RE${scene.ids()}`,
      ...(recording ? { RecordingUrl: recording.url } : {}),
      RecordingStatus: status,
      RecordingDuration: String(seconds),
      RecordingChannels: '1',
      RecordingTrack: 'both',
      RecordingSource: 'RecordVerb',
      ...(recording ? { RecordingStartTime: new Date(recording.at).toUTCString() } : {}),
    };
    return [{ url: scene.resolve(url), form, sid: CallSid }];
  };
  const done = (input: Extract<Input, { type: 'recorded' }>): Step => {
    const seconds = Math.min(Math.max(1, Math.round(input.seconds)), maxLength);
    const recording = scene.recordings.keep({
      callSid: scene.fields().CallSid ?? '',
      seconds,
      audio: input.audio,
      contentType: input.contentType,
    });
    scene.pass(seconds);
    scene.emit({ recorded: recording.sid, seconds });
    const cut = input.seconds > maxLength;
    const ended = cut || (input.end !== 'hangup' && !finishOnKey.includes(input.end)) ? '' : input.end;
    return {
      do: 'fetch',
      url: attributes.action === undefined ? scene.here : scene.resolve(attributes.action),
      form: {
        RecordingUrl: recording.url,
        RecordingSid: recording.sid,
        RecordingDuration: String(seconds),
        ...(ended === '' ? {} : { Digits: ended }),
      },
      callbacks: callback('completed', seconds, recording),
    };
  };
  return {
    do: 'wait',
    wait: {
      state: { waiting: 'recording', maxLength, finishOnKey },
      on: (input) => {
        if (input.type === 'recorded') return done(input);
        if (input.type === 'hangup') return { do: 'end', reason: 'caller' };
        if (input.type === 'silence' || (input.type === 'key' && finishOnKey.includes(input.key))) {
          // An empty recording is not kept and its action is not asked: the next verb goes on.
          const seconds = Math.min(Number(attributes.timeout ?? '5'), maxLength);
          scene.pass(input.type === 'silence' ? seconds : 0);
          scene.emit(input.type === 'silence' ? { silence: seconds } : { pressed: input.key });
          return { do: 'next', callbacks: callback('absent', 0) };
        }
        if (input.type === 'key') scene.emit({ unheard: input.key });
        if (input.type === 'speech') scene.emit({ unheard: input.text });
        return undefined;
      },
    },
  };
}
