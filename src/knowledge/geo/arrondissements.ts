/** The districts of Paris, Lyon and Marseille: who they belong to and where they lie. */

/** Cities with districts, by INSEE code: their name and the code before their first district's. */
export const CITIES: Readonly<Record<string, { readonly name: string; readonly before: number }>> = {
  '75056': { name: 'Paris', before: 75100 },
  '69123': { name: 'Lyon', before: 69380 },
  '13055': { name: 'Marseille', before: 13200 },
};

/**
 * Centres in degrees, latitude and longitude in turn, from the first district on. From La Poste's base of postal codes (2023,
 * Licence Ouverte), to a thousandth: the packages only know the cities.
 */
const CENTRES: Readonly<Record<string, readonly number[]>> = {
  '75056': [
    48.863, 2.336, 48.868, 2.343, 48.863, 2.36, 48.854, 2.358, 48.844, 2.351, 48.849, 2.333, 48.856, 2.312,
    48.873, 2.313, 48.877, 2.337, 48.876, 2.361, 48.859, 2.38, 48.835, 2.421, 48.828, 2.362, 48.829, 2.327,
    48.84, 2.293, 48.86, 2.262, 48.887, 2.307, 48.893, 2.348, 48.887, 2.385, 48.863, 2.401,
  ],
  '69123': [
    45.77, 4.829, 45.748, 4.826, 45.753, 4.869, 45.779, 4.824, 45.756, 4.803, 45.773, 4.852, 45.733, 4.837,
    45.734, 4.869, 45.783, 4.809,
  ],
  '13055': [
    43.3, 5.383, 43.315, 5.361, 43.312, 5.379, 43.307, 5.401, 43.292, 5.398, 43.287, 5.381, 43.282, 5.359,
    43.238, 5.375, 43.234, 5.453, 43.275, 5.428, 43.288, 5.484, 43.308, 5.44, 43.35, 5.434, 43.345, 5.393,
    43.359, 5.363, 43.365, 5.313,
  ],
};

/** INSEE code of the nth district of a city; undefined when the city has no such district. */
export function districtOf(city: string, number: number): string | undefined {
  const known = CITIES[city];
  const districts = (CENTRES[city]?.length ?? 0) / 2;
  return known && number >= 1 && number <= districts ? String(known.before + number) : undefined;
}

/** "Paris 18e", "Lyon 1er"; undefined for what is no district. */
export function districtName(city: string, insee: string): string | undefined {
  const known = CITIES[city];
  if (!known) return undefined;
  const number = Number(insee) - known.before;
  return `${known.name} ${number}${number === 1 ? 'er' : 'e'}`;
}

/** Centre of a district in degrees. */
export function districtCentre(city: string, insee: string): { lat: number; lon: number } | undefined {
  const known = CITIES[city];
  const at = known ? (Number(insee) - known.before - 1) * 2 : -1;
  const [lat, lon] = CENTRES[city]?.slice(at, at + 2) ?? [];
  return lat === undefined || lon === undefined ? undefined : { lat, lon };
}
