import { html, type TemplateResult } from 'lit';
import { sourceLine } from '../../data/words/source.ts';
import type { Address } from '../page.ts';
import { siteName } from '../site.ts';
import { chart } from './chart.ts';
import { headingOf, headingText, keyOf } from './heading.ts';
import type { ChartData, ChartKind, DrawnKind } from './kind.ts';
import { type ChartStanding, revisedNotes, warningsOf } from './standing.ts';
import { stillImage } from './still.ts';
import { chartTable } from './table.ts';
import { chartPageHref } from './taking.ts';

/**
 * A chart alone, to be framed by another site, with its table, a line about its source and a link to its own page.
 * Without script, and for a kind that pages draw themselves, it is an image and a sentence.
 */
export function embedView(
  kind: ChartKind,
  data: ChartData,
  address: Address,
  standing: ChartStanding,
): TemplateResult {
  const alive = isAlive(kind, data);
  const [warnings, revised] = [warningsOf(standing), revisedNotes(standing)];
  return html`<main class=${`embed${alive ? '' : ' embed--still'}`}>
    ${warnings.length ? html`<p class=${alive ? 'embed__mark' : 'unseen'}>${warnings.join(' ')}</p>` : ''}
    ${alive ? live(kind, data, address) : still(kind, data, address)}
    ${revised.length ? html`<p class=${alive ? 'embed__source' : 'unseen'}>${revised.join(' ')}</p>` : ''}
    <p class="embed__words">${kind.sentence(data)}</p>
    <details class="more">
      <summary class="more__summary">The same figures as a table</summary>
      ${chartTable(kind.table(data), address)}
    </details>
    <p class="embed__foot">
      <span class="embed__source">${sourceLine(data.meta)}</span>
      <a href=${chartPageHref(address, kind, data)} target="_blank" rel="noopener">${siteName}: see the whole page</a>
    </p>
  </main>`;
}

/** Whether there is something for script to draw. */
export const isAlive = (kind: ChartKind, data: ChartData): kind is DrawnKind =>
  !kind.picture && !kind.lacks(data)?.all;

const still = (kind: ChartKind, data: ChartData, address: Address) => html`
  <h1 class="unseen">${headingText(headingOf(kind, data))}</h1>
  ${stillImage(kind, data, address, 'embed__image')}`;

function live(kind: DrawnKind, data: ChartData, address: Address): TemplateResult {
  const heading = headingOf(kind, data);
  const key = keyOf(kind, data);
  return html`${data.meta.note ? html`<p class="embed__mark">${data.meta.note}</p>` : ''}
    <div class="embed__head">
      <h1 class="figure__title">${heading.title}</h1>
      <p class="figure__subtitle">${heading.subtitle}</p>
    </div>
    ${chart(kind.id, data, {
      ...kind.height(data),
      label: headingText(heading),
      inside: stillImage(kind, data, address, 'chart__still'),
    })}
    ${
      key.length
        ? html`<ul class="figure__notes">
            ${key.map((text) => html`<li>${text}</li>`)}
          </ul>`
        : ''
    }`;
}
