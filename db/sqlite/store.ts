/** The port over one SQLite file: every call is a part of a shared transaction that is on the disk when it resolves. */
import { inArray } from 'drizzle-orm';
import { StoreError } from '../errors.ts';
import type { Store } from '../store.ts';
import { makeAccountSessionRows } from './account-sessions.ts';
import { makeAccountRows } from './accounts.ts';
import { makeBlankRows } from './blanking.ts';
import { makeBridgeRows } from './bridges.ts';
import { makeCallbackRows } from './callbacks.ts';
import { makeCommits, translated } from './commit.ts';
import { type Connection, connect } from './connection.ts';
import { makeConsultationRows } from './consultations.ts';
import { makeCorrectionRows } from './corrections.ts';
import { makeEnrolmentRows } from './enrolments.ts';
import { makeErasing } from './erasing.ts';
import { makeExchange } from './exchange.ts';
import { makeGenerations } from './generations.ts';
import { makeGuidanceRows } from './guidance.ts';
import { makeKept } from './kept.ts';
import { migrate, missing } from './migrate.ts';
import { makeOrganisationRows } from './organisations.ts';
import { makeOutboxRows } from './outbox.ts';
import { makeOutgoings } from './outgoing.ts';
import { makePeople } from './people.ts';
import { purge } from './purge.ts';
import { makeReminded } from './reminded.ts';
import { makeReminderRows } from './reminders.ts';
import { reseal } from './resealing.ts';
import { exchanges } from './schema.ts';
import { makeSessions } from './sessions.ts';
import { staffOver } from './staff-store.ts';
import { dropUnanswered, makeTallyRows, tallies, unanswered } from './tallies.ts';
import { makeTemplateRows } from './templates.ts';
import { makeVoiceRows } from './voices.ts';
import { pulse, use, used } from './watching.ts';

/**
 * Opens (and makes, and migrates) the database at this path, `:memory:` for one that is gone with the process.
 * Throws StoreError `database_newer`, `not_migrated`, `busy` or `unavailable`.
 */
export function openSqlite(file: string): Store {
  const connection = reached(() => connect(file));
  try {
    reached(() => migrate(connection));
    return storeOver(connection);
  } catch (error) {
    connection.client.close();
    throw error;
  }
}

/** The port over a connection whose database is migrated. Closing the store closes it. */
export function storeOver({ client, orm }: Connection): Store {
  const people = makePeople(orm);
  const sessions = makeSessions(orm);
  const outgoings = makeOutgoings(orm, people, sessions);
  const outbox = makeOutboxRows(orm, people);
  const voices = makeVoiceRows(orm);
  const votes = makeConsultationRows(orm);
  const guided = makeGuidanceRows(orm, people, sessions, outgoings);
  const erasing = makeErasing(orm);
  const enrolments = makeEnrolmentRows(orm);
  const blanks = makeBlankRows(orm);
  const corrections = makeCorrectionRows(orm);
  const orgs = makeOrganisationRows(orm);
  const asked = makeCallbackRows(orm, outgoings, orgs.note);
  const bridged = makeBridgeRows(orm, asked, orgs.note);
  const reminded = makeReminded(client, orm, sessions);
  const reminders = { ...makeReminderRows(orm, people, outgoings), ...reminded };
  const templates = makeTemplateRows(orm);
  const exchange = makeExchange({
    ...{ orm, people, sessions, outgoings, voices, votes, guided },
    ...{ erasing, enrolments, asked, blanks, corrections, reminders, counted: makeTallyRows(client) },
  });
  const kept = makeKept(orm);
  const generations = makeGenerations(orm);
  const staff = makeAccountRows(orm, orgs);
  const signedIn = makeAccountSessionRows(orm, orgs);
  const commits = makeCommits(client);

  /** What only reads takes no lock, and waits for no commit. */
  async function reads<T>(work: () => T): Promise<T> {
    if (!client.open) throw new StoreError('closed');
    return reached(work);
  }

  return {
    exchange: (request, decide) => commits.run(() => exchange(request, decide)),
    heard: (ids) =>
      reads(() =>
        orm
          .select({ id: exchanges.inboundId })
          .from(exchanges)
          .where(inArray(exchanges.inboundId, [...ids]))
          .all()
          .map(({ id }) => id),
      ),
    handedOver: (id) => commits.run(() => outgoings.handedOver(id)),
    takeDue: (now, leaseUntil, limit) => commits.run(() => outbox.takeDue(now, leaseUntil, limit)),
    settle: (id, outcome, onward) =>
      commits.run(() => {
        outbox.settle(id, outcome);
        if (outcome.is !== 'sent' || !onward) return;
        guided.goOn(id, outcome.at, onward);
        reminded.goOn(id, outcome.at, onward);
      }),
    report: (id, state, code, blank) =>
      commits.run(() => {
        if (blank) blanks.add(blank.providerId, blank.dueAt);
        return outgoings.report(id, state, code);
      }),
    takeBlanks: (...given) => commits.run(() => blanks.take(...given)),
    blanked: (id) => commits.run(() => blanks.done(id)),
    putOffBlank: (id, dueAt) => commits.run(() => blanks.putOff(id, dueAt)),
    takeRecordings: (now, leaseUntil, limit) =>
      commits.run(() => kept.takeRecordings(now, leaseUntil, limit)),
    keepRecording: (id, data) => commits.run(() => kept.keepRecording(id, data)),
    putOffRecording: (id, dueAt) => commits.run(() => kept.putOffRecording(id, dueAt)),
    dropRecording: (id) => commits.run(() => kept.dropRecording(id)),
    recording: (id) => commits.run(() => kept.recording(id)),
    kept: (hmacs) =>
      reads(() => {
        const id = erasing.find(hmacs);
        return id === undefined ? undefined : erasing.kept(id);
      }),
    erase: (hmacs, at) =>
      commits.run(() => {
        const id = erasing.find(hmacs);
        if (id !== undefined) erasing.erase(id, at);
        return id !== undefined;
      }),
    purge: (limits, limit) => commits.run(() => purge(orm, erasing, limits, limit)),
    feedback: (limit) => commits.run(() => kept.feedback(limit)),
    testimonies: (query) => reads(() => voices.all(query)),
    testimony: (id) => reads(() => voices.one(id)),
    moderate: (moderation) => commits.run(() => voices.moderate(moderation)),
    moderations: (limit) => reads(() => voices.moderations(limit)),
    obstacles: () => reads(() => voices.obstacles()),
    addWorkshop: (name, at, codeOf) => commits.run(() => voices.addWorkshop(name, at, codeOf)),
    workshops: () => reads(() => voices.workshops()),
    consultations: () => reads(() => votes.consultations()),
    consultationsVersion: () => reads(() => votes.consultationsVersion()),
    openConsultation: (opened) => commits.run(() => votes.openConsultation(opened)),
    amendConsultation: (id, body) => commits.run(() => votes.amendConsultation(id, body)),
    issueCodes: (id, upTo) => commits.run(() => votes.issueCodes(id, upTo)),
    countedReceipt: (receipt) => reads(() => votes.countedReceipt(receipt)),
    ballots: (consultation) => reads(() => votes.ballots(consultation)),
    openAnswers: (consultation) => reads(() => votes.openAnswers(consultation)),
    closeConsultation: (id, at, separate) => commits.run(() => votes.closeConsultation(id, at, separate)),
    // The write-ahead log still holds pages as they were.
    forgetErased: () => reads(() => emptied(client)),
    invite: (texts, at) =>
      commits.run(() => {
        for (const out of texts) outgoings.add(out, { inboundId: null, at, contactId: null });
      }),
    guide: (guidance, caps) => commits.run(() => guided.guide(guidance, caps)),
    resendGuidance: (...given) => commits.run(() => guided.resendGuidance(...given)),
    cancelGuidance: (...given) => commits.run(() => guided.cancelGuidance(...given)),
    guidances: (query) => reads(() => guided.guidances(query)),
    guidance: (id, of) => reads(() => guided.guidance(id, of)),
    guidanceByCode: (codeHmacs, at) => reads(() => guided.guidanceByCode(codeHmacs, at)),
    guidanceOpened: (id, at) => commits.run(() => guided.guidanceOpened(id, at)),
    duties: () => reads(() => bridged.duties()),
    setDuty: (...given) => commits.run(() => bridged.setDuty(...given)),
    callbacks: (query) => reads(() => asked.callbacks(query)),
    callback: (id, of) => reads(() => asked.callback(id, of)),
    callbacksWaiting: (of) => reads(() => asked.callbacksWaiting(of)),
    claimCallback: (...given) => commits.run(() => asked.claimCallback(...given)),
    releaseCallback: (...given) => commits.run(() => asked.releaseCallback(...given)),
    closeCallback: (...given) => commits.run(() => asked.closeCallback(...given)),
    missCallback: (...given) => commits.run(() => asked.missCallback(...given)),
    overdueCallbacks: (now, limit) => reads(() => asked.overdueCallbacks(now, limit)),
    lateCallback: (...given) => commits.run(() => asked.lateCallback(...given)),
    takeNotices: (...given) => commits.run(() => asked.takeNotices(...given)),
    noticeOf: (id) => reads(() => asked.noticeOf(id)),
    noticeTold: (id) => commits.run(() => asked.noticeTold(id)),
    addCallbackNote: (...given) => commits.run(() => asked.addCallbackNote(...given)),
    callbackNotes: (id, of) => reads(() => asked.callbackNotes(id, of)),
    addBridge: (...given) => commits.run(() => bridged.addBridge(...given)),
    bridge: (id) => reads(() => bridged.bridge(id)),
    bridgeNews: (...given) => commits.run(() => bridged.bridgeNews(...given)),
    endBridge: (...given) => commits.run(() => bridged.endBridge(...given)),
    muteCaller: (...given) => commits.run(() => bridged.muteCaller(...given)),
    unmuteCaller: (...given) => commits.run(() => bridged.unmuteCaller(...given)),
    mutes: (of) => reads(() => bridged.mutes(of)),
    remind: (reminder) => commits.run(() => reminders.remind(reminder)),
    reminders: (query) => reads(() => reminders.reminders(query)),
    reminder: (id, of) => reads(() => reminders.reminder(id, of)),
    remindersOpen: (of) => reads(() => reminders.remindersOpen(of)),
    cancelReminder: (...given) => commits.run(() => reminders.cancelReminder(...given)),
    handleReminder: (...given) => commits.run(() => reminders.handleReminder(...given)),
    takeReminders: (...given) => commits.run(() => reminders.takeReminders(...given)),
    queueReminder: (...given) => commits.run(() => reminders.queueReminder(...given)),
    ringReminder: (...given) => commits.run(() => reminders.ringReminder(...given)),
    failReminder: (...given) => commits.run(() => reminders.failReminder(...given)),
    addTemplate: (template) => commits.run(() => templates.add(template)),
    templates: (orgId) => reads(() => templates.all(orgId)),
    dropTemplate: (id, orgId) => commits.run(() => templates.drop(id, orgId)),
    sendResult: (consultation, text) => commits.run(() => votes.sendResult(consultation, text)),
    ...staffOver({ orgs, staff, signedIn }, commits, reads),
    currentGeneration: (kind) => reads(() => generations.current(kind)),
    readGeneration: (generation, from, limit) => reads(() => generations.read(generation, from, limit)),
    stageGeneration: (kind, at) => commits.run(() => generations.stage(kind, at)),
    writeGeneration: (generation, rows) => commits.run(() => generations.write(generation, rows)),
    flipGeneration: (generation, base) => commits.run(() => generations.flip(generation, base)),
    dropGeneration: (generation) => commits.run(() => generations.drop(generation)),
    sweepGenerations: (limit) => commits.run(() => generations.sweep(limit)),
    // One process has this file: its own timer is enough.
    takeTurn: async () => true,
    endTurn: async () => undefined,
    correctionsVersion: () => reads(() => corrections.version()),
    corrections: (at) => reads(() => corrections.all(at)),
    correct: (correction) => commits.run(() => corrections.put(correction)),
    uncorrect: (of) => commits.run(() => corrections.drop(of)),
    placePhones: () => reads(() => corrections.phones()),
    addPlacePhone: (phone) => commits.run(() => corrections.addPhone(phone)),
    dropPlacePhone: (id) => commits.run(() => corrections.dropPhone(id)),
    tallies: (from) => reads(() => tallies(orm, from)),
    unanswered: (limit) => reads(() => unanswered(orm, limit)),
    dropUnanswered: (id) => commits.run(() => dropUnanswered(orm, id)),
    reseal: (...given) => commits.run(() => reseal(orm, ...given)),
    pulse: () => reads(() => pulse(orm)),
    use: (month, kind, units) => commits.run(() => use(orm, month, kind, units)),
    used: (month) => reads(() => used(orm, month)),
    // Its transaction takes the write lock, which a read-only file refuses.
    ready: () =>
      commits.run(() => {
        if (missing(client) > 0) throw new StoreError('not_migrated');
      }),
    async close() {
      commits.end();
      client.close();
    },
  };
}

function emptied(client: Connection['client']): boolean {
  const [log] = client.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  return log?.busy === 0;
}

function reached<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translated(error);
  }
}
