/** The port to whose turn it is: recurring work is done by one process at a time. */

export interface Turns {
  /**
   * Whether `holder` does the work of this name for the next `ms` milliseconds, by the database's own clock; asked again in
   * time it goes on. False while another does. Where one process alone has the database, always true.
   */
  takeTurn(name: string, holder: string, ms: number): Promise<boolean>;
  /** Lets another begin at once. */
  endTurn(name: string, holder: string): Promise<void>;
}
