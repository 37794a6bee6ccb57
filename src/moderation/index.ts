/** What a human may do with a testimony: read or hear it, blank a name, write down what was said, let it be published or not. Each act is journalled. */
import type { Store } from '../../db/store.ts';
import type { Act, Testimony, TestimonyState } from '../../db/voices.ts';
import type { TestimonyBody } from '../conversation/voices.ts';
import { RelaisError } from '../errors.ts';
import type { Vault } from '../vault.ts';

export interface ModerationDeps {
  readonly store: Pick<Store, 'testimonies' | 'testimony' | 'moderate' | 'recording'>;
  readonly vault: Pick<Vault, 'seal' | 'open'>;
  readonly clock: () => number;
  readonly ids: () => string;
}

/** A testimony as a moderator reads it. */
export interface Told extends Omit<Testimony, 'body'> {
  readonly words?: string;
  readonly name?: string;
}

/** What stands for a name that was blanked. */
export const BLANK = '[…]';

/** Every method that takes an id throws `not_found` for one that is not there (any more). */
export interface Moderating {
  /** The newest, up to `limit`. */
  list(state: TestimonyState | undefined, limit: number): Promise<readonly Told[]>;
  read(id: string): Promise<Told>;
  /** Its sound (WAV): that it was heard is journalled. Throws `not_found` where there is none, or not yet. */
  audio(id: string, by: string): Promise<Uint8Array>;
  /** The same again for whoever is hearing it already: nothing is journalled. */
  sound(id: string): Promise<Uint8Array>;
  /** Throws `not_transcribed` where nothing could be read: a voice is never published, its words may be. */
  approve(id: string, by: string): Promise<void>;
  refuse(id: string, by: string): Promise<void>;
  /** Takes these words out, wherever they stand whole, in any case. Returns how many were. */
  blank(id: string, by: string, words: readonly string[]): Promise<number>;
  /** Writes down what a recording says. */
  transcribe(id: string, by: string, words: string): Promise<void>;
}

export function makeModeration({ store, vault, clock, ids }: ModerationDeps): Moderating {
  const told = ({ body, ...rest }: Testimony): Told => ({ ...rest, ...opened(vault, body) });
  const read = async (id: string) => {
    const found = await store.testimony(id);
    if (found === undefined) throw new RelaisError('not_found', { detail: id });
    return told(found);
  };
  const act = async (
    id: string,
    by: string,
    kind: Act,
    more: { state?: TestimonyState; body?: TestimonyBody } = {},
  ) => {
    const done = await store.moderate({
      ...{ id: ids(), testimonyId: id, act: kind, by, at: clock() },
      ...(more.state ? { state: more.state } : {}),
      ...(more.body ? { body: vault.seal(JSON.stringify(more.body), 'testimony') } : {}),
    });
    if (!done) throw new RelaisError('not_found', { detail: id });
  };
  const sound = async (id: string) => {
    const { recordingId } = await read(id);
    const sealed = recordingId === undefined ? undefined : await store.recording(recordingId);
    if (sealed === undefined) throw new RelaisError('not_found', { detail: `recording of ${id}` });
    return vault.open(sealed, 'recording');
  };
  const bodyOf = ({ words, name }: Told): TestimonyBody => ({
    ...(words === undefined ? {} : { words }),
    ...(name === undefined ? {} : { name }),
  });

  return {
    list: async (state, limit) => (await store.testimonies({ limit, ...(state ? { state } : {}) })).map(told),
    read,
    async audio(id, by) {
      const heard = await sound(id);
      await act(id, by, 'heard');
      return heard;
    },
    sound,
    async approve(id, by) {
      if (!(await read(id)).words) throw new RelaisError('not_transcribed', { detail: id });
      await act(id, by, 'approved', { state: 'approved' });
    },
    refuse: (id, by) => act(id, by, 'refused', { state: 'refused' }),
    async blank(id, by, words) {
      const all = await read(id);
      const { text, count } = blanked(all.words ?? '', words);
      if (count > 0) await act(id, by, 'blanked', { body: { ...bodyOf(all), words: text } });
      return count;
    },
    async transcribe(id, by, words) {
      await act(id, by, 'transcribed', { body: { ...bodyOf(await read(id)), words } });
    },
  };
}

function opened(vault: Pick<Vault, 'open'>, body: Uint8Array): TestimonyBody {
  return JSON.parse(Buffer.from(vault.open(body, 'testimony')).toString('utf8')) as TestimonyBody;
}

/** Without these words: whole ones, in any case and with any accents of their own. Pure. */
export function blanked(
  text: string,
  words: readonly string[],
): { readonly text: string; readonly count: number } {
  let count = 0;
  const out = words
    .filter((w) => w.trim() !== '')
    .reduce((rest, word) => {
      const literal = word.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), () => {
        count += 1;
        return BLANK;
      });
    }, text);
  return { text: out, count };
}

/** What anybody may read: approved by a human, agreed to by the person, in words. The name only where it was agreed to. */
export async function published(moderation: Pick<Moderating, 'list'>, limit: number) {
  const all = await moderation.list('approved', limit);
  return all
    .filter(({ publish, words }) => publish !== 'no' && words)
    .map(({ id, theme, words = '', name, publish, at, recordingId }) => ({
      ...{ id, theme, words, at, spoken: recordingId !== undefined },
      ...(publish === 'named' && name ? { name } : {}),
    }));
}
