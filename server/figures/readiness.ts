import { ENGLAND, levelIds } from '../../data/definitions/levels.ts';
import { measures } from '../../data/definitions/measures.ts';
import { asParent } from '../store/catalogue.ts';
import type { Release } from '../store/releases.ts';
import { ancestorsIn } from './ancestors.ts';
import { keepLevel } from './levelFigures.ts';
import { peerGroups } from './peerGroups.ts';
import { practiceFigures } from './practiceFigures.ts';
import { keepPracticeMonths } from './practiceMonths.ts';
import { practiceSpread } from './practiceSpread.ts';
import { differenceToFormer } from './revisions.ts';
import { placeSearch } from './search/placeSearch.ts';

/**
 * Prepares what the first readers of a release would otherwise wait for: its search, the practices of its latest month
 * and their peers, how England's practices spread, its revisions, the figures of every place, and the months of every
 * practice.
 */
export async function makeReady(release: Release): Promise<void> {
  const { about, catalogue } = release;
  await placeSearch(release);
  await differenceToFormer(release);
  await peerGroups(release, about.last_period);
  await ancestorsIn(release, 'practice', about.last_period);
  const collected = catalogue.collected.get(about.last_period);
  const months = catalogue.periods.map(({ period }) => period);
  const england = asParent(catalogue.areas.get(ENGLAND)!);
  for (const measure of measures) {
    if (!collected?.has(measure.id)) continue;
    await practiceFigures(release, measure, about.last_period);
    if (!measure.allOrNone) await practiceSpread(release, measure, months, england);
  }
  for (const level of levelIds) await keepLevel(release, level);
  await keepPracticeMonths(release);
}
