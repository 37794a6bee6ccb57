/** What went wrong, in words for whoever is looking at the page: what to do, never why inside. */
import { Layout } from './layout.tsx';

/** By HTTP status. */
const SAID: Readonly<Record<number, { readonly title: string; readonly line: string }>> = {
  400: { title: 'Demande incomprise', line: 'Revenez en arrière et essayez encore.' },
  403: {
    title: 'Action refusée',
    line: 'La page était ouverte depuis longtemps, ou vous n’avez pas ce droit. Rechargez la page, puis recommencez.',
  },
  404: { title: 'Page introuvable', line: 'Cette adresse ne mène à rien, ou n’existe plus.' },
  410: { title: 'Page expirée', line: 'Cette page n’est plus disponible.' },
  429: { title: 'Trop de demandes', line: 'Attendez une minute, puis recommencez.' },
  503: { title: 'Service indisponible', line: 'Réessayez dans quelques minutes.' },
};
const OURS = {
  title: 'Un problème de notre côté',
  line: 'Rien n’est perdu. Réessayez dans quelques minutes.',
};

export function ErrorPage({ status, site, home }: { status: number; site: string; home?: string }) {
  const { title, line } = SAID[status] ?? (status < 500 ? (SAID[400] as typeof OURS) : OURS);
  return (
    <Layout title={title} site={site}>
      <p>{line}</p>
      {home === undefined ? null : (
        <p>
          <a href={home}>Revenir à l’accueil</a>
        </p>
      )}
    </Layout>
  );
}
