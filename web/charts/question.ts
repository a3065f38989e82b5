import { filtersOfSeveral } from '../../data/definitions/filterIds.ts';
import {
  findMeasure,
  type Measure,
  type ServiceChoice,
  services,
} from '../../data/definitions/measures.ts';
import { PageProblem } from '../problem.ts';
import { type ChartParameter, type ChartQuery, chartParameters } from './kind.ts';

/** Parameters that take several values, separated by commas or with the name repeated. */
const lists: readonly ChartParameter[] = [
  'area',
  'group',
  'restarts',
  'columns',
  ...filtersOfSeveral,
];

/**
 * Parses the address parameters that a chart takes; empty values count as absent. Throws a problem of status 400 that
 * names a parameter the chart does not take, or a repeated one that takes a single value.
 */
export function parseChartQuery(
  search: URLSearchParams,
  parameters: readonly ChartParameter[],
): ChartQuery {
  const query: ChartQuery = {};
  for (const [name, value] of search) {
    const known = chartParameters.find((one) => one === name);
    if (!known || !parameters.includes(known)) {
      throw new PageProblem(400, `this chart takes no such parameter: ${name}`);
    }
    const values = search.getAll(name);
    if (values.length > 1 && !lists.includes(known)) {
      throw new PageProblem(400, `${name} takes one value, and is given more than once`);
    }
    const all = values.length > 1 ? values.join() : value;
    if (all.trim()) query[known] = all.trim();
  }
  return query;
}

/** A chart's question as a query string in a fixed order, so that each chart has one address. */
export function chartQueryString(query: ChartQuery): string {
  const search = new URLSearchParams();
  for (const name of chartParameters) if (query[name]) search.set(name, query[name]);
  const text = search.toString().replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}

/** The measure of a question, by default patients set up to see their record; throws a problem if it is unknown. */
export function measureIn({ measure = 'records_enabled' }: ChartQuery): Measure {
  const found = findMeasure(measure);
  if (!found) throw new PageProblem(400, `unknown measure: ${measure}`);
  return found;
}

/** The service of a question, by default the first; throws a problem if it is unknown. */
export function serviceIn({ service = services[0] }: ChartQuery): ServiceChoice {
  const found = (['any', ...services] as const).find((one) => one === service);
  if (!found) throw new PageProblem(400, `unknown service: ${service}`);
  return found;
}
