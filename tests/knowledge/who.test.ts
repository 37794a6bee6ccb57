/** Who is named when no sheet answers: the office whose field the words are. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { World } from '../../src/conversation/world.ts';
import { segments } from '../../src/text/segments.ts';
import { GUIANA, makeWorld, person } from '../conversation/person.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
const who = (text: string, lang = 'fr') => world.knowledge.who(text, lang);

describe('a text names who knows', () => {
  test.each([
    ['Ma mutuelle ne me rembourse rien', 'assurance-maladie'],
    ['remboursement de mes lunettes', 'assurance-maladie'],
    ['carte européenne pour partir en Espagne', 'assurance-maladie'],
    ['une prothèse dentaire trop chère', 'assurance-maladie'],
    ['Congé parental après la naissance', 'caf'],
    ['mon quotient familial', 'caf'],
    ['tes ou la je tatten devan la caf', 'caf'],
    ['je suis ouvrier agricole', 'msa'],
    ['je cherche du travail', 'france-travail'],
    ['aide pour faire un CV', 'france-travail'],
    ['Mon patron refuse mes congés payés', 'droit-travail'],
    ['rupture conventionnelle', 'droit-travail'],
    ['combien de trimestres il me faut', 'retraite'],
    ["crédit d'impôt pour ma chaudière", 'impots'],
    ['Comment vendre ma voiture ?', 'titres'],
    ['Échanger mon permis étranger', 'titres'],
    ['Comment obtenir un permis de construire ?', 'town-hall'],
    ['Copie de mon acte de mariage', 'town-hall'],
    ["J'ai mis un objet trouvé où ?", 'town-hall'],
    ['Port d’arme pour le tir sportif', 'prefecture'],
    ['je veux une RQTH', 'mdph'],
    ['les résultats du baccalauréat', 'school'],
    ['mon fils attend une AESH', 'ecole-inclusive'],
    ['Mon voisin fait du bruit la nuit', 'point-justice'],
    ['jai recu une amende de 135 euro', 'point-justice'],
    ['un rachat de crédit', 'banque-de-france'],
    ["l'administration ne me répond pas", 'defenseur-des-droits'],
    ['on me traite mal, c’est du racisme', 'discriminations'],
    ['sous-location de mon appartement', 'adil'],
    ['il y a des punaises de lit', 'logement-indigne'],
    ['litige avec EDF', 'mediateur-energie'],
    ['on a piraté mon compte', 'info-escroqueries'],
    ['je me suis fait cambrioler, un cambriolage', 'france-victimes'],
    ['faire un bilan de compétences', 'mon-compte-formation'],
    ['mes points de retraite', 'agirc-arrco'],
    ['ouvrir une micro-entreprise', 'urssaf'],
    ['faire un testament', 'notaire'],
    ['un logement étudiant', 'crous'],
    ['le vendeur refuse de me rembourser', 'consommation'],
    ['mon colis est perdu', 'la-poste'],
    ['Réserver un billet de train pour Lyon', 'sncf'],
    ['isoler ma maison', 'france-renov'],
    ['Comment passer le permis de chasse ?', 'chasse'],
    ['un passeport pour mon chien', 'veterinaire'],
    ['mon mari boit trop', 'sante-alcool'],
    ['arrêter de fumer', 'sante-tabac'],
    ['my boss does not pay overtime', 'droit-travail'],
    ['I need a therapist', 'cmp'],
    ['my parcel: lost parcel', 'la-poste'],
    ['driving licence exchange', 'titres'],
  ])('%s → %s', (text, body) => {
    expect(who(text)).toBe(body);
    expect(world.knowledge.body(body, 'fr'), body).toBeDefined();
  });

  test.each([
    'Quel temps fera-t-il demain à Marseille ?',
    'Recette de la tarte aux pommes',
    'xkcd vroum',
    'asdf',
    '',
    'Qui a gagné le match hier soir ?',
    'mdr t ki toi',
    "J'ai perdu mon chat",
    'La retraite de Russie',
    'Formation des nuages',
    'Le chèque de mon oncle pour mon anniversaire',
    'La carte de la Bretagne',
    'Comment avoir un visa pour la Thaïlande ?',
    'what is the weather like tomorrow',
    'how to bake a chocolate cake',
    'constructor',
  ])('nobody for: %s', (text) => {
    expect(who(text)).toBeUndefined();
    expect(who(text, 'en')).toBeUndefined();
  });

  test('the longest phrase counts, in any order of its words', () => {
    expect(who('permis')).toBeUndefined();
    expect(who('pour mon chien, un passeport')).toBe('veterinaire');
    // 39 39 only for its own fields.
    expect(who('droit de la consommation')).toBe('service-public');
    expect(who('mon dossier caf')).toBe('caf');
  });

  test('words far apart are not about one thing', () => {
    const between = 'et puis voila que je raconte toute ma vie sans rien dire du tout';
    expect(who(`arrêter ${between} fumer`)).toBeUndefined();
  });
});

describe('a miss says it', () => {
  test('by text, in place of how the question works', () => {
    const said = person(world, 'sms').says('Comment passer le permis de chasse ?');
    expect(said.words).toContain('Je ne sais pas répondre à cela.\nQui sait : Fédération des chasseurs.');
    expect(person(world, 'sms').says('Réserver un billet de train').words).toContain(
      'Qui sait : SNCF, 36 35.',
    );
    expect(person(world, 'sms').says('xkcd vroum').words).not.toContain('Qui sait');
  });

  test('in a call, with the number as it is said', () => {
    const who = person(world, 'voice');
    who.does({ kind: 'call' });
    const said = who.says('réserver un billet de train');
    expect(said.words).toContain('Je ne sais pas répondre à cela.');
    expect(said.words).toContain('trente-six trente-cinq');
  });

  test('in English', () => {
    const who = person(world, 'sms');
    who.says('passeport');
    who.alter((kept) => ({ ...kept, lang: 'en' }));
    expect(who.says('book a train ticket').words).toContain('Who knows: SNCF, 36 35.');
  });

  test.each(['Réserver un billet de train', 'bloquer ma carte avalée', 'une prothèse dentaire'])(
    'within what a text may take, also where texts are not joined: %s',
    (text) => {
      for (const [caller, most] of [
        [undefined, 2],
        [GUIANA, 1],
      ] as const) {
        const { words } = person(world, 'sms', ...(caller ? [caller] : [])).says(text);
        expect(segments(words).count, words).toBeLessThanOrEqual(most);
      }
    },
  );
});
