import { describe, expect, it } from 'vitest';
import { dummy, LANDLINE, MOBILE, type Script, twiml } from './service.ts';

/** Calls a service that answers this. */
async function calling(voice: string, script: Script = {}) {
  const service = await dummy({ '/twilio/voice': twiml(voice), ...script });
  return { ...service, call: await service.provider.call(MOBILE) };
}

describe('what a call plays', () => {
  const table: [string, string, unknown[]][] = [
    [
      'words, with their markup flattened',
      '<Say language="fr-FR" voice="Polly.Lea-Neural">Bonjour <prosody rate="90%">à <sub alias="A P L">APL</sub></prosody> &amp; &#233;t&#xE9;.</Say>',
      [{ said: 'Bonjour à A P L & été.', seconds: 22 / 14.5, language: 'fr-FR', voice: 'Polly.Lea-Neural' }],
    ],
    [
      'breaks as time',
      '<Say>Oui<break time="500ms"/>non</Say>',
      [{ said: 'Oui non', seconds: 7 / 14.5 + 0.5 }],
    ],
    ['a loop', '<Say loop="2">Oui</Say>', [{ said: 'Oui' }, { said: 'Oui' }]],
    ['a sound, its address made whole', '<Play>/a.mp3</Play>', [{ played: 'https://relais.example/a.mp3' }]],
    ['tones', '<Play digits="1w2"/>', [{ tones: '1w2' }]],
    ['a pause', '<Pause length="3"/>', [{ pause: 3 }]],
    ['a pause of one second', '<Pause/>', [{ pause: 1 }]],
  ];
  it.each(table)('%s', async (_name, verbs, events) => {
    const { call, provider } = await calling(verbs);
    expect(call.events.filter((event) => !('status' in event))).toMatchObject([
      ...events,
      { ended: true, reason: 'finished' },
    ]);
    expect(provider.alerts()).toEqual([]);
    expect(call.status).toBe('completed');
  });

  it('hears what was said since last asked', async () => {
    const { call } = await calling('<Gather><Say>Un</Say><Play>/b.mp3</Play></Gather><Say>Deux</Say>');
    expect(call.heard()).toEqual(['Un', '♪ https://relais.example/b.mp3']);
    expect(call.heard()).toEqual([]);
    await call.silence();
    expect(call.heard()).toEqual(['Deux']);
  });
});

describe('Gather', () => {
  const answer = { '/twilio/next': twiml('<Say>Merci</Say>') };
  const table: [string, string, string, Record<string, string> | undefined][] = [
    ['one key', 'numDigits="1"', '7', { Digits: '7', FinishedOnKey: '' }],
    ['an entry ended by #', '', '7501#', { Digits: '7501', FinishedOnKey: '#' }],
    ['# as a command', 'numDigits="1" finishOnKey=""', '#', { Digits: '#' }],
    ['* as a command', 'numDigits="1" finishOnKey=""', '*', { Digits: '*' }],
    ['another end key', 'finishOnKey="*"', '1#2*', { Digits: '1#2', FinishedOnKey: '*' }],
    ['an end key alone ends nothing', '', '#', undefined],
    ['not enough keys', 'numDigits="5"', '75', undefined],
    ['keys that are not listened to', 'input="speech"', '1', undefined],
  ];
  it.each(table)('%s', async (_name, attributes, keys, fields) => {
    const { call, at } = await calling(`<Gather action="/twilio/next" ${attributes}/>`, answer);
    await call.press(keys);
    expect(call.state).toBe(fields ? 'ended' : 'waiting');
    expect(at('/twilio/next')).toMatchObject(fields ? [fields] : []);
  });

  it('takes keys that were followed by nothing', async () => {
    const { call, at } = await calling('<Gather action="/twilio/next" numDigits="5"/>', answer);
    await call.press('75');
    await call.silence();
    expect(at('/twilio/next')[0]).toMatchObject({ Digits: '75', CallStatus: 'in-progress' });
  });

  it('takes words', async () => {
    const { call, at } = await calling(
      '<Gather action="/twilio/next" input="dtmf speech" language="fr-FR" hints="rsa,caf"/>',
      answer,
    );
    expect(call.waiting).toMatchObject({ waiting: 'digits', speech: true, language: 'fr-FR' });
    await call.speak('le RSA', 0.42);
    expect(at('/twilio/next')[0]).toMatchObject({ SpeechResult: 'le RSA', Confidence: '0.42' });
  });

  it('does not hear words when only keys count', async () => {
    const { call } = await calling('<Gather action="/twilio/next"/>', answer);
    await call.speak('bonjour');
    expect(call.events.at(-1)).toEqual({ unheard: 'bonjour' });
    expect(call.state).toBe('waiting');
  });

  it('falls through after silence, unless the empty result is asked for', async () => {
    const through = await calling('<Gather action="/twilio/next"/><Say>Personne</Say>', answer);
    await through.call.silence();
    expect(through.call.heard()).toEqual(['Personne']);
    const empty = await calling('<Gather action="/twilio/next" actionOnEmptyResult="true"/>', answer);
    await empty.call.silence();
    expect(empty.at('/twilio/next')[0]).toMatchObject({ Digits: '' });
    expect(empty.call.heard()).toEqual(['Merci']);
  });

  it('goes back to its own document when it names no action', async () => {
    const { call, at } = await calling('<Gather numDigits="1"/>');
    await call.press('12');
    expect(at('/twilio/voice').map((fields) => fields.Digits)).toEqual([undefined, '1', '2']);
  });
});

describe('Record', () => {
  const verbs =
    '<Record action="/twilio/after" maxLength="30" recordingStatusCallback="/twilio/voice/recording"/><Say>Rien</Say>';
  const script = { '/twilio/after': twiml('<Say>Merci</Say>') };

  it('keeps what was said and tells of it twice', async () => {
    const { call, at, provider } = await calling(verbs, script);
    expect(call.events.slice(-2)).toEqual([
      { beep: true },
      { waiting: 'recording', maxLength: 30, finishOnKey: '1234567890*#' },
    ]);
    await call.record({ seconds: 12 });
    const [after] = at('/twilio/after');
    expect(after).toMatchObject({ RecordingDuration: '12', Digits: '#' });
    expect(after?.RecordingUrl).toBe(
      `https://relais.example/2010-04-01/Accounts/${after?.AccountSid}/Recordings/${after?.RecordingSid}`,
    );
    expect(at('/twilio/voice/recording')).toMatchObject([
      { RecordingStatus: 'completed', RecordingSid: after?.RecordingSid, RecordingSource: 'RecordVerb' },
    ]);
    expect(provider.recordings.find(after?.RecordingSid ?? '')?.contentType).toBe('audio/wav');
  });

  it('is cut at its longest, and says when the caller hung up', async () => {
    const cut = await calling(verbs, script);
    await cut.call.record({ seconds: 300 });
    expect(cut.at('/twilio/after')[0]).toMatchObject({ RecordingDuration: '30' });
    expect(cut.at('/twilio/after')[0]?.Digits).toBeUndefined();
    const gone = await calling(verbs, script);
    await gone.call.record({ seconds: 4, end: 'hangup' });
    expect(gone.at('/twilio/after')[0]).toMatchObject({ Digits: 'hangup', CallStatus: 'completed' });
    expect(gone.call.heard()).toEqual([]);
    expect(gone.call.reason).toBe('caller');
  });

  it('goes on when nothing was said', async () => {
    const { call, at } = await calling(verbs, script);
    await call.silence();
    expect(call.heard()).toEqual(['Rien']);
    expect(at('/twilio/voice/recording')).toEqual([]);
  });

  it('records only where it is asked to', async () => {
    const { call } = await calling('<Gather/>');
    await expect(call.record()).rejects.toThrow('nothing is being recorded');
  });
});

describe('Dial', () => {
  const script = { '/twilio/voice/dial': twiml('<Say>Terminé</Say>') };
  it.each([
    ['busy', { status: 'busy' }, undefined],
    ['no-answer', { status: 'no-answer' }, undefined],
    ['failed', { status: 'failed' }, undefined],
    ['completed', { status: 'completed', seconds: 42 }, '42'],
  ] as const)('%s', async (status, outcome, seconds) => {
    const service = await dummy({
      '/twilio/voice': twiml(
        '<Dial action="/twilio/voice/dial" timeout="20"><Number>+33199009999</Number></Dial>',
      ),
      ...script,
    });
    service.provider.callee('+33199009999', outcome);
    const call = await service.provider.call(LANDLINE);
    expect(call.events).toContainEqual({ dialing: '+33199009999' });
    expect(service.at('/twilio/voice/dial')).toMatchObject([{ DialCallStatus: status }]);
    expect(service.at('/twilio/voice/dial')[0]?.DialCallDuration).toBe(seconds);
    expect(call.heard()).toEqual(['Terminé']);
  });

  it('lets the two talk until one hangs up', async () => {
    const { provider, at } = await dummy(
      { '/twilio/voice': twiml('<Dial action="/twilio/voice/dial">+33199009999</Dial>'), ...script },
      { callee: { status: 'talking' } },
    );
    const call = await provider.call(MOBILE);
    expect(call.waiting).toEqual({ waiting: 'talk', with: '+33199009999' });
    await call.calleeHangsUp(90);
    expect(call.heard()).toEqual(['Terminé']);
    const other = await provider.call(MOBILE);
    await other.hangup();
    expect(other.heard()).toEqual([]);
    expect(at('/twilio/voice/dial').map((fields) => fields.CallStatus)).toEqual(['in-progress', 'completed']);
  });

  describe('with an address that the person who is called hears first', () => {
    const screened = {
      '/twilio/voice': twiml(
        '<Dial action="/twilio/voice/dial" callerId="+33199000000"><Number url="/twilio/screen">+33639980999</Number></Dial>',
      ),
      '/twilio/screen': twiml(
        '<Gather action="/twilio/screen/key" numDigits="1"><Say>Tapez 1</Say></Gather><Hangup/>',
      ),
      '/twilio/screen/key': twiml('<Say>Bonjour</Say>'),
      ...script,
    };
    const ringing = async () => {
      const service = await dummy(screened);
      const call = await service.provider.call(MOBILE);
      await service.provider.settled();
      const leg = service.provider.ringing('+33639980999');
      if (!leg) throw new Error('no phone rings');
      return { ...service, call, leg };
    };

    it('rings their phone, and connects the two once the document is over', async () => {
      const { call, leg, at, provider } = await ringing();
      expect([leg.from, leg.direction, call.waiting?.waiting]).toEqual([
        '+33199000000',
        'outbound-dial',
        'talk',
      ]);
      await leg.answer();
      await leg.press('1');
      expect([leg.heard(), leg.waiting?.waiting]).toEqual([['Tapez 1', 'Bonjour'], 'talk']);
      await leg.hangup();
      await provider.settled();
      expect(at('/twilio/voice/dial')).toMatchObject([{ DialCallStatus: 'completed', DialBridged: 'true' }]);
      expect(call.heard()).toEqual(['Terminé']);
    });

    it('connects nobody whom the document hangs up, or who does not pick up', async () => {
      const silent = await ringing();
      await silent.leg.answer();
      await silent.leg.silence();
      await silent.provider.settled();
      expect(silent.at('/twilio/voice/dial')).toMatchObject([{ DialBridged: 'false' }]);
      const busy = await ringing();
      await busy.leg.decline('busy');
      await busy.provider.settled();
      expect(busy.at('/twilio/voice/dial')).toMatchObject([{ DialCallStatus: 'busy', DialBridged: 'false' }]);
    });

    it('stops ringing when the caller hangs up', async () => {
      const { call, leg, provider } = await ringing();
      await call.hangup();
      await provider.settled();
      expect([call.state, leg.state]).toEqual(['ended', 'ended']);
    });
  });

  it('goes on without an action', async () => {
    const { call } = await calling('<Dial>+33199009999</Dial><Say>Fini</Say>');
    expect(call.heard()).toEqual(['Fini']);
  });
});

describe('how a call ends', () => {
  it('is refused without being answered', async () => {
    const busy = await calling('<Reject reason="busy"/>');
    expect([busy.call.status, busy.call.reason]).toEqual(['busy', 'busy']);
    expect(busy.at('/twilio/voice/status')).toMatchObject([{ CallStatus: 'busy', CallDuration: '0' }]);
    expect((await calling('<Reject/>')).call.reason).toBe('rejected');
  });

  it('is hung up by the service or by the caller, and told once', async () => {
    const service = await calling('<Say>Au revoir</Say><Hangup/><Say>Jamais</Say>');
    expect(service.call.heard()).toEqual(['Au revoir']);
    expect(service.call.reason).toBe('hangup');
    const caller = await calling('<Gather/><Say>Jamais</Say>');
    await caller.call.hangup();
    await caller.call.hangup();
    expect(caller.call.reason).toBe('caller');
    expect(caller.at('/twilio/voice/status')).toMatchObject([
      { CallStatus: 'completed', Direction: 'inbound', SequenceNumber: '0' },
    ]);
    await expect(caller.call.press('1')).rejects.toThrow('the call is over');
  });

  it('follows a redirection and leaves the rest', async () => {
    const { call } = await calling('<Redirect>voice/other?a=1&amp;b=2</Redirect><Say>Jamais</Say>', {
      '/twilio/voice/other': (_fields, query) => twiml(`<Say>${query.a}${query.b}</Say>`),
    });
    expect(call.heard()).toEqual(['12']);
  });
});

describe('answers that cannot be followed', () => {
  const said = 'We are sorry, an application error has occurred. Goodbye.';
  it.each([
    ['an unknown verb', twiml('<Shout>Non</Shout>'), 12200],
    ['a message', twiml('<Message>Non</Message>'), 12200],
    ['a verb in the wrong case', twiml('<say>Non</say>'), 12200],
    ['an unknown attribute', twiml('<Say speed="2">Non</Say>'), 12200],
    ['a value that is not taken', twiml('<Gather numDigits="0"/>'), 12200],
    ['a verb where it may not be', twiml('<Gather><Redirect>/x</Redirect></Gather>'), 12200],
    ['text between verbs', twiml('Bonjour'), 12200],
    ['an empty Say', twiml('<Say> </Say>'), 13520],
    ['a Say that is too long', twiml(`<Say voice="Polly.Lea-Neural">${'a'.repeat(3001)}</Say>`), 13520],
    ['XML that is not closed', '<Response><Say>Non</Response>', 12100],
    ['a bare ampersand', twiml('<Say>a & b</Say>'), 12100],
    ['an unknown entity', twiml('<Say>&eacute;</Say>'), 12100],
    ['two roots', '<Response/><Response/>', 12100],
    ['another root', '<Answer/>', 12100],
    ['nothing', '', 12100],
    ['a document that is too long', twiml(`<!-- ${'x'.repeat(66_000)} -->`), 11750],
    ['an endless loop', twiml('<Say loop="0">Non</Say>'), 12200],
    ['a circle', twiml('<Redirect>/twilio/voice</Redirect>'), 81022],
    ['a dial of words', twiml('<Dial>personne</Dial>'), 13224],
    ['an error', { status: 500, body: twiml('<Say>Non</Say>') }, 11200],
    ['a type that is not read', { type: 'application/json', body: '{}' }, 12300],
  ] as const)('%s', async (_name, answer, code) => {
    const { provider } = await dummy({ '/twilio/voice': answer });
    const call = await provider.call(MOBILE);
    expect(call.heard()).toEqual([said]);
    expect(call.reason).toBe('error');
    expect(
      provider
        .alerts()
        .map((alert) => [alert.code, alert.sid])
        .at(-1),
    ).toEqual([code, call.sid]);
  });

  it('reads plain words out', async () => {
    const { provider } = await dummy({ '/twilio/voice': { type: 'text/plain', body: 'Bonjour' } });
    expect((await provider.call(MOBILE)).heard()).toEqual(['Bonjour']);
  });
});

describe('who calls', () => {
  it.each([
    [MOBILE, 'FR'],
    [LANDLINE, 'FR'],
    ['+266696687', 'LS'],
    ['anonymous', ''],
  ])('%s', async (from, country) => {
    const { provider, seen } = await dummy({ '/twilio/voice': twiml('<Hangup/>') });
    await provider.call(from);
    expect(seen[0]?.fields).toMatchObject({
      From: from,
      Caller: from,
      FromCountry: country,
      FromCity: '',
      Direction: 'inbound',
      CallStatus: 'ringing',
      ApiVersion: '2010-04-01',
      CallSid: expect.stringMatching(/^CA[0-9a-f]{32}$/),
    });
    expect(seen.every((one) => one.signed)).toBe(true);
  });

  it('is not a name or an emergency number', async () => {
    const { provider } = await dummy({});
    await expect(provider.call('RELAIS')).rejects.toThrow();
    await expect(provider.call('112')).rejects.toThrow();
  });
});
