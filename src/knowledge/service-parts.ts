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
  readonly review: { readonly by: string; readonly on: string } | undefined;
  /** What is known to have changed since the edition. */
  readonly changed: Line | undefined;
  /** What is otherwise overseas. */
  readonly note: Line | undefined;
}

/** The lines that follow an editor's own in `call`, and the whole of `page`. */
export function servicePartsOf(of: ServiceParts): Partial<Record<PartId, readonly Line[]>> {
  const { words, body } = of;
  const call =
    body === undefined
      ? []
      : [
          ...words.call(body),
          of.review === undefined ? words.unreviewed(body) : words.reviewed(of.review.by, of.review.on),
        ];
  const changed = [
    ...(of.changed === undefined ? [] : [words.changed(of.edition, of.changed)]),
    ...(of.note === undefined ? [] : [words.overseas(of.note)]),
  ];
  return { changed, call, page: [words.page(of.fiche, of.edition)] };
}
