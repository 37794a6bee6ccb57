/** How far a reminder is and what was answered, in words for the desk. Pure. */
import type { StoredReminder } from '../../../db/reminders.ts';

export interface ReminderStatus {
  readonly said: string;
  /** What the desk may do. */
  readonly todo?: string;
  /** Somebody waits for it. */
  readonly open: boolean;
  readonly cancellable: boolean;
}

const ANSWERED = {
  coming: { said: 'Vient, ou c’est fait' },
  cannot: { said: 'Ne peut pas', todo: 'Prenez un autre rendez-vous avec la personne.' },
  call: { said: 'Demande à être rappelé', todo: 'Rappelez la personne.' },
  yes: { said: 'A pu' },
  no: { said: 'N’a pas pu', todo: 'Voyez avec la personne ce qui reste à faire.' },
  stuck: { said: 'Bloqué', todo: 'Rappelez la personne : quelque chose bloque.' },
} as const;

export function reminderStatus(row: StoredReminder): ReminderStatus {
  const none = { open: false, cancellable: false };
  if (row.reply !== null) {
    const answer = ANSWERED[row.reply];
    const todo = 'todo' in answer ? answer.todo : undefined;
    if (todo === undefined || row.handledAt !== null)
      return { ...none, said: row.handledAt === null ? answer.said : `${answer.said} · vu par l’équipe` };
    return { said: answer.said, todo, open: true, cancellable: false };
  }
  if (row.cancelledAt !== null)
    return {
      ...none,
      said:
        row.optOut === 'none'
          ? 'Annulé : rien n’est parti'
          : 'Annulé : cette personne ne veut plus de nos messages',
    };
  if (row.heardAt !== null) return { ...none, said: 'Écouté par téléphone, sans réponse' };
  if (row.failed !== null)
    return { ...none, said: 'Pas parti', todo: 'Prévenez la personne autrement si c’est encore utile.' };
  if (row.way === 'call') {
    if (row.rung === 0) return { ...none, said: 'Appel prévu', cancellable: true };
    return {
      ...none,
      said: row.rung === 1 ? 'Appelé une fois, sans réponse' : 'Appelé deux fois, sans réponse',
    };
  }
  switch (row.text?.state) {
    case undefined:
      return {
        ...none,
        said: row.dueAt === 0 ? 'Envoyé ; le détail n’est plus gardé' : 'SMS prévu',
        cancellable: true,
      };
    case 'pending':
      return { ...none, said: 'En file d’envoi', cancellable: true };
    case 'failed':
    case 'expired':
      return { ...none, said: 'Pas arrivé', todo: 'Vérifiez le numéro, ou prévenez la personne autrement.' };
    case 'delivered':
      return { ...none, said: 'Arrivé, sans réponse' };
    default:
      return { ...none, said: 'Envoyé, sans réponse' };
  }
}
