import type { Endpoint } from './endpoint.ts';
import { acceptances } from './endpoints/acceptances.ts';
import { annotationList } from './endpoints/annotations.ts';
import { areas } from './endpoints/areas.ts';
import { boundaries } from './endpoints/boundaries.ts';
import { breakdowns } from './endpoints/breakdowns.ts';
import { currentBundle, releaseBundle } from './endpoints/bundle.ts';
import { calendar } from './endpoints/calendar.ts';
import { periodList, releases, sources } from './endpoints/catalogue.ts';
import { changes } from './endpoints/changes.ts';
import { changesLog } from './endpoints/changesLog.ts';
import { cmlMetadata, cmlMetrics, cmlSources } from './endpoints/commonMetrics.ts';
import { comparisons, sentences } from './endpoints/comparisons.ts';
import { continuity } from './endpoints/continuity.ts';
import { notices, statements } from './endpoints/corrections.ts';
import { coverage } from './endpoints/coverage.ts';
import { differences } from './endpoints/differences.ts';
import { figures } from './endpoints/figures.ts';
import { findingCounts, findings } from './endpoints/findings.ts';
import { funnel } from './endpoints/funnel.ts';
import { groups } from './endpoints/groups.ts';
import { histogram } from './endpoints/histogram.ts';
import { inequalityTable } from './endpoints/inequality.ts';
import { lifecycle } from './endpoints/lifecycle.ts';
import { measureList } from './endpoints/measures.ts';
import { news } from './endpoints/news.ts';
import { pairs } from './endpoints/pairs.ts';
import { peers } from './endpoints/peers.ts';
import { placeChanges } from './endpoints/placeChanges.ts';
import { practiceChanges } from './endpoints/practiceChanges.ts';
import { practice } from './endpoints/practices.ts';
import { projections } from './endpoints/projections.ts';
import { promote } from './endpoints/promote.ts';
import { contributions, provenance } from './endpoints/provenance.ts';
import { publishedFigures } from './endpoints/publishedFigures.ts';
import { reach } from './endpoints/reach.ts';
import { currentReleaseFile, namedReleaseFile } from './endpoints/releaseFile.ts';
import { revisions, revisionTotalList } from './endpoints/revisions.ts';
import { search } from './endpoints/search.ts';
import { decileTable, percentiles } from './endpoints/spread.ts';
import {
  supplierChangeList,
  supplierDifferences,
  supplierStudy,
} from './endpoints/supplierEvents.ts';
import { targetList } from './endpoints/targets.ts';
import { trends } from './endpoints/trends.ts';
import { variance } from './endpoints/variance.ts';
import { vintages } from './endpoints/vintages.ts';
import { whereabouts } from './endpoints/whereabouts.ts';
import { xmr } from './endpoints/xmr.ts';

/** The path of the API, under the prefix of the site. */
export const apiRoot = '/api/v1';

/** Endpoints for one kind of question, with the heading that descriptions put above them. */
export interface Topic {
  name: string;
  description: string;
  endpoints: readonly Endpoint[];
}

/** Every endpoint of the API. Routes, descriptions and tests follow from this list. */
export const topics: readonly Topic[] = [
  {
    name: 'Catalogue',
    description: 'What there is: releases, measures, months, places and the files behind them.',
    endpoints: [releases, calendar, measureList, periodList, areas, sources],
  },
  {
    name: 'Places',
    description: 'Finding a place, one practice as published, and groups of your own.',
    endpoints: [search, practice, lifecycle, whereabouts, groups, boundaries],
  },
  {
    name: 'Figures',
    description: 'Figures with their counts and coverage, as numbers and as sentences.',
    endpoints: [figures, sentences, coverage, breakdowns],
  },
  {
    name: 'Comparison',
    description: 'How different a place is, and from whom.',
    endpoints: [
      comparisons,
      differences,
      decileTable,
      percentiles,
      histogram,
      funnel,
      pairs,
      peers,
      inequalityTable,
      variance,
    ],
  },
  {
    name: 'Time',
    description: 'What changed, whether it is more than usual, and what happened then.',
    endpoints: [
      news,
      xmr,
      trends,
      changes,
      placeChanges,
      practiceChanges,
      supplierStudy,
      supplierChangeList,
      supplierDifferences,
      annotationList,
      publishedFigures,
    ],
  },
  {
    name: 'Goals',
    description: 'What it would take, where to begin, and what was promised.',
    endpoints: [reach, promote, targetList, projections],
  },
  {
    name: 'Trust',
    description: 'How a figure was made, what is unusual in the files, and what was revised.',
    endpoints: [
      provenance,
      contributions,
      findings,
      findingCounts,
      continuity,
      revisions,
      revisionTotalList,
      vintages,
      notices,
      statements,
      changesLog,
      acceptances,
    ],
  },
  {
    name: 'Exchange',
    description: 'The same figures in the layout that NHS England exchanges metrics in.',
    endpoints: [cmlMetrics, cmlMetadata, cmlSources],
  },
  {
    name: 'Downloads',
    description: 'A whole release in one file.',
    endpoints: [currentBundle, releaseBundle, currentReleaseFile, namedReleaseFile],
  },
];

export const endpoints: readonly Endpoint[] = topics.flatMap((topic) => topic.endpoints);
