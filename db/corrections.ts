/** The port to what the desk corrects: places, closed days, sheets. An overlay over what was imported or written in files. */
import type { Sealed } from './store.ts';

/** `place`: what is told of one · `closure`: days on which it is closed · `sheet`: facts, ticks, a review. */
export const CORRECTED = ['place', 'closure', 'sheet'] as const;
export type Corrected = (typeof CORRECTED)[number];

/** One of each kind, subject and part: a newer one replaces it. Nothing in it is secret, and nobody but its author is in it. */
export interface Correction {
  readonly kind: Corrected;
  /** Id of the place; of a sheet, `id.lang`. */
  readonly about: string;
  /** First day of a closure, `2026-12-24`; otherwise empty. */
  readonly part: string;
  /** JSON. */
  readonly body: string;
  /** Account; empty where the place itself said it by text. */
  readonly author: string;
  readonly at: number;
  /** No longer true from this instant. */
  readonly expiresAt: number;
}

/** A phone from which a place may say that it is closed. */
export interface PlacePhone {
  readonly id: string;
  readonly place: string;
  readonly number: Sealed;
  readonly author: string;
  readonly at: number;
}

/** What a turn does to the days of a place. */
export type ClosureNews =
  | { readonly is: 'closed'; readonly correction: Correction }
  | { readonly is: 'open'; readonly place: string };

export interface Corrections {
  /** Rises with every change: who knows an older one must read them again first. */
  correctionsVersion(): Promise<number>;
  /** All that still holds at this instant. */
  corrections(at: number): Promise<readonly Correction[]>;
  correct(correction: Correction): Promise<void>;
  /** Takes it back: false where there was none. */
  uncorrect(of: Pick<Correction, 'kind' | 'about' | 'part'>): Promise<boolean>;
  placePhones(): Promise<readonly PlacePhone[]>;
  /** A number is registered once for a place. */
  addPlacePhone(phone: PlacePhone & { readonly hmac: string }): Promise<void>;
  dropPlacePhone(id: string): Promise<boolean>;
}
