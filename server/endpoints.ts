import type { Endpoint } from './endpoint.ts';
import { breakdowns } from './endpoints/breakdowns.ts';
import { areas, measureList, periodList, releases, sources } from './endpoints/catalogue.ts';
import { figures } from './endpoints/figures.ts';
import { findings } from './endpoints/findings.ts';
import { funnel } from './endpoints/funnel.ts';
import { practice } from './endpoints/practices.ts';
import { contributions, provenance } from './endpoints/provenance.ts';
import { search } from './endpoints/search.ts';
import { decileTable, percentiles } from './endpoints/spread.ts';

/** Where the API lives, under the prefix of the site. */
export const apiRoot = '/api/v1';

/** Every question the API answers: the routes, their description and the tests follow from this list. */
export const endpoints: readonly Endpoint[] = [
  releases,
  measureList,
  periodList,
  areas,
  search,
  practice,
  figures,
  decileTable,
  percentiles,
  funnel,
  breakdowns,
  provenance,
  contributions,
  findings,
  sources,
];
