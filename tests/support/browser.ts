/** A real browser for tests, from a package: nothing to install, nothing to skip. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import chromium from '@sparticuz/chromium';
import puppeteer, { type Browser } from 'puppeteer-core';

const LIBRARIES = ['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/usr/lib/x86_64-linux-gnu'];

/** Where its shared libraries are, when the system has none: the package brings them. */
function libraries(): Record<string, string> {
  if (LIBRARIES.some((folder) => existsSync(join(folder, 'libnss3.so')))) return {};
  const folder = join(tmpdir(), 'relais-al2023');
  if (!existsSync(folder)) {
    const packed = new URL('../../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'));
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['-x', '-C', folder], {
      input: brotliDecompressSync(readFileSync(fileURLToPath(packed))),
    });
  }
  return { LD_LIBRARY_PATH: join(folder, 'lib') };
}

/** A browser with a microphone that beeps. */
export async function launch(): Promise<Browser> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await puppeteer.launch({
        executablePath: await chromium.executablePath(),
        headless: 'shell',
        args: [
          '--no-sandbox',
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          '--autoplay-policy=no-user-gesture-required',
        ],
        env: { ...process.env, ...libraries() },
      });
    } catch (error) {
      // Another test may be unpacking the very same file.
      if (tries === 5) throw error;
      await wait(1000);
    }
  }
}
