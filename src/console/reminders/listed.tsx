/** Reminders in a list: what was answered, what is to be done, what may be taken back. */
import type { ListedReminder } from '../../reminders/reminders.ts';
import { Form } from '../../web/index.ts';
import { dateTime } from '../dates.ts';
import { masked } from '../phones.ts';
import { REMIND } from './compose.tsx';
import { reminderStatus } from './status.ts';

interface OneProps {
  readonly titleOf: (one: ListedReminder) => string;
  /** May see a whole number. */
  readonly whole: boolean;
}

export function Listed({
  heading,
  all,
  none,
  ...rest
}: OneProps & { readonly heading: string; readonly all: readonly ListedReminder[]; readonly none: string }) {
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      {all.length === 0 ? <p>{none}</p> : null}
      {all.map((one) => (
        <One {...{ key: one.row.id, one, ...rest }} />
      ))}
    </section>
  );
}

function One({ one, titleOf, whole }: OneProps & { readonly one: ListedReminder }) {
  const { row, told, to } = one;
  const status = reminderStatus(row);
  const title = titleOf(one);
  const act = (verb: string, submit: string) => (
    <Form
      {...{ action: `${REMIND}/${row.id}/${verb}`, inline: true, kind: 'secondary', submit }}
      label={`${submit} : ${title}, ${masked(to)}`}
    />
  );
  const waits = row.reply === null && status.cancellable;
  return (
    <article>
      <h3>{title}</h3>
      <p>
        <span class={status.open ? 'tag urgent' : 'tag'}>{status.said}</span>
        {waits ? ` pour le ${dateTime(row.dueAt)}` : ''}
        {row.repliedAt === null ? '' : ` le ${dateTime(row.repliedAt)}`}
      </p>
      {status.todo === undefined ? null : <p>{status.todo}</p>}
      <p class="muted">
        {masked(to)} · {told.by}
        {told.place === '' ? '' : ` · ${told.place}`}
        {told.papers === '' ? '' : ` · ${told.papers}`}
      </p>
      {status.open ? act('vu', 'Je m’en occupe') : null}
      {status.cancellable ? act('annuler', 'Annuler') : null}
      {whole ? act('numero', 'Voir le numéro') : null}
    </article>
  );
}
