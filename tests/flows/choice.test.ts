/** The choice of a language at the beginning of a call: said first, in each its own voice, and no more than needed. */
import { beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../flows/texts/index.ts';
import { twiml, type Voices } from '../../src/channels/voice/twiml.ts';
import { textsOf, type World } from '../../src/conversation/world.ts';
import { seconds } from '../../src/text/spoken.ts';
import { HOUR, makeWorld, type Person, person, type Said } from '../conversation/person.ts';

const voices: Voices = {
  fr: { language: 'fr-FR', voice: 'Polly.Lea-Neural' },
  en: { language: 'en-GB', voice: 'Polly.Amy-Neural' },
  ar: { language: 'arb', voice: 'Polly.Zeina' },
  ti: { audio: 'https://sounds.example/ti' },
  es: { language: 'es-ES', voice: 'Polly.Lucia-Neural' },
};
const CHOICE = 'English, press 7.';
let bare: World;
beforeAll(async () => {
  bare = await makeWorld();
});
const calling = (...voiced: string[]): Person => person({ ...bare, voiced }, 'voice');
const call = (p: Person): Said => p.does({ kind: 'call' });
const xml = (said: Said) =>
  twiml(said.told, textsOf(bare, said.told.lang), {
    ...{ origin: 'https://relais.example', voices },
    replay: (id) => `https://relais.example/replay/${id}`,
  });

describe('said', () => {
  test('first, and the menu is still one key away', () => {
    const p = calling('fr', 'en');
    expect(call(p).words.startsWith(CHOICE)).toBe(true);
    expect(p.presses('1').words).toContain(texts.fr?.rights.themes.text as string);
  });

  test('not where nothing else is spoken', () => {
    expect(call(calling('fr')).words).not.toContain('press');
  });

  test('in less than five seconds, whatever is configured', () => {
    const said = call(calling('fr', 'en', 'ar', 'ti', 'es', 'ru'));
    const choices = said.told.shown.before.filter(({ audio }) => audio === 'choice');
    expect(choices.length).toBe(3);
    expect(seconds(choices.map(({ text }) => text).join(' '))).toBeLessThan(5);
  });

  test('once in a call, and not to somebody who was cut in it', () => {
    const p = calling('fr', 'en');
    call(p);
    expect(p.presses('#').words).not.toContain(CHOICE);
    p.presses('1');
    expect(p.callsAgain(HOUR / 2).words).not.toContain(CHOICE);
  });

  test('each by its own voice, or by recording where there is none', () => {
    const said = xml(call(calling('fr', 'en', 'ar', 'ti')));
    expect(said).toContain('<Say voice="Polly.Amy-Neural" language="en-GB">English, press 7.</Say>');
    expect(said).toMatch(/<Say voice="Polly\.Zeina" language="arb">العربية، اضغط \d\.<\/Say>/);
    expect(said).toContain('<Play>https://sounds.example/ti/choice.mp3</Play>');
    expect(said).toContain('<Say voice="Polly.Lea-Neural" language="fr-FR">Bonjour.');
  });
});

describe('chosen', () => {
  test('a language that is served: the welcome again, in it', () => {
    const p = calling('fr', 'en');
    call(p);
    const said = p.presses('7');
    expect(said.session.lang).toBe('en');
    expect(said.words).toContain(
      texts.en?.menu.emergency.spoken ?? (texts.en?.menu.emergency.text as string),
    );
  });

  test('another: what is told first in it, then the languages that are served, each in its own words', () => {
    const p = calling('fr', 'en', 'ar', 'ti');
    call(p);
    const arabic = xml(p.presses('6'));
    expect(arabic).toContain('<Say voice="Polly.Zeina" language="arb">Relais، خدمة آلية.');
    expect(arabic).toContain('<Say voice="Polly.Lea-Neural" language="fr-FR">Français, tapez 1.</Say>');
    expect(arabic).toContain('<Say voice="Polly.Amy-Neural" language="en-GB">English, press 2.</Say>');
    expect(p.presses('2').session.lang).toBe('en');
  });

  test('recorded, where no machine speaks it', () => {
    const p = calling('fr', 'en', 'ar', 'ti');
    call(p);
    expect(xml(p.presses('5'))).toContain('<Play>https://sounds.example/ti/first.mp3</Play>');
  });
});
