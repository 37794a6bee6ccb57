/** First contact in Spanish. To be re-read by somebody whose language it is. */

import type { First } from '../../first.ts';
import { line } from '../../flow.ts';
import { list } from '../list.ts';

export const es = {
  name: line('Español'),
  reviewed: '',
  signs: {
    script: 'Latin',
    letters: 'ñ¿¡',
    words: list(`
    hola, necesito, necesitamos, ayuda, ayudame, ayudenme, ayudar, donde, cuando, cuanto, cuesta, cual,
    quiero, quisiera, quieren, puedo, puede, tengo, tiene, tienen, estoy, esta, estan, soy, somos,
    hablo, habla, hablan, hablar, espanol, gracias, buenos, buenas, dias, tardes, noches, trabajo,
    trabajar, hijo, hija, hijos, dinero, alquiler, escuela, hago, hacer, busco, pedir, perdi, perdido,
    vivo, calle, medico, seguro, pregunta, mucho, pero, muy, nada, mas, padre, madre, hermano, hermana,
    esposo, esposa, vivir, han, he, alguien, nino, nina, quien, quiere, hay, pega, amenaza, socorro,
    ayer, noche, hoy, manana, ahora, usted, ustedes, senor, senora, vivienda, papeles, solicitar,
    conseguir, pasaporte, tarjeta, favor, mujer, marido, aqui, nadie, ningun
  `),
    faint: list(`
    dormir, como, para, por, mi, mis, me, no, y, el, la, los, las, un, una, que, con, sin, del, al, de,
    en, lo, ya, permiso, residencia, asilo, documentos, se, es, hay, su, a, o, tambien
  `),
    ends: list('cion, ciones, miento'),
  },
  written: (operator) => [
    line(`${operator}: servicio automático.`),
    line('Peligro: 17 policía, 15 médico, 112.'),
    line('Para ayuda: vaya a la mairie (ayuntamiento) o a France Services.'),
    line('Enseñe este mensaje.'),
    line('Je parle espagnol'),
    line('Respondemos en francés y en inglés:'),
  ],
  spoken: (operator) =>
    line(
      `${operator}, servicio automático. En peligro, llame al 17, policía, o al 15, médico. Para ayuda, vaya al ayuntamiento o a France Services.`,
    ),
  press: (key) => `Español: pulse ${key}.`,
} satisfies First;
