/** The port to what is watched of a running service, and to what it used. */

export interface Pulse {
  readonly waiting: number;
  readonly oldestDueAt?: number;
  readonly lastAt?: number;
  /** The oldest exchange that is kept: what is older than all of them is not ours to know. */
  readonly firstAt?: number;
}

export interface Watching {
  /** Those of these inbound ids that an exchange has heard, erased people's too. */
  heard(inboundIds: readonly string[]): Promise<readonly string[]>;
  /** Texts that wait, since when the oldest is due, and the instant of the last exchange. */
  pulse(): Promise<Pulse>;
  /** Adds what was used in a month (`2026-11`) of one kind, in its own units. */
  use(month: string, kind: string, units: number): Promise<void>;
  /** All that was used in this month, by kind. */
  used(month: string): Promise<Readonly<Record<string, number>>>;
}
