/** The real sheets and communes, read once for all the files of a test process: nothing changes them. */
import { texts } from '../../flows/texts/index.ts';
import { TERRITORIES } from '../../src/phone.ts';
import { knowledgeOf, type Library, readLibrary } from '../../src/read-knowledge.ts';

let reading: Promise<Library> | undefined;

export function library(): Promise<Library> {
  reading ??= readLibrary(Object.keys(texts));
  return reading;
}

export async function geography() {
  return (await library()).geography;
}

/** What dialogues may ask, over the sample's places. */
export async function knowledge() {
  return knowledgeOf(await library(), TERRITORIES);
}
