/**
 * Syllables of a French word as it is said, mute endings aside, by rules and a few words that none explains. A mute e inside a word
 * counts ("lo-ge-ment"), i, u and ou before a vowel do not ("na-tion", "fruit", "jouet"), as dictionaries of sounds have it.
 */

/** Words that break the rules, without their plural. */
const KNOWN: Readonly<Record<string, number>> = {
  pays: 2,
  paysan: 3,
  paysage: 3,
  abbaye: 3,
  alcool: 2,
  paon: 1,
  email: 2,
  mail: 1,
  site: 1,
  week: 1,
  leader: 2,
  internet: 3,
};

/** Words in -ent that are not verbs: their end is heard. Those in -ment and -ient are ruled below. */
const HEARD_ENT = new Set(
  (
    'cent vent dent lent gent agent argent urgent content mécontent parent souvent présent absent accident incident président ' +
    'résident précédent évident récent innocent adolescent décent différent indifférent cohérent compétent incompétent permanent ' +
    'continent pertinent équivalent excellent violent talent fréquent conséquent intelligent négligent exigent contingent sergent ' +
    'divent auvent avent prudent imprudent confident occident excédent antécédent ardent concurrent torrent adhérent transparent ' +
    'apparent indigent indulgent diligent turbulent insolent opulent virulent éloquent subséquent référent afférent inhérent ' +
    'détergent émergent astringent intermittent pénitent latent patent fervent couvent paravent relent accent récent'
  ).split(' '),
);
/** Verbs in -ment: mute, unlike the adverbs and nouns. */
const MUTE_MENT =
  /^(?:aim|form|inform|transform|réform|conform|ferm|enferm|renferm|dorm|endorm|arm|désarm|alarm|charm|calm|film|estim|exprim|supprim|imprim|déprim|prim|réclam|proclam|déclam|entam|affirm|confirm|consum|résum|assum|présum|allum|fum|parfum|consomm|nomm|renomm|somm|assomm|programm|gomm|chôm|sem|ramèn|blâm|anim|légitim)ent$/;

const VOWELS = 'aàâäeéèêëiîïoôöuùûüyœæ';
/** Vowels written with several letters, the longest first; any other stands for itself. */
const NUCLEUS = new RegExp(
  `eau|ao[uû]|(?:eu|ue|ou|e)i(?=l)|[ae][iîy]|oei|oeu|[aeo][uûù]|o[iîy]|u[iîy]|[${VOWELS}]`,
  'g',
);
const GROUP = new RegExp(`[${VOWELS}]+`, 'g');
/** A vowel that becomes a consonant before another, unless two consonants before it forbid: "lien", but "cli-ent". */
const GLIDE = /^(?:i|î|ï|u|ou|y)$/;
const CLUSTER = /[bcdfgkptv][lr]$/;

/** Syllables of a French word, at least one. Elided words before it count nothing: "l'aide" is one. */
export function frenchSyllables(word: string): number {
  const parts = word.normalize('NFC').toLowerCase().split(/-/);
  const count = parts.reduce((sum, part) => sum + joined(part), 0);
  return Math.max(1, count);
}

/** "l'aide", "jusqu'au", "aujourd'hui": what is before an apostrophe has lost its vowel. */
function joined(part: string): number {
  const pieces = part.split(/['’]/);
  const last = pieces.pop() ?? '';
  const before = pieces.map((piece) => nuclei(piece.replace(/qu$/, 'q').replace(/gu$/, 'g')));
  return before.reduce((sum, count) => sum + count, /\p{L}/u.test(last) ? spoken(last) : 0);
}

function spoken(word: string): number {
  const known = KNOWN[word] ?? KNOWN[word.replace(/e?s$/, '')];
  if (known !== undefined) return known;
  const whole = nuclei(word);
  const cut = nuclei(withoutMute(word));
  // "le", "des": the only vowel of a word is heard.
  return cut > 0 ? cut : Math.min(whole, 1);
}

function withoutMute(word: string): string {
  if (/[ao]ient$/.test(word)) return word.slice(0, -3);
  // "vient" and "étudient" count the same, heard or not; after two consonants they do not: "cli-ent", but "ou-blient".
  if (/[bcdfgkptv][lr]ient$/.test(word) && word !== 'client') return word.slice(0, -3);
  if (/[^i]ent$/.test(word) && !HEARD_ENT.has(word) && (!/ment$/.test(word) || MUTE_MENT.test(word)))
    return word.slice(0, -3);
  return word.replace(/es?$/, '');
}

function nuclei(word: string): number {
  const written = word
    .replace(/œ/g, 'oe')
    // The u of "que" and "gué", the e of "mangeons" only tell how the consonant is said.
    .replace(/qu(?=[aàâeéèêëiîïoôuy])/g, 'k')
    .replace(/qu$/, 'k')
    .replace(/gu(?=[eéèêiîy])/g, 'g')
    .replace(/gu$/, 'g')
    .replace(/ge(?=[aàâoôu](?!$))/g, 'j')
    // Between two vowels, and before one at the beginning, y is a consonant.
    .replace(new RegExp(`(^|[${VOWELS}])y(?=[${VOWELS}])`, 'g'), '$1j')
    // "paiement", "remerciement", "dévouement": an e between a vowel and -ment is not said.
    .replace(/([aoiuy])e(?=ments?$)/, '$1');
  let count = 0;
  for (const group of written.matchAll(GROUP)) count += inGroup(group[0], written, group.index);
  return count;
}

/** Syllables of a run of vowels. */
function inGroup(group: string, word: string, at: number): number {
  // One letter more, for "eil" and "ouil".
  const found = Array.from(
    (group + (word[at + group.length] ?? '')).matchAll(NUCLEUS),
    ([nucleus]) => nucleus,
  );
  let count = found.length;
  for (let i = 0; i + 1 < found.length; i++) {
    const forbidden = i === 0 && CLUSTER.test(word.slice(0, at));
    if (GLIDE.test(found[i] as string) && !forbidden) count--;
  }
  return count;
}
