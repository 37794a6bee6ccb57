/** The frame of every page: French, phone-sized first, with a way past the menu for those who use a keyboard. */
import type { ComponentChildren } from 'preact';
import { asset } from './assets.ts';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  /** How many things wait there: said only when there are some. */
  readonly count?: number;
}

export interface LayoutProps {
  /** Of the page alone; the name of the site is added. */
  readonly title: string;
  /** The name of the service. */
  readonly site: string;
  readonly children: ComponentChildren;
  /** BCP 47; `fr` unless said. */
  readonly lang?: string;
  readonly nav?: readonly NavItem[];
  /** The address of this page, to mark it in the menu. */
  readonly path?: string;
  /** Beside the menu: who is signed in, how to leave. */
  readonly aside?: ComponentChildren;
  /** What was just done. */
  readonly done?: string | undefined;
  /** What was just refused. */
  readonly refused?: string | undefined;
  readonly footer?: ComponentChildren;
  /** Seconds after which the page is asked for again. */
  readonly refresh?: number;
  /** Pages are kept out of search engines unless said. */
  readonly indexed?: boolean;
  /** The words that lead past the menu, where the page is not in French. */
  readonly skip?: string;
  /** A whole small style instead of the site's: see `page`. */
  readonly style?: string;
}

/** A whole document. Everything in it is escaped but what an author marks otherwise. */
export function Layout(props: LayoutProps) {
  const { title, site, children, lang = 'fr', style, skip = 'Aller au contenu' } = props;
  const nav = props.nav ?? [];
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {props.indexed ? null : <meta name="robots" content="noindex" />}
        {props.refresh === undefined ? null : <meta http-equiv="refresh" content={String(props.refresh)} />}
        <title>{`${title} · ${site}`}</title>
        {style === undefined ? (
          <link rel="stylesheet" href={asset('relais.css')} />
        ) : (
          <style dangerouslySetInnerHTML={{ __html: style }} />
        )}
      </head>
      <body>
        <a class="skip" href="#contenu">
          {skip}
        </a>
        <header>{nav.length === 0 ? <strong>{site}</strong> : <Nav {...props} nav={nav} />}</header>
        <main id="contenu">
          <h1>{title}</h1>
          {props.refused === undefined ? null : <p role="alert">{props.refused}</p>}
          {props.done === undefined ? null : <p role="status">{props.done}</p>}
          {children}
        </main>
        {props.footer === undefined ? null : <footer>{props.footer}</footer>}
      </body>
    </html>
  );
}

function Nav({ site, nav = [], path, aside }: LayoutProps) {
  return (
    <nav aria-label="Menu">
      <ul>
        <li>
          <strong>{site}</strong>
        </li>
        {nav.map(({ href, label, count }) => (
          <li key={href}>
            <a href={href} {...(href === path ? { 'aria-current': 'page' as const } : {})}>
              {count ? `${label} (${count})` : label}
            </a>
          </li>
        ))}
      </ul>
      {aside === undefined ? null : (
        <ul>
          <li>{aside}</li>
        </ul>
      )}
    </nav>
  );
}
