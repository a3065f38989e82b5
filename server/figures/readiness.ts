import { levelIds } from '../../data/definitions/levels.ts';
import { measures } from '../../data/definitions/measures.ts';
import type { Release } from '../store/releases.ts';
import { ancestorsIn } from './ancestors.ts';
import { keepLevel } from './levelFigures.ts';
import { peerGroups } from './peerGroups.ts';
import { practiceFigures } from './practiceFigures.ts';
import { keepPracticeMonths } from './practiceMonths.ts';
import { differenceToFormer } from './revisions.ts';
import { placeSearch } from './search/placeSearch.ts';

/**
 * Prepares what the first readers of a release would otherwise wait for: its search, the practices of its latest month
 * and their peers, its revisions, the figures of every place, and the months of every practice.
 */
export async function makeReady(release: Release): Promise<void> {
  const { about, catalogue } = release;
  await placeSearch(release);
  await differenceToFormer(release);
  await peerGroups(release, about.last_period);
  await ancestorsIn(release, 'practice', about.last_period);
  const collected = catalogue.collected.get(about.last_period);
  for (const measure of measures) {
    if (collected?.has(measure.id)) await practiceFigures(release, measure, about.last_period);
  }
  for (const level of levelIds) await keepLevel(release, level);
  await keepPracticeMonths(release);
}
