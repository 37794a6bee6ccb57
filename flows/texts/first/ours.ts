/** Small words of French and English texts, beside those that commands already know: what has several of them is ours. */
import { list } from '../list.ts';

export const ours = list(`
  je, j, g, jai, jsuis, suis, chui, tu, il, elle, on, nous, vous, vs, ils, elles, me, m, te, se, pas, ne, plus, pr, pour,
  par, avec, avc, dans, ds, sans, sur, chez, depuis, mais, et, est, et, ou, qui, ki, quoi, koi, que, ke, quel, quelle,
  comment, coment, quand, combien, pourquoi, mon, ma, mes, ton, ta, ses, son, notre, votre, leur, ce, cet, cette, ces, c,
  les, des, du, au, aux, le, une, ai, ait, avoir, avez, ont, etes, sont, etre, fait, faire, faut, fo, peux, peut, veux,
  veut, voudrais, dois, doit, suis, mr, mme, monsieur, madame, bonjour, bjr, slt, bsr, svp, stp, merci, oui, non, tout,
  tt, tres, aussi, encore, ya, y, a, l, d, n, s, qu, ne, nee, suis, rue, ici, moi, toi, lui, jour, jours, mois, ans,
  the, a, an, i, im, my, you, your, is, are, am, do, dont, to, for, of, in, on, at, with, without, what, where, how,
  when, who, can, cant, have, has, need, get, me, we, they, it, this, that, not, and, or, from, if, no, please, pls
`);
