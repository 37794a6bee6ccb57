/** Many connections that each wait for their answer: as fast as a server can, and no faster. */
import { connect, type Socket } from 'node:net';
import { signedWebhook } from '../../../src/simulator/sign.ts';
import { phoneOf, TEXTS } from './people.ts';
import { PUBLIC_URL, TOKEN } from './serve.ts';

export const CONNECTIONS = 32;

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Texts ready to be sent, each signed: the persons of these ranks in turn, each saying the conversation from its beginning. */
export function requestsOf(ranks: readonly number[], rounds: number, mark: string): readonly Buffer[] {
  const all: Buffer[] = [];
  for (let round = 0; round < rounds; round++)
    for (const rank of ranks) {
      const sid = `SM${mark}${String(all.length).padStart(8, '0')}`;
      const Body = TEXTS[round % TEXTS.length] as string;
      const form = { MessageSid: sid, From: phoneOf(rank), To: '+33639980000', Body };
      const { headers, payload } = signedWebhook(TOKEN, `${PUBLIC_URL}/twilio/sms`, form);
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      all.push(
        Buffer.from(
          `POST /twilio/sms HTTP/1.1\r\nhost: relais.example\r\n${lines.join('')}content-length: ${Buffer.byteLength(payload)}\r\n\r\n${payload}`,
        ),
      );
    }
  return all;
}

/** Sends them all; rejects on what is no answer to the text. */
export async function load(port: number, requests: readonly Buffer[]): Promise<Measured> {
  const took = new Float64Array(requests.length);
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      try {
        while (next < requests.length) {
          const at = next++;
          const from = performance.now();
          await answered(socket, requests[at] as Buffer);
          took[at] = performance.now() - from;
        }
      } finally {
        socket.destroy();
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  took.sort();
  const share = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] as number;
  return { perSecond: requests.length / seconds, p50: share(0.5), p99: share(0.99) };
}

function answered(socket: Socket, request: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let got = '';
    const done = (error?: Error) => {
      socket.off('data', read).off('error', done).off('close', closed);
      if (error) reject(error);
      else resolve();
    };
    const closed = () => done(new Error(`closed after ${got.slice(0, 200)}`));
    const read = (data: Buffer) => {
      got += data.toString('latin1');
      const head = got.indexOf('\r\n\r\n');
      if (head === -1) return;
      if (!got.startsWith('HTTP/1.1 200')) return done(new Error(got.slice(0, 300)));
      const length = Number(/content-length: (\d+)/i.exec(got.slice(0, head))?.[1]);
      if (got.length < head + 4 + length) return;
      // An apology has no report to come back.
      if (!got.includes('<Message action=')) return done(new Error(got.slice(head)));
      done();
    };
    socket.on('data', read).on('error', done).on('close', closed);
    socket.write(request);
  });
}
