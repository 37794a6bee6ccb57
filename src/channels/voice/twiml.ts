/** What is told in a call, as TwiML: one Gather, a Record, a Dial, or a goodbye. */
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { digitsOf, type Lang } from '../../../flows/flow.ts';
import type { Texts } from '../../../flows/texts/index.ts';
import type { Told } from '../../conversation/turn.ts';
import { keyed, type Utterance, uttered } from './compose.ts';

/** Seconds of silence after a menu, after a number was asked for, and before a recording is taken as ended. */
const MENU_TIMEOUT = 8;
const NUMBER_TIMEOUT = 10;
const RECORD_SILENCE = 5;
const DIAL_TIMEOUT = 30;
/** A short number is for the caller to dial, never for us. */
const SHORT = /^\+?\d{2,4}$/;

/** The synthetic voice of a language, as the provider names both. */
export interface Voice {
  readonly language: string;
  readonly voice: string;
}
/** Of a language that no machine speaks: the address under which its recordings lie, without a trailing slash. */
export interface Recorded {
  readonly audio: string;
}
export type Voices = Readonly<Record<Lang, Voice | Recorded>>;

/** `origin`: PUBLIC_URL without a trailing slash. */
export interface VoiceOptions {
  readonly origin: string;
  readonly voices: Voices;
  /** Where a recording of this call may be heard again, by the provider's id. */
  readonly replay: (providerId: string) => string;
}

/** The TwiML of one turn; the next turn's number is in every address it names. */
export function twiml(told: Told, t: Texts, { origin, voices, replay }: VoiceOptions): string {
  const response = new VoiceResponse();
  const { prompt } = told.shown;
  const voice = voiceOf(voices, told.lang);
  const say = (to: Sayer, all: readonly Utterance[]) => {
    for (const { words, lang, audio } of byVoice(all)) {
      const own = lang === undefined ? undefined : voices[lang];
      if (own && 'audio' in own && audio !== undefined) {
        to.play({}, `${own.audio}/${audio}.mp3`);
        continue;
      }
      const { voice: name, language } = own && !('audio' in own) ? own : voice;
      const said = to.say({ voice: name, language }, told.slow ? '' : words);
      if (told.slow) said.prosody({ rate: '80%' }, words);
    }
  };
  const content = uttered(told.shown, t, told.alone);
  const keys = told.alone ? [] : keyed(told.shown, t);
  const action = (path: string) => `${origin}${path}?t=${told.turn}`;

  if (told.end) {
    say(response, content);
    response.hangup();
  } else if (prompt.dial && !SHORT.test(prompt.dial)) {
    say(response, content);
    response
      .dial({ action: action('/twilio/voice/dial'), method: 'POST', timeout: DIAL_TIMEOUT })
      .number(prompt.dial);
  } else if (prompt.ask?.kind === 'message' && !told.shown.next) {
    // While it speaks, a key still chooses; then the recording begins.
    const gather = response.gather({
      input: ['dtmf'],
      numDigits: 1,
      finishOnKey: '',
      timeout: 1,
      action: action('/twilio/voice'),
    });
    say(gather, [...content, ...keys]);
    response.record({
      action: action('/twilio/voice'),
      maxLength: prompt.ask.maxSeconds,
      timeout: RECORD_SILENCE,
      finishOnKey: '#',
      playBeep: true,
      recordingStatusCallback: `${origin}/twilio/voice/recording`,
    });
    // Nothing was said: the provider goes on here.
    response.redirect({ method: 'POST' }, action('/twilio/voice'));
  } else {
    const digits = !told.shown.next && prompt.ask !== undefined && digitsOf(prompt.ask) !== undefined;
    const speech = prompt.ask?.kind !== 'digits' || told.shown.next;
    const gather = response.gather({
      input: speech ? ['dtmf', 'speech'] : ['dtmf'],
      action: action('/twilio/voice'),
      method: 'POST',
      actionOnEmptyResult: true,
      ...(digits
        ? { finishOnKey: '#', timeout: NUMBER_TIMEOUT }
        : { finishOnKey: '', numDigits: 1, timeout: MENU_TIMEOUT }),
      ...(speech ? { language: voice.language as never, speechTimeout: 'auto' } : {}),
    });
    if (prompt.play === undefined || told.alone) say(gather, [...content, ...keys]);
    else {
      say(gather, content);
      gather.play({}, replay(prompt.play));
      say(gather, keys);
    }
  }
  return response.toString();
}

/** The synthetic voice of a conversation: French where its own language has none. */
export function voiceOf(voices: Voices, lang: Lang): Voice {
  const own = voices[lang];
  return (own && !('audio' in own) ? own : voices.fr) as Voice;
}

/** What one voice says in a row is said at once. */
function byVoice(all: readonly Utterance[]): readonly Utterance[] {
  const said: Utterance[] = [];
  for (const next of all) {
    const last = said.at(-1);
    const goesOn = last && last.lang === next.lang && last.audio === next.audio;
    if (goesOn) said[said.length - 1] = { ...last, words: `${last.words} ${next.words}` };
    else said.push(next);
  }
  return said;
}

interface Sayer {
  play(attributes: object, url: string): unknown;
  say(attributes: object, message: string): { prosody(attributes: object, words: string): unknown };
}
