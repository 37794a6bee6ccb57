/** Random lives of a consultation: whoever votes, however often, by number or by code, the count is what an independent recount says. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSqlite } from '../../db/sqlite/store.ts';
import { texts } from '../../flows/texts/index.ts';
import { makeDesk, type Result } from '../../src/consultations/desk.ts';
import { makeRegistry } from '../../src/consultations/registry.ts';
import { codeOf } from '../../src/consultations/secrecy.ts';
import { voteRows } from '../../src/conversation/votes.ts';
import { callerOf, TERRITORIES } from '../../src/phone.ts';
import { makeVault } from '../../src/vault.ts';
import { exampleDraft } from '../support/consultation.ts';
import { countingIds, MORNING } from '../support/service.ts';

const HISTORIES = 1000;
/** Consultations that share a database: each counts its own. */
const TOGETHER = 20;
const KEY = Buffer.alloc(32, 9);
const DAY = 86_400_000;
const draft = exampleDraft();
const CODES = 3;

const several = (n: number, min: number, max: number) =>
  fc.shuffledSubarray(
    Array.from({ length: n }, (_, i) => i),
    { minLength: min, maxLength: max },
  );
/** What somebody may answer to the seven questions of the example. */
const answers = fc.tuple(
  fc.option(several(2, 1, 1)),
  fc.option(several(3, 1, 1)),
  fc.option(several(4, 1, 2)),
  fc.option(several(5, 1, 1)),
  fc.option(several(3, 3, 3)),
  fc.option(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(3))),
  fc.option(fc.record({ words: fc.string({ minLength: 1, maxLength: 20 }) })),
);
const act = fc.record({
  /** Six phones, one that is hidden. */
  phone: fc.integer({ min: 0, max: 6 }),
  /** None, three codes, and one that was never given out. */
  code: fc.integer({ min: 0, max: CODES + 1 }),
  answers,
  /** The provider delivers the webhook again, now or after what follows. */
  again: fc.constantFrom('no', 'now', 'last'),
  days: fc.nat(2),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** The recount: from what people did, without anything of the service. */
function recount(acts: readonly Act[]): { ballots: Map<string, Act['answers']>; days: Map<string, number> } {
  const ballots = new Map<string, Act['answers']>();
  const days = new Map<string, number>();
  let day = 0;
  for (const { phone, code, answers, days: passed } of acts) {
    day += passed;
    const who =
      code > 0 && code <= CODES ? `code ${code}` : code === 0 && phone < 6 ? `phone ${phone}` : undefined;
    if (who === undefined) continue;
    ballots.set(who, answers);
    days.set(who, day);
  }
  return { ballots, days };
}

function countOf(all: readonly Act['answers'][], question: number, option: number): number {
  const q = draft.questions[question];
  let count = 0;
  for (const given of all) {
    const answer = given[question];
    if (answer === null || answer === undefined) continue;
    if (!Array.isArray(answer)) count += 1;
    else if (q?.type === 'budget') count += answer[option] ?? 0;
    else if (!answer.includes(option)) continue;
    else count += q?.type === 'ranking' ? 3 - answer.indexOf(option) : 1;
  }
  return count;
}

test(`over ${HISTORIES} histories the tally is the recount, and nobody counts twice`, async () => {
  let store = openSqlite(':memory:');
  const vault = makeVault(Buffer.alloc(32, 7));
  const ids = countingIds();
  let history = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      history += 1;
      if (history % TOGETHER === 0) {
        await store.close();
        store = openSqlite(':memory:');
      }
      const clock = { now: MORNING };
      const slug = `h${history}`;
      const desk = makeDesk({ store, vault, clock: () => clock.now, ids, texts, key: () => KEY });
      await desk.open({ ...draft, slug });
      await desk.codes(slug, CODES);
      const registry = await makeRegistry({ store, vault, randomId: randomUUID });
      const [id = ''] = registry.ids();
      const receipts = new Map<string, string>();
      const calls: (() => Promise<unknown>)[] = [];
      for (const [i, { phone, code, answers, again, days }] of acts.entries()) {
        clock.now += days * DAY;
        const from = phone < 6 ? `+3363998100${phone}` : undefined;
        const caller = callerOf(from, TERRITORIES);
        const entered = code === 0 ? '' : (registry.codeIn(id, codeOf(KEY, code)) ?? 'refused');
        // What the dialogue refuses never becomes a vote.
        if (entered === 'refused') continue;
        const at = clock.now;
        const rows = voteRows(
          { vault, ballots: registry },
          { type: 'vote', consultation: id, code: entered, answers },
          { now: at, channel: 'sms', caller },
        );
        const call = () =>
          store.exchange(
            {
              ...{
                key: `call:${slug}-${i}`,
                channel: 'voice',
                inboundId: `${slug}-${i}`,
                at,
                newContactId: ids(),
              },
              ...(from === undefined ? {} : { number: vault.number(from) }),
            },
            () => ({
              ...{ session: null, exchange: vault.seal('x'), outgoing: [], discreet: false },
              ...rows,
            }),
          );
        await call();
        if (again === 'now') await call();
        if (again === 'last') calls.push(call);
        const who = entered || from;
        const receipt = rows.votes?.[0]?.receipt;
        if (who === undefined || receipt === undefined) continue;
        expect(receipts.get(who) ?? receipt).toBe(receipt);
        receipts.set(who, receipt);
      }
      for (const call of calls) await call();
      const { ballots, days } = recount(acts);
      await desk.close(slug);
      const result = (await desk.result(slug)) as Result;
      expect(result.ballots).toBe(ballots.size);
      expect(Object.values(result.days).reduce((sum, n) => sum + n, 0)).toBe(ballots.size);
      expect(Object.keys(result.days)).toHaveLength(new Set(days.values()).size);
      const all = [...ballots.values()];
      expect(result.questions?.map(({ results }) => results.map(({ count }) => count))).toEqual(
        draft.questions.map(({ options, type }, q) =>
          type === 'open' ? [countOf(all, q, 0)] : options.map((_, option) => countOf(all, q, option)),
        ),
      );
      expect(result.questions?.map(({ blank }) => blank)).toEqual(
        draft.questions.map((_, q) => all.filter((given) => given[q] === null).length),
      );
      for (const receipt of receipts.values()) expect(await store.countedReceipt(receipt)).toBe(true);
      expect(new Set(receipts.values()).size).toBe(ballots.size);
      const said = all.flatMap((given) => given[6]?.words ?? []);
      expect((await desk.answers(slug)).map(({ words }) => words).sort()).toEqual(said.sort());
    }),
    { numRuns: HISTORIES },
  );
  await store.close();
}, 120_000);
