/** Finding a sheet: the very search that answers people by text. */
import type { Knowledge, Sheet, ThemeId } from '../../../flows/knowledge.ts';
import { SEND } from './deps.ts';

/** As the desk names the subjects. */
export const THEME_SAID: Readonly<Record<ThemeId, string>> = {
  papers: 'papiers',
  benefits: 'aides',
  health: 'santé',
  housing: 'logement',
  work: 'travail',
  family: 'famille',
  school: 'école',
  residence: 'séjour',
  age: 'âge et handicap',
  money: 'argent',
  justice: 'justice',
  transport: 'transport',
};

/** One box and one button; it changes nothing, so it is a GET. */
export function Search({ asked = '' }: { readonly asked?: string }) {
  return (
    <search>
      <form method="get" action={SEND}>
        <label for="q">Que cherche la personne ? Écrivez-le comme elle le dit.</label>
        <input id="q" name="q" type="search" value={asked} required maxLength={200} />
        <button type="submit">Chercher une fiche</button>
      </form>
    </search>
  );
}

export function Results({ asked, knowledge }: { readonly asked: string; readonly knowledge: Knowledge }) {
  const { hits } = asked.trim() === '' ? { hits: [] } : knowledge.search(asked, 'fr');
  const sheets = hits.flatMap(({ sheet }) => knowledge.sheet(sheet, 'fr') ?? []);
  const who = sheets.length === 0 && asked !== '' ? knowledge.who(asked, 'fr') : undefined;
  const body = who === undefined ? undefined : knowledge.body(who, 'fr');
  return (
    <>
      <Search asked={asked} />
      {sheets.length === 0 ? null : <h2>Fiches trouvées</h2>}
      <ul>
        {sheets.map((sheet) => (
          <li key={sheet.id}>
            <One sheet={sheet} />
          </li>
        ))}
      </ul>
      {asked !== '' && sheets.length === 0 ? (
        <p role="status">
          Aucune fiche ne répond à ces mots.
          {body === undefined
            ? ''
            : ` C’est l’affaire de : ${body.name.text}, ${body.number ?? 'sans numéro'}.`}
        </p>
      ) : null}
    </>
  );
}

function One({ sheet }: { readonly sheet: Sheet }) {
  return (
    <>
      <a href={`${SEND}/${sheet.id}`}>{sheet.title.text}</a> <small>{THEME_SAID[sheet.theme]}</small>{' '}
      {sheet.discreet ? <span class="tag">sujet discret</span> : null}
    </>
  );
}
