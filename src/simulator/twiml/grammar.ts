/** What an element may carry. Anything else is an error, so that nothing here works that a real phone would not get. */
import { type Element, elementsOf, TwimlError, textOf } from './xml.ts';

export interface Rule {
  /** Each attribute and the values that it takes. */
  readonly attributes: Readonly<Record<string, RegExp>>;
  readonly children: readonly string[];
  readonly text: 'none' | 'optional' | 'required';
}

export type Grammar = Readonly<Record<string, Rule>>;

export const ANY = /^[\s\S]*$/;
export const URL_REFERENCE = /^\S+$/;
export const BOOLEAN = /^(true|false)$/;
export const WHOLE = /^\d+$/;
/** This provider only posts: the service has no webhook that is read with GET. */
export const METHOD = /^POST$/i;

/** Checks an element and all that is inside it. */
export function check(element: Element, grammar: Grammar): void {
  const rule = grammar[element.name];
  if (!rule) throw new TwimlError(12200, `unknown verb <${element.name}>`);
  for (const [name, value] of Object.entries(element.attributes)) {
    const values = rule.attributes[name];
    if (!values) throw new TwimlError(12200, `<${element.name}> takes no attribute "${name}"`);
    if (!values.test(value))
      throw new TwimlError(12200, `<${element.name} ${name}="${value}"> is not a value it takes`);
  }
  const text = textOf(element);
  if (text !== '' && rule.text === 'none')
    throw new TwimlError(12200, `<${element.name}> holds no text: ${text}`);
  if (rule.text === 'required' && text === '' && elementsOf(element).length === 0)
    throw new TwimlError(12200, `<${element.name}> is empty`);
  for (const child of elementsOf(element)) {
    if (!rule.children.includes(child.name))
      throw new TwimlError(12200, `<${child.name}> is not valid inside <${element.name}>`);
    check(child, grammar);
  }
}
