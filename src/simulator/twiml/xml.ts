/** An XML document as plain elements, or the reason why it is none. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** The answer cannot be followed; `code` is the one that the provider's debugger shows. */
export class TwimlError extends Error {
  override readonly name = 'TwimlError';
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Decoded below in one pass: the parser would leave numeric ones and decode some of them twice.
  processEntities: false,
  cdataPropName: '#cdata',
  commentPropName: '#comment',
  ignorePiTags: true,
});

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&([^;\s]*);/g, (whole, name: string) => {
    if (name.startsWith('#')) {
      const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      if (Number.isInteger(point) && point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
    }
    const known = NAMED[name];
    if (known === undefined) throw new TwimlError(12100, `unknown entity ${whole}`);
    return known;
  });
}

type Raw = Record<string, unknown>;

function elementOf(raw: Raw): Element | string | undefined {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  const content = raw[name];
  if (name === '#text') return decode(String(content));
  if (name === '#comment') return undefined;
  if (name === '#cdata') return (content as Raw[]).map((part) => String(part['#text'])).join('');
  const attributes = Object.entries((raw[':@'] ?? {}) as Record<string, string>);
  return {
    name,
    attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decode(value)])),
    children: (content as Raw[]).map(elementOf).filter((child) => child !== undefined),
  };
}

/** Reads the one root element of a document. */
export function parseXml(text: string): Element {
  // A declaration must be the first thing there is; a real parser refuses a space before it.
  if (/^\s+<\?xml/.test(text)) throw new TwimlError(12100, 'text before the XML declaration');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new TwimlError(12100, `${valid.err.msg} (line ${valid.err.line})`);
  const found = (parser.parse(text) as Raw[]).map(elementOf);
  const roots = found.filter((part) => typeof part === 'object');
  const [root] = roots;
  if (!root || roots.length > 1) throw new TwimlError(12100, 'a document has one root element');
  return root;
}

export function elementsOf(element: Element): Element[] {
  return element.children.filter((child) => typeof child === 'object');
}

/** The text directly inside, white space joined. */
export function textOf(element: Element): string {
  const text = element.children.filter((child) => typeof child === 'string').join('');
  return text.replace(/\s+/g, ' ').trim();
}
