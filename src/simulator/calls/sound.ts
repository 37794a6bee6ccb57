/** Verbs that are only heard. */
import { speechOf } from '../twiml/speech.ts';
import { type Element, elementsOf, TwimlError, textOf } from '../twiml/xml.ts';
import type { Scene } from './steps.ts';

/** Says, plays or pauses; `endless` where a press can stop what never ends by itself. */
export function sound(verb: Element, scene: Scene, endless = false): void {
  if (verb.name === 'Pause') {
    const seconds = Number(verb.attributes.length ?? '1');
    scene.pass(seconds);
    scene.emit({ pause: seconds });
    return;
  }
  const times = Number(verb.attributes.loop ?? '1');
  if (times === 0 && !endless) throw new TwimlError(12200, `<${verb.name} loop="0"> never ends`);
  for (let n = 0; n < Math.max(times, 1); n += 1) {
    if (verb.name === 'Say') say(verb, scene);
    else play(verb, scene);
  }
}

function say(verb: Element, scene: Scene): void {
  const { language, voice } = verb.attributes;
  const speech = speechOf(verb);
  scene.pass(speech.seconds);
  scene.emit({ ...speech, ...(language ? { language } : {}), ...(voice ? { voice } : {}) });
}

function play(verb: Element, scene: Scene): void {
  const url = textOf(verb);
  const { digits } = verb.attributes;
  if (digits !== undefined) scene.emit({ tones: digits });
  else if (url === '') throw new TwimlError(13420, '<Play> has nothing to play');
  else scene.emit({ played: scene.resolve(url) });
}

/** What a <Gather> says while it listens. */
export function soundsInside(gather: Element, scene: Scene): void {
  for (const verb of elementsOf(gather)) sound(verb, scene, true);
}
