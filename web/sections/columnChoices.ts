import { html } from 'lit';
import {
  type Measure,
  measureOf,
  measures,
  serviceWords,
} from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { columnsIn, usualColumns } from '../charts/choices.ts';
import type { ChartId } from '../charts/kind.ts';
import type { Address } from '../page.ts';

interface Column {
  id: string;
  text: string;
}

/** Columns that are the same of every figure. */
const always: readonly Column[] = [
  { id: 'interval', text: '95% interval' },
  { id: 'rank', text: 'Place' },
  { id: 'against', text: 'Difference from the benchmark' },
  { id: 'change', text: 'Change in a year' },
  { id: 'trend', text: 'Trend' },
];

/** The table whose columns are chosen. */
export interface ColumnsShown {
  chart: ChartId;
  measure: string;
  period: string;
  /** Whether its places are practices. */
  ofPractices: boolean;
  /** The months of the release with the measures that each holds. */
  periods: readonly { period: string; measures: readonly string[] }[];
}

/** Columns to put into the table and to take out again: of every figure, other figures of the month, and months before. */
export function columnChoices(
  { chart, measure, period, ofPractices, periods }: ColumnsShown,
  address: Address,
) {
  const now = columnsIn(chart, address.query);
  const held = periods.find((one) => one.period === period)?.measures ?? [];
  const others = measures
    .filter(({ id, allOrNone }) => held.includes(id) && !(ofPractices && allOrNone))
    .filter(({ id }) => id !== measure);
  const months = periods.filter((one) => one.period < period && one.measures.includes(measure));
  const link = ({ id, text }: Column) => {
    const isThere = now.includes(id);
    const columns = isThere ? now.filter((one) => one !== id) : [...now, id];
    const href = address.href({
      columns:
        columns.join() === usualColumns(chart, address.query)
          ? undefined
          : columns.join() || 'none',
      sort: undefined,
      column: undefined,
    });
    return html`<li class="figures__item"><a class="figures__link" href=${href} aria-current=${isThere ? 'true' : 'false'}>${text}</a></li>`;
  };
  const part = (name: string, columns: readonly Column[]) =>
    columns.length
      ? html`<p class="figures__service">${name}</p><ul class="figures__list">${columns.map(link)}</ul>`
      : '';
  const figure = ({ id, service, heading }: Measure): Column => ({
    id,
    text: `${serviceWords[service].name}: ${heading.toLowerCase()}`,
  });
  return html`<details class="more filters" ?open=${address.query.columns !== undefined}>
    <summary class="more__summary">Columns of the table</summary>
    ${part(measureOf(measure).heading, always)}
    ${part('Other figures', others.map(figure))}
    ${part('Earlier months', months.map(({ period }) => ({ id: period, text: formatMonth(period) })).reverse())}
  </details>`;
}
