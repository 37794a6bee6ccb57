/** First contact in Romanian. To be re-read by somebody whose language it is. */

import type { First } from '../../first.ts';
import { line } from '../../flow.ts';
import { list } from '../list.ts';

export const ro = {
  name: line('Română'),
  reviewed: '',
  signs: {
    script: 'Latin',
    letters: 'ășțţ',
    words: list(`
    buna, ziua, seara, dimineata, nevoie, ajutor, ajutati, ajuta, unde, cand, cum, cat, costa, vreau,
    vrem, doresc, pot, putem, poate, sunt, esti, este, suntem, avem, aveti, vorbesc, vorbeste,
    romaneste, romana, multumesc, mersi, munca, copil, copilul, copii, copiii, bani, chirie, scoala,
    fac, facem, caut, cer, cerere, pierdut, locuiesc, medic, asigurare, tata, mama, nimeni, cineva,
    acum, astazi, ieri, noapte, intrebare, mult, foarte, pentru, trebuie, rog, domnule, doamna, buletin,
    buletinul, pasaport, sedere, actele, masina, primaria, primarie, obtin, inscriu, imi, mea, meu, mei,
    nu, inteleg, franceza, frantuzeste, lucrez, aici, locuinta, sotul, sotia, alocatie, programare,
    dorm, nimic, am
  `),
    faint: list(`
    sa, va, permis, acte, doctor, casa, strada, in, la, de, cu, din, pe, ce, o, un, si, a, ai, loc,
    fara, dar, mi, ma, se, alt, ori, e, eu, ei, care, asta, prin
  `),
    ends: list('eaza, ului, ilor, este, esti'),
  },
  written: (operator) => [
    line(`${operator}: serviciu automat.`),
    line('Pericol: 17 poliția, 15 medicul, 112.'),
    line('Pentru ajutor: mergeți la mairie (primărie) sau la France Services.'),
    line('Arătați acest mesaj.'),
    line('Je parle roumain'),
    line('Răspundem în franceză și în engleză:'),
  ],
  spoken: (operator) =>
    line(
      `${operator}, serviciu automat. În pericol, sunați la 17, poliția, sau 15, medicul. Pentru ajutor, mergeți la primărie sau la France Services.`,
    ),
  press: (key) => `Română: apăsați ${key}.`,
} satisfies First;
