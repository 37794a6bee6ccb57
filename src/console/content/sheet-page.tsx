/** One file of a sheet: what it says, each fact to check or correct, and the signature. */
import { type Kept, type SheetNotes, ticksOf } from '../../corrections/sheets.ts';
import type { Amendment } from '../../knowledge/amend.ts';
import { Form, Hidden } from '../../web/index.ts';
import { dateTime } from '../dates.ts';
import { SHEETS } from './deps.ts';

export interface OneSheetProps {
  readonly one: Kept;
  readonly me: { readonly id: string; readonly name: string };
  readonly amendments: SheetNotes['amendments'];
  readonly preview:
    | {
        readonly key: string;
        readonly amendment: Amendment;
        readonly lines: readonly { readonly lang: string; readonly before: string; readonly after: string }[];
      }
    | undefined;
}

export function OneSheet({ one, me, amendments, preview }: OneSheetProps) {
  const at = (verb: string) => `${SHEETS}/${one.name}/${verb}`;
  const ticks = ticksOf(one);
  const signed = one.filed.reviewed && one.notes.review !== undefined;
  const mine = one.toTick.filter(({ key }) => ticks.get(key)?.by === me.id).length;
  return (
    <>
      <p class="muted">
        Langue : {one.filed.lang}. Source de {one.filed.edition}.{' '}
        <a href={at('fichier')}>Le fichier tel qu’il devrait être</a>
      </p>
      {preview === undefined ? null : (
        <section aria-label="Correction à confirmer">
          <h2>À confirmer</h2>
          {preview.lines.length === 0 ? (
            <p>Aucune ligne de la fiche ne dit « {preview.amendment.was} » : seul le fait sera noté.</p>
          ) : null}
          <ul>
            {preview.lines.map(({ lang, before, after }) => (
              <li key={`${lang} ${before}`}>
                {lang} : <del>{before}</del> <ins>{after}</ins>
              </li>
            ))}
          </ul>
          <Form action={at('corriger')} submit="Confirmer la correction">
            <Hidden name="key" value={preview.key} />
            <Hidden name="was" value={preview.amendment.was} />
            <Hidden name="is" value={preview.amendment.is} />
            <Hidden name="vu" value="oui" />
          </Form>
        </section>
      )}
      <h2>Ce qu’elle dit</h2>
      <ul>
        {one.filed.text.split('\n').map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>À vérifier, ligne par ligne</h2>
      {one.toTick.map(({ key, label, asOf, fact }, i) => {
        const tick = ticks.get(key);
        return (
          <article key={key}>
            <p>
              {label} {asOf === undefined ? '' : <span class="muted">({asOf})</span>}{' '}
              {tick === undefined ? null : (
                <span class="tag">
                  vérifié par {tick.name} le {dateTime(tick.at)}
                </span>
              )}
            </p>
            {tick?.by === me.id ? null : (
              <Form action={at('verifie')} inline submit="C’est vrai" label={`C’est vrai : ${label}`}>
                <Hidden name="key" value={key} />
              </Form>
            )}
            {fact === undefined ? null : (
              <details>
                <summary>C’est faux</summary>
                <Form action={at('corriger')} submit="Voir ce qui change" kind="secondary">
                  <Hidden name="key" value={key} />
                  <label for={`was-${i}`}>Les mots faux</label>
                  <input id={`was-${i}`} name="was" value={firstValue(fact.says)} required />
                  <label for={`is-${i}`}>Ce qui est vrai</label>
                  <input id={`is-${i}`} name="is" required maxLength={80} />
                </Form>
              </details>
            )}
          </article>
        );
      })}
      {amendments.length === 0 ? null : (
        <>
          <h2>Corrections</h2>
          <ul>
            {amendments.map(({ was, is, name, at: when }) => (
              <li key={`${was} ${when}`}>
                « {was} » devient « {is} » : {name}, le {dateTime(when)}
              </li>
            ))}
          </ul>
          <Form action={at('retablir')} submit="Retirer la dernière" kind="secondary" />
        </>
      )}
      <h2>Signer</h2>
      {signed ? (
        <p>
          Relue par {one.notes.review?.by}, le {one.notes.review?.on.split('-').reverse().join('/')}.
        </p>
      ) : (
        <>
          <p>
            Vous avez vérifié {mine} lignes sur {one.toTick.length}. La signature vaut pour ce texte, et s’ôte
            d’elle-même s’il change.
          </p>
          {mine < one.toTick.length ? null : (
            <Form action={at('signer')} submit="Signer cette fiche">
              <label for="name">Votre nom : {me.name}</label>
              <input id="name" name="name" required autocomplete="off" />
            </Form>
          )}
        </>
      )}
    </>
  );
}

/** A number with its unit, as it may stand in a sentence; else all of it. */
function firstValue(says: string): string {
  return /\d[\d ,.]*\d(?: ?(?:euros|%))?|\d+(?: ?(?:euros|%|ans|mois|jours|heures))?/.exec(says)?.[0] ?? says;
}
