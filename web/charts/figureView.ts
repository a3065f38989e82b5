import { html, type TemplateResult } from 'lit';
import { sourceLine } from '../../data/words/source.ts';
import { copyable } from '../controls/copyable.ts';
import type { Address } from '../page.ts';
import type { Given } from '../placed.ts';
import { chart } from './chart.ts';
import { type FigureGiven, formSwitch, takeMenu } from './figure.ts';
import { grid } from './grid.ts';
import { type Heading, headingOf, headingText, keyOf } from './heading.ts';
import { imageHref } from './imageHref.ts';
import { keptPlaces } from './kept.ts';
import type { ChartData, ChartKind, ChartTable } from './kind.ts';
import { findKind } from './kinds.ts';
import { queryView } from './queries.ts';
import { arrangingOf, shownHref } from './shownFiles.ts';
import { stillImage } from './still.ts';
import { chartTable } from './table.ts';
import {
  chartFileStem,
  chartPageHref,
  citation,
  csvHref,
  embedCode,
  embedScript,
  keptQuery,
} from './taking.ts';

export const isFigure = (given: Given): given is FigureGiven => 'kind' in given;

/** A figure, or only its download menu. */
export function figureView(given: FigureGiven): TemplateResult {
  const { data, address, options } = given;
  const kind = findKind(given.kind)!;
  const id = given.id.replace(/-(figure|taking)$/, '');
  if (!options) return taking(kind, data, address, id);
  const { form = 'chart', level = 3, whole } = options;
  const lacks = kind.lacks(data);
  const heading = headingOf(kind, data);
  const { title, subtitle } = heading;
  return html`<figure class=${`figure${whole ? ` figure--whole figure--${form}` : ''}`} id=${id} aria-labelledby=${`${id}-title`}>
    <figcaption class="figure__head">
      ${
        level === 2
          ? html`<h2 class="figure__title" id=${`${id}-title`}>${title}</h2>`
          : html`<h3 class="figure__title" id=${`${id}-title`}>${title}</h3>`
      }
      <p class="figure__subtitle">${subtitle}</p>
    </figcaption>
    <div class="figure__form figure__form--chart">
      ${lacks?.all ? nothingToDraw(lacks.text) : picture(kind, data, address, id, heading)}
      ${listOf(keyOf(kind, data), 'figure__key')}
    </div>
    <div class="figure__form figure__form--words">
      <p class="figure__sentence" id=${`${id}-words`}>${kind.sentence(data)}</p>
    </div>
    ${whole && keepsPlaces(kind) && !lacks?.all ? keptPlaces(tableOf(kind, data), address, options) : ''}
    <div class="figure__form figure__form--table">
      ${
        lacks?.all
          ? nothingToDraw(lacks.text)
          : whole
            ? grid(tableOf(kind, data), address, {
                ...options,
                fileAs: (extension) => ({
                  href: shownHref(
                    address,
                    kind,
                    { ...keptQuery(data), ...arrangingOf(address.query) },
                    extension,
                  ),
                  name: `${chartFileStem(kind, data)}.${extension}`,
                }),
                keeps: keepsPlaces(kind),
              })
            : chartTable(kind.table(data), address, options)
      }
    </div>
    <p class="figure__source">${sourceLine(data.meta)}</p>
    <div class="figure__below">
      ${whole ? '' : formSwitch(title, id, form)}
      ${lacks?.all ? '' : notes(kind.notes?.(data) ?? [], title)}
      ${takeMenu(title, taking(kind, data, address, id))}
      ${whole ? queryView(kind, data, address) : ''}
    </div>
  </figure>`;
}

const tables = new WeakMap<ChartData, ChartTable>();

/** The table of a chart, the same one while only its order or filter changes, so that its rows are made once. */
function tableOf(kind: ChartKind, data: ChartData): ChartTable {
  const table = tables.get(data) ?? kind.table(data);
  tables.set(data, table);
  return table;
}

/** Whether places can be kept in a chart: it compares places, and marks those looked at. */
const keepsPlaces = ({ parameters }: ChartKind): boolean =>
  parameters.includes('area') && parameters.includes('parent');

const nothingToDraw = (text: string) => html`<div class="state figure__empty">
  <p class="state__title">No figures to show</p>
  <p class="state__text">${text}</p>
</div>`;

function picture(
  kind: ChartKind,
  data: ChartData,
  address: Address,
  id: string,
  heading: Heading,
): TemplateResult {
  if (kind.picture)
    return html`<div class="figure__picture">${kind.picture(data, `${id}-words`)}</div>`;
  return chart(kind.id, data, {
    ...kind.height(data),
    label: headingText(heading),
    inside: stillImage(kind, data, address, 'chart__still'),
  });
}

const listOf = (texts: readonly string[], name: string) =>
  texts.length
    ? html`<ul class=${`figure__notes ${name}`}>
        ${texts.map((text) => html`<li>${text}</li>`)}
      </ul>`
    : '';

/** Notes behind a disclosure, which is open on paper. */
const notes = (texts: readonly string[], title: string) =>
  texts.length
    ? html`<details class="figure__about">
        <summary class="figure__take-summary">Notes<span class="unseen">: ${title}</span></summary>
        ${listOf(texts, 'figure__aside')}
      </details>`
    : '';

/** All downloads of a chart, each by an address or text that names its release. */
function taking(kind: ChartKind, data: ChartData, address: Address, id: string): TemplateResult {
  const query = keptQuery(data);
  const image = (format: 'png' | 'svg', width?: number) =>
    imageHref(address, kind, query, { format, width });
  const name = chartFileStem(kind, data);
  return html`<div class="figure__take-body">
    <ul class="figure__files">
      <li><a href=${image('png')} download=${`${name}.png`} data-leave>Image for the web (PNG)</a></li>
      <li>
        <a href=${image('png', 2400)} download=${`${name}-print.png`} data-leave>Image for print (PNG)</a>
      </li>
      <li><a href=${image('svg')} download=${`${name}.svg`} data-leave>Image to enlarge (SVG)</a></li>
      <li><a href=${csvHref(address, kind, data)} download data-leave>Figures (CSV)</a></li>
      <li><a href=${chartPageHref(address, kind, data)}>A page with this chart</a></li>
    </ul>
    ${copyable('Words', `${kind.sentence(data)} (${sourceLine(data.meta).replace(/\.$/, '')})`)}
    ${copyable('Link', `${address.origin}${address.href({ release: data.meta.release })}#${id}`)}
    ${copyable('Embed', embedCode(address, kind, data))}
    ${copyable('Fit embeds to their height (once a page)', embedScript(address))} ${copyable('Citation', citation(address, kind, data))}
  </div>`;
}
