/** Each kind of prompt as the exact TwiML of its turn. */
import { describe, expect, test } from 'vitest';
import type { Prompt } from '../../flows/flow.ts';
import { type Page, START, showPage } from '../../flows/paging.ts';
import { texts } from '../../flows/texts/index.ts';
import { twiml } from '../../src/channels/voice/twiml.ts';
import type { Told } from '../../src/conversation/turn.ts';

const options = {
  origin: 'https://relais.example',
  voices: {
    fr: { language: 'fr-FR', voice: 'Polly.Lea-Neural' },
    en: { language: 'en-GB', voice: 'Polly.Amy-Neural' },
  },
  replay: (id: string) => `https://relais.example/replay/${id}.wav`,
};
const fr = texts.fr as NonNullable<(typeof texts)['fr']>;
const SAY = '<Say voice="Polly.Lea-Neural" language="fr-FR">';
const KEYS =
  '<Gather input="dtmf speech" action="https://relais.example/twilio/voice?t=7" method="POST" actionOnEmptyResult="true" finishOnKey="" numDigits="1" timeout="8" language="fr-FR" speechTimeout="auto">';

function told(prompt: Prompt, more: Partial<Told> = {}, page: Partial<Page> = { to: 99 }): Told {
  const shown = showPage(prompt, 'voice', { ...START, ...page });
  return { shown, alone: false, end: false, lang: 'fr', slow: false, turn: 7, ...more };
}

function inner(of: Told): string {
  const [, within] = /^<\?xml version="1.0" encoding="UTF-8"\?><Response>(.*)<\/Response>$/.exec(
    twiml(of, fr, options),
  ) ?? ['', ''];
  expect(within).not.toBe('');
  return within as string;
}

const option = (text: string, spoken?: string) => ({
  label: spoken === undefined ? { text } : { text, spoken },
  event: { type: 'GO' },
});
const menu: Prompt = {
  lines: [{ text: 'Écrivez.', only: 'sms' }, { text: 'Dites votre question.' }],
  options: [option('Lieu', 'Où aller'), option('Prix & délai')],
};

describe('exactly', () => {
  test('a menu: the label first, then the key; one key or words are heard, # and * among the keys', () => {
    expect(inner(told(menu))).toBe(
      `${KEYS}${SAY}Dites votre question. Où aller, tapez 1. Prix &amp; délai, tapez 2.</Say></Gather>`,
    );
  });

  test('a menu with more choices than keys', () => {
    const long = { ...menu, options: ['a', 'b', 'c', 'd', 'e'].map((name) => option(name)) };
    expect(inner(told(long))).toBe(
      `${KEYS}${SAY}Dites votre question. a, tapez 1. b, tapez 2. c, tapez 3. Pour les autres choix, tapez 4.</Say></Gather>`,
    );
  });

  test('an answer that goes on: one key for what follows, and the options come after', () => {
    const long = { ...menu, lines: [{ text: 'Un.' }, { text: 'Deux.' }] };
    expect(inner(told(long, {}, { to: 1 }))).toBe(`${KEYS}${SAY}Un. Pour la suite, tapez 1.</Say></Gather>`);
  });

  test('nothing to choose: it still listens', () => {
    expect(inner(told({ lines: [{ text: 'Voilà.' }], options: [] }))).toBe(
      `${KEYS}${SAY}Voilà.</Say></Gather>`,
    );
  });

  test('nothing to say: no empty words', () => {
    expect(inner(told({ lines: [], options: [] }))).toBe(KEYS.replace(/>$/, '/>'));
  });

  test('a number: several keys ended by #, ten seconds, no words', () => {
    const ask = { kind: 'digits', event: 'NUMBER', min: 10, max: 10 } as const;
    expect(inner(told({ lines: [{ text: 'Tapez.' }], options: [option('Sans')], ask }))).toBe(
      `<Gather input="dtmf" action="https://relais.example/twilio/voice?t=7" method="POST" actionOnEmptyResult="true" finishOnKey="#" timeout="10">${SAY}Tapez. Sans, tapez 1.</Say></Gather>`,
    );
  });

  test('a message: a key is heard while it speaks, then it records, then it goes on in silence', () => {
    const ask = { kind: 'message', event: 'WORDS', maxSeconds: 60 } as const;
    expect(inner(told({ lines: [{ text: 'Parlez.' }], options: [option('Rien')], ask }))).toBe(
      `<Gather input="dtmf" numDigits="1" finishOnKey="" timeout="1" action="https://relais.example/twilio/voice?t=7">${SAY}Parlez. Rien, tapez 1.</Say></Gather>` +
        '<Record action="https://relais.example/twilio/voice?t=7" maxLength="60" timeout="5" finishOnKey="#" playBeep="true" recordingStatusCallback="https://relais.example/twilio/voice/recording"/>' +
        '<Redirect method="POST">https://relais.example/twilio/voice?t=7</Redirect>',
    );
  });

  test('a call that is put through', () => {
    expect(inner(told({ lines: [{ text: 'Ne quittez pas.' }], options: [], dial: '+33809401401' }))).toBe(
      `${SAY}Ne quittez pas.</Say><Dial action="https://relais.example/twilio/voice/dial?t=7" method="POST" timeout="30"><Number>+33809401401</Number></Dial>`,
    );
  });

  test.each(['15', '115', '3919', '+3919', '112'])('%s is never dialled', (dial) => {
    const said = inner(told({ lines: [{ text: 'Composez-le.' }], options: [], dial }));
    expect(said).not.toContain('<Dial');
    expect(said).not.toContain('<Number');
    expect(said).toContain('<Gather');
  });

  test('the end', () => {
    expect(inner(told({ ...menu, dial: '+33809401401' }, { end: true, alone: true }))).toBe('<Hangup/>');
    expect(inner(told({ lines: [{ text: 'Au revoir.' }], options: [] }, { end: true }))).toBe(
      `${SAY}Au revoir.</Say><Hangup/>`,
    );
  });

  test('only what is said before, without the question again', () => {
    const answer = told(menu, { alone: true });
    const said = { ...answer, shown: { ...answer.shown, before: [{ text: 'Avec plaisir.' }] } };
    expect(inner(said)).toBe(`${KEYS}${SAY}Avec plaisir.</Say></Gather>`);
  });

  test('what is said before and after, around the lines', () => {
    const answer = told(menu);
    const shown = {
      ...answer.shown,
      before: [{ text: 'Pardon.' }],
      after: [{ text: 'Tapez 9.', spoken: 'Neuf.' }],
    };
    expect(inner({ ...answer, shown })).toContain('Pardon. Dites votre question. Neuf. Où aller, tapez 1.');
  });

  test('slowly', () => {
    expect(inner(told(menu, { slow: true }))).toBe(
      `${KEYS}${SAY}<prosody rate="80%">Dites votre question. Où aller, tapez 1. Prix &amp; délai, tapez 2.</prosody></Say></Gather>`,
    );
  });

  test('in the voice of its language, or the French one where there is none', () => {
    expect(inner(told(menu, { lang: 'en' }))).toContain('<Say voice="Polly.Amy-Neural" language="en-GB">');
    expect(inner(told(menu, { lang: 'so' }))).toContain(SAY);
  });

  test('numbers and acronyms as they are said', () => {
    const said = inner(told({ lines: [{ text: 'Appelez le 3919. APL et RSA.' }], options: [] }));
    expect(said).toContain('trente-neuf dix-neuf');
    expect(said).toContain('A P L');
    expect(said).not.toContain('3919');
  });

  test('what people wrote cannot become a verb', () => {
    const said = inner(told({ lines: [{ text: '</Say><Hangup/> & "quoi" <b>' }], options: [] }));
    expect(said).not.toContain('<Hangup');
    expect(said).toContain('&lt;Hangup/&gt;');
  });
});
