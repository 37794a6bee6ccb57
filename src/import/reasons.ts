/** Why a row of a file is not taken: one closed table, in the words that the command prints. */
export const REASONS = {
  unreadable: 'ligne illisible',
  columns: 'nombre de colonnes différent de celui de l’en-tête',
  id: 'identifiant manquant',
  twice: 'identifiant déjà lu dans le même envoi',
  name: 'nom manquant',
  position: 'ni position ni commune reconnue',
  abroad: 'hors de France',
  closed: 'ne reçoit pas de public',
  remote: 'à distance seulement',
  professionals: 'réservé aux professionnels',
  need: 'ne répond à aucun besoin servi',
  structure: 'structure inconnue',
  date: 'date ou heure incorrecte',
} as const;
export type Reason = keyof typeof REASONS;

/** What stops a whole file. The message is for whoever runs the command. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
