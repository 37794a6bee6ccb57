// @ts-check
/** The voice of the page: what a caller hears is read aloud, one thing after the other. */

/** @typedef {{ say: string, language: string } | { play: string }} Heard */

/** @param {() => boolean} wanted */
export function makeVoice(wanted) {
  /** @type {Heard[]} */
  let queue = [];
  /** @type {HTMLAudioElement | undefined} */
  let sound;
  let busy = false;

  const next = () => {
    const heard = queue.shift();
    busy = heard !== undefined;
    if (!heard) return;
    if ('play' in heard) {
      sound = new Audio(heard.play);
      sound.addEventListener('ended', next);
      sound.addEventListener('error', next);
      sound.play().catch(next);
      return;
    }
    const utterance = new SpeechSynthesisUtterance(heard.say);
    utterance.lang = heard.language;
    const voice = speechSynthesis.getVoices().find((one) => one.lang.replace('_', '-') === heard.language);
    if (voice) utterance.voice = voice;
    utterance.addEventListener('end', next);
    utterance.addEventListener('error', next);
    speechSynthesis.speak(utterance);
  };

  return {
    possible: 'speechSynthesis' in window,
    /** @param {Heard} heard */
    add(heard) {
      if (!wanted() || ('say' in heard && !('speechSynthesis' in window))) return;
      queue.push(heard);
      if (!busy) next();
    },
    /** A key was pressed, or the phone put down: nobody listens any more. */
    hush() {
      queue = [];
      sound?.pause();
      sound = undefined;
      busy = false;
      if ('speechSynthesis' in window) speechSynthesis.cancel();
    },
  };
}

/** @typedef {ReturnType<typeof makeVoice>} Voice */
