/** One phone held from a terminal: each line is a text, or an act in the call that is under way. */
import type { Call, Message, Provider, ProviderEvent } from '../../simulator/provider.ts';
import { durationOf, type MovingClock } from './clock.ts';
import type { Options } from './options.ts';
import { type Shown, tellCall, tellText, toPeople } from './tell.ts';

export interface TerminalPhone {
  /** What to type, before the first line. */
  readonly help: string;
  begin(): Promise<void>;
  /** Does what a line says; false once there is nothing more to do. */
  line(text: string): Promise<boolean>;
  /** Hangs up and listens no more. */
  end(): Promise<void>;
}

export interface PhoneDeps extends Pick<Options, 'channel' | 'from'> {
  readonly provider: Provider;
  /** What the service does by itself between two lines: texts to send, recordings to fetch. */
  readonly work: () => Promise<void>;
  readonly show: (shown: Shown) => void;
  /** Absent where time is what it is. */
  readonly clock?: MovingClock;
  /** Milliseconds that a person takes over a text and over a key, where lines come faster than that. */
  readonly pace?: { readonly text: number; readonly key: number };
}

const HELP = {
  sms: 'Chaque ligne est un SMS. /call appelle, /wait 25h fait passer le temps, /quit termine.',
  call: '0-9 * # : touches. "mots" : parler. Ligne vide : silence. /record 4, /hangup, /call, /quit.',
};

export function makePhone(deps: PhoneDeps): TerminalPhone {
  const { channel, from, provider, work, show, clock, pace } = deps;
  let call: Call | undefined;
  const inCall = () => call !== undefined && call.state !== 'ended';
  const note = (aside: string) => show({ text: '', aside: `[${aside}]` });

  const arrived = (message: Message) => {
    if (message.direction === 'inbound') return;
    const to = message.to === from ? '' : ` au ${toPeople(message.to)}`;
    show(tellText(message, to === '' && !inCall() && channel === 'sms' ? '' : `SMS${to} : `));
  };
  const off = provider.on((event: ProviderEvent) => {
    if (event.type === 'message') return arrived(event.message);
    if (event.type === 'alert') return note(`opérateur : ${event.alert.code} ${event.alert.text}`);
    if (event.phone !== from) return;
    call = provider.findCall(event.sid) ?? call;
    const shown = tellCall(event.event);
    if (shown) show(shown);
  });

  const place = async () => {
    if (inCall()) return note('un appel est en cours');
    call = await provider.call(from);
  };
  const listen = async (text: string) => {
    if (!call || !inCall()) return;
    clock?.pass(pace?.key ?? 0);
    const keys = text.replaceAll(' ', '');
    if (keys === '') await call.silence();
    else if (/^[0-9*#]+$/.test(keys)) await call.press(keys);
    else await call.speak(text.replace(/^["«]\s*|\s*["»]$/g, ''));
  };
  const record = async (words: string) => {
    // Before the beep, a moment is left for a key.
    if (call?.waiting?.waiting === 'digits' && call.waiting.timeout <= 1) await call.silence();
    if (call?.waiting?.waiting !== 'recording') return note('rien n’est enregistré maintenant');
    await call.record({ seconds: Math.max(1, Number.parseInt(words, 10) || 5) });
  };
  const wait = (words: string) => {
    const duration = durationOf(words);
    if (!clock) return note('avec --keep, le temps ne se change pas');
    if (duration === undefined) return note('par exemple : /wait 25h, /wait 2j, /wait 30m');
    clock.pass(duration);
  };
  const answer = async () => {
    if (call?.waiting?.waiting !== 'answer') return note('le téléphone ne sonne pas');
    await call.answer();
  };

  const commands: Readonly<Record<string, (words: string) => Promise<void> | void>> = {
    '/call': place,
    '/hangup': () => (inCall() ? call?.hangup() : note('pas d’appel en cours')),
    '/answer': answer,
    '/record': record,
    '/wait': wait,
    '/help': () => note(HELP[inCall() ? 'call' : channel]),
  };

  const act = async (text: string) => {
    const [, name = '', words = ''] = /^(\/\S+)\s*(.*)$/.exec(text) ?? [];
    if (name !== '') {
      const command = commands[name];
      return command ? command(words) : note(`${name} ? ${HELP[inCall() ? 'call' : channel]}`);
    }
    if (inCall()) return listen(text);
    if (channel === 'call') return note('plus d’appel en cours : /call rappelle, /quit termine');
    if (text === '') return;
    clock?.pass(pace?.text ?? 0);
    const got = await provider.text(from, text);
    if (got.length === 0) note('aucune réponse');
  };

  return {
    help: HELP[channel],
    begin: async () => {
      if (channel === 'sms') return;
      await place();
      await work();
    },
    line: async (text) => {
      if (text.trim() === '/quit') return false;
      await act(text.trim());
      await work();
      return true;
    },
    end: async () => {
      if (inCall()) await call?.hangup();
      await work();
      off();
    },
  };
}
