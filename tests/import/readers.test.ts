import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Geography } from '../../src/knowledge/geo/index.ts';
import { smallGeography } from '../support/small-geography.ts';
import { type Bench, FIXTURES, makeBench, settled } from './harness.ts';

let geography: Geography;
let bench: Bench;
beforeAll(async () => {
  geography = await smallGeography();
});
beforeEach(async () => {
  bench = await makeBench(geography);
});
afterEach(() => bench.close());

const DAY = (text: string) => Date.parse(`${text}T00:00:00Z`);

describe('the list of France Services', () => {
  it('is read whole, with the day of its file', async () => {
    const done = await bench.points([FIXTURES.franceServices]);
    expect(settled(done)).toBe(true);
    expect(done.plan.accounts).toMatchObject([{ read: 16, kept: 16, merged: 0 }]);
    const rows = await bench.rows();
    const of = (name: string) => rows.find((row) => row.name === name);
    expect(of('France services de Valserhône')).toMatchObject({
      ...{ source: 'france-services', key: '1', needs: ['papers', 'computer'], updatedAt: DAY('2024-08-01') },
      ...{ address: '5-9 Rue des Papetiers', postal: '01200', commune: 'Valserhône', zone: 'Europe/Paris' },
      ...{ phone: '04 50 56 87 49', dial: '+33450568749' },
      hours: 'Mo 13:30-17:00; Tu-Th 09:00-12:00,14:00-17:00; Fr 09:00-12:00,13:30-16:00'.replace(
        'Tu-Th 09:00-12:00,14:00-17:00',
        'Tu-Th 09:00-12:00,13:30-17:00',
      ),
    });
    expect(of('Bus France services Thiérache Sambre et Oise')?.visits).toBe('moves');
    expect(of('France services multisites Pimms Médiation Paris')?.visits).toBe('several');
    expect(of('France services Le Lorrain')).toMatchObject({
      ...{
        zone: 'America/Martinique',
        phone: expect.stringMatching(/^05 96/),
        dial: expect.stringMatching(/^\+596/),
      },
    });
    expect(of("France services M'Tzamboro")).toMatchObject({
      ...{
        zone: 'Indian/Mayotte',
        phone: expect.stringMatching(/^06 39/),
        dial: expect.stringMatching(/^\+262639/),
      },
    });
    expect(rows.filter(({ comment }) => comment?.includes('rendez-vousi'))).toEqual([]);
    expect(rows.some(({ visits }) => visits === 'appointment')).toBe(true);
  });
});

describe('places of digital mediation', () => {
  it('are read in the older form', async () => {
    const done = await bench.points([FIXTURES.older]);
    expect(settled(done)).toBe(true);
    const [account] = done.plan.accounts;
    expect([...(account?.rejected ?? [])]).toEqual([['need', 1]]);
    const rows = await bench.rows();
    const of = (name: string) => rows.find((row) => row.name === name);
    // A day of 1970 is none: the file's own counts.
    expect(of('Bibliotheque')?.updatedAt).toBe(DAY('2023-05-01'));
    expect(of('Bibliothèques Les Méjanes')).toMatchObject({
      ...{
        needs: ['class'],
        hours: 'Tu-Sa 10:00-19:00',
        updatedAt: DAY('2022-08-26'),
        commune: 'Aix-en-Provence',
      },
      ...{ phone: '04 42 91 98 88', dial: '+33442919888', source: 'mediation:lieux-mediation' },
    });
    // Without a position, with the middle of France for one, behind a postal code of companies.
    expect(of('CCAS Roquebrune-Cap-Martin')).toMatchObject({ lat: 43.77, lon: 7.48, rough: true });
    expect(of('Espace Départemental des Solidarités')).toMatchObject({ lat: 43.92, lon: 5.05, rough: true });
    expect(of('Ateliers de Médiation numérique')).toMatchObject({
      lat: 43.4049043,
      postal: '13692',
      commune: 'Martigues',
    });
  });

  it('are read in version 1.0.2', async () => {
    const done = await bench.points([FIXTURES.current]);
    expect(settled(done)).toBe(true);
    expect(await bench.rows()).toMatchObject(
      [
        {
          ...{
            name: 'Anonymal',
            needs: ['papers', 'class', 'work'].sort(),
            siret: '43493312300029',
            visits: 'moves',
          },
          ...{ languages: ['fr', 'en'], phone: '01 80 05 98 80', updatedAt: DAY('2024-04-02') },
          // The example lies in Provence and names Reims: the town is believed.
          ...{ rough: true, commune: 'Reims', labels: undefined },
        },
      ].map(({ labels: _, needs: __, ...row }) => row),
    );
  });

  it.each([
    [{ modalites_acces: "Ce lieu n'accueille pas de public" }, 'closed'],
    [{ services: 'Acquisition de matériel informatique à prix solidaire' }, 'need'],
    [{ nom: '  ' }, 'name'],
    [{ id: '' }, 'id'],
    [{ code_postal: '99999', commune: 'Nulle part', latitude: '', longitude: '' }, 'position'],
    [{ code_postal: '', commune: '', latitude: '48.8', longitude: '2.3' }, 'position'],
  ])('are refused for %o: %s', async (change, reason) => {
    const row = {
      ...{
        id: 'x',
        nom: 'Exemple',
        services: 'Accès internet et matériel informatique',
        date_maj: '2024-01-01',
      },
      ...{ code_postal: '13500', commune: 'Martigues', adresse: '', latitude: '43.4', longitude: '5.05' },
      ...change,
    };
    const done = await bench.points([bench.file('a.json', JSON.stringify([row]))]);
    expect([...(done.plan.accounts[0]?.rejected ?? [])]).toEqual([[reason, 1]]);
    expect(bench.rejects()).toContain('a.json","1"');
  });

  it.each([
    [{ itinerance: 'Itinérant' }, { visits: 'moves' }],
    [{ itinerance: 'Itinérant|Fixe' }, { visits: 'several' }],
    [{ modalites_acces: 'Prendre un RDV en ligne' }, { visits: 'appointment' }],
    [{ modalites_acces: 'Prendre un RDV en ligne|Se présenter' }, { visits: undefined }],
    [{ horaires: 'Mo-Fr 09:00-12:00 "sur rendez-vous"' }, { comment: 'sur rendez-vous' }],
    [{ horaires: 'lundi 9h-12h' }, { hours: 'Mo 09:00-12:00' }],
    [
      { horaires: 'quand le portail est ouvert' },
      { comment: 'quand le portail est ouvert', hours: undefined },
    ],
    [
      { latitude: '5.05', longitude: '43.4' },
      { lat: 43.4, lon: 5.05, rough: undefined },
    ],
    [
      { latitude: '43,41', longitude: '5,06' },
      { lat: 43.41, lon: 5.06 },
    ],
    [{ prise_en_charge_specifique: 'Handicaps moteurs' }, { wheelchair: true }],
    [{ pivot: '00000000000000' }, { siret: undefined }],
    [{ dispositif_programmes_nationaux: 'France Services' }, { labels: ['france-services'] }],
  ])('say by %o: %o', async (change, told) => {
    const row = {
      ...{
        id: 'x',
        nom: 'Exemple',
        services: 'Accès internet et matériel informatique',
        date_maj: '2024-01-01',
      },
      ...{ code_postal: '13500', commune: 'Martigues', adresse: '', latitude: '43.4', longitude: '5.05' },
      ...change,
    };
    await bench.points([bench.file('a.json', JSON.stringify([row]))]);
    const [kept] = await bench.rows();
    for (const [field, value] of Object.entries(told)) {
      expect(kept?.[field as keyof typeof kept], field).toEqual(value);
    }
  });
});

describe('the Annuaire de l’administration', () => {
  it('gives counters with their hours, what is said beside them, and their communes', async () => {
    await bench.points([FIXTURES.annuaire]);
    expect(await bench.rows()).toMatchObject([
      {
        ...{
          source: 'annuaire',
          name: 'Mairie - Fontaine-le-Port',
          address: '3 rue du Général-Roux',
          needs: [],
        },
        ...{ offices: [{ body: 'town-hall', communes: ['77188'] }], phone: '01 64 38 30 52' },
        ...{ hours: 'Tu 09:00-12:00,18:00-19:00; We,Fr 09:00-12:00', updatedAt: DAY('2023-08-09') },
        comment: "Accueil ouvert uniquement hors vacances scolaires l'après-midi.",
      },
    ]);
  });

  it('is read from the export that keeps lists as text, and leaves out what serves none of our subjects', async () => {
    const [counter] = JSON.parse((await import('node:fs')).readFileSync(FIXTURES.annuaire, 'utf8')).service;
    const texts = Object.fromEntries(
      Object.entries(counter).map(([key, value]) => [
        key,
        Array.isArray(value) ? JSON.stringify(value) : value,
      ]),
    );
    const other = {
      ...texts,
      id: 'other',
      pivot: JSON.stringify([{ type_service_local: 'chambre_metier', code_insee_commune: ['77188'] }]),
    };
    const done = await bench.points([bench.file('annuaire.json', JSON.stringify([texts, other]))]);
    expect([...(done.plan.accounts[0]?.rejected ?? [])]).toEqual([['need', 1]]);
    expect(await bench.rows()).toMatchObject([{ offices: [{ body: 'town-hall', communes: ['77188'] }] }]);
  });
});

describe('data·inclusion', () => {
  it.each([[['structures', 'services']], [['services', 'structures']]] as const)(
    'joins structures and services, in the order %s',
    async (order) => {
      const done = await bench.points(order.map((name) => FIXTURES[name]));
      expect(settled(done)).toBe(true);
      const [structures, services] = [...done.plan.accounts].sort((a, b) => a.read - b.read);
      expect(structures).toMatchObject({ read: 3, kept: 2, merged: 0 });
      expect([...(structures?.rejected ?? [])]).toEqual([['need', 1]]);
      expect(services).toMatchObject({ read: 6, kept: 1, merged: 1 });
      expect(Object.fromEntries(services?.rejected ?? [])).toEqual({
        remote: 1,
        professionals: 1,
        structure: 1,
        need: 1,
      });
      const rows = await bench.rows();
      expect(rows.find(({ key }) => key === 'dora--1')).toMatchObject({
        ...{
          name: 'Exemple Centre du Pont',
          needs: ['papers'],
          hours: 'Mo-Fr 09:00-17:00',
          labels: ['ccas'],
        },
        updatedAt: DAY('2026-02-01'),
      });
      expect(rows.find(({ key }) => key === 'dora--1 dora--s2')).toMatchObject({
        ...{
          name: 'Exemple Centre du Pont',
          needs: ['computer'],
          hours: 'We 10:00-12:00',
          address: "9 rue de l'Exemple",
        },
      });
      expect(rows.find(({ key }) => key === 'dora--3')).toMatchObject({
        needs: ['food'],
        rough: true,
        commune: 'Valserhône',
      });
    },
  );
});
