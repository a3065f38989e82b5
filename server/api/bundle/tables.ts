import { levelIds, levelOf } from '../../../data/definitions/levels.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import type { Catalogue } from '../../store/catalogue.ts';
import type { Endpoint } from '../endpoint.ts';
import { acceptances } from '../endpoints/acceptances.ts';
import { areas } from '../endpoints/areas.ts';
import { periodList, sources } from '../endpoints/catalogue.ts';
import { figures } from '../endpoints/figures.ts';
import { findings } from '../endpoints/findings.ts';
import { measureList } from '../endpoints/measures.ts';

/** A table of a bundle: an endpoint and a question to it. */
export interface BundleTable {
  file: string;
  endpoint: Endpoint;
  query: string;
  /** A description of the file for the list in the README. */
  holds: string;
}

/** The tables of a whole release: figures by level, those of practices month by month, and explanatory tables. */
export function bundleTables({ periods, codesByLevel }: Catalogue): BundleTable[] {
  const months = periods.map(({ period }) => period);
  const range = `from=${months[0]}&to=${months.at(-1)}`;
  const held = levelIds.filter((level) => level !== 'practice' && codesByLevel[level].length > 0);
  return [
    ...held.map((level) => ({
      file: `figures-${level}.csv`,
      endpoint: figures,
      query: `level=${level}&${range}`,
      holds: `figures of ${levelOf(level).many}, all months`,
    })),
    ...months.map((month) => ({
      file: `figures-practice-${month}.csv`,
      endpoint: figures,
      query: `level=practice&period=${month}`,
      holds: `figures of practices, ${formatMonth(month)}`,
    })),
    plain('measures', measureList, 'every measure and how it is counted'),
    plain('areas', areas, 'every place and practice, with the areas it is in'),
    plain('periods', periodList, 'every month, with its practices and measures'),
    plain('findings', findings, 'what is unusual in the published files'),
    plain('acceptances', acceptances, 'what was doubted of this release and accepted, and why'),
    plain('sources', sources, 'the published files, with their SHA-256'),
  ];
}

const plain = (name: string, endpoint: Endpoint, holds: string): BundleTable => ({
  file: `${name}.csv`,
  endpoint,
  query: '',
  holds,
});
