/** One sheet on one page: everything is text, every number can be touched. */
import type { Sheet } from '../../../flows/flow.ts';
import { OFFERED, type PartId } from '../../../flows/knowledge.ts';
import type { Place } from '../../../flows/places.ts';
import type { Texts } from '../../../flows/texts/index.ts';
import type { Leaf } from '../../guidance/guidance.ts';
import { cutPhones } from '../../text/numbers.ts';
import { speechOf } from '../../text/speech/index.ts';
import { Layout } from '../../web/index.ts';
import type { GuidancePagesDeps } from './index.tsx';
import { STYLE } from './style.ts';

const OFFICIAL = 'https://www.service-public.gouv.fr/particuliers/vosdroits/';
/** Told at the end, each in a place of its own. */
const APART: readonly PartId[] = ['call', 'page'];

interface Shown extends Omit<GuidancePagesDeps, 'leaf' | 'opened'> {
  readonly leaf: Leaf;
  readonly sheet: Sheet;
}

export function GuidancePage(shown: Shown) {
  const { site, leaf, sheet, knowledge, texts } = shown;
  const t = textsOf(shown, sheet.lang);
  const where = knowledge.places.spot(leaf.spot);
  const place = where && knowledge.places.place(leaf.place, where, shown.clock())?.place;
  const parts = OFFERED.filter((part) => !APART.includes(part) && sheet.parts[part]);
  const others = Object.entries(texts).filter(
    ([lang]) => lang !== sheet.lang && knowledge.sheet(sheet.id, lang)?.lang === lang,
  );
  return (
    <Layout
      {...{ title: sheet.title.text, site, lang: sheet.lang, style: STYLE, skip: t.guidance.page.skip }}
      footer={<Foot {...shown} t={t} />}
    >
      {others.length === 0 ? null : (
        <nav aria-label={t.guidance.page.languages}>
          {others.map(([lang, { name }]) => (
            <a key={lang} href={`?l=${lang}`} lang={lang} hrefLang={lang}>
              {name.text}
            </a>
          ))}
        </nav>
      )}
      <Lines of={sheet} part="short" t={t} />
      {place ? <Where place={place} t={t} /> : null}
      {parts.map((part) => (
        <section key={part}>
          <h2>{capital(t.parts[part].spoken ?? t.parts[part].text)}</h2>
          <Lines of={sheet} part={part} t={t} />
        </section>
      ))}
      <section>
        <h2>{t.guidance.page.who}</h2>
        <Lines of={sheet} part="call" t={t} />
      </section>
      <p class="danger">
        {t.guidance.page.danger} <Tel number="17" /> <Tel number="15" /> <Tel number="112" />
      </p>
    </Layout>
  );
}

function Foot({ sheet, leaf, sms, voice, t }: Shown & { readonly t: Texts }) {
  const { page } = t.guidance;
  const day = new Intl.DateTimeFormat(t.lang, { dateStyle: 'long', timeZone: 'Europe/Paris' });
  return (
    <>
      {sms === undefined && voice === undefined ? null : (
        <p>
          {page.onward} {sms === undefined ? null : page.bySms(sms)}{' '}
          {voice === undefined ? null : (
            <>
              {page.byCall} <Tel number={voice} />
            </>
          )}
        </p>
      )}
      {sheet.changed ? (
        <p>
          {page.changed} : <Text of={sheet.changed.text} lang={t.lang} />
        </p>
      ) : null}
      {sheet.fiches[0] === undefined ? null : (
        <p>
          <a href={`${OFFICIAL}${sheet.fiches[0]}`}>
            {page.source} {sheet.fiches[0]}
          </a>{' '}
          ({sheet.edition.split('-').reverse().join('/')})
        </p>
      )}
      <p>{page.licence}</p>
      <p>{page.expires(day.format(leaf.expiresAt))}</p>
    </>
  );
}

function Where({ place, t }: { readonly place: Place; readonly t: Texts }) {
  return (
    <section class="place">
      <h2>{t.guidance.page.place}</h2>
      {place.example ? <p>{t.points.example.text}</p> : null}
      <p>
        <strong>{place.name.text}</strong>
      </p>
      <p>{t.points.address(place.address, place.postal, place.commune).text}</p>
      {place.phone ? (
        <p>
          <Tel number={place.phone} />
        </p>
      ) : null}
      {place.comment ? <p>{t.points.said(place.comment).text}</p> : null}
    </section>
  );
}

function Lines({ of, part, t }: { readonly of: Sheet; readonly part: PartId; readonly t: Texts }) {
  const lines = (of.parts[part] ?? []).filter(({ only }) => only !== 'voice');
  if (lines.length < 2 || part === 'short')
    return (
      <>
        {lines.map(({ text }) => (
          <p key={text}>
            <Text of={text} lang={t.lang} />
          </p>
        ))}
      </>
    );
  return (
    <ul>
      {lines.map(({ text }) => (
        <li key={text}>
          <Text of={text} lang={t.lang} />
        </li>
      ))}
    </ul>
  );
}

/** Words, in which a phone number is a link. */
function Text({ of, lang }: { readonly of: string; readonly lang: string }) {
  return (
    <>
      {cutPhones(of, speechOf(lang)).map(({ text, dial }, i) =>
        dial === undefined ? (
          text
        ) : (
          <a key={String(i)} href={`tel:${dial}`}>
            {text}
          </a>
        ),
      )}
    </>
  );
}

function Tel({ number }: { readonly number: string }) {
  return <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>;
}

function textsOf({ texts }: Pick<Shown, 'texts'>, lang: string): Texts {
  return texts[lang] ?? (texts.fr as Texts);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
