/** Calls between a helper and a person, numbers that a desk has muted, and when it is on duty. Inside the caller's transaction. */
import { sql } from 'drizzle-orm';
import type { JournalEntry } from '../accounts.ts';
import { BRIDGE_LASTS, type Callbacks, type StoredBridge } from '../callbacks.ts';
import type { CallbackRows, Sync } from './callbacks.ts';
import type { Orm } from './connection.ts';

export type BridgeRows = Sync<
  Pick<
    Callbacks,
    | 'duties'
    | 'setDuty'
    | 'addBridge'
    | 'bridge'
    | 'bridgeNews'
    | 'endBridge'
    | 'muteCaller'
    | 'unmuteCaller'
    | 'mutes'
  >
>;

const COLUMNS = sql`id, callback_id as callbackId, org_id as orgId, account_id as accountId, at, answered_at as answeredAt,
  accepted_at as acceptedAt, joined_at as joinedAt, ended_at as endedAt, outcome`;
const INSTANT = { answered: 'answered_at', accepted: 'accepted_at', joined: 'joined_at' } as const;

/** The last call of a request. */
export function bridgeOf(orm: Orm, callbackId: string): StoredBridge | null {
  const row = orm.get<StoredBridge | undefined>(
    sql`select ${COLUMNS} from bridges where callback_id = ${callbackId} order by at desc, id desc limit 1`,
  );
  return row ?? null;
}

export function makeBridgeRows(
  orm: Orm,
  callbacks: CallbackRows,
  note: (entry: JournalEntry) => void,
): BridgeRows {
  const one = (id: string) =>
    orm.get<StoredBridge | undefined>(sql`select ${COLUMNS} from bridges where id = ${id}`);

  return {
    duties: () => orm.all(sql`select org_id as orgId, hours, department from duties order by org_id`),
    setDuty(orgId, duty, entry) {
      orm.run(sql`delete from duties where org_id = ${orgId}`);
      if (duty !== null)
        orm.run(
          sql`insert into duties (org_id, hours, department) values (${orgId}, ${duty.hours}, ${duty.department})`,
        );
      note(entry);
    },
    addBridge({ id, callbackId, orgId, accountId, at }, entry) {
      const { changes } = orm.run(sql`insert into bridges (id, callback_id, org_id, account_id, at)
        select ${id}, id, org_id, ${accountId}, ${at} from callbacks b
        where id = ${callbackId} and org_id = ${orgId} and state = 'claimed' and claimed_by = ${accountId}
        and not exists (select 1 from bridges g where g.callback_id = b.id and g.ended_at is null
          and g.at > ${at - BRIDGE_LASTS})`);
      if (changes > 0) note(entry);
      return changes > 0;
    },
    bridge(id) {
      const bridge = one(id);
      const callback = bridge && callbacks.callback(bridge.callbackId, bridge);
      return bridge && callback ? { bridge, callback } : undefined;
    },
    bridgeNews(id, is, at) {
      const column = sql.identifier(INSTANT[is]);
      orm.run(sql`update bridges set ${column} = coalesce(${column}, ${at}) where id = ${id}`);
    },
    endBridge(id, { outcome, at, missed }) {
      orm.run(sql`update bridges set ended_at = coalesce(ended_at, ${at}) where id = ${id}`);
      if (outcome === undefined) return false;
      const { changes } = orm.run(
        sql`update bridges set outcome = ${outcome} where id = ${id} and outcome is null`,
      );
      const bridge = one(id);
      if (changes === 0 || bridge === undefined) return false;
      const { callbackId, accountId } = bridge;
      if (missed) {
        const still = orm.run(sql`update callbacks set missed = missed + 1
          where id = ${callbackId} and state = 'claimed' and claimed_by = ${accountId}`);
        if (still.changes > 0) callbacks.follow(callbackId, missed, at, 'missed');
      }
      return true;
    },
    muteCaller(callbackId, { orgId }, entry) {
      const { changes } =
        orm.run(sql`insert or ignore into muted_callers (number_hmac, org_id, id, account_id, at)
        select c.number_hmac, b.org_id, ${entry.id}, ${entry.accountId ?? ''}, ${entry.at}
        from callbacks b join contacts c on c.id = b.contact_id where b.id = ${callbackId} and b.org_id = ${orgId}`);
      if (changes === 0) return false;
      orm.run(sql`update callbacks set state = 'cancelled', closed_at = ${entry.at} where org_id = ${orgId}
        and closed_at is null and contact_id = (select contact_id from callbacks where id = ${callbackId})`);
      note(entry);
      return true;
    },
    unmuteCaller(muteId, { orgId }, entry) {
      const { changes } = orm.run(sql`delete from muted_callers where id = ${muteId} and org_id = ${orgId}`);
      if (changes > 0) note(entry);
      return changes > 0;
    },
    mutes: ({ orgId }) =>
      orm.all(sql`select m.id, m.at, m.account_id as accountId, c.number_enc as number
        from muted_callers m left join contacts c on c.number_hmac = m.number_hmac
        where m.org_id = ${orgId} order by m.at desc, m.id desc`),
  };
}
