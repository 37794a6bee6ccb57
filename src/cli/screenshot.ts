/** Takes the pictures of the documentation again: `docs/simulator.png`, and those of the desk in `docs/guides/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../../tests/support/browser.ts';
import { startTest } from '../../tests/support/service.ts';
import { deskPictures } from './screenshots/desk.ts';
import { simulatorPicture } from './screenshots/simulator.ts';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));

function save(file: string, picture: Uint8Array): void {
  mkdirSync(dirname(`${DOCS}${file}`), { recursive: true });
  writeFileSync(`${DOCS}${file}`, picture);
  process.stdout.write(`docs/${file}: ${Math.ceil(picture.length / 1000)} kB\n`);
}

const service = await startTest({ VOICE_NUMBER: '+33199000000' });
const browser = await launch();
try {
  save('simulator.png', await simulatorPicture(browser, service.url));
  await deskPictures(browser, service, (name, picture) => save(`guides/${name}.png`, picture));
} finally {
  await browser.close();
  await service.stop();
}
