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
  /** Shows all forms one below the other, without a switch; or only the table, if `form` is that. */
  whole?: boolean;
  /** Level of the heading; 3 by default. */
  level?: 2 | 3;
}

const forms = { chart: 'Chart', table: 'Table', words: 'Words' } as const;
export type Form = keyof typeof forms;

/** What a figure is drawn from once the code of charts has loaded. */
export interface FigureGiven extends Given {
  kind: ChartId;
  data: ChartData;
  address: Address;
  /** For a whole figure; without options only its download menu is drawn. */
  options?: FigureOptions;
}

/**
 * A chart, its table and its sentence to switch between, with all downloads. Without script all three are shown, the
 * chart as an image. `id` is unique on the page.
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

/** A switch between the three forms of a chart. */
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

/** A chart's download menu, whose content loads when it is opened. */
export function takeAway(
  { id: kind, title }: Pick<ChartForms, 'id' | 'title'>,
  data: ChartData,
  address: Address,
  id: string,
): TemplateResult {
  const given: FigureGiven = { id: `${id}-taking`, kind, data, address };
  return takeMenu(title(data), placed(given));
}

/** A closed download menu for a chart with this title. */
export const takeMenu = (
  title: string,
  inside: TemplateResult,
): TemplateResult => html`<details class="figure__take">
  <summary class="figure__take-summary">Save, share or cite<span class="unseen">: ${title}</span></summary>
  ${inside}
</details>`;
