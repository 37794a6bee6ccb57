/** The words that the provider acts on by itself on a long code, before the service hears of them. */

export type OptOutType = 'STOP' | 'START' | 'HELP';

const WORDS: Readonly<Record<OptOutType, readonly string[]>> = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  START: ['START', 'YES', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
};

/** What the provider answers, in its own words. */
export const ANSWERS: Readonly<Record<OptOutType, string>> = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
};

/** Only a message that is the word and nothing else counts; a START from somebody who never stopped is a plain text. */
export function keywordOf(body: string, stopped: boolean): OptOutType | undefined {
  const word = body.trim().toUpperCase();
  for (const type of ['STOP', 'START', 'HELP'] as const) {
    if (WORDS[type].includes(word)) return type === 'START' && !stopped ? undefined : type;
  }
  return undefined;
}
