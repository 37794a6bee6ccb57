/** What is put on a wall and in a pocket: how to write, how to call, four examples, the keys. Printed by the browser itself. */
import { homePhone } from './phones.ts';
import type { Section } from './section.ts';

interface Printed {
  readonly name: string;
  /** What a text or a call costs the person, in words. */
  readonly price?: string;
  /** As they are dialled. */
  readonly sms: string | undefined;
  readonly voice: string | undefined;
}
/** A number or a short code: a name hears nothing, and the numbers of a messaging service are not ours to know. */
const HEARS = /^\+?\d+$/;

const POSTER = '/console/affiche';
/** Each finds a sheet as it is written here. */
export const EXAMPLES = [
  'j’ai perdu ma carte d’identité',
  'demander les APL',
  'j’ai rien à manger',
  'comment m’actualiser par téléphone',
] as const;
const CARDS = [1, 2, 3, 4] as const;

const BY_TEXT = [
  ['1, 2, 3', 'choisir'],
  ['SUITE', 'lire la suite'],
  ['RETOUR', 'revenir'],
  ['MENU', 'le menu'],
  ['AIDE', 'comment faire'],
  ['QUELQU’UN', 'une personne'],
  ['ARRET', 'plus de SMS de notre part'],
  ['EFFACER', 'effacer vos données'],
] as const;
const BY_CALL = [
  ['1, 2, 3', 'choisir'],
  ['étoile *', 'revenir'],
  ['dièse #', 'répéter'],
  ['8', 'parler moins vite'],
  ['9', 'le menu'],
  ['0', 'une personne'],
] as const;

interface Of {
  readonly name: string;
  readonly price?: string;
  readonly sender: string;
  readonly voice: string | undefined;
}

/** What is printed of what is configured. */
export function printed({ name, price, sender, voice }: Of): Printed {
  return {
    name,
    ...(price === undefined ? {} : { price }),
    sms: HEARS.test(sender) ? homePhone(sender) : undefined,
    voice: voice === undefined ? undefined : homePhone(voice),
  };
}

export function posterSection(of: Of): Section {
  const deps = printed(of);
  return {
    menu: { href: POSTER, label: 'Affiche' },
    routes: (desk) => async (app) => {
      app.get(POSTER, (request, reply) =>
        desk.show(request, reply, {
          title: 'Affiche et cartes',
          content: (
            <>
              <p class="no-print">
                Imprimez cette page : une affiche A4, puis quatre cartes à découper. Les numéros sont ceux de
                ce service.
                {deps.price === undefined
                  ? ' Le prix n’est pas réglé : l’affiche dit de voir son forfait.'
                  : ''}
              </p>
              <Wall {...deps} />
              <section class="cards" aria-label="Cartes à découper">
                {CARDS.map((card) => (
                  <Card key={card} {...deps} />
                ))}
              </section>
            </>
          ),
        }),
      );
    },
  };
}

function Wall(deps: Printed) {
  const { name, sms, voice } = deps;
  return (
    <section class="poster" aria-label="Affiche">
      <h2>Une question sur vos droits&nbsp;?</h2>
      <p>
        <strong>{name}</strong> répond, de tout téléphone. Sans internet. C’est un service automatique.
      </p>
      <Numbers {...deps} />
      {sms === undefined ? null : (
        <>
          <h3>Écrivez comme vous parlez</h3>
          <ul class="examples">
            {EXAMPLES.map((words) => (
              <li key={words}>«&nbsp;{words}&nbsp;»</li>
            ))}
          </ul>
          <h3>Par SMS, écrivez</h3>
          <Keys keys={BY_TEXT} />
        </>
      )}
      {voice === undefined ? null : (
        <>
          <h3>Au téléphone, tapez</h3>
          <Keys keys={BY_CALL} />
        </>
      )}
      <Below {...deps} />
    </section>
  );
}

function Card(deps: Printed) {
  const { name, sms, voice } = deps;
  return (
    <article class="card">
      <p>
        <strong>{name} : vos droits, de tout téléphone</strong>
      </p>
      <Numbers {...deps} />
      {sms === undefined ? null : (
        <p>
          Exemples : {EXAMPLES.map((words) => `«\u00a0${words}\u00a0»`).join(', ')}. Par SMS : MENU, RETOUR,
          AIDE, ARRET.
        </p>
      )}
      {voice === undefined ? null : (
        <p>Au téléphone : * revenir, # répéter, 8 moins vite, 9 menu, 0 une personne.</p>
      )}
      <Below {...deps} />
    </article>
  );
}

function Numbers({ sms, voice }: Printed) {
  return (
    <p class="numbers">
      {sms === undefined ? null : (
        <span>
          Par SMS&nbsp;: <strong>{sms}</strong>
        </span>
      )}{' '}
      {voice === undefined ? null : (
        <span>
          Par appel&nbsp;: <strong>{voice}</strong>
        </span>
      )}
      {sms === undefined && voice === undefined ? <span>Aucun numéro n’est réglé.</span> : null}
    </p>
  );
}

function Below({ price = 'Prix : celui de votre forfait' }: Printed) {
  return <p>{price}. En danger : 17, 15 ou 112 ; par SMS, 114. Ce service n’est pas un secours.</p>;
}

function Keys({ keys }: { readonly keys: readonly (readonly [string, string])[] }) {
  return (
    <dl class="keys">
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
