/** First contact in Portuguese. To be re-read by somebody whose language it is. */

import type { First } from '../../first.ts';
import { line } from '../../flow.ts';
import { list } from '../list.ts';

export const pt = {
  name: line('Português'),
  reviewed: '',
  signs: {
    script: 'Latin',
    letters: 'ãõ',
    words: list(`
    ola, oi, preciso, precisamos, ajuda, ajudem, ajudar, onde, quando, quanto, custa, qual, quero,
    queria, gostaria, posso, pode, tenho, tem, temos, estou, esta, sou, somos, falo, fala, falar,
    portugues, obrigado, obrigada, bom, dia, boa, trabalho, trabalhar, filho, filha, filhos, dinheiro,
    renda, aluguel, escola, faco, fazer, procuro, procura, pedir, perdi, perdido, moro, rua, medico,
    seguro, pergunta, muito, mas, nao, voce, voces, senhor, senhora, casa, documentos, passaporte,
    cartao, favor, mulher, marido, aqui, hoje, ontem, noite, agora, ninguem, meu, minha, meus, minhas,
    camara, prefeitura, residencia, titulo, marcar, inscrever, recebo, autorizacao
  `),
    faint: list(`
    dormir, consulta, tarde, como, para, por, me, um, uma, o, a, os, as, que, com, sem, do, da, dos,
    das, de, em, no, na, nos, ao, e, se, eu, ja, fica, pela, pelo, sao, asilo
  `),
    ends: list('cao, coes, mento'),
  },
  written: (operator) => [
    line(`${operator}: serviço automático.`),
    line('Perigo: 17 polícia, 15 médico, 112.'),
    line('Para ajuda: vá à mairie (câmara municipal) ou à France Services.'),
    line('Mostre esta mensagem.'),
    line('Je parle portugais'),
    line('Respondemos em francês e em inglês:'),
  ],
  spoken: (operator) =>
    line(
      `${operator}, serviço automático. Em perigo, ligue 17, polícia, ou 15, médico. Para ajuda, vá à câmara municipal ou à France Services.`,
    ),
  press: (key) => `Português: marque ${key}.`,
} satisfies First;
