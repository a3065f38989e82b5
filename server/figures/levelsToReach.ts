import { ENGLAND } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import { quantileOfSorted } from '../../data/statistics/deciles.ts';
import { atPlace } from '../../data/words/english.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import type { Release } from '../store/releases.ts';
import { allFigures } from './figureRows.ts';
import { medianOf, peerGroups } from './peerGroups.ts';
import { ascendingValues, type PracticeFigures } from './practiceFigures.ts';

/** A level that a place could be brought to, in the unit of the measure. */
export interface LevelToReach {
  to: 'ccg' | 'england' | 'peers_median' | 'top_tenth';
  /** Code of the area with that level; null for peers. */
  code: string | null;
  name: string;
  value: number | null;
  /** The level as a sentence names it: "the level in England". */
  text: string;
}

/** England's level of a measure in a month. */
export function englandLevel(
  { catalogue }: Release,
  measure: Measure,
  period: string,
): LevelToReach {
  const value = catalogue.england(period, measure.id);
  return { to: 'england', code: ENGLAND, name: 'England', value, text: 'the level in England' };
}

/** The level that the best tenth of practices in England reach or exceed: the 90th percentile of their values. */
export function topTenth(figures: PracticeFigures): LevelToReach {
  const value = quantileOfSorted(ascendingValues(figures), 0.9);
  const name = 'top tenth of practices in England';
  return { to: 'top_tenth', code: ENGLAND, name, value, text: `the level of the ${name}` };
}

/** The level of a practice's CCG that month, if the extracts name one. */
async function ccgLevel(
  release: Release,
  measure: Measure,
  period: string,
  code: string,
): Promise<LevelToReach[]> {
  const groups = await peerGroups(release, period);
  const ccg = groups.practices.get(code)?.ccg_code;
  if (!ccg) return [];
  const question = { level: 'ccg', measures: [measure], periods: [period], areas: [ccg] } as const;
  const [row] = await allFigures(release, question);
  if (!row) return [];
  const text = `the level ${atPlace('ccg', row.area_name)}`;
  return [{ to: 'ccg', code: ccg, name: row.area_name, value: row.value, text }];
}

/** The median of the practices most like this one, if it has any. */
async function peersLevel(
  release: Release,
  period: string,
  code: string,
  figures: PracticeFigures,
): Promise<LevelToReach[]> {
  const found = (await peerGroups(release, period)).of(code);
  if (!found.peers.length) return [];
  const name = `median of the ${found.peers.length} practices most like it`;
  const value = medianOf(found, (peer) => figures.get(peer)?.value ?? null);
  return [{ to: 'peers_median', code: null, name, value, text: `the ${name}` }];
}

/** The levels a place could be brought to, nearest first. England itself has only the top tenth. */
export async function levelsToReach(
  release: Release,
  measure: Measure,
  period: string,
  { level, area_code: code }: AreaRow,
  figures: PracticeFigures,
): Promise<LevelToReach[]> {
  const practice = level === 'practice';
  return [
    ...(practice ? await ccgLevel(release, measure, period, code) : []),
    ...(level === 'england' ? [] : [englandLevel(release, measure, period)]),
    ...(practice ? await peersLevel(release, period, code, figures) : []),
    topTenth(figures),
  ];
}
