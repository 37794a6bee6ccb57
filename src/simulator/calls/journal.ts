/** What happened in one call, for whoever asks later. */
import type { CallEvent } from './events.ts';

export interface Journal {
  readonly events: readonly CallEvent[];
  note(event: CallEvent): void;
  /** What was said since last asked; a played sound is its address after a note. */
  heard(): string[];
}

/** Events kept of a call: somebody may leave the page open for days. */
const MOST = 1000;

export function makeJournal(): Journal {
  const events: CallEvent[] = [];
  let words: string[] = [];
  return {
    events,
    note: (event) => {
      events.push(event);
      events.splice(0, Math.max(0, events.length - MOST));
      if ('said' in event) words.push(event.said);
      if ('played' in event) words.push(`♪ ${event.played}`);
      words.splice(0, Math.max(0, words.length - MOST));
    },
    heard: () => {
      const since = words;
      words = [];
      return since;
    },
  };
}
