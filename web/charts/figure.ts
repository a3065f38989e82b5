import { html, type TemplateResult } from 'lit';
import type { PlaceLevel } from '../../data/definitions/levels.ts';
import { copyable } from '../controls/copyable.ts';
import type { Address } from '../page.ts';
import { chart } from './chart.ts';
import type { ChartData, ChartForms, ChartKind } from './kind.ts';
import { stillImage } from './still.ts';
import { chartTable } from './table.ts';
import {
  chartPageHref,
  citation,
  csvHref,
  embedCode,
  imageHref,
  keptQuery,
  sourceText,
} from './taking.ts';

export interface FigureOptions {
  /** The address of a place's own page, for names in the table. */
  linkTo?: (level: PlaceLevel, code: string) => string;
  /** Which of the three forms comes first. */
  form?: Form;
  /** Level of the heading; 3 without it. */
  level?: 2 | 3;
}

const forms = { chart: 'Chart', table: 'Table', words: 'Words' } as const;
type Form = keyof typeof forms;

/**
 * A chart, its table and its sentence, one keypress apart, with all there is to take away. Without script all
 * three are there, the chart as an image. `id` is unique on the page.
 */
export function chartFigure<Data extends ChartData>(
  kind: ChartKind<Data>,
  data: Data,
  address: Address,
  id: string,
  options: FigureOptions = {},
): TemplateResult {
  const { form = 'chart', level = 3 } = options;
  const lacks = kind.lacks(data);
  const title = kind.title(data);
  return html`<figure class="figure" id=${id} aria-labelledby=${`${id}-title`}>
    <figcaption class="figure__head">
      ${
        level === 2
          ? html`<h2 class="figure__title" id=${`${id}-title`}>${title}</h2>`
          : html`<h3 class="figure__title" id=${`${id}-title`}>${title}</h3>`
      }
      <p class="figure__subtitle">${kind.subtitle(data)}</p>
    </figcaption>
    ${formSwitch(title, id, form)}
    <div class="figure__form figure__form--chart">
      ${lacks?.all ? nothingToDraw(lacks.text) : picture(kind, data, address, id)}
      ${notes(kind, data, lacks)}
    </div>
    <div class="figure__form figure__form--table">
      ${lacks?.all ? nothingToDraw(lacks.text) : chartTable(kind.table(data), address, options)}
    </div>
    <div class="figure__form figure__form--words">
      <p class="figure__sentence" id=${`${id}-words`}>${kind.sentence(data)}</p>
    </div>
    <p class="figure__source">${sourceText(data)}</p>
    ${takeAway(kind, data, address, id)}
  </figure>`;
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

const nothingToDraw = (text: string) => html`<div class="state figure__empty">
  <p class="state__title">No figures to show</p>
  <p class="state__text">${text}</p>
</div>`;

function picture(kind: ChartKind, data: ChartData, address: Address, id: string): TemplateResult {
  if (kind.picture)
    return html`<div class="figure__picture">${kind.picture(data, `${id}-words`)}</div>`;
  const label = `${kind.title(data)}. ${kind.subtitle(data)}`;
  return chart(kind.id, data, {
    ...kind.height(data),
    label,
    inside: stillImage(kind, data, address, 'chart__still'),
  });
}

function notes(kind: ChartKind, data: ChartData, lacks: { all: boolean; text: string } | null) {
  const said = lacks?.all ? [] : [...(kind.notes?.(data) ?? []), ...(lacks ? [lacks.text] : [])];
  return said.length
    ? html`<ul class="figure__notes">
        ${said.map((note) => html`<li>${note}</li>`)}
      </ul>`
    : '';
}

/** Everything of a chart that can be taken along, each by an address or text that names its release. */
export function takeAway(
  kind: ChartForms,
  data: ChartData,
  address: Address,
  id: string,
): TemplateResult {
  const query = keptQuery(data);
  const image = (format: 'png' | 'svg') => imageHref(address, kind, query, { format });
  const name = `${kind.id}-${data.meta.kind}-${data.meta.release}`;
  return html`<details class="figure__take">
    <summary class="figure__take-summary">Save, share or cite<span class="unseen">: ${kind.title(data)}</span></summary>
    <div class="figure__take-body">
      <ul class="figure__files">
        <li><a href=${image('png')} download=${`${name}.png`} data-leave>Image (PNG)</a></li>
        <li><a href=${image('svg')} download=${`${name}.svg`} data-leave>Image to enlarge (SVG)</a></li>
        <li><a href=${csvHref(address, kind, data)} download data-leave>Figures (CSV)</a></li>
        <li><a href=${chartPageHref(address, kind, data)}>A page with this chart</a></li>
      </ul>
      ${copyable('Words', `${kind.sentence(data)} (${sourceText(data).replace(/\.$/, '')})`)}
      ${copyable('Link', `${address.origin}${address.href({ release: data.meta.release })}#${id}`)}
      ${copyable('Embed', embedCode(address, kind, data))} ${copyable('Citation', citation(address, kind, data))}
    </div>
  </details>`;
}
