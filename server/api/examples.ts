import { ENGLAND } from '../../data/definitions/levels.ts';
import type { Release } from '../store/releases.ts';

/** The placeholders of examples, such as `{practice}`, with codes of a release. */
export type Codes = Record<
  'practice' | 'practices' | 'ccg' | 'region' | 'release' | 'first' | 'last' | 'today',
  string
>;

/** Codes of a release for examples: practices of its last month with registered patients, and their areas. */
export function codesOf({ id, catalogue: { areas, codesByLevel, periods } }: Release): Codes {
  const last = periods.at(-1)!.period;
  const there = codesByLevel.practice
    .map((code) => areas.get(code)!)
    .filter(({ last_period }) => last_period === last);
  const practices = there.filter(({ registered }) => registered).concat(there);
  const { area_code, ccg_code, region_code } = practices[0]!;
  return {
    practice: area_code,
    practices: [...new Set(practices.slice(0, 3).map((row) => row.area_code))].join(','),
    ccg: ccg_code ?? region_code ?? ENGLAND,
    region: region_code ?? ENGLAND,
    release: id,
    first: periods[0]!.period,
    last,
    today: new Date().toISOString().slice(0, 10),
  };
}

/** An example with its placeholders replaced by the codes of a release. */
export const fillIn = (example: string, codes: Readonly<Record<string, string>>): string =>
  example.replace(/\{(\w+)\}/g, (named, name: string) => codes[name] ?? named);
