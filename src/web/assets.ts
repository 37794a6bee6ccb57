/** Styles and scripts: few, ours or bundled, compressed once, kept by the browser for as long as their name stands. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyPluginAsync } from 'fastify';

interface Asset {
  readonly address: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

const require = createRequire(import.meta.url);
const own = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url));

/** Pico first, then what is ours: one file, one request. */
const style = () =>
  Buffer.concat([readFileSync(require.resolve('@picocss/pico/css/pico.min.css')), own('relais.css')]);

const ASSETS = {
  'relais.css': made('relais', 'css', 'text/css; charset=utf-8', style()),
} as const;

export type AssetName = keyof typeof ASSETS;

/** Where an asset is served: its name carries a hash of what is in it. */
export function asset(name: AssetName): string {
  return ASSETS[name].address;
}

/** Bytes on the wire of an asset, as a browser of today asks for it. */
export function weightOf(name: AssetName): number {
  return ASSETS[name].brotli.length;
}

const YEAR = 'public, max-age=31536000, immutable';

export const assetRoutes: FastifyPluginAsync = async (app) => {
  for (const one of Object.values(ASSETS)) {
    app.get(one.address, { config: { rateLimit: false } }, async (request, reply) => {
      const accepts = String(request.headers['accept-encoding'] ?? '');
      const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : undefined;
      reply.type(one.type).header('cache-control', YEAR).header('vary', 'accept-encoding');
      if (encoding !== undefined) reply.header('content-encoding', encoding);
      return reply.send(encoding === 'br' ? one.brotli : encoding === 'gzip' ? one.gzip : one.plain);
    });
  }
};

function made(stem: string, extension: string, type: string, plain: Buffer): Asset {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10);
  return {
    address: `/assets/${stem}.${hash}.${extension}`,
    type,
    plain,
    gzip: gzipSync(plain, { level: 9 }),
    brotli: brotliCompressSync(plain),
  };
}
