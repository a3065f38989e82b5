import {
  deprivationIndicators,
  type LookupRole,
  lookupLayouts,
  noPcn,
  type RegisterRole,
  registerColumns,
  registerWidth,
} from '../../data/definitions/references.ts';
import { monthAt } from './calendar.ts';
import { cells } from './extract.ts';
import { inventGroups } from './groups.ts';
import { type Options, wholeOptions } from './illustration.ts';
import { streetAndTown } from './names.ts';
import { inventLocations, type Location } from './networks.ts';
import { inventPractices, type Practice } from './practices.ts';
import { exponential, type Random, randomStream } from './random.ts';

/** A file of the illustration: its name and its pieces of text. */
export interface IllustrativeFile {
  name: string;
  texts: () => Iterable<string>;
}

/** The reference files of an illustrative England; throws if an option is out of bounds. */
export function illustrateReferences(options: Options): IllustrativeFile[] {
  const { seed, size, months } = wholeOptions(options);
  const groups = inventGroups(seed, size);
  const known = inventPractices(seed, groups).filter(({ opens }) => opens < months);
  const locations = inventLocations(seed, groups, known);
  return [
    { name: 'gp-reg-pat-prac-map.csv', texts: () => printLookup(locations) },
    { name: 'epraccur.csv', texts: () => printRegister(known, locations, months, seed) },
    { name: 'deprivation_by_practice.csv', texts: () => printDeprivation(known) },
  ];
}

const regionOns: Record<string, string> = {
  Y54: 'Z40000001',
  Y55: 'Z40000002',
  Y56: 'Z40000003',
  Y57: 'Z40000004',
};

/** The practice lookup of 1 April 2015. */
function* printLookup(locations: readonly Location[]): Generator<string> {
  const layout = lookupLayouts[0]!;
  yield `PUBLICATION,${Object.keys(layout).join(',')}\n`;
  for (const { practice, postcode, network, group, partnership } of locations) {
    const { region } = practice.group.team;
    const values: Record<LookupRole, string> = {
      lookup_date: '01Apr2015',
      practice_code: practice.code,
      practice_name: practice.name,
      postcode,
      pcn_code: network?.code ?? noPcn,
      pcn_name: network?.name ?? 'Unallocated',
      ccg_ons_code: group.ons,
      ccg_code: group.code,
      ccg_name: group.name,
      stp_ons_code: partnership.ons,
      stp_code: partnership.code,
      stp_name: partnership.name,
      region_ons_code: regionOns[region.code]!,
      region_code: region.code,
      region_name: region.name,
    };
    yield `${cells(['ILLUSTRATIVE', ...Object.values(layout).map((role) => values[role])])}\n`;
  }
}

/** An extract's date, 31/03/2015, in the register's format: 20150331. */
const registerDate = (date: string): string => date.split('/').reverse().join('');

/** The register of practices at the end of the last month. */
function* printRegister(
  practices: readonly Practice[],
  locations: readonly Location[],
  months: number,
  seed: number,
): Generator<string> {
  const random = randomStream(seed, 'register');
  const postcodes = new Map(locations.map(({ practice, postcode }) => [practice, postcode]));
  for (const practice of practices) {
    const closed = practice.closes < months;
    const row = Array.from({ length: registerWidth }, () => '');
    const [street, town] = streetAndTown(random);
    const put = (role: RegisterRole, text: string) => {
      row[registerColumns[role].place] = text;
    };
    put('practice_code', practice.code);
    put('practice_name', nameAt(practice, months));
    [row[2], row[3]] = [practice.group.team.region.code, practice.group.team.code];
    put('address_1', street);
    put('address_3', town);
    put('postcode', postcodes.get(practice) ?? '');
    put(
      'open_date',
      practice.opens < 0 ? oldDate(random) : registerDate(monthAt(practice.opens).start),
    );
    put('close_date', closed ? registerDate(monthAt(practice.closes - 1).end) : '');
    put('status', closed ? 'C' : 'A');
    put('setting', '4');
    yield `${row.map((value) => `"${value}"`).join(',')}\n`;
  }
}

const nameAt = ({ name, renamed }: Practice, months: number): string =>
  renamed && renamed.month < months ? renamed.name : name;

/** Most practices have existed since April 1974, when the register begins. */
const oldDate = (random: Random): string =>
  random() < 0.8 ? '19740401' : `${1975 + Math.floor(random() * 38)}0401`;

/** The columns of a Fingertips download. */
const fingertips =
  'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Compared to percentiles,Time period Sortable,New data,Compared to goal,Time period range';

/** Deprivation scores, on the scale of the real index, from the need of a practice's patients. */
function* printDeprivation(practices: readonly Practice[]): Generator<string> {
  const { id } = deprivationIndicators[1];
  const width = fingertips.split(',').length;
  yield `${fingertips}\n`;
  for (const { code, name, need } of practices) {
    const score = Math.min(85, Math.max(3, 18.5 * exponential(0.5 * need)));
    const told = [
      id,
      'Illustrative deprivation score',
      'E92000001',
      'England',
      code,
      name,
      'GP',
      'Persons',
      'All ages',
      '',
      '',
      '2015',
      score.toFixed(4),
    ];
    yield `${cells([...told, ...Array.from({ length: width - told.length }, () => '')])}\n`;
  }
}
