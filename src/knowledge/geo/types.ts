/** What geography answers: places that a person may name, where they lie and which clock they keep. */

/** A commune, a postal code or a department. */
export interface Where {
  /** Stable: `c:93066` (INSEE code), `p:75018` (postal code), `d:93` (department). */
  readonly id: string;
  readonly kind: 'commune' | 'postal' | 'department';
  /** With its accents: "Saint-Denis", "Paris 18e". Of a postal code, its largest commune's. */
  readonly name: string;
  /** Code of the department or overseas territory: `93`, `2A`, `974`. */
  readonly department: string;
  /** "Seine-Saint-Denis": what tells homonyms apart. */
  readonly departmentName: string;
  /** Degrees, WGS 84. Of a postal code or a department, the centre of its people. */
  readonly lat: number;
  readonly lon: number;
  /** IANA time zone of the place itself. */
  readonly zone: string;
  /** Of a commune, or of a postal code that has only one. */
  readonly insee?: string;
  /** Of a postal code, or of a commune that has only one. */
  readonly postal?: string;
  /** Inhabitants; 0 where nobody counted. */
  readonly population: number;
}

/** A place that a text may mean. */
export interface Guess extends Where {
  /** Clear enough not to be asked about. Only the first guess can be. */
  readonly sure: boolean;
  /** The older or local name that was recognised: "Pierrefitte-sur-Seine" is Saint-Denis since 2025. */
  readonly said?: string;
}

/** Geography in memory: synchronous and without side effects. */
export interface Geography {
  /** What a text means as a place, best first, four at most; empty when nothing was recognised. */
  where(text: string): readonly Guess[];
  /** A place by its stable id; undefined when it has gone. */
  at(id: string): Where | undefined;
  /**
   * INSEE codes of the communes that a place stands for, closest first: those of a postal code by population; of a district
   * of Paris, Lyon or Marseille its own, then the city's (offices say either). Empty for a department.
   */
  communes(id: string): readonly string[];
  /** The same geography with exact positions, more postal codes and local names, from the rows of La Poste's file. */
  withCommunes(rows: Iterable<CommuneRow>): Promise<Geography>;
}

/** One row of La Poste's file, or the same from elsewhere. */
export interface CommuneRow {
  readonly insee: string;
  /** As the file writes it: "ST DENIS". */
  readonly name: string;
  readonly postal: string;
  /** A part of the commune with its own address: "LA PLAINE ST DENIS". */
  readonly place?: string;
  /** Degrees, WGS 84. */
  readonly lat?: number;
  readonly lon?: number;
}

/** A commune as the index is built from it. */
export interface Commune {
  readonly insee: string;
  readonly name: string;
  readonly department: string;
  readonly postals: readonly string[];
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
  /** INSEE code of the city that this district belongs to. */
  readonly city?: string;
  /** INSEE codes of the communes that it absorbed: older files still use them. */
  readonly former: readonly string[];
  /** Former communes and local names inside it, as written by their source. */
  readonly aliases: readonly string[];
}

export interface Department {
  readonly code: string;
  readonly name: string;
}
