import { describe, expect, it } from 'vitest';
import { englishSyllables } from '../../src/text/english.ts';
import { frenchSyllables } from '../../src/text/syllables.ts';

/** Words by their number of syllables, mute endings not counted, i, u and ou before a vowel not counted either. */
const FRENCH: Readonly<Record<number, string>> = {
  1: `le la des les que je vous carte cartes aide l'aide j'ai c'est qu'il vie rue joie queue langue guide
    quatre feuille œil sœur cœur oeuvre lien bien rien chien lieu mieux vieux nuit puis suis fruit pluie
    oui jouet ouest louer loi droit loin yeux style août eau beau Georges doivent peuvent parlent soient
    croient voient vient aiment forment cent manquent jouent femme homme droits timbre chèque hier deuil
    seuil guerre gueule gage`,
  2: `d'abord jusqu'au lorsqu'elle mairie année années partie revue monnaie fatigue guichet aiguille
    question équipe maison travail famille accueil fauteuil orgueil créer théâtre maïs naïf Noël client
    prière premier dernier ancien nation monsieur construire actuel cruel mutuelle trouer besoin voiture
    payer moyen voyage système pays chaos bureau beauté fléau mangeons nageoire géant demandent avaient
    oublient paiement comment argent agent parents parent souvent urgent expliquent papier papiers
    peut-être quatre-vingt enfant gratuit démarche bouillir grenouille virtuose diplôme hiver violence
    période oignon social spécial sociaux patience audience est-ce celle-ci séjour chômage retraite
    soleil conseil surveille gageure dialogue`,
  3: `l’hôpital aujourd'hui quatrième expliquer travailler recueillir réunion création idéal poésie
    héroïne égoïste oublier ouvrier février atelier italien situation attention influence éblouir
    essuyer appuyer vidéo étudient document logement dévouement récemment président continuent médecin
    préfecture domicile rendez-vous téléphone énergie linguistique équateur expérience étudiant
    titulaire étranger assurance maladie numéro appeler appelez conseiller catalogue`,
  4: `européen calendrier déclaration information coopérer aéroport remerciement identité attestation
    allocation gratuitement renouveler ambiguïté`,
  5: `justificatif renouvellement`,
  6: `naturalisation`,
};
const ENGLISH: Readonly<Record<number, string>> = {
  1: `the you card town hall lost asked helped called homes time times yes year years young please free
    three school proof change cheque rent child don't it's we'll queue guide safe rule whole while asks
    closed used`,
  2: `office needed wanted housing houses people table little able people's question questions nation dial
    social special patient money apply every paper papers number letter letters police agree doctor
    permit permits address appeal refuse refused changes bridges statement payment movement water
    children woman women issue value rescue language building being quiet science create europe fluid
    ruin without before after sorry safely homeless title simple single travel free-phone part-time
    passport`,
  3: `offices video radio period family families benefit benefits hospital medical residence document
    documents resident employment allowance insurance energy violence actual annual idea area museum
    continue previous serious various religious appointment signature`,
  4: `information situation identity application emergency unemployment society variety european
    certificate`,
  5: `electricity`,
};

const rows = (table: Readonly<Record<number, string>>): [string, number][] =>
  Object.entries(table).flatMap(([count, list]) =>
    list.split(/\s+/).map((word): [string, number] => [word, Number(count)]),
  );

describe('frenchSyllables', () => {
  it.each(rows(FRENCH))('%s: %i', (word, count) => {
    expect(frenchSyllables(word)).toBe(count);
  });

  it('does not mind capitals or decomposed accents', () => {
    for (const [word, count] of rows(FRENCH)) {
      expect(frenchSyllables(word.toUpperCase().normalize('NFD')), word).toBe(count);
    }
  });
});

describe('englishSyllables', () => {
  it.each(rows(ENGLISH))('%s: %i', (word, count) => {
    expect(englishSyllables(word)).toBe(count);
  });
});
