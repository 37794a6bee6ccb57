/** Who may do what at the desk. A right is asked for by a page; a role is a set of rights; an account has one role or several. */

export const ROLES = ['mediator', 'volunteer', 'moderator', 'editor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/**
 * `guide` sends sheets · `call` answers those who ask for a human · `number` sees a whole number, mutes one · `moderate` reads what people tell ·
 * `edit` keeps sheets and places true · `bilan` reads counts · `staff` invites, closes, reads the journal, says when the desk calls back, hears muted numbers again.
 */
export type Right = 'guide' | 'call' | 'number' | 'moderate' | 'edit' | 'bilan' | 'staff';

const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  mediator: ['guide', 'call', 'number', 'bilan'],
  volunteer: ['guide', 'call'],
  moderator: ['moderate'],
  editor: ['edit', 'bilan'],
  administrator: ['staff', 'bilan'],
};

/** Those that are roles here, in our order. */
export function rolesOf(words: readonly string[]): readonly Role[] {
  return ROLES.filter((role) => words.includes(role));
}

export function may(roles: readonly Role[], right: Right): boolean {
  return roles.some((role) => RIGHTS_OF[role].includes(right));
}

/** As the desk says them, with what each may do. */
export const ROLE_SAID: Readonly<Record<Role, { readonly name: string; readonly does: string }>> = {
  mediator: { name: 'Médiateur', does: 'envoie des fiches, rappelle, voit les numéros, lit le bilan' },
  volunteer: { name: 'Bénévole', does: 'envoie des fiches et rappelle, sans voir les numéros' },
  moderator: { name: 'Modérateur', does: 'lit les témoignages avant publication' },
  editor: { name: 'Rédacteur', does: 'tient les fiches et les lieux à jour' },
  administrator: { name: 'Administrateur', does: 'invite, ferme des comptes, lit le journal' },
};
