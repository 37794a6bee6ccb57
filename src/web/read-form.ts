/** What a form sent, checked; or what was typed and what is wrong, to be shown again. */
import type { z } from 'zod';
import type { FormView } from './form.tsx';

export type Choice<T> = { readonly ok: T } | { readonly wrong: FormView };

/** Reads a body by a schema whose messages are in French. Unknown fields are dropped; a list stays a list. */
export function readForm<S extends z.ZodType>(schema: S, body: unknown): Choice<z.output<S>> {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const read = schema.safeParse(sent);
  if (read.success) return { ok: read.data };
  const errors: Record<string, string> = {};
  for (const issue of read.error.issues) errors[issue.path.join('.')] ??= issue.message;
  const values = Object.fromEntries(
    Object.entries(sent).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return { wrong: { values, errors } };
}
