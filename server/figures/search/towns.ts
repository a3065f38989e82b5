import { LRUCache } from 'lru-cache';
import { counties } from '../../../data/definitions/counties.ts';
import { readings } from './readings.ts';

const compass = new Set(['north', 'east', 'south', 'west', 'mid', 'county']);
const withoutCompass = (words: readonly string[]) =>
  words.filter((word) => !compass.has(word)).join(' ');
const named = new Set(counties.map(({ words }) => withoutCompass(readings(words)[0]!)));

/** Which address lines are counties. Kept, because addresses end in the same few thousand lines. */
const known = new LRUCache<string, boolean>({ max: 5000 });

function isCounty(line: string): boolean {
  let is = known.get(line);
  if (is === undefined) known.set(line, (is = named.has(withoutCompass(readings(line)[0]!))));
  return is;
}

/** The town and the county at the end of an address with comma-separated lines; null if it names none. */
export function townAndCounty(address: string): { town: string | null; county: string | null } {
  const lines = address.split(',').map((line) => line.trim());
  const last = lines.findLastIndex((line) => line && !isCounty(line));
  const town = lines[last];
  return {
    town: town && !/\d/.test(town) ? town : null,
    county: lines.slice(last + 1).find(Boolean) ?? null,
  };
}
