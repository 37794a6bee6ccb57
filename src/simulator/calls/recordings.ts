/** The recordings that the provider holds until it is told to forget them. */

export interface Recording {
  readonly sid: string;
  readonly callSid: string;
  readonly at: number;
  readonly seconds: number;
  readonly audio: Uint8Array;
  readonly contentType: string;
  /** Without an ending: .wav, .mp3 and .json are added to it. */
  readonly url: string;
}

export interface Recordings {
  keep(recording: Pick<Recording, 'callSid' | 'seconds' | 'audio' | 'contentType'>): Recording;
  find(sid: string): Recording | undefined;
  delete(sid: string): boolean;
}

/** Recordings kept at most: the page is a demonstration, not an archive. */
const MOST = 50;

export function makeRecordings(deps: {
  apiUrl: string;
  accountSid: string;
  ids: () => string;
  clock: () => number;
}): Recordings {
  const kept = new Map<string, Recording>();
  return {
    keep: (recording) => {
      const sid = `RE${deps.ids()}`;
      const url = `${deps.apiUrl}/2010-04-01/Accounts/${deps.accountSid}/Recordings/${sid}`;
      const whole = { ...recording, sid, url, at: deps.clock() };
      kept.set(sid, whole);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest) kept.delete(oldest);
      return whole;
    },
    find: (sid) => kept.get(sid),
    delete: (sid) => kept.delete(sid),
  };
}
