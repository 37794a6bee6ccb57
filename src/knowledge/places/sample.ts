/** The small fictitious sample that serves until real data are imported. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { NEEDS } from '../../../flows/places.ts';
import type { KeptPlace } from './model.ts';
import { LONGEST_NAME } from './short-name.ts';

/** A place as it is kept: in the sample's file and in the database. */
export const keptPlace = z.strictObject({
  id: z.uuid(),
  name: z.strictObject({ text: z.string().min(1).max(LONGEST_NAME), spoken: z.string().min(1).optional() }),
  address: z.string(),
  postal: z.string().regex(/^\d{5}$/),
  commune: z.string().min(1),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  zone: z.string().min(1),
  phone: z.string().optional(),
  dial: z
    .string()
    .regex(/^\+\d{8,15}$/)
    .optional(),
  needs: z.array(z.enum(NEEDS)),
  hours: z.string().optional(),
  comment: z.string().optional(),
  visits: z.enum(['moves', 'several', 'appointment']).optional(),
  languages: z.array(z.string()).optional(),
  wheelchair: z.boolean().optional(),
  updatedAt: z.number().optional(),
  source: z.string().min(1),
  example: z.boolean().optional(),
  offices: z.array(z.strictObject({ body: z.string(), communes: z.array(z.string()) })).optional(),
});

/** The sample of the content folder. Throws when it is broken: it is part of the program. */
export async function loadSample(contentDir: string): Promise<readonly KeptPlace[]> {
  const text = await readFile(join(contentDir, 'places-example.json'), 'utf8');
  return z.array(keptPlace).parse(JSON.parse(text)) as KeptPlace[];
}
