// @ts-check
/** The buttons after the beep: speak, stop, or send a sentence that comes with the page. */
import { sendRecording } from './api.js';
import { listenToSample, microphone, sample } from './recorder.js';

/**
 * @param {(name: string) => HTMLButtonElement} button
 * @param {{ call: () => string | undefined, most: () => number, hush: () => void,
 *   attempt: (problem: string, doing: () => Promise<unknown>) => void, changed: () => void }} screen
 */
export function makeDictation(button, screen) {
  /** @type {Awaited<ReturnType<typeof microphone>> | undefined} */
  let open;
  /** The network stops recording at its longest. @type {ReturnType<typeof setTimeout> | undefined} */
  let longest;

  /** @param {{ wav: Blob, seconds: number }} message */
  const deliver = async (message) => {
    const call = screen.call();
    if (call) await sendRecording(call, message.wav, message.seconds);
  };
  const close = () => {
    const recorder = open;
    clearTimeout(longest);
    open = undefined;
    return recorder;
  };
  const stop = () => {
    const recorder = close();
    screen.changed();
    screen.attempt('Le message n’est pas parti.', async () => {
      if (recorder) await deliver(await recorder.stop());
    });
  };

  button('listen').addEventListener('click', () => screen.attempt('Le son ne part pas.', listenToSample));
  button('sample').addEventListener('click', () => {
    screen.attempt('L’exemple n’est pas parti.', async () => deliver(await sample()));
  });
  button('microphone').addEventListener('click', () => {
    screen.attempt('Le micro n’est pas accessible. Envoyez l’exemple.', async () => {
      screen.hush();
      const recorder = await microphone();
      // The call may have ended while the browser asked for leave.
      if (!screen.call()) return recorder.drop();
      open = recorder;
      longest = setTimeout(stop, screen.most() * 1000);
      screen.changed();
      button('stop').focus();
    });
  });
  button('stop').addEventListener('click', stop);

  return { open: () => open !== undefined, stop, drop: () => close()?.drop() };
}
