/** From a configuration to a running service, with the simulator where no provider is configured. */
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { openStore } from '../db/open.ts';
import type { Store } from '../db/store.ts';
import type { Knowledge } from '../flows/knowledge.ts';
import { type Texts, texts } from '../flows/texts/index.ts';
import { chance, makeAccounts, type StaffAccounts } from './accounts/index.ts';
import { makeRoster } from './callbacks/roster.ts';
import type { Config } from './config.ts';
import {
  bilanSection,
  callbacksSection,
  colleaguesSection,
  consolePages,
  dutySection,
  guidanceSection,
  journalSection,
  listSection,
  moderationSection,
  placesSection,
  posterSection,
  questionsSection,
  remindersSection,
  sentSection,
  sheetsSection,
  templatesSection,
} from './console/index.ts';
import { barsOf, growthOf } from './consultations/chart.ts';
import { type Desk, makeDesk } from './consultations/desk.ts';
import { csvOf, jsonOf } from './consultations/export.ts';
import { makeRegistry } from './consultations/registry.ts';
import { closeOverdue } from './consultations/rounds.ts';
import { type Corrected, makeCorrected } from './corrections/index.ts';
import { freePort } from './free-port.ts';
import { loadSample } from './knowledge/places/sample.ts';
import { countReviews } from './knowledge/review.ts';
import type { Log } from './log.ts';
import { makeModeration, published } from './moderation/index.ts';
import { openVault } from './open-vault.ts';
import { civicPages } from './pages/civic/index.tsx';
import { consultationPages } from './pages/consultations/index.tsx';
import { publicPage } from './pages/public.tsx';
import { followPlaces } from './places/follow.ts';
import { CONTENT, knowledgeOf, type Library, readLibrary } from './read-knowledge.ts';
import { makeAlone, type Rounds } from './rounds.ts';
import { makeService } from './service.ts';
import type { Account, Service } from './service-types.ts';
import { FICTIVE, simulate } from './simulate.ts';
import type { Provider } from './simulator/provider.ts';
import { simulatorRoutes } from './simulator/routes.ts';
import type { Vault } from './vault.ts';

/** On one page. */
const MOST_PUBLISHED = 200;

export interface Running extends Service {
  /** Where it answers, without a trailing slash. */
  readonly url: string;
  readonly store: Store;
  readonly vault: Vault;
  readonly knowledge: Knowledge;
  /** Takes up what was imported. */
  readonly places: Rounds<boolean>;
  readonly desk: Desk;
  /** Takes up what was corrected elsewhere. */
  readonly corrected: Corrected;
  readonly accounts: StaffAccounts;
  /** Reads again who calls back. */
  readonly roster: Rounds<number>;
  /** Closes the consultations whose time is over. */
  readonly closing: Rounds<number>;
  /** Absent where a real provider is configured. */
  readonly provider?: Provider;
  /** Lets what is in flight end, then closes. */
  stop(): Promise<void>;
}

/** What a test sets: time, ids, and faults of what is kept. */
export interface Clockwork {
  readonly clock: () => number;
  /** UUIDv7. */
  readonly ids: () => string;
  /** Opens what is kept, from DATABASE_URL. */
  readonly open?: (databaseUrl: string) => Promise<Store>;
  /** Keys of consultations. */
  readonly key?: () => Uint8Array;
}

/** Opens, wires, listens. The outbox makes its rounds by itself only when asked to. */
export async function start(
  config: Config,
  log: Log,
  clockwork: Clockwork = { clock: Date.now, ids: v7 },
  reading: Promise<Library> = readLibrary(Object.keys(texts)),
): Promise<Running> {
  const store = await (clockwork.open ?? openStore)(config.databaseUrl);
  const [library, sample] = await Promise.all([reading, loadSample(CONTENT)]);
  const { geography } = library;
  const vault = openVault(config);
  const corrected = await makeCorrected({
    ...{ store, vault, log, languages: Object.keys(texts) },
    files: library.files,
    clock: clockwork.clock,
  });
  const followed = await followPlaces({
    ...{ store, geography, sample, clock: clockwork.clock, log },
    corrections: corrected.places,
  });
  const filed = await knowledgeOf(library, config.territories, followed.places, followed.workshops);
  const knowledge: Knowledge = {
    ...filed,
    sheet: (id, lang) => corrected.sheet(id, lang) ?? filed.sheet(id, lang),
  };
  log.info(countReviews(knowledge), 'sheets that no human has reviewed');
  const port = config.port === 0 ? await freePort() : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = config.publicUrl ?? `http://${host}:${port}`;
  const { account, provider } = config.twilio
    ? { account: { ...config.twilio, unsigned: false } satisfies Account, provider: undefined }
    : simulate(url, `http://${host}:${port}`, clockwork.clock);
  const about = {
    ...config.operator,
    ...(config.voiceNumber === undefined ? {} : { voice: config.voiceNumber }),
  };
  const consultations = await makeRegistry({ store, vault });
  const desk = makeDesk({ ...{ store, vault, texts }, ...clockwork });
  const alone = makeAlone(store, randomUUID());
  const closing = closeOverdue({ desk, consultations, log, alone, ...clockwork });
  const accounts = makeAccounts({
    ...{ store, vault, random: chance },
    ...clockwork,
    simulator: !config.twilio,
  });
  // The simulator lends a number of its own.
  const callerId = config.voiceNumber ?? (provider ? FICTIVE.voice : undefined);
  const roster = await makeRoster({ store, number: callerId, clock: clockwork.clock, log });
  const moderation = makeModeration({ store, vault, ...clockwork });
  const guides = (guidance: Service['guidance'], reminders: Service['reminders']) => ({
    ...{
      accounts,
      guidance,
      reminders,
      knowledge,
      templates: store,
      clock: clockwork.clock,
      ids: clockwork.ids,
    },
    ...{ territories: config.territories, price: config.money.prices.segments_out },
    languages: Object.entries(texts).map(([value, t]) => ({ value, label: t.name.text })),
  });
  const content = { store, vault, corrected, knowledge, moderation, ...clockwork };
  const service = await makeService({
    ...{ config, account, store, vault, knowledge, consultations, corrected, texts, log, alone },
    ...{ roster, callerId },
    ...clockwork,
    phones: {
      byPhone: (phone) => accounts.sender(phone),
      checkPin: (id, pin) => accounts.checkPin(id, pin),
      note: (id, orgId, about) => accounts.noteByPhone(id, orgId, about),
    },
    publicUrl: url,
    bare: provider
      ? [provider.routes, async (app) => void (await app.register(simulatorRoutes, { provider }))]
      : [],
    pages: ({ guidance, callbacks, reminders }) => [
      civicPages({
        ...{ site: config.operator.name, store, t: texts[config.defaultLang] as Texts },
        published: () => published(moderation, MOST_PUBLISHED),
      }),
      consultationPages({
        site: config.operator.name,
        sms: account.sender,
        ...(config.voiceNumber === undefined ? {} : { voice: config.voiceNumber }),
        list: () => desk.list(),
        result: (slug) => desk.result(slug),
        counted: (receipt) => store.countedReceipt(receipt),
        json: jsonOf,
        csv: csvOf,
        draw: { bars: barsOf, growth: growthOf },
      }),
      consolePages({
        ...{ site: config.operator.name, accounts, secure: url.startsWith('https:') },
        // One line a section, in the order of the menu.
        sections: [
          guidanceSection(guides(guidance, reminders)),
          listSection(guides(guidance, reminders)),
          templatesSection(guides(guidance, reminders)),
          sentSection(guides(guidance, reminders)),
          remindersSection(guides(guidance, reminders)),
          callbacksSection({ callbacks, accounts, knowledge, clock: clockwork.clock }),
          dutySection({ store, callbacks, accounts, roster, ...clockwork }),
          placesSection(content),
          sheetsSection(content),
          questionsSection(content),
          moderationSection(content),
          bilanSection(content),
          colleaguesSection(accounts, url),
          journalSection(accounts),
          posterSection({ ...config.operator, sender: account.sender, voice: callerId }),
        ],
      }),
      ...(provider ? [] : [publicPage({ ...about, sms: account.sender })]),
    ],
  });
  await service.app.listen({ host: config.host, port });
  return {
    ...service,
    ...(provider ? { provider } : {}),
    url,
    ...{ store, vault, knowledge },
    places: followed.rounds,
    ...{ desk, closing, accounts, corrected, roster: roster.rounds },
    stop: async () => {
      await service.reminding.stop();
      await service.outbox.stop();
      await service.recordings.stop();
      await service.retention.stop();
      await service.blanking.stop();
      await service.balance.stop();
      await service.missed?.stop();
      await followed.rounds.stop();
      await corrected.rounds.stop();
      await closing.stop();
      await roster.rounds.stop();
      await service.overdue.stop();
      await service.app.close();
      // What was used until the last answer.
      await service.budget.rounds.stop();
      await service.budget.rounds.tick().catch(() => undefined);
      await store.close();
    },
  };
}
