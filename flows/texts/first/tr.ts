/** First contact in Turkish. To be re-read by somebody whose language it is. */

import type { First } from '../../first.ts';
import { line } from '../../flow.ts';
import { list } from '../list.ts';

export const tr = {
  name: line('Türkçe'),
  reviewed: '',
  signs: {
    script: 'Latin',
    letters: 'ğışİ',
    words: list(`
    merhaba, merhabalar, imdat, selam, selamlar, nasil, nerede, nereye, nereden, neden, kim, kime, icin,
    yardim, yardima, ihtiyacim, lazim, istiyorum, gerekiyor, gerek, yapmaliyim, yapabilirim, ne, zaman,
    kac, para, param, kira, ev, evim, is, isim, okul, okula, cocuk, cocugum, cocugumu, kayit, kimlik,
    kimligimi, kimligim, pasaport, oturma, izni, izin, randevu, belediye, doktor, hasta, hastane, polis,
    turkce, turk, turkum, fransizca, biliyorum, bilmiyorum, konusan, biri, var, yok, mi, mu, bir, ve,
    ile, ben, benim, bana, beni, cok, degil, lutfen, tesekkurler, tesekkur, ederim, gunaydin, iyi,
    gunler, aksamlar, ariyorum, kaybettim, almak, bulmak, burada, kimse, almak, hakkim, sigorta, alinir,
    olur
  `),
    faint: list(`
    de, da, ki, o, bu, su, ama, a, kart, hem
  `),
    ends: list(
      'yorum, iyor, uyor, uyoruz, iyoruz, miyim, maliyim, meliyim, misiniz, musunuz, abilirim, ebilirim, emiyorum, amiyorum, larim, lerim',
    ),
  },
  written: (operator) => [
    line(`${operator}: otomatik servis.`),
    line('Tehlike: 17 polis, 15 doktor, 112.'),
    line("Yardım için: mairie (belediye) veya France Services'e gidin."),
    line('Bu mesajı gösterin.'),
    line('Je parle turc'),
    line('Fransızca ve İngilizce cevap veriyoruz:'),
  ],
  spoken: (operator) =>
    line(
      `${operator}, otomatik servis. Tehlikede 17'yi, polisi, veya 15'i, doktoru arayın. Yardım için belediyeye veya France Services'e gidin.`,
    ),
  press: (key) => `Türkçe: ${key} tuşuna basın.`,
} satisfies First;
