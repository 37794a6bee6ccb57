/** Where a row is: the position of the file where it can be believed, else its commune's. */
import { normalize } from '../../flows/normalize.ts';
import { type Geography, kilometres, type Where } from '../knowledge/geo/index.ts';
import { departmentOfPostal, zoneOf } from '../knowledge/geo/zones.ts';

export interface Written {
  readonly insee?: string | undefined;
  readonly postal?: string | undefined;
  readonly commune?: string | undefined;
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
}

export interface Located {
  readonly lat: number;
  readonly lon: number;
  readonly rough?: true;
  readonly postal: string;
  readonly commune: string;
  readonly department: string;
  readonly zone: string;
}

/** Undefined: nobody can tell where. */
export type Locate = (written: Written) => Located | undefined;

/** A position farther from its commune than this is wrong: communes overseas are larger. */
const NEAR_KM = 40;
const NEAR_OVERSEAS_KM = 300;

export function makeLocate(geography: Geography): Locate {
  return (written) => {
    const postal = postalOf(written.postal);
    const near = geography.at(`p:${postal}`);
    const commune =
      communeOf(geography, { ...written, postal }) ??
      (near ? undefined : named(geography, written.commune, postal));
    const spot = commune ?? near;
    const department = spot?.department ?? (postal ? departmentOfPostal(postal) : undefined);
    if (department === undefined) return undefined;
    const position = believable(written, spot, department);
    if (!position) return undefined;
    return {
      ...position,
      postal: postal ?? spot?.postal ?? '',
      commune: commune?.name ?? written.commune ?? spot?.name ?? '',
      department,
      zone: spot?.zone ?? zoneOf(department),
    };
  };
}

function postalOf(postal: string | undefined): string | undefined {
  const digits = postal?.replace(/\s/g, '');
  if (digits === undefined || !/^\d{4,5}$/.test(digits)) return undefined;
  return digits.padStart(5, '0');
}

/** The commune by its code, or the one of the postal code that has this name. */
function communeOf(geography: Geography, { insee, postal, commune }: Written): Where | undefined {
  const known = insee === undefined ? undefined : geography.at(`c:${insee.toUpperCase()}`);
  if (known) return known;
  const codes = postal === undefined ? [] : geography.communes(`p:${postal}`);
  if (codes.length === 0) return undefined;
  if (codes.length === 1) return geography.at(`c:${codes[0]}`);
  const name = plain(commune ?? '');
  const all = codes.flatMap((code) => geography.at(`c:${code}`) ?? []);
  return all.find((one) => plain(one.name) === name);
}

/** CEDEX and other postal codes that lead nowhere: by name, in the same department. */
function named(
  geography: Geography,
  commune: string | undefined,
  postal: string | undefined,
): Where | undefined {
  if (commune === undefined) return undefined;
  const department = postal === undefined ? undefined : departmentOfPostal(postal);
  const [first, ...others] = geography
    .where(plain(commune))
    .filter(
      (guess) => guess.kind === 'commune' && (department === undefined || guess.department === department),
    );
  return first && (first.sure || department !== undefined || others.length === 0) ? first : undefined;
}

function plain(name: string): string {
  return normalize(name)
    .replace(/\bcedex( \d+)?\b/g, '')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\b(\d+)(er|eme|e) arrondissement\b/g, '$1e')
    .replace(/\b0(\d)\b/g, '$1')
    .trim();
}

function believable(
  { lat, lon }: Written,
  spot: Where | undefined,
  department: string,
): Pick<Located, 'lat' | 'lon' | 'rough'> | undefined {
  const far = /^9[78]/.test(department);
  const given = lat !== undefined && lon !== undefined && (lat !== 0 || lon !== 0) ? { lat, lon } : undefined;
  if (!spot) return given && (far || inFrance(given)) ? given : undefined;
  const limit = far ? NEAR_OVERSEAS_KM : NEAR_KM;
  // Some files have the two columns the wrong way round.
  for (const position of given ? [given, { lat: given.lon, lon: given.lat }] : []) {
    if (Math.abs(position.lat) <= 90 && kilometres(position, spot) <= limit) return position;
  }
  return { lat: spot.lat, lon: spot.lon, rough: true };
}

/** European France. */
function inFrance({ lat, lon }: { readonly lat: number; readonly lon: number }): boolean {
  return lat > 41 && lat < 51.5 && lon > -5.5 && lon < 9.8;
}
