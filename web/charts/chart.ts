import { html, type TemplateResult } from 'lit';
import type { Drawing } from './uptake-chart.ts';

/**
 * A chart's place in the page: drawn by script when there is one, of the same height before and after. `wide`
 * and `narrow` are heights in pixels where panels stand side by side and where they stand one below the other.
 */
export const chart = (
  draw: Drawing,
  wide: number,
  narrow = wide,
): TemplateResult => html`<uptake-chart
  class="chart"
  .draw=${draw}
>
  <svg class="chart__room chart__room--wide" width="1" height=${wide} aria-hidden="true"></svg>
  <svg class="chart__room chart__room--narrow" width="1" height=${narrow} aria-hidden="true"></svg>
</uptake-chart>`;
