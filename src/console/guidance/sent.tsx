/** What was sent: how far each is, why it did not arrive, what to do; again, or taken back. */
import type { FastifyPluginAsync } from 'fastify';
import { may } from '../../accounts/index.ts';
import { RelaisError } from '../../errors.ts';
import type { Listed } from '../../guidance/guidance.ts';
import { type Status, statusOf } from '../../guidance/status.ts';
import { back, Form } from '../../web/index.ts';
import { dateTime } from '../dates.ts';
import { showNumber } from '../number.tsx';
import { masked } from '../phones.ts';
import type { Section } from '../section.ts';
import { type GuidanceDesk, SENT } from './deps.ts';

const MOST = 30;

interface Of {
  readonly Params: { readonly id: string };
}

export function sentSection({ guidance, accounts, knowledge, clock }: GuidanceDesk): Section {
  return {
    menu: { href: SENT, label: 'Envois' },
    right: 'guide',
    routes:
      (desk): FastifyPluginAsync =>
      async (app) => {
        app.get<{ Querystring: { avant?: string; qui?: string } }>(SENT, async (request, reply) => {
          const who = desk.who(request);
          const mine = request.query.qui === 'moi';
          const before = Number(request.query.avant);
          const [all, people] = await Promise.all([
            guidance.list({
              ...{ orgId: who.org.id, limit: MOST },
              ...(mine ? { author: who.id } : {}),
              ...(Number.isSafeInteger(before) && before > 0 ? { before } : {}),
            }),
            accounts.colleagues(who.org.id),
          ]);
          const nameOf = new Map(people.map(({ id, name }) => [id, name]));
          const whole = may(who.roles, 'number');
          const last = all.at(-1)?.row.at;
          return desk.show(request, reply, {
            title: 'Envois',
            content: (
              <>
                <p>
                  <a href={mine ? SENT : `${SENT}?qui=moi`}>{mine ? 'Ceux de tous' : 'Les miens seuls'}</a> ·{' '}
                  <a href={mine ? `${SENT}?qui=moi` : SENT}>Actualiser</a>
                </p>
                {all.length === 0 ? <p>Aucun envoi.</p> : null}
                {all.map((one) => (
                  <One
                    {...{ key: one.row.id, one, whole, status: statusOf(one.row, clock()) }}
                    title={knowledge.sheet(one.guide.sheet, 'fr')?.title.text ?? 'Fiche retirée'}
                    by={nameOf.get(one.row.author) ?? 'ancien compte'}
                  />
                ))}
                {all.length < MOST || last === undefined ? null : (
                  <p>
                    <a href={`${SENT}?avant=${last}${mine ? '&qui=moi' : ''}`}>Envois plus anciens</a>
                  </p>
                )}
              </>
            ),
          });
        });
        app.post<Of>(`${SENT}/:id/renvoyer`, async (request, reply) => {
          const { id } = request.params;
          const one = await find(id, desk.who(request).org.id);
          if (!statusOf(one.row, clock()).again)
            return back(reply, SENT, { refused: 'Cet envoi ne peut pas être renvoyé maintenant.' });
          if (!(await guidance.resend(id, { orgId: desk.who(request).org.id })))
            return back(reply, SENT, { refused: 'Cet envoi ne peut pas être renvoyé maintenant.' });
          await desk.note(request, 'guidance_resent', id);
          return back(reply, SENT, { done: 'Renvoyé. Le lien est le même.' });
        });
        app.post<Of>(`${SENT}/:id/annuler`, async (request, reply) => {
          const { id } = request.params;
          const { org } = desk.who(request);
          await find(id, org.id);
          if (!(await guidance.cancel(id, { orgId: org.id })))
            return back(reply, SENT, { refused: 'Trop tard : ce SMS est déjà parti.' });
          await desk.note(request, 'guidance_cancelled', id);
          return back(reply, SENT, { done: 'Annulé : rien ne partira.' });
        });
        app.post<Of>(`${SENT}/:id/numero`, async (request, reply) => {
          const who = desk.who(request);
          if (!may(who.roles, 'number')) throw new RelaisError('not_allowed');
          const { id } = request.params;
          const { to } = await find(id, who.org.id);
          const back = { href: SENT, label: 'Revenir aux envois' };
          return showNumber(desk, request, reply, { id, to, back });
        });
      },
  };

  async function find(id: string, orgId: string): Promise<Listed> {
    const one = await guidance.one(id, { orgId });
    // Another organisation's is none.
    if (one === undefined) throw new RelaisError('not_found');
    return one;
  }
}

const MARK: Readonly<Record<Status['stage'], string>> = {
  scheduled: 'prévu',
  queued: 'en file',
  sent: 'envoyé',
  delivered: 'arrivé',
  failed: 'échec',
  cancelled: 'annulé',
  past: 'ancien',
};

interface OneProps {
  readonly one: Listed;
  readonly status: Status;
  readonly title: string;
  readonly by: string;
  /** May see a whole number. */
  readonly whole: boolean;
}

function One({ one: { row, guide, to }, status, title, by, whole }: OneProps) {
  const said = masked(to);
  const act = (verb: string, submit: string) => (
    <Form
      {...{ action: `${SENT}/${row.id}/${verb}`, inline: true, kind: 'secondary', submit }}
      label={`${submit} : ${title}, ${said}`}
    />
  );
  return (
    <article>
      <h2>{title}</h2>
      <p>
        <span class={status.stage === 'failed' ? 'tag urgent' : 'tag'}>{MARK[status.stage]}</span>{' '}
        {status.said}
        {status.stage === 'scheduled' && row.text ? ` pour le ${dateTime(row.text.dueAt)}` : ''}.{' '}
        {status.marks.map((mark) => (
          <span class="tag" key={mark}>
            {mark}
          </span>
        ))}
      </p>
      {status.todo === undefined ? null : <p>{status.todo}</p>}
      <p class="muted">
        {said} · {by}, le {dateTime(row.at)}
        {guide.note === '' ? '' : ` · « ${guide.note} »`}
      </p>
      {status.again ? act('renvoyer', 'Renvoyer') : null}
      {status.cancellable ? act('annuler', 'Annuler') : null}
      {whole ? act('numero', 'Voir le numéro') : null}
    </article>
  );
}
