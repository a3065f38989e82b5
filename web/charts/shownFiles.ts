import type { Query } from '../page.ts';
import type { ChartForms } from './kind.ts';
import { chartQueryString } from './question.ts';
import type { Site } from './taking.ts';

/** File formats in which a chart's table can be downloaded as shown. */
export const shownExtensions = ['csv', 'xlsx', 'parquet'] as const;

/** The address parameters that sort and filter a chart's table. */
export const arrangedBy = ['sort', 'filter', 'column', 'least', 'most'] as const;

/** Those of an address, without what it asks of its chart. */
export const arrangingOf = (query: Query): Query =>
  Object.fromEntries(arrangedBy.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));

/** Address of a chart's table as a file, sorted and filtered by an address. */
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
