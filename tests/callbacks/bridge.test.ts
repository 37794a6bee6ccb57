/** Whom the bridge dials: never a short number, never for somebody who has left, never for a request that is another's. */
import { describe, expect, test } from 'vitest';
import type { StoredBridge, StoredCallback } from '../../db/callbacks.ts';
import { makeBridge } from '../../src/callbacks/bridge.ts';

const bridge: StoredBridge = {
  ...{ id: 'b', callbackId: 'c', orgId: 'a', accountId: 'sonia', at: 0 },
  ...{ answeredAt: null, acceptedAt: null, joinedAt: null, endedAt: null, outcome: null },
};
const callback = { id: 'c', orgId: 'a', state: 'claimed', claimedBy: 'sonia' } as StoredCallback;

function accepts(
  number: string,
  more: {
    readonly bridge?: Partial<StoredBridge>;
    readonly callback?: Partial<StoredCallback>;
    readonly account?: { active: boolean; orgId: string } | undefined;
  } = {},
): Promise<string | undefined> {
  const account = 'account' in more ? more.account : { active: true, orgId: 'a' };
  return makeBridge({
    store: {
      bridge: async () => ({
        bridge: { ...bridge, ...more.bridge },
        callback: { ...callback, ...more.callback },
      }),
      bridgeNews: async () => undefined,
      endBridge: async () => true,
      noticeOf: async () => undefined,
      noticeTold: async () => undefined,
      account: async () => account as never,
    },
    telling: {
      number: () => number,
      request: () => {
        throw new Error('nothing is told here');
      },
      missed: () => ({ deadline: null }),
      heard: () => undefined,
    },
    clock: () => 0,
  }).accepted('b');
}

test('a phone of France or overseas is dialled', async () => {
  expect(await accepts('+33639980001')).toBe('+33639980001');
  expect(await accepts('+262692000001')).toBe('+262692000001');
});

describe('never dialled', () => {
  test.each([
    '17',
    '15',
    '112',
    '3919',
    '+3317',
    '+33112',
    '+333919',
    '+33899123456',
    '+4915112345678',
    '',
    'anonymous',
  ])('%s', async (number) => {
    expect(await accepts(number)).toBeUndefined();
  });

  test.each([
    ['a call that is over', { bridge: { endedAt: 1 } }],
    ['a request that was given back', { callback: { state: 'open', claimedBy: null } }],
    ['a request that a colleague has', { callback: { claimedBy: 'karim' } }],
    ['a request that is over', { callback: { state: 'cancelled' } }],
    ['a helper whose account was closed', { account: { active: false, orgId: 'a' } }],
    ['a helper of another organisation', { account: { active: true, orgId: 'b' } }],
    ['nobody', { account: undefined }],
  ] as const)('%s', async (_, more) => {
    expect(await accepts('+33639980001', more as never)).toBeUndefined();
  });
});
