/** A file or an address as text that streams in: bounded in size and time, unpacked and decoded. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FileNamed } from './format.ts';
import { ImportError } from './reasons.ts';

export interface Limits {
  /** Bytes, once unpacked. */
  readonly bytes: number;
  /** Milliseconds for a whole download. */
  readonly ms: number;
}

/** The national files are some hundreds of megabytes. */
export const LIMITS: Limits = { bytes: 1_500_000_000, ms: 15 * 60_000 };

export interface Opened extends FileNamed {
  /** The first part of the text, to tell what it is. */
  readonly head: string;
  /** The whole text. */
  readonly text: AsyncIterable<string>;
}

type Decoder = InstanceType<typeof TextDecoder>;

const HEAD_BYTES = 65_536;

/** Opens a path or an http(s) address. Throws ImportError with words for whoever runs the command. */
export async function openFile(where: string, limits: Limits = LIMITS): Promise<Opened> {
  const address = addressOf(where);
  const { stream, changed } = address
    ? await download(address, limits)
    : { stream: createReadStream(where), changed: undefined };
  const bytes = counted(await unpacked(stream, where), limits.bytes);
  try {
    const { head, rest } = await headOf(bytes);
    const decoder = decoderOf(head);
    return {
      ...named(address ? decodeURI(address.pathname) : where, changed),
      head: decoder().decode(head, { stream: true }),
      text: decoded(rest, decoder()),
    };
  } catch (error) {
    stream.destroy();
    throw known(error, where);
  }
}

function addressOf(where: string): URL | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(where)) return undefined;
  const url = URL.canParse(where) ? new URL(where) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new ImportError(`${where} : seules les adresses http et https sont lues`);
  return url;
}

async function download(
  url: URL,
  { bytes, ms }: Limits,
): Promise<{ stream: Readable; changed: string | undefined }> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(ms) }).catch((error: unknown) => {
    throw known(error, url.href);
  });
  if (!answer.ok || !answer.body) throw new ImportError(`${url.href} : réponse ${answer.status}`);
  if (Number(answer.headers.get('content-length') ?? 0) > bytes) {
    await answer.body.cancel();
    throw tooLarge(bytes);
  }
  const body = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
  return { stream: body, changed: answer.headers.get('last-modified') ?? undefined };
}

/** A `.gz` is unpacked; other archives are refused by name rather than read as text. */
async function unpacked(stream: Readable, where: string): Promise<AsyncIterable<Buffer>> {
  const { head, rest } = await headOf(stream).catch((error: unknown) => {
    throw known(error, where);
  });
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const gunzip = createGunzip();
    const source = Readable.from(rest);
    source.on('error', (error) => gunzip.destroy(error));
    return source.pipe(gunzip);
  }
  const magic = head.subarray(0, 4).toString('latin1');
  if (magic.startsWith('PK\u0003') || magic.startsWith('BZh') || magic === '7z\u00bc\u00af') {
    throw new ImportError(`${where} : archive, à décompresser d’abord`);
  }
  return rest;
}

async function* counted(chunks: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most) throw tooLarge(most);
    yield chunk;
  }
}

/** The first bytes, and all of them again. */
async function headOf(chunks: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: AsyncIterable<Buffer> }> {
  const first: Buffer[] = [];
  let length = 0;
  const iterator = chunks[Symbol.asyncIterator]();
  while (length < HEAD_BYTES) {
    const { done, value } = await iterator.next();
    if (done) break;
    const chunk = Buffer.from(value);
    first.push(chunk);
    length += chunk.length;
  }
  const head = Buffer.concat(first);
  async function* rest() {
    try {
      yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield Buffer.from(next.value);
    } finally {
      await iterator.return?.();
    }
  }
  return { head: head.subarray(0, HEAD_BYTES), rest: rest() };
}

/** Files of French administrations are UTF-8, or what a spreadsheet of Windows writes. */
function decoderOf(head: Buffer): () => Decoder {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return () => new TextDecoder('utf-8');
  } catch {
    return () => new TextDecoder('windows-1252');
  }
}

async function* decoded(chunks: AsyncIterable<Buffer>, decoder: Decoder): AsyncGenerator<string> {
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** "lieux-paca-2023-05.json" is "lieux-paca", of May 2023. */
function named(path: string, changed: string | undefined): FileNamed {
  const name = basename(path);
  const [, year, month, day] =
    /(20\d\d)[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)/.exec(name) ?? [];
  const edition = year
    ? Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1))
    : Date.parse(changed ?? '');
  const stem = name
    .replace(/(\.(csv|json|jsonl|ndjson|txt|gz))+$/i, '')
    .replace(/[-_.]?20\d\d(?:[-_.]?\d\d){0,2}(T?\d+)?/g, '')
    .replace(/[-_.]v?\d+(\.\d+)*$/, '')
    .toLowerCase();
  return { name, stem: stem === '' ? name : stem, ...(Number.isNaN(edition) ? {} : { edition }) };
}

function tooLarge(bytes: number): ImportError {
  return new ImportError(`fichier de plus de ${Math.round(bytes / 1e6)} Mo : refusé`);
}

function known(error: unknown, where: string): Error {
  if (error instanceof ImportError) return error;
  const { name, code } = (error ?? {}) as { name?: string; code?: string };
  if (name === 'TimeoutError') return new ImportError(`${where} : délai dépassé`);
  if (code === 'ENOENT') return new ImportError(`${where} : fichier introuvable`);
  if (code === 'EISDIR') return new ImportError(`${where} : c’est un dossier`);
  return new ImportError(`${where} : lecture impossible (${code ?? name ?? 'erreur'})`);
}
