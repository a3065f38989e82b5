import { html, type TemplateResult } from 'lit';
import type { PlaceLevel } from '../../data/definitions/levels.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import { copyable } from '../controls/copyable.ts';
import type { Address } from '../page.ts';
import { chart } from './chart.ts';
import type { DrawingName } from './drawings.ts';
import type { ChartCell, ChartData, ChartKind, ChartTable } from './kind.ts';
import {
  chartPageHref,
  citation,
  csvHref,
  embedCode,
  imageHref,
  keptQuery,
  sourceText,
} from './taking.ts';

/** Rows of a long table before all are asked for. */
const firstRows = 100;

export interface FigureOptions {
  /** The address of a place's own page, for names in the table. */
  linkTo?: (level: PlaceLevel, code: string) => string;
  /** Which of the three forms stands first. */
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
  const one = kind as unknown as ChartKind;
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
    <fieldset class="figure__switch">
      <legend class="unseen">Show as: ${title}</legend>
      ${(Object.keys(forms) as Form[]).map(
        (name) => html`<label class="figure__choice"
          ><input class="figure__radio" type="radio" name=${`${id}-form`} value=${name} ?checked=${name === form} /><span
            class="figure__choice-text">${forms[name]}</span></label
        >`,
      )}
    </fieldset>
    <div class="figure__form figure__form--chart">
      ${lacks?.all ? nothingToDraw(lacks.text) : picture(one, data, address, id)}
      ${notes(one, data, lacks)}
    </div>
    <div class="figure__form figure__form--table">
      ${lacks?.all ? nothingToDraw(lacks.text) : chartTable(kind.table(data), address, options)}
    </div>
    <div class="figure__form figure__form--words">
      <p class="figure__sentence" id=${`${id}-words`}>${kind.sentence(data)}</p>
    </div>
    <p class="figure__source">${sourceText(data)}</p>
    ${takeAway(one, data, address, id)}
  </figure>`;
}

const nothingToDraw = (text: string) => html`<div class="state figure__empty">
  <p class="state__title">No figures to show</p>
  <p class="state__text">${text}</p>
</div>`;

function picture(kind: ChartKind, data: ChartData, address: Address, id: string): TemplateResult {
  if (kind.picture)
    return html`<div class="figure__picture">${kind.picture(data, `${id}-words`)}</div>`;
  const still = imageHref(address, kind, keptQuery(data), { format: 'svg' });
  const label = `${kind.title(data)}. ${kind.subtitle(data)}`;
  return chart(kind.id as DrawingName, data as never, {
    ...kind.height(data),
    label,
    inside: html`<img class="chart__still" src=${still} alt=${kind.sentence(data)} loading="lazy" />`,
  });
}

function notes(kind: ChartKind, data: ChartData, lacks: { all: boolean; text: string } | null) {
  const said = [...(kind.notes?.(data) ?? []), ...(lacks && !lacks.all ? [lacks.text] : [])];
  return said.length
    ? html`<ul class="figure__notes">
        ${said.map((note) => html`<li>${note}</li>`)}
      </ul>`
    : '';
}

/** A chart's table, its first rows where it is long, with the names of places as links. */
export function chartTable(
  { caption, columns, rows }: ChartTable,
  address: Address,
  { linkTo }: Pick<FigureOptions, 'linkTo'> = {},
): TemplateResult {
  const all = address.query.rows === 'all' || rows.length <= firstRows;
  const shown = all ? rows : rows.slice(0, firstRows);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="The figures as a table">
      <table class="table table--figure">
        <caption class="table__caption"><span class="table__caption-text">${caption}</span></caption>
        <thead>
          <tr>
            ${columns.map(
              ({ title, numeric }) =>
                html`<th scope="col" class=${numeric ? 'table__number' : ''}>${title}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ([first, ...cells]) => html`<tr>
              <th scope="row">${cellText(first!, linkTo)}</th>
              ${cells.map(
                (cell, i) =>
                  html`<td class=${columns[i + 1]!.numeric ? 'table__number' : ''}>${cellText(cell, linkTo)}</td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      all
        ? ''
        : html`<p class="figure__more">
            The first ${formatCount(firstRows)} of ${formatCount(rows.length)} rows.
            <a href=${address.href({ rows: 'all' })}>Show all</a>
          </p>`
    }`;
}

function cellText({ text, of, place }: ChartCell, linkTo: FigureOptions['linkTo']) {
  const name =
    place && linkTo && place.level !== 'group'
      ? html`<a href=${linkTo(place.level, place.code)}>${text}</a>`
      : text;
  return html`${name}${of ? html`<span class="table__of">${of}</span>` : ''}`;
}

/** Everything of a chart that can be taken along, each by an address or text that names its release. */
function takeAway(kind: ChartKind, data: ChartData, address: Address, id: string): TemplateResult {
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
