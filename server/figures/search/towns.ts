import { counties } from '../../../data/definitions/counties.ts';
import { readings } from './readings.ts';

const compass = new Set(['north', 'east', 'south', 'west', 'mid', 'county']);
const withoutCompass = (words: readonly string[]) =>
  words.filter((word) => !compass.has(word)).join(' ');
const named = new Set(counties.map(({ words }) => withoutCompass(readings(words)[0]!)));

const isCounty = (line: string): boolean => named.has(withoutCompass(readings(line)[0]!));

/** The town of an address of lines separated by commas: its last line that is no county; null where that is none. */
export function townOf(address: string): string | null {
  const town = address
    .split(/\s*,\s*/)
    .filter(Boolean)
    .findLast((line) => !isCounty(line));
  return town && !/\d/.test(town) ? town : null;
}
