import { html, type TemplateResult } from 'lit';
import type { ServiceChoice } from '../../data/definitions/measures.ts';
import type { Ask, Meta } from '../ask.ts';
import { chartFigure } from '../charts/figure.ts';
import type { MonthsData } from '../charts/kinds/monthLines.ts';
import { laterMonths } from '../charts/laterKinds.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';

/** The question of charts of months. */
interface Asked {
  service: ServiceChoice;
  area: string;
  /** Ids of the measures that at least one month of the release has. */
  collected: readonly string[];
  meta: Meta;
}

/** The stages of a place on one scale, which say little about a single practice. */
export const fetchStagesByMonth = (ask: Ask, { service, area, meta }: Asked): Promise<MonthsData> =>
  laterMonths.load(ask, { service, area, release: meta.release });

/** Those set up, and those who used it or the number of transactions, each on its own scale with surrounding places. */
export const fetchPartsByMonth = (
  ask: Ask,
  { service, area, collected, meta }: Asked,
): Promise<MonthsData[]> =>
  Promise.all(
    ['enabled', 'accessed', 'use']
      .map((part) => `${service}_${part}`)
      .filter((measure) => collected.includes(measure))
      .map((measure) => laterMonths.load(ask, { measure, area, release: meta.release })),
  );

/** One chart of months. */
export const monthChart = (data: MonthsData, address: Address): TemplateResult =>
  chartFigure(laterMonths, data, address, chartId(data), {
    linkTo: (level, code) => placeLink(address, level, code),
  });

/** Charts of months side by side; if their number is odd, the first has the whole width. */
export const monthCharts = (charts: readonly MonthsData[], address: Address): TemplateResult =>
  html`<div class="panels">
    ${charts.map((data) => html`<div class="panel">${monthChart(data, address)}</div>`)}
  </div>`;

const chartId = ({ stages, lines }: MonthsData): string =>
  stages ? 'months-stages' : `months-${lines[0]!.measure.replace('_', '-')}`;
