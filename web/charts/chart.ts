import { html, type TemplateResult } from 'lit';
import type { ChartData, DrawnId } from './kind.ts';

/**
 * A chart's place in the page: drawn by script if there is any, with the same height before and after. `wide` and
 * `narrow` are heights in pixels for panels side by side and one below the other; `inside` is shown without script.
 */
export const chart = (
  name: DrawnId,
  input: ChartData,
  { wide, narrow = wide, label, inside }: ChartPlace,
): TemplateResult => html`<uptake-chart
  class="chart"
  aria-label=${label}
  .drawing=${{ name, input }}
>
  <svg class="chart__room chart__room--wide" width="1" height=${wide} aria-hidden="true"></svg>
  <svg class="chart__room chart__room--narrow" width="1" height=${narrow} aria-hidden="true"></svg>
  ${inside}
</uptake-chart>`;

interface ChartPlace {
  wide: number;
  narrow?: number;
  /** Its name for assistive technology. */
  label: string;
  inside: TemplateResult;
}
