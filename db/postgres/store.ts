/** The port over a Postgres server: every write is a part of a shared transaction that is committed when it resolves. */
import { StoreError } from '../errors.ts';
import type { Store } from '../store.ts';
import * as sessions from './account-sessions.ts';
import * as staff from './accounts.ts';
import * as blanking from './blanking.ts';
import * as bridges from './bridges.ts';
import * as asked from './callbacks.ts';
import { makeCommits } from './commit.ts';
import { type Ask, asking, connect, translated } from './connection.ts';
import * as votes from './consultations.ts';
import * as corrections from './corrections.ts';
import { erasePerson, keptOf } from './erasing.ts';
import { exchange } from './exchange.ts';
import * as generations from './generations.ts';
import * as guidance from './guidance.ts';
import { goOn } from './guided.ts';
import * as kept from './kept.ts';
import { migrate, missing } from './migrate.ts';
import * as orgs from './organisations.ts';
import * as outbox from './outbox.ts';
import { purge } from './purge.ts';
import { goOnReminded } from './reminded.ts';
import * as reminding from './reminders.ts';
import { reseal } from './resealing.ts';
import * as counted from './tallies.ts';
import * as templates from './templates.ts';
import { endTurn, takeTurn } from './turns.ts';
import * as voices from './voices.ts';
import { heardOf, pulse, use, used } from './watching.ts';

/** Connects and migrates. Rejects with StoreError `database_newer`, `not_migrated` or `unavailable`. */
export async function openPostgres(url: string): Promise<Store> {
  const patient = connect(url, 1, true);
  try {
    await migrate(patient);
  } catch (error) {
    throw error instanceof StoreError ? error : (translated(error) as Error);
  } finally {
    await patient.end();
  }
  const pool = connect(url);
  const commits = makeCommits(pool);
  const reader = asking(pool as never);
  let open = true;

  /** What only reads waits for no commit. */
  async function reads<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    if (!open) throw new StoreError('closed');
    try {
      return await work(reader);
    } catch (error) {
      throw translated(error);
    }
  }
  const { run } = commits;

  return {
    exchange: (request, decide) => run((ask) => exchange(ask, request, decide)),
    heard: (ids) => reads((ask) => heardOf(ask, ids)),
    handedOver: (id) => run((ask) => outbox.handedOver(ask, id)),
    takeDue: (now, leaseUntil, limit) => run((ask) => outbox.takeDue(ask, now, leaseUntil, limit)),
    settle: (id, outcome, onward) =>
      run(async (ask) => {
        await outbox.settle(ask, id, outcome);
        if (outcome.is !== 'sent' || !onward) return;
        await goOn(ask, id, outcome.at, onward);
        await goOnReminded(ask, id, outcome.at, onward);
      }),
    report: (id, state, code, blank) =>
      run(async (ask) => {
        if (blank) await blanking.addBlank(ask, blank.providerId, blank.dueAt);
        return outbox.report(ask, id, state, code);
      }),
    takeBlanks: (...given) => run((ask) => blanking.takeBlanks(ask, ...given)),
    blanked: (id) => run((ask) => blanking.blanked(ask, id)),
    putOffBlank: (id, dueAt) => run((ask) => blanking.putOffBlank(ask, id, dueAt)),
    takeRecordings: (now, leaseUntil, limit) =>
      run((ask) => kept.takeRecordings(ask, now, leaseUntil, limit)),
    keepRecording: (id, data) => run((ask) => kept.keepRecording(ask, id, data)),
    putOffRecording: (id, dueAt) => run((ask) => kept.putOffRecording(ask, id, dueAt)),
    dropRecording: (id) => run((ask) => kept.dropRecording(ask, id)),
    recording: (id) => reads((ask) => kept.recording(ask, id)),
    kept: (hmacs) => reads((ask) => keptOf(ask, hmacs)),
    erase: (hmacs, at) => run((ask) => erasePerson(ask, hmacs, at)),
    purge: (limits, limit) => run((ask) => purge(ask, limits, limit)),
    feedback: (limit) => reads((ask) => kept.feedback(ask, limit)),
    testimonies: (query) => reads((ask) => voices.testimonies(ask, query)),
    testimony: (id) => reads((ask) => voices.testimony(ask, id)),
    moderate: (moderation) => run((ask) => voices.moderate(ask, moderation)),
    moderations: (limit) => reads((ask) => voices.moderations(ask, limit)),
    obstacles: () => reads(voices.obstacles),
    addWorkshop: (name, at, codeOf) => run((ask) => voices.addWorkshop(ask, name, at, codeOf)),
    workshops: () => reads(voices.workshops),
    consultations: () => reads(votes.consultations),
    consultationsVersion: () => reads(votes.consultationsVersion),
    openConsultation: (opened) => run((ask) => votes.openConsultation(ask, opened)),
    amendConsultation: (id, body) => run((ask) => votes.amendConsultation(ask, id, body)),
    issueCodes: (id, upTo) => run((ask) => votes.issueCodes(ask, id, upTo)),
    countedReceipt: (receipt) => reads((ask) => votes.countedReceipt(ask, receipt)),
    ballots: (consultation) => reads((ask) => votes.ballots(ask, consultation)),
    openAnswers: (consultation) => reads((ask) => votes.openAnswers(ask, consultation)),
    closeConsultation: (id, at, separate) => run((ask) => votes.closeConsultation(ask, id, at, separate)),
    forgetErased: () =>
      reads(async () => {
        // Written anew: an ordinary vacuum leaves the bytes of what was erased where they were.
        await pool.query('VACUUM (FULL) voters, ballots, secret_copies, sessions');
        return true;
      }),
    invite: (texts, at) =>
      run(async (ask) => {
        for (const out of texts) await outbox.add(ask, out, { inboundId: null, at, contactId: null });
      }),
    guide: (given, caps) => run((ask) => guidance.guide(ask, given, caps)),
    resendGuidance: (...given) => run((ask) => guidance.resendGuidance(ask, ...given)),
    cancelGuidance: (...given) => run((ask) => guidance.cancelGuidance(ask, ...given)),
    guidances: (query) => reads((ask) => guidance.guidances(ask, query)),
    guidance: (id, of) => reads((ask) => guidance.guidance(ask, id, of)),
    guidanceByCode: (codeHmacs, at) => reads((ask) => guidance.guidanceByCode(ask, codeHmacs, at)),
    guidanceOpened: (id, at) => run((ask) => guidance.guidanceOpened(ask, id, at)),
    duties: () => reads(bridges.duties),
    setDuty: (...given) => run((ask) => bridges.setDuty(ask, ...given)),
    callbacks: (query) => reads((ask) => asked.callbacks(ask, query)),
    callback: (...given) => reads((ask) => asked.callback(ask, ...given)),
    callbacksWaiting: (of) => reads((ask) => asked.callbacksWaiting(ask, of)),
    claimCallback: (...given) => run((ask) => asked.claimCallback(ask, ...given)),
    releaseCallback: (...given) => run((ask) => asked.releaseCallback(ask, ...given)),
    closeCallback: (...given) => run((ask) => asked.closeCallback(ask, ...given)),
    missCallback: (...given) => run((ask) => asked.missCallback(ask, ...given)),
    overdueCallbacks: (...given) => reads((ask) => asked.overdueCallbacks(ask, ...given)),
    lateCallback: (...given) => run((ask) => asked.lateCallback(ask, ...given)),
    takeNotices: (...given) => run((ask) => asked.takeNotices(ask, ...given)),
    noticeOf: (id) => reads((ask) => asked.noticeOf(ask, id)),
    noticeTold: (id) => run((ask) => asked.noticeTold(ask, id)),
    addCallbackNote: (...given) => run((ask) => asked.addCallbackNote(ask, ...given)),
    callbackNotes: (...given) => reads((ask) => asked.callbackNotes(ask, ...given)),
    addBridge: (...given) => run((ask) => bridges.addBridge(ask, ...given)),
    bridge: (id) => reads((ask) => bridges.bridge(ask, id)),
    bridgeNews: (...given) => run((ask) => bridges.bridgeNews(ask, ...given)),
    endBridge: (...given) => run((ask) => bridges.endBridge(ask, ...given)),
    muteCaller: (...given) => run((ask) => bridges.muteCaller(ask, ...given)),
    unmuteCaller: (...given) => run((ask) => bridges.unmuteCaller(ask, ...given)),
    mutes: (of) => reads((ask) => bridges.mutes(ask, of)),
    remind: (...given) => run((ask) => reminding.remind(ask, ...given)),
    reminders: (...given) => reads((ask) => reminding.reminders(ask, ...given)),
    reminder: (...given) => reads((ask) => reminding.reminder(ask, ...given)),
    remindersOpen: (...given) => reads((ask) => reminding.remindersOpen(ask, ...given)),
    cancelReminder: (...given) => run((ask) => reminding.cancelReminder(ask, ...given)),
    handleReminder: (...given) => run((ask) => reminding.handleReminder(ask, ...given)),
    takeReminders: (...given) => run((ask) => reminding.takeReminders(ask, ...given)),
    queueReminder: (...given) => run((ask) => reminding.queueReminder(ask, ...given)),
    ringReminder: (...given) => run((ask) => reminding.ringReminder(ask, ...given)),
    failReminder: (...given) => run((ask) => reminding.failReminder(ask, ...given)),
    addTemplate: (template) => run((ask) => templates.addTemplate(ask, template)),
    templates: (orgId) => reads((ask) => templates.templates(ask, orgId)),
    dropTemplate: (...given) => run((ask) => templates.dropTemplate(ask, ...given)),
    sendResult: (consultation, text) => run((ask) => votes.sendResult(ask, consultation, text)),
    addOrganisation: (...given) => run((ask) => orgs.addOrganisation(ask, ...given)),
    changeOrganisation: (...given) => run((ask) => orgs.changeOrganisation(ask, ...given)),
    organisations: () => reads(orgs.organisations),
    addInvitation: (...given) => run((ask) => staff.addInvitation(ask, ...given)),
    invitation: (...given) => reads((ask) => staff.invitation(ask, ...given)),
    invitations: (...given) => reads((ask) => staff.invitations(ask, ...given)),
    callBackInvitation: (...given) => run((ask) => staff.callBackInvitation(ask, ...given)),
    accept: (...given) => run((ask) => staff.accept(ask, ...given)),
    addAccount: (...given) => run((ask) => staff.addAccount(ask, ...given)),
    accountByEmail: (hmacs) => reads((ask) => staff.accountByEmail(ask, hmacs)),
    accountByPhone: (hmacs) => reads((ask) => staff.accountByPhone(ask, hmacs)),
    account: (id) => reads((ask) => staff.account(ask, id)),
    accounts: (orgId) => reads((ask) => staff.accounts(ask, orgId)),
    changeAccount: (...given) => run((ask) => staff.changeAccount(ask, ...given)),
    spendStep: (...given) => run((ask) => staff.spendStep(ask, ...given)),
    addSession: (...given) => run((ask) => sessions.addSession(ask, ...given)),
    seeSession: (...given) => run((ask) => sessions.seeSession(ask, ...given)),
    sessionsOf: (...given) => reads((ask) => sessions.sessionsOf(ask, ...given)),
    endSession: (...given) => run((ask) => sessions.endSession(ask, ...given)),
    endSessions: (...given) => run((ask) => sessions.endSessions(ask, ...given)),
    countTry: (...given) => run((ask) => sessions.countTry(ask, ...given)),
    forgetTries: (key) => run((ask) => sessions.forgetTries(ask, key)),
    note: (entry) => run((ask) => orgs.note(ask, entry)),
    journal: (...given) => reads((ask) => orgs.journal(ask, ...given)),
    currentGeneration: (kind) => reads((ask) => generations.current(ask, kind)),
    readGeneration: (generation, from, limit) =>
      reads((ask) => generations.read(ask, generation, from, limit)),
    stageGeneration: (kind, at) => run((ask) => generations.stage(ask, kind, at)),
    writeGeneration: (generation, rows) => run((ask) => generations.write(ask, generation, rows)),
    flipGeneration: (generation, base) => run((ask) => generations.flip(ask, generation, base)),
    dropGeneration: (generation) => run((ask) => generations.drop(ask, generation)),
    sweepGenerations: (limit) => run((ask) => generations.sweep(ask, limit)),
    pulse: () => reads(pulse),
    use: (month, kind, units) => run((ask) => use(ask, month, kind, units)),
    used: (month) => reads((ask) => used(ask, month)),
    correctionsVersion: () => reads(corrections.correctionsVersion),
    corrections: (at) => reads((ask) => corrections.corrections(ask, at)),
    correct: (correction) => run((ask) => corrections.correct(ask, correction)),
    uncorrect: (of) => run((ask) => corrections.uncorrect(ask, of)),
    placePhones: () => reads(corrections.placePhones),
    addPlacePhone: (phone) => run((ask) => corrections.addPlacePhone(ask, phone)),
    dropPlacePhone: (id) => run((ask) => corrections.dropPlacePhone(ask, id)),
    tallies: (from) => reads((ask) => counted.tallies(ask, from)),
    unanswered: (limit) => reads((ask) => counted.unanswered(ask, limit)),
    dropUnanswered: (id) => run((ask) => counted.dropUnanswered(ask, id)),
    reseal: (...given) => run((ask) => reseal(ask, ...given)),
    takeTurn: (...given) => run((ask) => takeTurn(ask, ...given)),
    endTurn: (...given) => run((ask) => endTurn(ask, ...given)),
    ready: () =>
      run(async (ask) => {
        if ((await missing(pool)) > 0) throw new StoreError('not_migrated');
        // A standby that only reads refuses this.
        await ask.run`update consultation_changes set version = version where false`;
      }),
    async close() {
      if (!open) return;
      open = false;
      await commits.end();
      await pool.end();
    },
  };
}
