/** The real process, as a test starts, watches and kills it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = `${ROOT}/node_modules/.cache/relais`;

/**
 * A program in one file, which starts in half the time: what is killed two hundred times is started as often.
 * Each module keeps its own address, so that it finds its content where it lies. Resolves with the file.
 */
export async function bundle(entry = 'src/main.ts'): Promise<string> {
  mkdirSync(BUILT, { recursive: true });
  // One for each run: what another builds meanwhile is not what this one kills.
  const file = `${BUILT}/main.${process.pid}.mjs`;
  process.once('exit', () => rmSync(file, { force: true }));
  await build({
    entryPoints: [`${ROOT}/${entry}`],
    outfile: file,
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', jsx: 'automatic' },
    jsxImportSource: 'preact',
    external: ['better-sqlite3', 'pg-native', 'opening_hours', 'twilio', '@node-rs/argon2'],
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    plugins: [
      {
        name: 'addresses',
        setup(on) {
          on.onLoad({ filter: /\.tsx?$/ }, ({ path }) => ({
            contents: readFileSync(path, 'utf8').replaceAll(
              'import.meta.url',
              JSON.stringify(pathToFileURL(path).href),
            ),
            loader: path.endsWith('x') ? 'tsx' : 'ts',
          }));
        },
      },
    ],
  });
  return file;
}

export interface Running {
  readonly url: string;
  /** What it wrote so far, both streams. */
  said(): string;
  ended(): boolean;
  /** Dies at once; resolves when it has. */
  kill(): Promise<void>;
  /** Asked to stop; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** Starts it; resolves once it says that it is ready, rejects with what it said where it ends before. */
export function startProcess(
  file: string,
  url: string,
  env: Readonly<Record<string, string>>,
): Promise<Running> {
  const { port } = new URL(url);
  const child = spawn(process.execPath, [file], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: port, LOG_LEVEL: 'warn', ...env },
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  let said = '';
  const end = (signal: 'SIGKILL' | 'SIGTERM') => {
    if (running(child)) child.kill(signal);
    return ended;
  };
  return new Promise((resolve, reject) => {
    const hear = (data: string) => {
      said += data;
      if (/https?:\/\//.test(data))
        resolve({
          url,
          said: () => said,
          ended: () => !running(child),
          kill: async () => void (await end('SIGKILL')),
          stop: () => end('SIGTERM'),
        });
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', (data: string) => {
      said += data;
    });
    child.once('error', reject);
    void ended.then((code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}

function running({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
