/** A mediator's own phone: an order to send a sheet, and the code that stands for the desk's password. Pure but for what it is handed. */
import { PIN_DIGITS, type Verdict } from '../../flows/envoi/index.ts';
import type { FlowEvent } from '../../flows/flow.ts';
import type { Input } from '../../flows/input.ts';
import { normalize } from '../../flows/normalize.ts';
import { homely, mobileOf, type Territories } from '../phone.ts';
import type { Session } from './session.ts';

/** Somebody with an account whose phone this is. */
export interface Sender {
  readonly id: string;
  readonly orgId: string;
  /** The first name that people know them by. */
  readonly by: string;
  /** They chose a code. */
  readonly ready: boolean;
}

/** What is to be sent, once the code is right. */
export interface Order {
  readonly id: string;
  readonly account: string;
  readonly org: string;
  readonly by: string;
  readonly to: string;
  readonly sheet: string;
}

export interface StaffPhones {
  /** Undefined for everybody else. */
  find(number: string): Promise<Sender | undefined>;
  /** Checks the code, then sends. The same order again sends nothing more. */
  send(order: Order, pin: string, number: string): Promise<Verdict>;
}

/** A code was said where one is asked for: it is checked outside, and the exchange begins again with what became of it. */
export class PinWanted extends Error {
  readonly said: PinSaid;
  constructor(said: PinSaid) {
    super('a code is to be checked');
    this.said = said;
  }
}

const ORDER = /^envoi (?:au |a )?((?:33 ?|00 ?33 ?)?(?:\d ?){9,10}) ?(\D.*)$/;

/** Whether it matters whose phone this is. */
export function mayBeStaff(input: Input): boolean {
  return input.kind === 'text' && (/^\s*envoi\b/i.test(input.text) || isPin(input.text));
}

function isPin(text: string): boolean {
  return new RegExp(`^\\s*(?:\\d\\s*){${PIN_DIGITS}}$`).test(text);
}

/** What a text of somebody with an account orders, as the dialogue hears it; `id` is of what will be sent. */
export function orderOf(
  input: Input,
  sender: Sender,
  id: string,
  territories: Territories,
): FlowEvent | undefined {
  if (input.kind !== 'text' || !/^\s*envoi\b/i.test(input.text)) return undefined;
  const [, digits = '', words = ''] = ORDER.exec(normalize(input.text)) ?? [];
  const home = digits.replace(/ /g, '').replace(/^(?:00)?33(?=\d{9}$)/, '0');
  const to = mobileOf(home, territories) ?? '';
  const { id: account, orgId: org, by, ready } = sender;
  return { type: 'ORDER', ...{ id, account, org, by, ready, to, shown: homely(to), words } };
}

/** The digits of what was said where a code is asked for. */
export function pinIn(session: Session | undefined, input: Input): PinSaid | undefined {
  const frame = session?.stack.at(-1);
  if (frame?.flow !== 'envoi' || !['pin', 'wrong'].includes(String(frame.value))) return undefined;
  if (input.kind !== 'text') return undefined;
  const pin = input.text.replace(/\D/g, '');
  if (pin.length < 4 || pin.length > 8) return undefined;
  const { id, account, org, by, to, sheet } = frame.context as Order;
  return { pin, order: { id, account, org, by, to, sheet } };
}
export interface PinSaid {
  readonly pin: string;
  readonly order: Order;
}

/** A code that nobody asked for is masked before anything keeps it. */
export function withoutPin(input: Input): Input {
  return input.kind === 'text' && isPin(input.text)
    ? { kind: 'text', text: '[efface]', secret: true }
    : input;
}
