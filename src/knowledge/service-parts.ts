/** What the service adds to every sheet, so that no editor has to keep it: whom to call, where it comes from. */
import type { Body, Line, PartId } from '../../flows/flow.ts';
import type { SheetWords } from './words.ts';

export interface ServiceParts {
  readonly words: SheetWords;
  /** Absent only in a library that is refused for it. */
  readonly body: Body | undefined;
  /** The main official sheet. */
  readonly fiche: string;
  readonly edition: string;
  readonly reviewed: boolean;
}

/** The lines that follow an editor's own in `call`, and the whole of `page`. */
export function servicePartsOf(of: ServiceParts): Partial<Record<PartId, readonly Line[]>> {
  const { words, body } = of;
  const call =
    body === undefined ? [] : [...words.call(body), ...(of.reviewed ? [] : [words.unreviewed(body)])];
  return { call, page: [words.page(of.fiche, of.edition)] };
}
