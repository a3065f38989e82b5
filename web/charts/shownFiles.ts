import type { Query } from '../page.ts';
import type { ChartForms } from './kind.ts';
import { chartQueryString } from './question.ts';
import type { Site } from './taking.ts';

/** Files that the table of a chart can be taken as, just as it is shown. */
export const shownExtensions = ['csv', 'xlsx', 'parquet'] as const;

/** What in an address orders and narrows the rows of a chart's table. */
export const arrangedBy = ['sort', 'filter', 'column', 'least', 'most'] as const;

/** Address of a chart's table as a file, its rows as an address arranges them. */
export function shownHref(
  { prefix }: Pick<Site, 'prefix'>,
  { id }: Pick<ChartForms, 'id'>,
  query: Query,
  extension: (typeof shownExtensions)[number],
): string {
  const search = new URLSearchParams(chartQueryString(query));
  for (const name of arrangedBy) if (query[name]) search.set(name, query[name]);
  return `${prefix}/charts/${id}.${extension}?${search.toString().replaceAll('%2C', ',')}`;
}
