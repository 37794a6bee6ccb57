/** A whole number, to somebody who may see it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { homePhone } from './phones.ts';
import type { Desk } from './section.ts';

/** Shows it once the journal holds who asked, about `id`. `besides`: what whoever sees it must know. */
export async function showNumber(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  one: {
    readonly id: string;
    /** E.164. */
    readonly to: string;
    readonly back: { readonly href: string; readonly label: string };
    readonly besides?: string;
  },
): Promise<FastifyReply> {
  const { id, to, back, besides } = one;
  await desk.note(request, 'number_shown', id);
  return desk.show(request, reply, {
    title: 'Numéro',
    content: (
      <>
        <p>
          <a href={`tel:${to}`}>{homePhone(to)}</a>
        </p>
        <p>{['Le journal garde que vous l’avez vu.', besides].filter(Boolean).join(' ')}</p>
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      </>
    ),
  });
}
