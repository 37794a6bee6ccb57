/** The distinct hours of the real data, where it is present. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { franceServicesHours } from '../../../src/knowledge/hours/index.ts';
import { dataFile } from '../geo/real-data.ts';

/** Of the places of digital mediation of Provence: OpenStreetMap's grammar as people typed it. */
export function mediationHours(): string[] {
  const path = dataFile('lieux-mediation-paca-2023-05.json');
  if (path === undefined) return [];
  const places = JSON.parse(readFileSync(path, 'utf8')) as { horaires?: string }[];
  return distinct(places.map(({ horaires }) => horaires ?? ''));
}

/** Rows of the France Services list. */
export function franceServicesRows(): Record<string, string>[] {
  const path = dataFile('france-services-2024-08.csv');
  if (path === undefined) return [];
  return parse(readFileSync(path), { columns: true, bom: true }) as Record<string, string>[];
}

/** What their columns come to. */
export function franceServicesStrings(): string[] {
  return distinct(franceServicesRows().map((row) => franceServicesHours(row).hours ?? ''));
}

const distinct = (all: readonly string[]) => [...new Set(all)].filter((text) => text !== '');
