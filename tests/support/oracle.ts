import Papa from 'papaparse';

/** An extract's rows by published column names; `service` for wide files. */
export interface OracleInput {
  text: string;
  service?: 'records' | 'appointments' | 'prescriptions';
}

export interface OracleFigure {
  level: string;
  area_code: string;
  period: string;
  measure: string;
  numerator: number | null;
  denominator: number | null;
  practices: number;
  practices_reported: number;
}

interface Told {
  counts: 'people' | 'transactions';
  status: number | null;
  enabled: number | null;
  accessed: number | null;
  use: number | null;
}

/** One practice in one month, combined from the files. */
export interface OraclePractice {
  period: string;
  code: string;
  name: string;
  supplier: string | null;
  areas: Record<'england' | 'region' | 'subregion' | 'ccg', string | null>;
  /** Names of its areas by code. */
  areaNames: Record<string, string>;
  registered: number | null;
  services: Map<string, Told>;
  any: { enabled: number | null; use: number | null; new: number | null } | null;
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const longNames = { appointments: 'Appts', prescriptions: 'Presc', records: 'DetCodeRec' };
const statusWords: [RegExp, number][] = [
  [/^system functionality enabled/i, 2],
  [/not enabled/i, 1],
  [/unknown/i, 9],
  [/not available|no system/i, 0],
];

function periodOf(date: string): string {
  const slashed = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(date.trim());
  if (slashed) return `${slashed[3]}-${slashed[2]}`;
  const named = /^\d\d-?([a-z]{3})-?(\d{2,4})$/i.exec(date.trim())!;
  const year = named[2]!.length === 2 ? `20${named[2]}` : named[2];
  return `${year}-${String(monthNames.indexOf(named[1]!.toLowerCase()) + 1).padStart(2, '0')}`;
}

const count = (cell: string | undefined): number | null =>
  cell === undefined || cell.trim() === '' || cell.trim() === 'NULL' ? null : Number(cell);

/** Every practice and month of some extracts, read in plain JavaScript. */
export function oraclePractices(inputs: readonly OracleInput[]): OraclePractice[] {
  const practices = new Map<string, OraclePractice>();
  const found = (date: string, code: string): OraclePractice => {
    const period = periodOf(date);
    const key = `${period} ${code}`;
    if (!practices.has(key)) {
      const areas = { england: 'E92000001', region: null, subregion: null, ccg: null };
      practices.set(key, {
        ...{ period, code, name: '', supplier: null, areas, areaNames: {} },
        ...{ registered: null, services: new Map(), any: null },
      });
    }
    return practices.get(key)!;
  };
  for (const { text, service } of inputs) {
    const { data } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    for (const row of data) {
      if (service) addWide(found(row.PeriodEnd!, row.GPPracticeCode!.trim()), row, service);
      else addLong(found(row.report_period_end!, row.practice_code!.trim()), row);
    }
  }
  return [...practices.values()];
}

const textOf = (cell: string | undefined): string | null =>
  cell === undefined || cell.trim() === '' || cell.trim() === 'NULL' ? null : cell.trim();

/** Records a practice's areas and names: codes and names, from the region down. */
function describe(
  practice: OraclePractice,
  [name, supplier]: (string | undefined)[],
  areas: [code: string | undefined, name: string | undefined][],
): void {
  practice.name = name!.trim();
  practice.supplier = textOf(supplier);
  for (const [code, called] of areas) if (code) practice.areaNames[code] = called!.trim();
}

function addWide(practice: OraclePractice, row: Record<string, string>, service: string): void {
  describe(
    practice,
    [row.GPPracticeName, row.Supplier],
    [
      [row.CommissioningRegionCode, row.CommissioningRegionName],
      [row.RegionGeographyCode, row.RegionGeographyName],
      [row.CCGCode, row.CCGName],
    ],
  );
  practice.areas.region = row.CommissioningRegionCode!;
  practice.areas.subregion = row.RegionGeographyCode!;
  practice.areas.ccg = row.CCGCode!;
  const listed = count(row.NoPatients);
  if (listed !== null) practice.registered = Math.max(practice.registered ?? listed, listed);
  const words = row.SystemEnabled!.trim();
  practice.services.set(service, {
    counts: 'people',
    status: statusWords.find(([pattern]) => pattern.test(words))?.[1] ?? null,
    enabled: count(row.PatientsEnabled),
    accessed: count(row.PatientsUsed),
    use: null,
  });
}

function addLong(practice: OraclePractice, row: Record<string, string>): void {
  describe(
    practice,
    [row.practice_name, row.system_supplier],
    [
      [row.region_code, row.region_name],
      [row.subregion_code, row.subregion_name],
      [row.ccg_code ?? row.sub_ICB_location_code, row.ccg_name ?? row.sub_ICB_location_name],
    ],
  );
  practice.areas.region = row.region_code!;
  practice.areas.subregion = row.subregion_code ?? null;
  practice.areas.ccg = row.ccg_code ?? row.sub_ICB_location_code!;
  practice.any ??= { enabled: null, use: null, new: null };
  const value = count(row.value);
  const field = row.field!.trim();
  if (field === 'patient_list_size') practice.registered = value;
  if (field === 'Total_Pat_Enbld') practice.any.enabled = value;
  if (field === 'Total_Use') practice.any.use = value;
  if (field === 'New_Pat_Enbld') practice.any.new = value;
  for (const [service, name] of Object.entries(longNames)) {
    const told: Told = practice.services.get(service) ?? {
      counts: 'transactions',
      status: null,
      enabled: null,
      accessed: null,
      use: null,
    };
    practice.services.set(service, told);
    if (field === `Sys_${name}_Enbld`) told.status = value;
    if (field === `Pat_${name}_Enbld`) told.enabled = value;
    if (field === `Pat_${name}_Use`) told.use = value;
  }
}

/** What one practice contributes to a measure's figure: whether it reported, and its counts. */
export interface Share {
  numerator: number;
  denominator: number;
  reported: boolean;
}

/** What a practice contributes to a measure's figure; null if its extract does not contain the measure. */
export function shareOf(
  { services, any, registered }: OraclePractice,
  measure: string,
): Share | null {
  const [service, ...rest] = measure.split('_') as [string, ...string[]];
  const stage = rest.join('_');
  if (service === 'any') {
    if (!any) return null;
    return ofReported(any[stage as keyof typeof any], registered, true);
  }
  const told = services.get(service);
  if (!told) return null;
  const known = told.status === 0 || told.status === 1 || told.status === 2;
  const on = told.status === 2;
  if (stage === 'offered') {
    return { numerator: on ? (registered ?? 0) : 0, denominator: registered ?? 0, reported: known };
  }
  if (stage === 'offered_practices')
    return { numerator: on ? 1 : 0, denominator: 1, reported: known };
  if (stage === 'accessed' && told.counts !== 'people') return null;
  if (stage === 'use' && told.counts !== 'transactions') return null;
  return ofReported(told[stage as 'enabled' | 'accessed' | 'use'], registered, known);
}

function ofReported(value: number | null, registered: number | null, known: boolean): Share {
  if (!known || value === null || registered === null) {
    return { numerator: 0, denominator: 0, reported: false };
  }
  return { numerator: value, denominator: registered, reported: true };
}

/** Every measure of the extracts, in the order of tables. */
export const measureIds = [
  ...['records', 'appointments', 'prescriptions'].flatMap((service) =>
    ['offered', 'offered_practices', 'enabled', 'accessed', 'use'].map(
      (stage) => `${service}_${stage}`,
    ),
  ),
  'any_enabled',
  'any_new',
  'any_use',
];

/** Every figure of every area and month, summed in plain JavaScript, by `level area_code period measure`. */
export function oracleFigures(practices: readonly OraclePractice[]): Map<string, OracleFigure> {
  const figures = new Map<string, OracleFigure>();
  const ofPlaces = new Map<string, OracleFigure[]>();
  for (const practice of practices) {
    const { period } = practice;
    const shares = measureIds.map((measure) => shareOf(practice, measure));
    for (const [level, area_code] of Object.entries(practice.areas)) {
      if (area_code === null) continue;
      const place = `${level} ${area_code} ${period}`;
      if (!ofPlaces.has(place)) {
        const own = measureIds.map((measure) => ({
          ...{ level, area_code, period, measure, numerator: 0, denominator: 0 },
          ...{ practices: 0, practices_reported: 0 },
        }));
        ofPlaces.set(place, own);
        for (const figure of own) figures.set(`${place} ${figure.measure}`, figure);
      }
      ofPlaces.get(place)!.forEach((figure, i) => {
        const share = shares[i];
        if (!share) return;
        figure.practices++;
        figure.numerator! += share.numerator;
        figure.denominator! += share.denominator;
        if (share.reported) figure.practices_reported++;
      });
    }
  }
  for (const figure of figures.values()) {
    if (figure.practices_reported === 0) figure.numerator = figure.denominator = null;
  }
  return figures;
}
