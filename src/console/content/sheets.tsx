/** Sheets that a human still has to check: their moving facts one by one, then a signature. What is corrected holds at once. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Kept, NO_NOTES, type SheetNotes, ticksOf } from '../../corrections/sheets.ts';
import { RelaisError } from '../../errors.ts';
import type { Amendment } from '../../knowledge/amend.ts';
import { amended, linesWith } from '../../knowledge/amend.ts';
import { due } from '../../knowledge/review.ts';
import { isGsm7 } from '../../text/gsm7.ts';
import { back, readForm } from '../../web/index.ts';
import type { Desk, Section } from '../section.ts';
import { type ContentDesk, SHEETS } from './deps.ts';
import { today } from './place-form.ts';
import { OneSheet } from './sheet-page.tsx';

/** Until the file in the repository says it. */
const LONG = 3_650 * 86_400_000;
const changing = z.object({
  key: z.string(),
  was: z.string().trim().min(1, 'Écrivez les mots à remplacer.'),
  is: z
    .string()
    .trim()
    .min(1, 'Écrivez ce qui est vrai.')
    .max(80, '80 caractères au plus.')
    .refine(
      (text) => isGsm7(text.replace(/[’‘]/g, "'")) && !/[\n:{}"]|www\.|http/i.test(text),
      'Des mots et des chiffres seuls.',
    ),
  vu: z.string().optional(),
});

interface Of {
  readonly Params: { readonly name: string };
}

export function sheetsSection(deps: ContentDesk): Section {
  const { store, corrected, clock } = deps;
  const all = () => [...corrected.sheets().files.values()];
  const find = (name: string): Kept => {
    const one = corrected.sheets().files.get(name);
    if (one === undefined) throw new RelaisError('not_found');
    return one;
  };
  const waiting = () => {
    const order = due(all().map(({ filed }) => filed));
    return order.flatMap(({ id, lang }) => corrected.sheets().files.get(`${id}.${lang}`) ?? []);
  };

  return {
    menu: { href: SHEETS, label: 'Fiches à relire' },
    right: 'edit',
    routes: (desk) => async (app) => {
      app.get(SHEETS, (request, reply) => {
        const changed = all().filter(({ file, original }) => file.text !== original.text);
        return desk.show(request, reply, {
          title: 'Fiches à relire',
          content: (
            <>
              <p>
                {waiting().length} fichiers sur {all().length} n’ont été relus par personne. La source la plus
                ancienne d’abord.
              </p>
              {changed.length === 0 ? null : <h2>Signées ou corrigées ici</h2>}
              <List sheets={changed} />
              <h2>À relire</h2>
              <List sheets={waiting()} />
            </>
          ),
        });
      });
      app.get<Of>(`${SHEETS}/:name`, (request, reply) => show(desk, request, reply));
      app.get<Of>(`${SHEETS}/:name/fichier`, (request, reply) => {
        const { name, file } = find(request.params.name);
        return reply
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="${name}.md"`)
          .type('text/markdown; charset=utf-8')
          .send(file.text);
      });
      app.post<Of & { Body: { key?: string } }>(`${SHEETS}/:name/verifie`, async (request, reply) => {
        const one = find(request.params.name);
        const key = String(request.body?.key ?? '');
        if (!one.toTick.some((t) => t.key === key)) throw new RelaisError('not_found');
        const who = desk.who(request);
        const tick = { key, by: who.id, name: who.name, at: clock() };
        const kept = [...ticksOf(one).values()].filter((t) => t.key !== key);
        await keep(request, one.name, { ...one.notes, ticks: [...kept, tick] }, 'fact_checked');
        return back(reply, `${SHEETS}/${one.name}`, { done: 'Vérifié.' });
      });
      app.post<Of>(`${SHEETS}/:name/corriger`, async (request, reply) => {
        const one = find(request.params.name);
        const read = readForm(changing, request.body);
        if ('wrong' in read)
          return show(desk, request, reply, { refused: Object.values(read.wrong.errors ?? {})[0] ?? '' });
        const { key, was, is, vu } = read.ok;
        const fact = one.toTick.find((t) => t.key === key)?.fact;
        if (fact === undefined) throw new RelaisError('not_found');
        if (!fact.says.includes(was))
          return show(desk, request, reply, { refused: 'Ces mots ne sont pas dans ce fait.' });
        const amendment = { ...fact, was, is, asOf: today(clock(), 'Europe/Paris').slice(0, 7) };
        const problem = broken(one, amendment);
        if (problem !== undefined) return show(desk, request, reply, { refused: problem });
        if (vu === undefined)
          return show(desk, request, reply, { preview: { key, amendment, lines: linesOf(one, amendment) } });
        const french = `${one.filed.id}.fr`;
        const notes = corrected.sheets().files.get(french)?.notes ?? NO_NOTES;
        const { name } = desk.who(request);
        const amendments = [...notes.amendments, { ...amendment, name, at: clock() }];
        await keep(request, french, { ...notes, amendments }, 'fact_corrected');
        return back(reply, `${SHEETS}/${one.name}`, {
          done: 'C’est corrigé. Les prochaines réponses le disent.',
        });
      });
      app.post<Of>(`${SHEETS}/:name/retablir`, async (request, reply) => {
        const one = find(request.params.name);
        const french = `${one.filed.id}.fr`;
        const notes = corrected.sheets().files.get(french)?.notes ?? NO_NOTES;
        await keep(request, french, { ...notes, amendments: notes.amendments.slice(0, -1) }, 'fact_restored');
        return back(reply, `${SHEETS}/${one.name}`, { done: 'La dernière correction est retirée.' });
      });
      app.post<Of & { Body: { name?: string } }>(`${SHEETS}/:name/signer`, async (request, reply) => {
        const one = find(request.params.name);
        const who = desk.who(request);
        const ticks = ticksOf(one);
        const own = one.toTick.every(({ key }) => ticks.get(key)?.by === who.id);
        if (!own) return show(desk, request, reply, { refused: 'Vérifiez d’abord chaque ligne vous-même.' });
        if (
          String(request.body?.name ?? '')
            .trim()
            .toLowerCase() !== who.name.toLowerCase()
        )
          return show(desk, request, reply, { refused: 'Signez de votre nom, comme il est écrit en haut.' });
        const review = { by: who.name, on: today(clock(), 'Europe/Paris'), account: who.id, of: one.print };
        await keep(request, one.name, { ...one.notes, review }, 'sheet_signed');
        return back(reply, `${SHEETS}/${one.name}`, { done: 'Signé. La fiche dit qu’elle est relue.' });
      });

      /** Written, journalled, and at once true here. */
      async function keep(
        request: FastifyRequest,
        name: string,
        notes: SheetNotes,
        act: Parameters<Desk['note']>[1],
      ): Promise<void> {
        await store.correct({
          ...{ kind: 'sheet', about: name, part: '', body: JSON.stringify(notes) },
          ...{ author: desk.who(request).id, at: clock(), expiresAt: clock() + LONG },
        });
        await desk.note(request, act, name);
        await corrected.refresh();
      }
    },
  };

  function siblings({ filed }: Kept): readonly Kept[] {
    return all().filter((one) => one.filed.id === filed.id);
  }

  function linesOf(one: Kept, amendment: Amendment) {
    return siblings(one).flatMap(({ file, filed }) =>
      linesWith(file, amendment).map((line) => ({ ...line, lang: filed.lang })),
    );
  }

  /** Why the sheet would no longer be one, in words. */
  function broken(one: Kept, amendment: Amendment): string | undefined {
    const { problems } = corrected.reread(siblings(one).map(({ file }) => amended(file, [amendment])));
    return problems.length === 0 ? undefined : `La fiche n’a plus la place : ${problems[0]?.problem}`;
  }

  function show(
    desk: Desk,
    request: FastifyRequest,
    reply: Parameters<Desk['show']>[1],
    more: {
      readonly refused?: string;
      readonly preview?: {
        readonly key: string;
        readonly amendment: Amendment;
        readonly lines: readonly { readonly lang: string; readonly before: string; readonly after: string }[];
      };
    } = {},
  ) {
    const one = find((request.params as Of['Params']).name);
    const { refused, preview } = more;
    const french = corrected.sheets().files.get(`${one.filed.id}.fr`);
    return desk.show(request, reply, {
      title: one.filed.title,
      status: refused === undefined ? 200 : 422,
      ...(refused === undefined ? {} : { refused }),
      content: (
        <OneSheet {...{ one, preview }} me={desk.who(request)} amendments={french?.notes.amendments ?? []} />
      ),
    });
  }
}

function List({ sheets }: { readonly sheets: readonly Kept[] }) {
  return (
    <ul>
      {sheets.map((one) => (
        <li key={one.name}>
          <a href={`${SHEETS}/${one.name}`}>{one.filed.title}</a>{' '}
          <small>
            {one.filed.lang}, source de {one.filed.edition}, {ticksOf(one).size} sur {one.toTick.length}{' '}
            vérifiés
          </small>
        </li>
      ))}
    </ul>
  );
}
