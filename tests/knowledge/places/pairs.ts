/** Rows that two files tell of one place, and near misses: most are real ones of Provence. */

/** Name, address, metres from the same corner, phone, label. */
export type Told = readonly [
  name: string,
  address: string,
  metres?: number,
  phone?: string | undefined,
  labels?: string,
];

const FS = 'france-services';

export const PAIRS: readonly (readonly ['same' | 'two', Told, Told])[] = [
  [
    'same',
    ['France services Aups', '33 bis Avenue Georges Clémenceau', 0, '04 98 10 29 43'],
    ['France services Aups', '33 bis av. Georges Clémenceau', 40, '04 98 10 29 43'],
  ],
  [
    'same',
    ['France services La Poste de Callas', 'Place Georges Clemenceau', 0, '04 98 09 40 92', FS],
    ['France services Callas', 'Place Georges Clemenceau', 0, '04 98 09 40 92', FS],
  ],
  [
    'same',
    ['France services Rosans', 'Rue Aristide Briand', 0, '04 86 49 80 49'],
    ['France services Rosans', 'Rue Aristide Briand', 0, '09 52 87 73 97'],
  ],
  [
    'same',
    ['France services Annot', 'Place du Germe', 0, '04 92 30 07 90'],
    ['France services Annot', 'Rue Basse', 141, '04 92 30 07 90'],
  ],
  [
    'same',
    ['France services Menton', '4 Rue Victor Hugo', 0, '04 89 04 30 10', FS],
    ['MAISON DU DEPARTEMENT', '4 Rue Victor Hugo', 10, '04 89 04 30 10', FS],
  ],
  [
    'same',
    ['France services de Miramas', '4 Boulevard du Dc Jacques Minet', 0, '04 90 50 45 74', FS],
    ['CTRE COM ACTION SOCIALE DE MIRAMAS', '4 Boulevard Jacques Minet', 0, '04 90 50 45 74', FS],
  ],
  [
    'same',
    ['France services Port-Saint-Louis', '39 avenue du Port', 0, '04 42 86 50 70'],
    ['France services Port-Saint-Louis', '4 Rue Jean Rouget', 227, '04 42 86 50 70'],
  ],
  [
    'same',
    ['France services Luberon Monts de Vaucluse', '445 Avenue Raoul Follereau', 0, '04 90 78 02 00', FS],
    ['France services LMV', '445 Avenue Raoul Follereau', 0, '04 90 78 02 00', FS],
  ],
  [
    'same',
    ['France services Embrun', 'Place Dongois', 0, '04 92 22 27 60'],
    ['France Services Embrun', 'Place Dongois', 4],
  ],
  [
    'same',
    ['CS Capelette', '221 Avenue de la capelette', 0, '04 91 79 66 01'],
    ['France services Centre social de la Capelette', '221 Avenue de la Capelette', 181, '04 91 79 66 01'],
  ],
  [
    'same',
    ['Médiathèque Louis Aragon', 'Quai des Anglais', 0, '04 42 49 02 67'],
    ['EPN Médiathèque Louis Aragon', 'Quai des Anglais', 60],
  ],
  [
    'same',
    ['CCAS de Martigues', '2 rue du Moulin', 0],
    ['Centre Communal d’Action Sociale', '2 r. du Moulin', 30],
  ],
  [
    'same',
    ['Secours Populaire Comité du Pont', '7 rue Haute', 0],
    ['Comité du Pont - Secours populaire', '7 rue haute', 90],
  ],
  [
    'same',
    ['France services Villemarie', '73 Rue Pierre Parrocel', 0, '04 90 67 08 42', FS],
    ['Villemarie Espace Social et Culturel', '73 Rue Pierre Parrocel', 0, undefined, FS],
  ],

  [
    'two',
    ['France services de Vence', 'Place Clémenceau', 0, '04 89 04 58 60', FS],
    ['Médiathèque de Vence', 'Place Clémenceau', 14, '04 93 58 02 12', FS],
  ],
  [
    'two',
    ['France services Caderousse', '10 bis Cours Aristide Briand', 0, '04 88 60 19 54', FS],
    ['COMMUNE DE CADEROUSSE', '10 Bis Cours Aristide Briand', 0, '04 90 51 90 69', FS],
  ],
  [
    'two',
    ["France services La Poste d'Oraison", '5 allée Arthur Gouin', 0, '04 92 77 93 36', FS],
    ['MAIRIE D ORAISON', '22 Rue Paul Jean', 138, undefined, FS],
  ],
  [
    'two',
    ['France services Nice Pasteur', '181 Avenue Maréchal Lyautey', 0, '09 86 44 69 35'],
    ['Bus France services Nice mobile', '181 Avenue du Maréchal Lyautey', 0, '06 70 81 87 36'],
  ],
  [
    'two',
    ['ASSOCIATION CENTRE SOCIAL MOSAIQUE', '57 Rue Aurélienne', 0, '04 42 86 03 14', FS],
    ['France services Pôle de proximité La Ruche', '57 Rue Aurélienne', 0, '04 90 57 93 07', FS],
  ],
  [
    'two',
    ['COCO VELTEN (Groupe SOS)', '16 Rue bernard du bois', 0],
    [
      'France services multisites de Marseille - Noailles',
      '16 rue Bernard du Bois',
      39,
      '04 91 95 66 26',
      FS,
    ],
  ],
  [
    'two',
    ['Médiathèque Colette', '1855 Route des Dolines', 0, '04 92 19 76 00'],
    ['Le Lab', '1855 route des dolines', 70],
  ],
  [
    'two',
    ['Mairie de Martigues', "Place de l'Hôtel de Ville", 0, '04 42 44 33 33'],
    ['France services de Martigues', "Place de l'Hôtel de Ville", 5, '04 42 44 30 00'],
  ],
  [
    'two',
    ['Mairie de Martigues', "1 Place de l'Hôtel de Ville", 0, '04 42 44 33 33'],
    ['CCAS de Martigues', "1 Place de l'Hôtel de Ville", 0, '04 42 44 33 33'],
  ],
  [
    'two',
    ['France services de Martigues', '1 rue Haute', 0],
    ['France services de Martigues', '90 rue Basse', 900],
  ],
  [
    'two',
    ['Maison de la cohésion sociale', '5 Rue Marius Monnet', 0, '04 95 09 53 11', FS],
    ['CIQ Centre-ville', '24 Rue Marius Lieutaud', 55, undefined, FS],
  ],
  ['two', ['Maison de quartier 1', '1 rue Haute', 0], ['Maison de quartier 2', '1 rue Haute', 0]],
  [
    'two',
    ['Résidence les Jardins', '52 Avenue de Frais Vallon', 0],
    ['Résidence Magnolia', '54 avenue de Frais Vallon', 20],
  ],
  [
    'two',
    ['Caf des Bouches-du-Rhône', '3 rue Neuve', 0, '32 30'],
    ['CPAM des Bouches-du-Rhône', '3 rue Neuve', 0, '36 46'],
  ],
  ['two', ['INITIATIVE VAR', '178 avenue Vauban', 0], ['Initiative Var', '129 route de Saint Jean', 40_000]],
  ['two', ['UDAF du Var', '25 Rue Victor Clappier', 0], ['FACE VAR', '25 Rue Victor Clappier', 0]],
];
