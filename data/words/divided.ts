import { levelOf } from '../definitions/levels.ts';
import { atPlace, counted, listed } from './english.ts';

/** An area, with how many practices of a place are in it. */
export interface PracticesIn {
  code: string;
  name: string;
  practices: number;
}

/**
 * That the practices of a network are in several STPs, in how many of them each, and in which it is listed: the code
 * `listedIn`.
 */
export function dividedSentence(stps: readonly PracticesIn[], listedIn: string | null): string {
  const most = stps.toSorted((a, b) => b.practices - a.practices || a.name.localeCompare(b.name));
  const each = most.map(({ name, practices }) => `${practices} ${atPlace('stp', name)}`);
  const home = stps.find(({ code }) => code === listedIn);
  const kept = home ? ` In lists it is ${atPlace('stp', home.name)}.` : '';
  return `Its practices are in ${counted(stps.length, levelOf('stp').one, levelOf('stp').many)}: ${listed(each)}. Figures of the PCN count all of them, those of each STP only its own.${kept}`;
}
