/** Numbers of France and overseas: who may be texted, and how texts behave there. */
import { describe, expect, test } from 'vitest';
import { ANONYMOUS, callerOf, mobileOf, personNumber, TERRITORIES } from '../src/phone.ts';

describe('whose number it is', () => {
  test.each(['+33612345678', '+33199000101', '+262692123456', '+4915112345678', '+12025550123'])(
    '%s is a person’s',
    (from) => {
      expect(personNumber(from)).toBe(from);
    },
  );

  test.each([
    ...[
      '',
      '+',
      '36105',
      '3200',
      'RELAIS',
      'Info Caf',
      '0612345678',
      '33612345678',
      '+336123',
      '+3361234567890123',
    ],
    ...[
      'anonymous',
      'Anonymous',
      'RESTRICTED',
      'unknown',
      'unavailable',
      '+266696687',
      '+7378742833',
      '+2562533',
    ],
    ...[
      '+8656696',
      '+86282452253',
      'whatsapp:+33612345678',
      '+33 6 12 34 56 78',
      '+33612345678 ',
      '+33612345678\n',
    ],
    ...['constructor', '+٣٣٦١٢٣٤٥٦٧٨'],
  ])('"%s" is nobody’s', (from) => {
    expect(personNumber(from)).toBeUndefined();
  });
});

/** E.164, whether it may be texted, whether it can answer, whether texts are joined. */
const CALLERS: readonly (readonly [string, string, boolean, boolean, boolean])[] = [
  ['a mobile', '+33612345678', true, true, true],
  ['a mobile in 07', '+33751234567', true, true, true],
  ['a mobile kept for fiction', '+33639980101', true, true, true],
  ['a landline', '+33142345678', false, true, true],
  ['a landline kept for fiction', '+33199000101', false, true, true],
  ['a box number', '+33912345678', false, true, true],
  ['a costly number', '+33899123456', false, true, true],
  ['a mobile of Guadeloupe', '+590690123456', true, true, true],
  ['a mobile of Martinique', '+596696123456', true, true, true],
  ['a mobile of Réunion', '+262692123456', true, true, true],
  ['a mobile of Mayotte', '+262639012345', true, true, true],
  ['a landline of Réunion', '+262262123456', false, true, true],
  ['a mobile of French Guiana', '+594694201234', true, false, false],
  ['a landline of French Guiana', '+594594301234', false, false, false],
  ['a mobile of Germany', '+4915112345678', false, false, true],
  ['a number of the United States', '+12025550123', false, false, true],
];

describe('the person who texts or calls', () => {
  test.each(CALLERS)('%s', (_, number, mobile, canAnswer, joined) => {
    expect(callerOf(number, TERRITORIES)).toMatchObject({ number, mobile, canAnswer, joined });
  });

  test.each([undefined, '', 'anonymous', '+1', 'x'])('%s is anonymous, and no mobile', (from) => {
    expect(callerOf(from, TERRITORIES)).toEqual(ANONYMOUS);
    expect(ANONYMOUS.mobile).toBe(false);
  });

  test('a territory that is not listed is not texted; a listed one behaves as it is told', () => {
    expect(callerOf('+33612345678', {})).toMatchObject({ mobile: false, canAnswer: false });
    const limits = { DE: { answers: true, joined: false }, FR: { answers: false, joined: true } };
    expect(callerOf('+4915112345678', limits)).toMatchObject({
      mobile: true,
      canAnswer: true,
      joined: false,
    });
    expect(callerOf('+33612345678', limits)).toMatchObject({ mobile: true, canAnswer: false, joined: true });
  });
});

describe('a mobile from ten digits', () => {
  test.each([
    ['0612345678', '+33612345678'],
    ['0751234567', '+33751234567'],
    ['0639980101', '+33639980101'],
    // Overseas they are keyed alike, and only their own code reaches them.
    ['0639012345', '+262639012345'],
    ['0690123456', '+590690123456'],
    ['0691301234', '+590691301234'],
    ['0692123456', '+262692123456'],
    ['0693123456', '+262693123456'],
    ['0694201234', '+594694201234'],
    ['0696123456', '+596696123456'],
    ['0697123456', '+596697123456'],
  ])('%s is %s', (digits, number) => {
    expect(mobileOf(digits, TERRITORIES)).toBe(number);
    expect(callerOf(number, TERRITORIES).mobile).toBe(true);
  });

  test.each([
    ...['', '0', '06', '061234567', '06123456789', '0000000000', '9999999999', '15', '112', '3919'],
    ...['0142345678', '0199000101', '0262123456', '0590123456', '0899123456', '0805160075', '0912345678'],
  ])('"%s" is none', (digits) => {
    expect(mobileOf(digits, TERRITORIES)).toBeUndefined();
  });

  test('not of a territory that is not texted', () => {
    const { GF: _, ...others } = TERRITORIES;
    expect(mobileOf('0694201234', others)).toBeUndefined();
    expect(mobileOf('0612345678', others)).toBe('+33612345678');
  });
});
