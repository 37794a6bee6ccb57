/** The verbs of a call that the service may use, each with what it takes. */
import { ANY, BOOLEAN, check, type Grammar, METHOD, type Rule, URL_REFERENCE, WHOLE } from './grammar.ts';
import { type Element, elementsOf, parseXml, TwimlError } from './xml.ts';

const SSML = ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'];
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;
const KEYS = /^[0-9*#]*$/;

const speech = (attributes: Rule['attributes']): Rule => ({ attributes, children: SSML, text: 'optional' });
const leaf = (attributes: Rule['attributes'], text: Rule['text'] = 'none'): Rule => ({
  attributes,
  children: [],
  text,
});

const VERBS = ['Say', 'Play', 'Pause', 'Gather', 'Redirect', 'Record', 'Dial', 'Reject', 'Hangup'];

const RECORDING = {
  recordingStatusCallback: URL_REFERENCE,
  recordingStatusCallbackMethod: METHOD,
  recordingStatusCallbackEvent: /^(in-progress|completed|absent)( (in-progress|completed|absent))*$/,
  trim: /^(trim-silence|do-not-trim)$/,
};

export const VOICE: Grammar = {
  Response: { attributes: {}, children: VERBS, text: 'none' },
  Say: {
    attributes: { language: LANGUAGE, voice: ANY, loop: WHOLE },
    children: SSML,
    text: 'optional',
  },
  Play: leaf({ loop: WHOLE, digits: /^[0-9*#wW]+$/ }, 'optional'),
  Pause: leaf({ length: /^[1-9]\d*$/ }),
  Gather: {
    attributes: {
      action: URL_REFERENCE,
      method: METHOD,
      input: /^(dtmf|speech|dtmf speech|speech dtmf)$/,
      numDigits: /^[1-9]\d*$/,
      finishOnKey: /^[0-9*#]?$/,
      timeout: /^([1-9]\d*|auto)$/,
      actionOnEmptyResult: BOOLEAN,
      language: LANGUAGE,
      speechTimeout: /^(\d+|auto)$/,
      maxSpeechTime: WHOLE,
      speechModel: ANY,
      hints: ANY,
      enhanced: BOOLEAN,
      profanityFilter: BOOLEAN,
      bargeIn: BOOLEAN,
      debug: BOOLEAN,
    },
    children: ['Say', 'Play', 'Pause'],
    text: 'none',
  },
  Redirect: leaf({ method: METHOD }, 'required'),
  Record: leaf({
    action: URL_REFERENCE,
    method: METHOD,
    maxLength: /^[1-9]\d*$/,
    timeout: WHOLE,
    finishOnKey: KEYS,
    playBeep: BOOLEAN,
    ...RECORDING,
  }),
  Dial: {
    attributes: {
      action: URL_REFERENCE,
      method: METHOD,
      timeout: WHOLE,
      timeLimit: WHOLE,
      callerId: ANY,
      answerOnBridge: BOOLEAN,
      hangupOnStar: BOOLEAN,
      ringTone: /^[a-z]{2}(-old)?$/,
    },
    children: ['Number'],
    text: 'optional',
  },
  Number: leaf({ sendDigits: /^[0-9*#wW]+$/, url: URL_REFERENCE, method: METHOD }, 'required'),
  Reject: leaf({ reason: /^(busy|rejected)$/ }),
  Hangup: leaf({}),
  break: leaf({ strength: /^(none|x-weak|weak|medium|strong|x-strong)$/, time: /^\d+(\.\d+)?m?s$/ }),
  emphasis: speech({ level: /^(strong|moderate|reduced)$/ }),
  lang: speech({ 'xml:lang': LANGUAGE }),
  p: speech({}),
  phoneme: speech({ alphabet: /^(ipa|x-sampa|x-amazon-jyutping|x-amazon-pinyin)$/, ph: ANY }),
  prosody: speech({ rate: ANY, pitch: ANY, volume: ANY }),
  s: speech({}),
  'say-as': speech({ 'interpret-as': ANY, format: ANY }),
  sub: speech({ alias: ANY }),
  w: speech({ role: ANY }),
};

/** The largest document that the provider reads. */
const MOST_BYTES = 65_536;

/** The verbs of a call's answer. */
export function readVoice(body: string): Element[] {
  if (Buffer.byteLength(body) > MOST_BYTES) throw new TwimlError(11750, 'the document is over 64 kB');
  const root = parseXml(body);
  if (root.name !== 'Response') throw new TwimlError(12100, `the root is <${root.name}>, not <Response>`);
  check(root, VOICE);
  return elementsOf(root);
}
