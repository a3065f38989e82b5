import { html } from 'lit';
import { levelOf, levels } from '../../data/definitions/levels.ts';
import { markers } from '../../data/definitions/markers.ts';
import { type Measure, measures, services, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount, formatPeople } from '../../data/definitions/numbers.ts';
import type { PeriodRow } from '../../server/queries/periods.ts';
import type { SourceRow } from '../../server/queries/sources.ts';
import type { Address, Ask, Meta, Page } from '../page.ts';
import { extractLevels } from './within.ts';

interface About {
  meta: Meta;
  periods: PeriodRow[];
  sources: Pick<SourceRow, 'name' | 'sha256' | 'rows' | 'first_period' | 'last_period'>[];
}

async function load(ask: Ask, { query }: Address): Promise<About> {
  const { release } = query;
  const [periods, sources] = await Promise.all([
    ask<PeriodRow[]>('/periods', { release }),
    ask<SourceRow[]>('/sources', { release }),
  ]);
  return {
    meta: periods.meta,
    periods: periods.data.map(({ period, practices, registered }) => ({
      period,
      practices,
      registered,
    })),
    sources: sources.data.map(({ name, sha256, rows, first_period, last_period }) => ({
      name,
      sha256,
      rows,
      first_period,
      last_period,
    })),
  };
}

const view = (data: About, address: Address) => html`
  <h1 class="headline" tabindex="-1">About these figures</h1>
  <p class="lead">
    From 2014 general practices in England let patients see their record, book appointments and
    order repeat prescriptions online. These pages count how far each of the three has come: whose
    practice offers it, who is set up for it, and who used it.
  </p>
  <ul class="contents">
    <li><a href="#counted">How it is counted</a></li>
    <li><a href="#release">This release</a></li>
    <li><a href="#coverage">Which practices are in it</a></li>
    <li><a href="#downloads">Downloads</a></li>
  </ul>
  ${counted()} ${release(data)} ${coverage(data)} ${downloads(data, address)}
`;

const counted = () => html`<section class="section" aria-labelledby="counted">
  <h2 class="section__title" id="counted">How it is counted</h2>
  ${[...services, 'any' as const].map(
    (service) => html`<h3 class="section__subtitle">
        ${service === 'any' ? 'Any online service' : serviceWords[service].name}
      </h3>
      <dl class="definitions">
        ${measures.filter((measure) => measure.service === service).map(definition)}
      </dl>`,
  )}
  <h3 class="section__subtitle">Places</h3>
  <dl class="definitions">
    ${levels.map(
      (level) => html`<div class="definitions__item">
        <dt class="definitions__term">${level.many.charAt(0).toUpperCase() + level.many.slice(1)}</dt>
        <dd class="definitions__text">${level.description}</dd>
      </div>`,
    )}
  </dl>
  <h3 class="section__subtitle">Where a number should be</h3>
  <dl class="definitions">
    ${Object.entries(markers).map(
      ([marker, meaning]) => html`<div class="definitions__item">
        <dt class="definitions__term">${marker}</dt>
        <dd class="definitions__text">${meaning}</dd>
      </div>`,
    )}
  </dl>
</section>`;

const definition = (measure: Measure) => html`<div class="definitions__item">
  <dt class="definitions__term" id=${measure.id}>${measure.title}</dt>
  <dd class="definitions__text">
    <p>${measure.description} ${measure.whyItMatters}</p>
    <p class="small">
      ${measure.scale === 100 ? 'Percent' : 'Per 1,000'}: ${measure.numeratorLabel}, of
      ${measure.denominatorLabel}. Measure <code>${measure.id}</code>${published(measure)}.
    </p>
  </dd>
</div>`;

function published({ publishedAs }: Measure): string {
  const names = [
    publishedAs.wide && `${publishedAs.wide} (2014 to 2017)`,
    publishedAs.long && `${publishedAs.long} (from 2018)`,
  ].filter(Boolean);
  return names.length ? `, published as ${names.join(' and ')}` : '';
}

const release = ({
  meta,
  sources,
}: About) => html`<section class="section" aria-labelledby="release">
  <h2 class="section__title" id="release">This release</h2>
  <p>
    Release <strong>${meta.release}</strong>, made ${meta.made_at.slice(0, 10)}, holds
    ${formatMonth(meta.first_period)} to ${formatMonth(meta.last_period)}. It never changes; a later
    release stands beside it. ${meta.note ?? ''}
  </p>
  <div class="scroll" tabindex="0" role="region" aria-label="Files of this release">
    <table class="table">
      <caption class="table__caption"><span class="table__caption-text">The files it was made from</span></caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Months</th>
          <th scope="col" class="table__number">Data rows</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        ${sources.map(
          (source) => html`<tr>
            <th scope="row" class="table__file">${source.name}</th>
            <td>${source.first_period && source.last_period ? months(source.first_period, source.last_period) : 'Any'}</td>
            <td class="table__number">${formatCount(source.rows)}</td>
            <td><code title=${source.sha256}>${source.sha256.slice(0, 12)}…</code></td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>
</section>`;

const months = (first: string, last: string): string =>
  first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`;

const coverage = ({ periods }: About) => html`<section class="section" aria-labelledby="coverage">
  <h2 class="section__title" id="coverage">Which practices are in it</h2>
  <p>
    Only practices that agreed to the collection are in the extracts, so coverage is below all of
    England. A practice that did not report a number has none: missing is never counted as zero.
  </p>
  <div class="scroll" tabindex="0" role="region" aria-label="Practices by month">
    <table class="table table--narrow">
      <caption class="table__caption"><span class="table__caption-text">Practices in the extracts and their registered patients</span></caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col" class="table__number">Practices</th>
          <th scope="col" class="table__number">Registered patients</th>
        </tr>
      </thead>
      <tbody>
        ${[...periods].reverse().map(
          ({ period, practices, registered }) => html`<tr>
            <th scope="row">${formatMonth(period)}</th>
            <td class="table__number">${formatCount(practices)}</td>
            <td class="table__number">${registered === null ? '[x]' : formatPeople(registered)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>
</section>`;

function downloads({ meta }: About, address: Address) {
  const range = { from: meta.first_period, to: meta.last_period, format: 'csv' };
  return html`<section class="section" aria-labelledby="downloads">
    <h2 class="section__title" id="downloads">Downloads</h2>
    <p>
      Comma-separated, one header row, with numerator, denominator, value at full precision and the
      practices that reported.
    </p>
    <ul class="downloads">
      ${extractLevels.map(levelOf).map(({ id, many }) =>
        id === 'practice'
          ? html`<li>
              <a href=${address.api('/figures', { level: id, format: 'csv' })} download
                >All practices, ${formatMonth(meta.last_period)}</a>
            </li>`
          : html`<li>
              <a href=${address.api('/figures', { level: id, ...range })} download
                >${many.charAt(0).toUpperCase() + many.slice(1)}, every month</a>
            </li>`,
      )}
      <li><a href=${address.api('/findings', { format: 'csv' })} download>What is odd in the published files</a></li>
      <li><a href=${address.api('/', {})} data-leave>All that the API answers</a></li>
    </ul>
  </section>`;
}

/** What the figures mean, what release they are from, whom they cover, and all of them to take away. */
export const aboutPage: Page<About> = {
  pattern: '/about',
  load,
  meta: ({ meta }) => meta,
  title: () => 'About these figures',
  description: () =>
    'How online services at general practices in England are counted: definitions, release, coverage and downloads.',
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view,
};
