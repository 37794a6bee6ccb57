/** A small library as files in memory: what the tests break, translate and search. */
import type { ThemeId } from '../../flows/knowledge.ts';
import { THEMES } from '../../flows/knowledge.ts';
import { buildKnowledge, type ContentFile, type KnowledgeOptions } from '../../src/knowledge/index.ts';

export const file = (path: string, text: string): ContentFile => ({ path, text });

export const bodies: ContentFile[] = [
  file(
    'bodies.yaml',
    `caf:
  number: 32 30
  cost: prix d'un appel
  edition: 2025-01
  themes: [${THEMES.filter((theme: ThemeId) => theme !== 'papers').join(', ')}]
town-hall:
  themes: [papers]
tax:
  number: 0 809 401 401
  dial: "+33809401401"
`,
  ),
  file(
    'bodies.fr.yaml',
    `caf: { name: CAF, spoken: la Caf, field: les aides, hours: "Lundi à vendredi, 9 h à 16 h 30." }
town-hall: { name: Votre mairie, field: les papiers }
tax: { name: Impôts, field: l'impôt }
`,
  ),
  file('bodies.en.yaml', `caf: { hours: Monday to Friday. }\ntown-hall: { name: Your town hall }\n`),
];

export const front = `title: RSA
theme: benefits
fiches: [F19778, F15553]
body: caf
discreet: false
edition: 2020-11
words: [demander le rsa, plus de revenus, rsa sans internet, mon rsa est coupé, combien le rsa]
spoken: { RSA: R S A }
`;

export const rsa = (
  yaml = front,
  body = '## short\nDemandez le RSA à la Caf.\n\n## steps\n- Un.\n- Deux.\n',
) => file('sheets/rsa.fr.md', `---\n${yaml}---\n${body}`);

export const rsaEnglish = file(
  'sheets/rsa.en.md',
  `---
title: RSA, basic income
words: [ask for rsa, no income, rsa stopped, how much is rsa, am i entitled to rsa]
---
## short
Ask the Caf for RSA.
`,
);

export const carte = file(
  'sheets/carte.fr.md',
  `---
title: Carte d'identité perdue
theme: papers
fiches: [F1344]
body: town-hall
discreet: true
edition: 2021-03
changed: L'ANTS s'appelle France Titres.
review: { by: Ada, on: 2026-01-02 }
words: [j'ai perdu ma carte d'identité, on m'a volé mes papiers, refaire ma carte perdue, perte de cni, ma carte a disparu]
---
## short
Allez à la mairie.

## call
Appelez avant d'y aller.
`,
);

export const library: ContentFile[] = [...bodies, rsa(), rsaEnglish, carte];

/** Builds it with no danger to read. */
export function build(files: readonly ContentFile[] = library, options: Partial<KnowledgeOptions> = {}) {
  return buildKnowledge(files, { languages: ['fr', 'en'], danger: () => undefined, ...options });
}
