/** Web and mail addresses, in a form that a voice can read and a hand can write down. */
import { spell } from './acronyms.ts';
import type { Speech } from './spoken.ts';

const ADDRESS =
  /(?:https?:\/\/)?(?:www\.)?(?:([\w.+-]+)@)?((?:[\p{Ll}\d](?:[\p{Ll}\d-]*[\p{Ll}\d])?\.)+)(\p{Ll}{2,7})((?:\/[\w~.-]*)*)(?![\p{L}\p{N}])/gu;

/** "service-public.gouv.fr" → "service tiret public, point gouv, point F R". "www." and "https://" are not said: nobody types them. */
export function sayAddresses(text: string, speech: Speech): string {
  const signs = speech.address;
  if (signs === undefined) return text;
  return text.replace(
    ADDRESS,
    (whole: string, mailbox: string | undefined, domain: string, ending: string, path: string) => {
      const end = signs.endings[ending];
      if (end === undefined) return whole;
      const say = (label: string): string =>
        label
          .replaceAll('-', ` ${signs.dash} `)
          .replaceAll('_', ` ${signs.underscore} `)
          .replaceAll('.', ` ${signs.dot} `)
          .split(' ')
          .filter((part) => part !== '')
          .map((part) => sayLabel(part, speech))
          .join(' ');
      const names = domain.slice(0, -1).split('.').map(say);
      const host = [...names, end].join(`, ${signs.dot} `);
      // The full stop of the sentence is not part of a path.
      const [, trail = '', stop = ''] = /^(.*?)([./-]*)$/.exec(path) ?? [];
      const steps = trail
        .split('/')
        .filter((step) => step !== '')
        .map((step) => `, ${signs.slash}, ${say(step)}`);
      const before = mailbox === undefined ? '' : `${say(mailbox)}, ${signs.at}, `;
      return before + host + steps.join('') + stop.replaceAll('/', '');
    },
  );
}

/** A part that is an acronym or a code is spelled: nobody could write it down otherwise. */
function sayLabel(part: string, speech: Speech): string {
  const known = speech.acronyms[part.toUpperCase()];
  if (known !== undefined) return known.toLowerCase() === part ? part : known;
  const code = /\d/.test(part) && /\p{Lu}|^\p{Ll}?\d+$/u.test(part);
  return code || /^[^aeiouyéè]{2,4}$/u.test(part) || /^\p{Lu}{2,}$/u.test(part) ? spell(part) : part;
}
