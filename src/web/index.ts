/** Pages for a browser, as their authors see them. */

export { asset } from './assets.ts';
export { back, flashOf } from './flash.ts';
export type { FormProps, FormView } from './form.tsx';
export { Field, Form, Hidden, Select, Tick } from './form.tsx';
export { Layout, type LayoutProps, type NavItem } from './layout.tsx';
export { notFound } from './not-found.tsx';
export { type PageOptions, page } from './page.ts';
export { type Choice, readForm } from './read-form.ts';
export { type WebOptions, webSite } from './site.tsx';
