/** The records of a CSV or JSON text, one at a time. */
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import streamJson from 'stream-json';
import pickFilter from 'stream-json/filters/Pick.js';
import arrayStreamer from 'stream-json/streamers/StreamArray.js';
import valueStreamer from 'stream-json/streamers/StreamValues.js';
import type { Raw } from './format.ts';
import type { Opened } from './open-file.ts';
import type { Reason } from './reasons.ts';

/** A record, or what could not be read as one. `last`: nothing after it can be read either. */
export type Record_ =
  | { readonly line: number; readonly raw: Raw }
  | { readonly line: number; readonly broken: Reason; readonly about: unknown; readonly last?: true };

/** Longer than any row: a quote that is never closed must not swallow a whole file into memory. */
const LONGEST = 4_000_000;

/** In the order of the file. What breaks off ends with a record that says so; it never throws. */
export async function* recordsOf({ head, text }: Opened): AsyncGenerator<Record_> {
  const start = head.replace(/^\ufeff/, '').trimStart();
  let line = 0;
  const records = /^[[{]/.test(start) ? jsonRecords(start, text) : csvRecords(start, text);
  try {
    for await (const record of records) {
      line = record.line;
      yield record;
    }
  } catch (error) {
    // Ours (a size, a delay) goes up; a parser's means that the text ends here.
    if ((error as Error).name === 'ImportError') throw error;
    yield { line: line + 1, broken: 'unreadable', about: messageOf(error), last: true };
  }
}

async function* csvRecords(start: string, text: AsyncIterable<string>): AsyncGenerator<Record_> {
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(start),
    columns: (names: string[]) => names.map((name) => name.trim()),
    info: true,
    max_record_size: LONGEST,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const source = Readable.from(text);
  // A pipe carries no errors: without this a broken file would leave the reader waiting.
  source.on('error', (error) => parser.destroy(error));
  for await (const { record, info } of source.pipe(parser) as AsyncIterable<CsvRow>) {
    if (info.error) yield { line: info.lines, broken: 'columns', about: record };
    else yield { line: info.lines, raw: record };
  }
}

interface CsvRow {
  readonly record: Raw;
  readonly info: { readonly lines: number; readonly error?: unknown };
}

/** What stands most often in the header. */
function delimiterOf(start: string): string {
  const [header = ''] = start.split('\n', 1);
  const counts = [',', ';', '\t', '|'].map((mark) => [header.split(mark).length, mark] as const);
  return counts.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
}

/** An array; an array under a name (`service`, `items`…); or an object a line. */
async function* jsonRecords(start: string, text: AsyncIterable<string>): AsyncGenerator<Record_> {
  const under = /^\{[^{[]*"(service|services|structures|items|results|data|records)"\s*:\s*\[/.test(start);
  const parser = streamJson.parser({ jsonStreaming: true });
  const source = Readable.from(text);
  const stages = under
    ? [
        pickFilter.pick({ filter: /^(service|services|structures|items|results|data|records)$/ }),
        arrayStreamer.streamArray(),
      ]
    : [start.startsWith('[') ? arrayStreamer.streamArray() : valueStreamer.streamValues()];
  const all = [source, parser, ...stages];
  const end = all.reduce((from, to) => {
    from.on('error', (error) => (to as Readable).destroy(error));
    return from.pipe(to as never) as never;
  }) as Readable;
  for await (const { key, value } of end as AsyncIterable<{ key: number; value: unknown }>) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      yield { line: key + 1, raw: value as Raw };
    else yield { line: key + 1, broken: 'unreadable', about: value };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}
