/** The languages: one line each. A language is this file's line, its words beside it, and its sheets. */
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Every word of the service outside the sheets; French is the reference. */
export type Texts = typeof fr;

export const texts: Readonly<Record<string, Texts>> = { fr, en };
