/** All that the journal may say was done, and how the desk says it. A new act is a line here. */
export const ACTS_SAID = {
  organisation_added: 'organisation créée',
  organisation_changed: 'organisation modifiée',
  account_added: 'compte créé',
  invited: 'invitation donnée',
  invitation_called_back: 'invitation retirée',
  invitation_used: 'invitation utilisée',
  second_set: 'application de codes reliée',
  signed_in: 'connexion',
  sign_in_refused: 'connexion refusée',
  signed_out: 'déconnexion',
  signed_out_everywhere: 'déconnexion partout',
  password_changed: 'mot de passe changé',
  phone_changed: 'téléphone personnel changé',
  roles_changed: 'rôles changés',
  account_closed: 'compte fermé',
  account_opened: 'compte rouvert',
  guidance_sent: 'fiche envoyée',
  guidance_resent: 'fiche renvoyée',
  guidance_cancelled: 'envoi annulé',
  number_shown: 'numéro montré en entier',
} as const;

export type Act = keyof typeof ACTS_SAID;
