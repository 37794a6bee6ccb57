/** How a page joins the desk: a section has a line in the menu, a right, and routes that nobody else reaches. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import type { Act, Right, Who } from '../accounts/index.ts';

export interface Section {
  /** Its line in the menu; absent for what is reached from elsewhere. */
  readonly menu?: {
    readonly href: string;
    readonly label: string;
    /** How many things wait there for this person. */
    readonly count?: (who: Who) => Promise<number>;
  };
  /** What of it stands on the first page of the desk. */
  readonly home?: () => JSX.Element;
  /** Who may see and do all that is in it: everybody who is signed in, where it is absent. */
  readonly right?: Right;
  readonly routes: (desk: Desk) => FastifyPluginAsync;
}

/** What a section's routes stand on. */
export interface Desk {
  /** Whoever asks: signed in, with the right of this section. */
  who(request: FastifyRequest): Who;
  /** A page with the desk's menu, and what was just done or refused. */
  show(request: FastifyRequest, reply: FastifyReply, page: DeskPage): Promise<FastifyReply>;
  /** Writes a line of the journal. */
  note(request: FastifyRequest, act: Act, about?: string): Promise<void>;
}

export interface DeskPage {
  readonly title: string;
  readonly content: JSX.Element;
  /** HTTP status: 200 unless said. */
  readonly status?: number;
  /** Seconds after which it is asked for again. */
  readonly refresh?: number;
  readonly done?: string;
  readonly refused?: string;
}
