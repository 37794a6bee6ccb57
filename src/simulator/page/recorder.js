// @ts-check
/** A message after the beep: the microphone, or a sentence that comes with the page. */
import { asTelephone } from './wav.js';

const SAMPLE = '/simulator/page/sample.wav';

/** @returns {Promise<{ wav: Blob, seconds: number }>} */
export async function sample() {
  return asTelephone(await (await fetch(SAMPLE)).blob());
}

/** Lets the person hear what would be sent. */
export function listenToSample() {
  return new Audio(SAMPLE).play();
}

/**
 * Opens the microphone. `stop` closes it and gives what was said.
 * @returns {Promise<{ stop(): Promise<{ wav: Blob, seconds: number }>, drop(): void }>}
 */
export async function microphone() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  /** @type {Blob[]} */
  const parts = [];
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  const drop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  recorder.start();
  return {
    drop,
    stop: () =>
      new Promise((resolve, reject) => {
        recorder.addEventListener('stop', () => {
          drop();
          asTelephone(new Blob(parts, { type: recorder.mimeType })).then(resolve, reject);
        });
        recorder.stop();
      }),
  };
}
