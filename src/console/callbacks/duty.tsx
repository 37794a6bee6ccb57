/** When this organisation calls back, and whose requests it refuses. For administrators. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Store } from '../../../db/store.ts';
import type { StaffAccounts } from '../../accounts/index.ts';
import type { CallbackDesk } from '../../callbacks/desk.ts';
import { DAYS, type Day, type DutyHours, readDuty, writeDuty } from '../../callbacks/hours.ts';
import type { Roster } from '../../callbacks/roster.ts';
import { back, Field, Form, type FormView, readForm, Select, Tick } from '../../web/index.ts';
import { dateTime } from '../dates.ts';
import { masked } from '../phones.ts';
import type { Desk, Section } from '../section.ts';
import { DUTY } from './deps.ts';

const DAY_SAID: Readonly<Record<Day, string>> = {
  ...{ Mo: 'lundi', Tu: 'mardi', We: 'mercredi', Th: 'jeudi', Fr: 'vendredi' },
  ...{ Sa: 'samedi', Su: 'dimanche' },
};
/** The clocks and public holidays that differ. */
const CLOCKS = [
  { value: '75', label: 'Paris' },
  { value: '67', label: 'Alsace, Moselle (leurs jours fériés)' },
  { value: '971', label: 'Guadeloupe' },
  { value: '972', label: 'Martinique' },
  { value: '973', label: 'Guyane' },
  { value: '974', label: 'La Réunion' },
  { value: '976', label: 'Mayotte' },
];
const time = z.string().trim().max(5).default('');
const asked = z.object({
  days: z.preprocess(
    (sent) => (Array.isArray(sent) ? sent : sent === undefined ? [] : [sent]),
    z.array(z.enum(DAYS)),
  ),
  ...{ from1: time, until1: time, from2: time, until2: time },
  clock: z.enum(CLOCKS.map(({ value }) => value) as [string, ...string[]]),
});

export interface DutyDesk {
  readonly store: Pick<Store, 'duties' | 'setDuty'>;
  readonly callbacks: Pick<CallbackDesk, 'mutes' | 'unmute'>;
  readonly accounts: Pick<StaffAccounts, 'colleagues'>;
  readonly roster: Pick<Roster, 'rounds'>;
  readonly clock: () => number;
  readonly ids: () => string;
}

export function dutySection({ store, callbacks, accounts, roster, clock, ids }: DutyDesk): Section {
  return {
    menu: { href: DUTY, label: 'Heures de rappel' },
    right: 'staff',
    routes:
      (desk): FastifyPluginAsync =>
      async (app) => {
        app.get(DUTY, (request, reply) => show(desk, request, reply));
        app.post(DUTY, async (request, reply) => {
          const read = readForm(asked, request.body);
          const wrong = 'Cochez des jours, et écrivez des heures qui se suivent.';
          if ('wrong' in read) return show(desk, request, reply, { ...read.wrong, errors: { from1: wrong } });
          const { days, from1, until1, from2, until2, clock: department } = read.ok;
          const stretches = [
            { from: from1, until: until1 },
            { from: from2, until: until2 },
          ].filter(({ from, until }) => from !== '' || until !== '');
          const hours = writeDuty({ days, stretches });
          if (hours === undefined) {
            const values = { from1, until1, from2, until2, clock: department };
            return show(desk, request, reply, { values, errors: { from1: wrong } }, days);
          }
          await set(request, desk, { hours, department });
          return back(reply, DUTY, { done: 'Heures notées. Les demandes sont prises.' });
        });
        app.post(`${DUTY}/arreter`, async (request, reply) => {
          await set(request, desk, null);
          return back(reply, DUTY, {
            done: 'Plus aucune demande n’est prise. Celles qui attendent restent.',
          });
        });
        app.post<{ Params: { id: string } }>(`${DUTY}/sourdine/:id`, async (request, reply) => {
          const done = await callbacks.unmute(desk.who(request), request.params.id);
          return back(
            reply,
            DUTY,
            done
              ? { done: 'Ce numéro est de nouveau écouté.' }
              : { refused: 'Ce numéro n’est plus en sourdine.' },
          );
        });
      },
  };

  async function set(
    request: FastifyRequest,
    desk: Desk,
    duty: { readonly hours: string; readonly department: string } | null,
  ): Promise<void> {
    const who = desk.who(request);
    const entry = { id: ids(), at: clock(), accountId: who.id, orgId: who.org.id, act: 'duty_changed' };
    await store.setDuty(who.org.id, duty, entry);
    // At once here; the other processes read it within seconds.
    await roster.rounds.tick();
  }

  async function show(
    desk: Desk,
    request: FastifyRequest,
    reply: FastifyReply,
    form: FormView = {},
    ticked?: readonly Day[],
  ) {
    const { org } = desk.who(request);
    const [duties, mutes, people] = await Promise.all([
      store.duties(),
      callbacks.mutes({ orgId: org.id }),
      accounts.colleagues(org.id),
    ]);
    const duty = duties.find(({ orgId }) => orgId === org.id);
    const hours: DutyHours = duty ? readDuty(duty.hours) : { days: [], stretches: [] };
    const [first, second] = hours.stretches;
    const field = (name: string, label: string, value: string | undefined, required = false) => (
      <Field {...{ name, label, type: 'time', form, required, ...(value === undefined ? {} : { value }) }} />
    );
    return desk.show(request, reply, {
      title: 'Heures de rappel',
      status: form.errors ? 422 : 200,
      content: (
        <>
          <p>
            {duty
              ? 'Nous prenons des demandes. Chaque personne entend avant quand elle sera rappelée : la fin de votre prochaine permanence.'
              : 'Nous ne prenons aucune demande : les personnes entendent que personne n’assure de rappel.'}
          </p>
          <Form action={DUTY} submit="Enregistrer">
            <fieldset>
              <legend>Jours de permanence, hors jours fériés</legend>
              {DAYS.map((day) => (
                <Tick
                  key={day}
                  {...{ name: 'days', value: day, label: DAY_SAID[day] }}
                  checked={(ticked ?? hours.days).includes(day)}
                />
              ))}
            </fieldset>
            {field('from1', 'De', first?.from, true)}
            {field('until1', 'À', first?.until, true)}
            {field('from2', 'Puis de', second?.from)}
            {field('until2', 'À (après-midi)', second?.until)}
            <Select
              {...{ name: 'clock', label: 'Heure et jours fériés de', options: CLOCKS, form }}
              value={duty?.department ?? '75'}
            />
          </Form>
          {duty ? (
            <Form action={`${DUTY}/arreter`} submit="Ne plus prendre de demandes" kind="secondary" />
          ) : null}
          <h2>Numéros en sourdine</h2>
          {mutes.length === 0 ? <p>Aucun.</p> : null}
          {mutes.map(({ id, at, accountId, to }) => (
            <article key={id}>
              <p>
                {to === null ? 'Numéro effacé' : masked(to)}, par{' '}
                {people.find((one) => one.id === accountId)?.name ?? 'ancien compte'}, le {dateTime(at)}
              </p>
              <Form
                {...{ action: `${DUTY}/sourdine/${id}`, submit: 'Écouter de nouveau', inline: true }}
                kind="secondary"
              />
            </article>
          ))}
        </>
      ),
    });
  }
}
