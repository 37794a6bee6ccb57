/** Places kept true: what is told of one is corrected, it is closed for some days, its own phones are registered. */
import type { FastifyRequest } from 'fastify';
import type { Place, Where } from '../../../flows/places.ts';
import { NEEDS } from '../../../flows/places.ts';
import { closureBody, readSaid, saidBody } from '../../corrections/places.ts';
import { RelaisError } from '../../errors.ts';
import { back, type FormView, readForm } from '../../web/index.ts';
import type { Desk, Section } from '../section.ts';
import { type ContentDesk, PLACES } from './deps.ts';
import { closing, phoning, saying, today } from './place-form.ts';
import { OnePlace } from './place-page.tsx';
import { Reported, reportsOf } from './reports.tsx';

/** Of each need, near what was typed. */
const EACH = 8;
/** A place is looked at from nowhere: only how far it is would depend on it. */
const NOWHERE: Where = {
  ...{ id: '', kind: 'commune', name: '', department: '', lat: 46, lon: 2, zone: 'Europe/Paris' },
  sure: true,
};
const DAY = 86_400_000;

interface Of {
  readonly Params: { readonly id: string };
}

export function placesSection(deps: ContentDesk): Section {
  const { store, vault, corrected, knowledge, clock, ids } = deps;
  const at = (id: string) => `${PLACES}/${id}`;
  const find = (id: string): Place => {
    const place = knowledge.places.place(id, NOWHERE, clock())?.place;
    if (place === undefined) throw new RelaisError('not_found');
    return place;
  };

  return {
    menu: { href: PLACES, label: 'Lieux' },
    right: 'edit',
    routes: (desk) => async (app) => {
      app.get<{ Querystring: { ou?: string; nom?: string } }>(PLACES, async (request, reply) => {
        const where = String(request.query.ou ?? '').slice(0, 100);
        const name = String(request.query.nom ?? '').slice(0, 100);
        const found = where === '' ? [] : near(where, name);
        const changed = [...corrected.places().byPlace.keys()].flatMap((id) => {
          const place = knowledge.places.place(id, NOWHERE, clock())?.place;
          return place === undefined ? [] : [place];
        });
        return desk.show(request, reply, {
          title: 'Lieux',
          content: (
            <>
              <search>
                <form method="get" action={PLACES}>
                  <label for="ou">Commune ou code postal</label>
                  <input id="ou" name="ou" value={where} required maxLength={100} />
                  <label for="nom">Nom du lieu (facultatif)</label>
                  <input id="nom" name="nom" value={name} maxLength={100} />
                  <button type="submit">Chercher un lieu</button>
                </form>
              </search>
              {where !== '' && found.length === 0 ? <p role="status">Aucun lieu trouvé là.</p> : null}
              <List places={found} />
              {changed.length === 0 ? null : <h2>Corrigés ou fermés en ce moment</h2>}
              <List places={changed} />
              <Reported
                reports={await reportsOf(deps, (id) => knowledge.places.place(id, NOWHERE, clock())?.place)}
              />
            </>
          ),
        });
      });
      app.get<Of>(`${PLACES}/:id`, (request, reply) => show(desk, request, reply));
      app.post<Of>(`${PLACES}/:id/corriger`, async (request, reply) => {
        const place = find(request.params.id);
        const read = readForm(saying, request.body);
        if ('wrong' in read) return show(desk, request, reply, read.wrong);
        const { until, ...says } = read.ok;
        const now = clock();
        await store.correct({
          ...{ kind: 'place', about: place.id, part: '', body: saidBody(says), author: desk.who(request).id },
          ...{ at: now, expiresAt: Date.parse(`${until}T00:00:00Z`) + DAY },
        });
        await done(request, 'place_corrected', place.id);
        return back(reply, at(place.id), { done: 'C’est corrigé. Les prochaines réponses le disent.' });
      });
      app.post<Of>(`${PLACES}/:id/retablir`, async (request, reply) => {
        const { id } = request.params;
        await store.uncorrect({ kind: 'place', about: id, part: '' });
        await done(request, 'place_restored', id);
        return back(reply, at(id), { done: 'Ce qui a été importé est dit de nouveau.' });
      });
      app.post<Of>(`${PLACES}/:id/fermer`, async (request, reply) => {
        const place = find(request.params.id);
        const read = readForm(closing(today(clock(), place.zone)), request.body);
        if ('wrong' in read) return show(desk, request, reply, read.wrong);
        const { from, to } = read.ok;
        await store.correct({
          ...{ kind: 'closure', about: place.id, part: from, body: closureBody({ until: to }) },
          ...{ author: desk.who(request).id, at: clock() },
          // The day ends somewhere else than here.
          expiresAt: Date.parse(`${to}T00:00:00Z`) + 2 * DAY,
        });
        await done(request, 'place_closed', place.id);
        return back(reply, at(place.id), { done: 'C’est noté. Les prochaines réponses le disent.' });
      });
      app.post<Of & { Body: { part?: string } }>(`${PLACES}/:id/rouvrir`, async (request, reply) => {
        const { id } = request.params;
        await store.uncorrect({ kind: 'closure', about: id, part: String(request.body?.part ?? '') });
        await done(request, 'place_reopened', id);
        return back(reply, at(id), { done: 'La fermeture est retirée.' });
      });
      app.post<Of>(`${PLACES}/:id/telephone`, async (request, reply) => {
        const place = find(request.params.id);
        const read = readForm(phoning, request.body);
        if ('wrong' in read) return show(desk, request, reply, read.wrong);
        const { hmac, sealed } = vault.number(read.ok.number);
        const author = desk.who(request).id;
        await store.addPlacePhone({
          ...{ id: ids(), place: place.id, hmac, number: sealed, author, at: clock() },
        });
        await done(request, 'place_phone_added', place.id);
        return back(reply, at(place.id), { done: 'Enregistré. De ce téléphone, FERME 12/12 ferme ce lieu.' });
      });
      app.post<Of & { Body: { phone?: string } }>(`${PLACES}/:id/oublier`, async (request, reply) => {
        const { id } = request.params;
        await store.dropPlacePhone(String(request.body?.phone ?? ''));
        await done(request, 'place_phone_dropped', id);
        return back(reply, at(id), { done: 'Ce téléphone est oublié.' });
      });

      /** Journalled, then at once true here. */
      async function done(request: FastifyRequest, act: Parameters<Desk['note']>[1], id: string) {
        await desk.note(request, act, id);
        await corrected.refresh();
      }
    },
  };

  async function show(
    desk: Desk,
    request: FastifyRequest,
    reply: Parameters<Desk['show']>[1],
    form: FormView = {},
  ) {
    const place = find((request.params as Of['Params']).id);
    const phones = (await store.placePhones()).filter((one) => one.place === place.id);
    const row = corrected.rows().find(({ kind, about }) => kind === 'place' && about === place.id);
    return desk.show(request, reply, {
      title: place.name.text,
      status: form.errors ? 422 : 200,
      content: (
        <OnePlace
          {...{ place, form }}
          said={row && { says: readSaid(row) ?? {}, until: row.expiresAt }}
          closures={corrected.places().byPlace.get(place.id)?.closures ?? []}
          phones={phones.map(({ id, number }) => ({ id, number: vault.open(number, 'number').toString() }))}
          today={today(clock(), place.zone)}
        />
      ),
    });
  }

  /** By any need, the closest first, each once. */
  function near(words: string, name: string): readonly Place[] {
    const [spot] = knowledge.places.where(words);
    if (spot === undefined) return [];
    const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const take = name === '' ? EACH : EACH * 10;
    const all = NEEDS.flatMap((need) =>
      knowledge.places.near({ where: spot, need, at: clock(), skip: 0, take }),
    );
    const once = new Map(all.sort((a, b) => a.metres - b.metres).map(({ place }) => [place.id, place]));
    return [...once.values()].filter((p) => plain(p.name.text).includes(plain(name))).slice(0, 4 * EACH);
  }
}

function List({ places }: { readonly places: readonly Place[] }) {
  return (
    <ul>
      {places.map((place) => (
        <li key={place.id}>
          <a href={`${PLACES}/${place.id}`}>{place.name.text}</a>{' '}
          <small>
            {place.address}, {place.postal} {place.commune}
          </small>
        </li>
      ))}
    </ul>
  );
}
