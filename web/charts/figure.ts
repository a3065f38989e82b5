import { html, type TemplateResult } from 'lit';
import type { PlaceLevel } from '../../data/definitions/levels.ts';
import type { Address } from '../page.ts';
import { type Given, placed } from '../placed.ts';
import type { ChartData, ChartForms, ChartId, ChartLoader } from './kind.ts';

export interface FigureOptions {
  /** The address of a place's own page, for names in the table. */
  linkTo?: (level: PlaceLevel, code: string) => string;
  /** Which of the three forms comes first. */
  form?: Form;
  /** All forms one below the other, without a switch; only the table where `form` says so. */
  whole?: boolean;
  /** Level of the heading; 3 without it. */
  level?: 2 | 3;
}

const forms = { chart: 'Chart', table: 'Table', words: 'Words' } as const;
export type Form = keyof typeof forms;

/** What a figure is drawn from, when the code of charts has come. */
export interface FigureGiven extends Given {
  kind: ChartId;
  data: ChartData;
  address: Address;
  /** Of a whole figure; without them it is what can be taken along of one alone. */
  options?: FigureOptions;
}

/**
 * A chart, its table and its sentence, one keypress apart, with all there is to take away. Without script all
 * three are there, the chart as an image. `id` is unique on the page.
 */
export function chartFigure<Data extends ChartData>(
  { id: kind }: ChartLoader<Data>,
  data: Data,
  address: Address,
  id: string,
  options: FigureOptions = {},
): TemplateResult {
  const given: FigureGiven = { id: `${id}-figure`, kind, data, address, options };
  return placed(given);
}

/** The three forms of a chart to choose from, above or below it. */
export const formSwitch = (title: string, id: string, form: Form): TemplateResult => html`<fieldset
  class="figure__switch"
>
  <legend class="unseen">Show as: ${title}</legend>
  ${(Object.keys(forms) as Form[]).map(
    (name) => html`<label class="figure__choice"
      ><input class="figure__radio" type="radio" name=${`${id}-form`} value=${name} ?checked=${name === form} /><span
        class="figure__choice-text">${forms[name]}</span></label
    >`,
  )}
</fieldset>`;

/** The menu of all that can be taken along of a chart, whose content comes when it is opened. */
export function takeAway(
  { id: kind, title }: Pick<ChartForms, 'id' | 'title'>,
  data: ChartData,
  address: Address,
  id: string,
): TemplateResult {
  const given: FigureGiven = { id: `${id}-taking`, kind, data, address };
  return takeMenu(title(data), placed(given));
}

/** A closed menu with what can be taken along of a chart of that title. */
export const takeMenu = (
  title: string,
  inside: TemplateResult,
): TemplateResult => html`<details class="figure__take">
  <summary class="figure__take-summary">Save, share or cite<span class="unseen">: ${title}</span></summary>
  ${inside}
</details>`;
