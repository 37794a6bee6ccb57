/** The terminal itself: what is typed, a line at a time, and what is written above it. A pipe is one too. */
import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline';
import type { Shown } from './tell.ts';

export interface Screen {
  /** Somebody sits there, rather than a file. */
  readonly interactive: boolean;
  show(shown: Shown): void;
  /** Each line, until the input ends. From a file, it is written out too: what follows answers it. */
  lines(): AsyncGenerator<string>;
}

export function makeScreen(): Screen {
  const { stdin, stdout } = process;
  const interactive = stdin.isTTY === true;
  const colours = stdout.isTTY === true && stdout.hasColors();
  const dim = (text: string) => (colours ? `\x1b[2m${text}\x1b[22m` : text);
  /** While a line is being typed. */
  let typed: Interface | undefined;

  return {
    interactive,
    show: ({ text, aside }) => {
      const parts = [text, aside === undefined ? '' : dim(aside)].filter((part) => part !== '');
      if (interactive && typed) {
        cursorTo(stdout, 0);
        clearLine(stdout, 0);
      }
      stdout.write(`${parts.join(text.includes('\n') ? '\n' : '  ')}\n`);
      if (interactive) typed?.prompt(true);
    },
    async *lines() {
      const reader = createInterface({ input: stdin, ...(interactive ? { output: stdout } : {}) });
      const close = () => reader.close();
      const ask = () => {
        typed = reader;
        stdout.write('\n');
        if (interactive) reader.prompt();
      };
      reader.setPrompt('> ');
      reader.once('SIGINT', close);
      try {
        ask();
        for await (const line of reader) {
          typed = undefined;
          if (!interactive) stdout.write(`> ${line}\n`);
          yield line;
          ask();
        }
      } finally {
        typed = undefined;
        close();
        if (interactive) stdout.write('\n');
      }
    },
  };
}
