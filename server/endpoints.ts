import type { Endpoint } from './endpoint.ts';
import { annotationList } from './endpoints/annotations.ts';
import { boundaries } from './endpoints/boundaries.ts';
import { breakdowns } from './endpoints/breakdowns.ts';
import { currentBundle, releaseBundle } from './endpoints/bundle.ts';
import { areas, measureList, periodList, releases, sources } from './endpoints/catalogue.ts';
import { changes } from './endpoints/changes.ts';
import { comparisons, sentences } from './endpoints/comparisons.ts';
import { continuity } from './endpoints/continuity.ts';
import { coverage } from './endpoints/coverage.ts';
import { figures } from './endpoints/figures.ts';
import { findingCounts, findings } from './endpoints/findings.ts';
import { funnel } from './endpoints/funnel.ts';
import { groups } from './endpoints/groups.ts';
import { lifecycle } from './endpoints/lifecycle.ts';
import { peers } from './endpoints/peers.ts';
import { practiceChanges } from './endpoints/practiceChanges.ts';
import { practice } from './endpoints/practices.ts';
import { promote } from './endpoints/promote.ts';
import { contributions, provenance } from './endpoints/provenance.ts';
import { publishedFigures } from './endpoints/publishedFigures.ts';
import { reach } from './endpoints/reach.ts';
import { currentReleaseFile, namedReleaseFile } from './endpoints/releaseFile.ts';
import { search } from './endpoints/search.ts';
import { decileTable, histogram, percentiles } from './endpoints/spread.ts';
import { targetList } from './endpoints/targets.ts';
import { trends } from './endpoints/trends.ts';
import { xmr } from './endpoints/xmr.ts';

/** Where the API lives, under the prefix of the site. */
export const apiRoot = '/api/v1';

/** Every question the API answers: the routes, their description and the tests follow from this list. */
export const endpoints: readonly Endpoint[] = [
  releases,
  measureList,
  periodList,
  areas,
  search,
  groups,
  practice,
  lifecycle,
  boundaries,
  figures,
  decileTable,
  percentiles,
  histogram,
  funnel,
  breakdowns,
  peers,
  reach,
  promote,
  comparisons,
  sentences,
  xmr,
  trends,
  changes,
  practiceChanges,
  targetList,
  annotationList,
  publishedFigures,
  coverage,
  continuity,
  provenance,
  contributions,
  findings,
  findingCounts,
  sources,
  currentBundle,
  releaseBundle,
  currentReleaseFile,
  namedReleaseFile,
];
