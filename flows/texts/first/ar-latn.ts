/** First contact in Arabic in Latin letters (Maghreb, mostly). To be re-read by somebody whose language it is. */

import type { First } from '../../first.ts';
import { line } from '../../flow.ts';
import { list } from '../list.ts';

export const arLatn = {
  name: line('العربية'),
  reviewed: '',
  signs: {
    script: 'Latin',
    words: list(`
    bghit, bghina, bghyt, brit, kifach, kifech, kifash, kifesh, kifeh, wach, wash, chhal, ch7al, chno,
    chnou, chnowa, chnia, achno, ashno, 3andi, 3ndi, 3andna, 3endi, 3andek, dyal, dyali, dialy, dyalna,
    dyalek, diali, rani, rana, rahi, m7taj, mehtaj, m7taja, mohtaj, ma3andi, ma3andich, 3afak, 3likom,
    3likoum, 3likum, alaykoum, aleykoum, aleikoum, alikoum, 3alaykom, 3alaykoum, 3aleikom, lazem, lazim,
    khasni, khassni, khasna, 3la, 3lach, 3lech, 3lah, hadchi, hadshi, bach, bech, daba, drok, dork,
    kayn, kayna, kayen, ye3tik, ya3tik, sa7a, choukran, chokran, chukran, shukran, ana, ntouma, ntoma,
    7na, hna, makanch, makayn, makaynch, mafhemtch, mafhamtch, ma3reftch, ma3rftch, n3ref, na3ref, n7eb,
    nheb, n7ab, nhab, wra9, lwra9, wra9i, lawra9, weldi, wldi, wladi, benti, rajli, mrati, khedma,
    lkhedma, khdma, lkhdma, bezzaf, bzaf, bzzaf, chwiya, chouiya, hadi, mosa3ada, lmosa3ada, musa3ada,
    3awnouni, sa3douni, sa3edni, 3awni, nchouf, nehder, nahder, nhder, yhder, nsewel, nswel, fransawi,
    lfransawia, 3arbia, 3arbiya, l3arbiya, lmairie, lprefecture, ndir, nedir, n3amel, na3mel, nrou7,
    nro7, nemchi, nmchi, win, wayn, mrid, mrida, t9der, ta9der, n9der, ne9der, nel9a, nl9a
  `),
    faint: list(`
    salam, slm, salem, khoya, khouya, khti, okhti, fin, fi, f, w, ma, ch, chi, had, hada, dar, ida,
    wella, wla, ila, men, mn, m3a, ki, jal, lil, rah, ya, bel, ja, hab
  `),
    shape:
      /[a-z][379][a-z]|^[79][abdfiklmnorstuwyz][a-z]+|^3[abdilmnrstw][a-z]*(?<!ans|mois|rue|bis|ter|semaines|salaires)$/,
  },
  written: (operator) => [
    line(`${operator}: service automatique.`),
    line('Khatar: 17 police, 15 tbib, 112.'),
    line('Lmosa3ada: rou7 l mairie wella France Services.'),
    line('Werri had lmessage.'),
    line('Je parle arabe'),
    line('Njawbou b français w b english:'),
  ],
} satisfies First;
