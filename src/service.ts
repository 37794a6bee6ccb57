import { makeFlows } from '../flows/index.ts';
import type { Texts } from '../flows/texts/index.ts';
import { makeAbroad } from './abroad.ts';
import { buildApp } from './app.ts';
import { makeBudget } from './budget/budget.ts';
import { makeBridge } from './callbacks/bridge.ts';
import { makeCallbackDesk } from './callbacks/desk.ts';
import { makeOverdue } from './callbacks/rounds.ts';
import { makeTelling } from './callbacks/telling.ts';
import { makeBlank } from './channels/sms/blank.ts';
import { compose, fitsSms } from './channels/sms/compose.ts';
import { makeMissed } from './channels/sms/missed.ts';
import { MESSAGING_SERVICE, makeSend } from './channels/sms/send.ts';
import { makeBalance } from './channels/twilio/balance.ts';
import { makeClient } from './channels/twilio/client.ts';
import { makePlace } from './channels/voice/bridge.ts';
import { fitsVoice } from './channels/voice/compose.ts';
import { recordingSource } from './channels/voice/recordings.ts';
import { makeRing } from './channels/voice/ring.ts';
import { makeConverse } from './conversation/converse.ts';
import { makeOnward } from './conversation/guided.ts';
import { patiently } from './conversation/patiently.ts';
import type { World } from './conversation/world.ts';
import { makeByPhone } from './guidance/by-phone.ts';
import { makeGuidance } from './guidance/guidance.ts';
import { makeMetrics } from './metrics/index.ts';
import { HEARD_AFTER, makeBlanking, makeOutbox, SENT_AFTER } from './outbox/index.ts';
import { guidancePages } from './pages/guidance/index.tsx';
import { dialledFrom, zoneOf } from './phone.ts';
import { afterQuiet } from './quiet.ts';
import { makeFetching } from './recordings/fetching.ts';
import { makeReplay, replayRoutes } from './recordings/replay.ts';
import { remindAt } from './reminders/due.ts';
import { makeReminders } from './reminders/reminders.ts';
import { makeReminderRounds } from './reminders/rounds.ts';
import { makeRetention } from './retention.ts';
import type { Service, ServiceDeps } from './service-types.ts';
import { segments } from './text/segments.ts';

/** How numbers are written on a page: as one dials them there. */
const FRANCE = '+33199000000';

export async function makeService(deps: ServiceDeps): Promise<Service> {
  const { config, publicUrl, account, store, vault, knowledge, texts, clock, ids, log, bare, pages } = deps;
  const { consultations, alone, roster, callerId } = deps;
  const world: World = {
    flows: makeFlows(knowledge, consultations, roster),
    ...{ knowledge, consultations },
    texts,
    defaultLang: config.defaultLang,
    voiced: Object.keys(config.voices),
    operator: {
      ...config.operator,
      ...(config.voiceNumber === undefined ? {} : { voice: config.voiceNumber }),
    },
    fits: { sms: fitsSms, voice: fitsVoice },
  };
  // A name as sender is one-way.
  const senderHears = /^\+?\d+$/.test(account.sender) || MESSAGING_SERVICE.test(account.sender);
  const { territories, quiet, caps } = config;
  const client = makeClient(account);
  const budget = makeBudget({ store, clock, log, ...config.money });
  const balance = makeBalance({ client, clock, log });
  const metrics = makeMetrics({ pulse: () => store.pulse(), budget, balance: balance.known, clock });
  const converse = patiently(
    makeConverse({
      ...{ store, vault, world, clock, ids },
      ballots: consultations,
      corrected: deps.corrected,
      abroad: makeAbroad(config.abroadPerDay),
      blankAfter: HEARD_AFTER,
      ...{ territories, senderHears },
      staff: makeByPhone(deps.phones, () => guidance),
      remindAt: (moment, to, now) => remindAt(moment, to, now, quiet),
      compose: (told, t) => compose(told.shown, t, told.alone),
      seen: (turn) => {
        metrics.turn(turn);
        budget.add('segments_in', turn.received);
        // Sent again by the API where the response was lost: counted twice rather than never.
        budget.add('segments_out', turn.answered);
      },
    }),
  );
  const send = makeSend({ client, sender: account.sender, publicUrl });
  const hold = (to: string, now: number) => {
    const until = afterQuiet(now, zoneOf(to), quiet);
    return until > now ? until : undefined;
  };
  const outbox = makeOutbox({
    store,
    vault,
    ...{ clock, log, alone },
    send: async (message, signal) => {
      const sent = await send(message, signal);
      budget.add('segments_out', segments(message.body).count);
      return sent;
    },
    over: budget.over,
    done: metrics.round,
    onward: makeOnward({ vault, world, territories }),
    hold,
  });
  // A name hears nothing, and a messaging service's numbers are not ours to know.
  const number = /^\+\d+$/.test(account.sender) ? account.sender : undefined;
  const missed =
    number === undefined ? undefined : makeMissed({ client, number, store, converse, clock, log, alone });
  const guidance = makeGuidance({
    ...{ store, vault, world, territories, quiet, caps, senderHears, publicUrl, clock, ids },
    compose,
  });
  const telling = makeTelling({
    ...{ vault, roster, texts, defaultLang: config.defaultLang, operator: config.operator.name },
    ...{ territories, quiet, ids },
  });
  const place = makePlace({ client, number: callerId, origin: publicUrl });
  const callbacks = makeCallbackDesk({ store, vault, telling, place: place.bridge, clock, ids, log });
  const overdue = makeOverdue({ store, telling, place: place.notice, clock, log, alone });
  const from = config.voiceNumber;
  const reminders = makeReminders({
    ...{ store, vault, world, territories, quiet, senderHears, clock, ids, compose },
    calls: from !== undefined,
  });
  const reminding = makeReminderRounds({
    ...{ store, vault, reminders, hold, clock, ids, log, alone },
    ring: from === undefined ? undefined : makeRing({ client, from, publicUrl }),
    over: budget.over,
  });
  const leaves = guidancePages({
    ...{ site: config.operator.name, knowledge, texts, clock },
    leaf: (code) => guidance.leaf(code),
    opened: (id) => guidance.opened(id),
    ...(senderHears && !MESSAGING_SERVICE.test(account.sender)
      ? { sms: dialledFrom(account.sender, FRANCE) }
      : {}),
    ...(config.voiceNumber === undefined ? {} : { voice: dialledFrom(config.voiceNumber, FRANCE) }),
  });
  const source = recordingSource({ client, ...account });
  const recordings = makeFetching({ ...{ store, vault, clock, log, alone }, source });
  const retention = makeRetention({ store, clock, log, alone });
  const blanking = makeBlanking({ store, blank: makeBlank(client), clock, log, alone });
  const app = await buildApp({
    ...{ log, store },
    metrics: {
      metrics,
      ...(config.metricsToken === undefined ? {} : { token: config.metricsToken }),
    },
    bare: [async (a) => void (await a.register(replayRoutes, { vault, source })), ...bare],
    web: {
      site: config.operator.name,
      secure: publicUrl.startsWith('https:'),
      pages: [leaves, ...pages({ guidance, callbacks, reminders })],
    },
    twilio: {
      ...{ publicUrl, authToken: account.authToken, unsigned: account.unsigned },
      answered: metrics.webhook,
      sms: {
        ...{ converse, publicUrl, fallback: texts[config.defaultLang] as Texts },
        handedOver: (id) => store.handedOver(id),
        report: (id, state, code, providerId) => {
          metrics.report(state, code);
          const dueAt = clock() + (state === 'sent' ? SENT_AFTER : 0);
          return store.report(id, state, code, providerId === undefined ? undefined : { providerId, dueAt });
        },
      },
      voice: {
        converse,
        origin: publicUrl,
        voices: config.voices,
        replay: makeReplay(vault, publicUrl),
        fallback: texts[config.defaultLang] as Texts,
        ended: (seconds) => budget.add('call_seconds', seconds),
      },
      bridge: {
        ...{ bridge: makeBridge({ store, telling, clock }), number: callerId, origin: publicUrl },
        ...{ voices: config.voices, operator: config.operator.name, texts },
        ended: (seconds) => budget.add('call_seconds', seconds),
        fallback: texts[config.defaultLang] as Texts,
      },
    },
  });
  return {
    app,
    outbox,
    recordings,
    retention,
    blanking,
    world,
    guidance,
    callbacks,
    overdue,
    ...{ reminders, reminding },
    budget,
    balance: balance.rounds,
    ...(missed ? { missed } : {}),
  };
}
