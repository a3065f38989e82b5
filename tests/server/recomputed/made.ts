/** A practice in a month, for extracts of any layout; null is an empty cell. */
interface Made {
  month: string;
  code: string;
  name: string;
  supplier: string;
  region: string;
  subregion: string;
  ccg: string;
  registered: number | null;
  /** By service: status, patients enabled, patients or transactions. */
  services: Record<Service, { status: number | null; enabled: number | null; use: number | null }>;
  any: { enabled: number | null; new: number | null; use: number | null };
}

const services = ['records', 'appointments', 'prescriptions'] as const;
type Service = (typeof services)[number];

const regions: Record<string, string> = { Y54: 'NORTH OF ENGLAND', Y56: 'LONDON' };
const subregions: Record<string, string> = {
  Q72: 'YORKSHIRE',
  Q74: 'CUMBRIA, AND TYNE',
  Q71: 'LONDON',
};
const places: [region: string, subregion: string, ccg: string][] = [
  ['Y54', 'Q72', '02N'],
  ['Y54', 'Q74', '00K'],
  ['Y54', 'Q74', '00L'],
  ['Y56', 'Q71', '07M'],
];

const months = (year: number, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const at = year * 12 + from - 1 + i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });

/** The months of each layout; years are missing between them, as in the published extracts. */
const monthsOf = {
  wide: months(2015, 4, 3),
  long2018: months(2018, 3, 13),
  long2020: months(2020, 4, 2),
  long2022: months(2022, 7, 2),
};
const allMonths = Object.values(monthsOf).flat();

/** Changes of supplier, in the month just before the last twelve, in the first of those and in another. */
const moves: Record<number, { from: string; to: string; since: string }> = {
  3: { from: 'EMIS', to: 'MICROTEST', since: '2018-03' },
  18: { from: 'EMIS', to: 'MICROTEST', since: '2018-04' },
  7: { from: 'VISION', to: 'TPP', since: '2018-12' },
};

/** When practices took another name. */
const renamed: Record<number, string> = { 6: '2019-01', 4: '2020-05' };

function supplierOf(i: number, month: string): string {
  const moved = moves[i];
  if (!moved) return ['EMIS', 'TPP', 'VISION'][i % 3]!;
  return month < moved.since ? moved.from : moved.to;
}

/** Practices with the difficulties of real ones, each in practices of its own. */
function made(month: string, i: number): Made[] {
  const at = allMonths.indexOf(month);
  if (i === 8 && month > '2018-08') return [];
  if (i === 9 && month < '2018-07') return [];
  const [region, subregion, ccg] = places[i === 5 && month >= '2018-10' ? 3 : i % 4]!;
  const registered = 1400 + ((i * 2741) % 14_300) + 7 * at * ((i % 5) - 1);
  const wave = ((at * 7 + i * 13) % 11) / 10;
  // Two practices have the same figures, and one has nobody set up.
  const share = i === 3 ? 0 : 0.02 + 0.0175 * (i === 22 ? 21 : i) + 0.004 * at + 0.003 * wave;
  const listed = i === 22 ? 1400 + ((21 * 2741) % 14_300) + 7 * at * ((21 % 5) - 1) : registered;
  const enabled = Math.round(share * listed);
  const status = { 14: 9, 15: 0, 16: 1 }[i] ?? 2;
  const service = (part: number) => ({
    status: (i === 11 && month < '2018-06') || (i === 10 && month > '2018-10') ? null : status,
    enabled: i === 10 && month > '2018-10' ? null : Math.max(0, Math.round(enabled * part)),
    use: i % 6 === 5 ? null : Math.round(listed * part * (0.02 + 0.01 * wave)),
  });
  return [
    {
      ...{ month, region, subregion, ccg },
      code: `A8${String(1001 + i)}`,
      name:
        i % 7 === 2
          ? 'THE SURGERY'
          : `${month >= (renamed[i] ?? '9999') ? 'NEW ' : ''}SURGERY ${i}`,
      supplier: supplierOf(i, month),
      registered: i === 17 && month === '2018-09' ? null : listed,
      services: { records: service(0.3), appointments: service(0.8), prescriptions: service(0.9) },
      any: {
        enabled: i === 12 ? listed + 40 : i === 19 ? null : enabled,
        new: i === 13 ? -3 : Math.round(listed * 0.004 * wave),
        use: i % 3 === 2 ? null : Math.round(listed * 0.3 * (0.5 + wave)),
      },
    },
  ];
}

const practices = (month: string): Made[] =>
  Array.from({ length: 24 }, (_, i) => made(month, i)).flat();

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const lastDay = (month: string): [day: string, name: string, year: string] => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const day = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return [String(day), monthNames[number - 1]!, String(year)];
};

const cell = (value: string | number | null, missing = ''): string =>
  value === null ? missing : /,/.test(String(value)) ? `"${value}"` : String(value);
const csv = (header: string, rows: string[][]): string =>
  `${[header, ...rows.map((row) => row.join(','))].join('\r\n')}\r\n`;

const statusWords: Record<number, string> = {
  2: 'System Functionality Enabled by Practice',
  1: 'System Functionality Not Enabled by Practice',
  0: 'System Functionality Not Available',
  9: 'System Functionality Status Unknown',
};

function wide(service: Service): string {
  const rows = monthsOf.wide.flatMap((month) => {
    const [day, , year] = lastDay(month);
    const date = (of: string) => `${of}/${month.slice(5)}/${year}`;
    return practices(month).map((one) => {
      const { status, enabled, use } = one.services[service];
      return [
        ...[date('01'), date(day), 'M1', one.region, regions[one.region]!, one.subregion],
        ...[cell(subregions[one.subregion]!), one.ccg, `NHS ${one.ccg}`, one.code, one.name],
        ...[one.supplier, cell(one.registered, 'NULL'), statusWords[status ?? 9]!],
        ...[cell(enabled, 'NULL'), cell(use, 'NULL')],
      ];
    });
  });
  return csv(
    'PeriodStart,PeriodEnd,Period,CommissioningRegionCode,CommissioningRegionName,RegionGeographyCode,RegionGeographyName,CCGCode,CCGName,GPPracticeCode,GPPracticeName,Supplier,NoPatients,SystemEnabled,PatientsEnabled,PatientsUsed',
    rows,
  );
}

const longNames = { appointments: 'Appts', prescriptions: 'Presc', records: 'DetCodeRec' } as const;

const fieldsOf = ({ registered, services: told, any }: Made): [string, number | null][] => [
  ['patient_list_size', registered],
  ['Total_Pat_Enbld', any.enabled],
  ['New_Pat_Enbld', any.new],
  ['Total_Use', any.use],
  ...services.flatMap((service): [string, number | null][] => [
    [`Sys_${longNames[service]}_Enbld`, told[service].status],
    [`Pat_${longNames[service]}_Enbld`, told[service].enabled],
    [`Pat_${longNames[service]}_Use`, told[service].use],
  ]),
];

function long(layout: 'long2018' | 'long2020' | 'long2022'): string {
  const place = layout === 'long2022' ? 'sub_ICB_location' : 'ccg';
  const middle = layout === 'long2018' ? 'subregion_code,subregion_name,' : '';
  const rows = monthsOf[layout].flatMap((month) => {
    const [day, name, year] = lastDay(month);
    const date =
      layout === 'long2022'
        ? `${day}-${name}-${year.slice(2)}`
        : `${day}${name.toUpperCase()}${year}`;
    return practices(month).flatMap((one) =>
      fieldsOf(one).map(([field, value]) => [
        ...[date, one.region, regions[one.region]!],
        ...(middle ? [one.subregion, cell(subregions[one.subregion]!)] : []),
        ...[one.ccg, `NHS ${one.ccg}`, one.code, one.name, one.supplier, field, cell(value)],
      ]),
    );
  });
  return csv(
    `report_period_end,region_code,region_name,${middle}${place}_code,${place}_name,practice_code,practice_name,system_supplier,field,value`,
    rows,
  );
}

/** Extracts in all four layouts, the same each time: 24 practices and 20 months in four stretches. */
export const madeExtracts = (): { name: string; text: string; service?: Service }[] => [
  { name: 'DETAILED_CODED_RECORDS.csv', text: wide('records'), service: 'records' },
  { name: 'BOOK_CANCEL_APPOINTMENTS.csv', text: wide('appointments'), service: 'appointments' },
  { name: 'ORDER_REPEAT_PRESCRIPTIONS.csv', text: wide('prescriptions'), service: 'prescriptions' },
  { name: 'of-2018.csv', text: long('long2018') },
  { name: 'of-2020.csv', text: long('long2020') },
  { name: 'of-2022.csv', text: long('long2022') },
];
