import { html } from 'lit';
import type { LevelId } from '../../data/definitions/levels.ts';
import { formatMonths } from '../../data/definitions/months.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import { promises } from '../../data/definitions/promises.ts';
import { oldestDuckdb } from '../../data/definitions/releaseFolder.ts';
import { madeWords, monthsWords } from '../../data/words/source.ts';
import type { Ask, Meta } from '../ask.ts';
import type { Address, Page } from '../page.ts';
import { lines } from './dataLines.ts';
import { type DataTable, dataTables, fileFormats, fileOf, levelsWith } from './dataTables.ts';

interface ReleaseSummary {
  release: string;
  kind: Meta['kind'];
  current: boolean;
  made_at: string;
  first_period: string;
  last_period: string;
  practices: number;
}

interface Data {
  meta: Meta;
  releases: ReleaseSummary[];
  levels: LevelId[];
}

async function load(ask: Ask, { query }: Address): Promise<Data> {
  const { release } = query;
  const [places, releases] = await Promise.all([
    ask('/areas', { level: 'england,region,subregion,ccg', release }),
    ask('/releases'),
  ]);
  return {
    meta: places.meta,
    releases: releases.data,
    levels: levelsWith(places.data),
  };
}

const view = (data: Data, address: Address) => html`
  <h1 class="headline" tabindex="-1">Download the figures</h1>
  <p class="lead">
    Every figure, table and chart here is also a file, for each release, at an address that
    stays the same. You need no account and no key.
  </p>
  ${everything(data, address)} ${tables(data, address)} ${program(data, address)}
  ${releaseTable(data, address)} ${promised(address)}
`;

const everything = ({ meta }: Data, address: Address) => html`<section
  class="section section--first" aria-labelledby="whole"
>
  <h2 class="section__title" id="whole">A whole release at once</h2>
  <p class="section__lead">
    Release ${meta.release}: ${monthsWords(meta)}${meta.kind === 'illustrative' ? ', illustrative' : ''}.
  </p>
  <ul class="takings">
    <li class="takings__item">
      <a class="takings__link" href=${address.api('/bundle.zip', {})} download>Everything as one zip</a>
      <span class="takings__text">
        A tidy CSV for every level and month, definitions, a README, metadata for programs (CSVW) and
        checksums.
      </span>
    </li>
    <li class="takings__item">
      <a class="takings__link" href=${address.api('/release.duckdb', {})} download>The release file</a>
      <span class="takings__text">
        The DuckDB database that every answer is read from; the SQL behind any figure runs on it. DuckDB
        ${oldestDuckdb} and newer open it.
      </span>
    </li>
  </ul>
</section>`;

function tables({ meta, levels }: Data, address: Address) {
  const { figures, others } = dataTables(meta, levels);
  return html`<section class="section" aria-labelledby="tables">
    <h2 class="section__title" id="tables">One table</h2>
    <p class="section__lead">
      Each figure comes with its numerator, its denominator, how many practices reported, its 95% confidence
      interval and how it compares with England.
    </p>
    <h3 class="section__subtitle">Figures</h3>
    ${tableList(figures, address)}
    <h3 class="section__subtitle">What they are based on</h3>
    ${tableList(others, address)}
    <details class="more">
      <summary class="more__summary">Which format to choose</summary>
      <dl class="facts">
        ${Object.values(fileFormats).map(
          ({ name, text }) => html`<div class="facts__row"><dt>${name}</dt><dd>${text}</dd></div>`,
        )}
      </dl>
    </details>
  </section>`;
}

const tableList = (list: readonly DataTable[], address: Address) => html`<ul class="tables">
  ${list.map(
    (one) => html`<li class="tables__item">
      <p class="tables__name">
        ${one.name} <span class="tables__holds">${one.holds}</span>
      </p>
      <ul class="tables__files">
        ${one.formats.map((format) => {
          const { name } = fileFormats[format];
          return html`<li>
            <a class="tables__file" href=${fileOf(address, one, format)} aria-label=${`${name}: ${one.name}`} download
              >${name}</a
            >
          </li>`;
        })}
      </ul>
    </li>`,
  )}
</ul>`;

function program({ meta, levels }: Data, address: Address) {
  const level = levels.find((one) => one !== 'england')!;
  const table = dataTables(meta, levels).figures.find(({ params }) => params.level === level)!;
  const named = address.api(table.path, { ...table.params, format: 'csv', release: meta.release });
  return html`<section class="section" aria-labelledby="program">
    <h2 class="section__title" id="program">In your own program</h2>
    <p>
      One line each for ${table.name.toLowerCase()}, every month, of release ${meta.release}. Without
      <code>release</code> the same address always gives the latest.
    </p>
    ${lines(`${address.origin}${named}`, `gp-online-${level}-${meta.release}.csv`)}
    <p>
      Any address of the <a href=${address.link('/data/api')}>API</a> works there: every table takes
      <code>format=csv</code>, <code>xlsx</code>, <code>parquet</code> or <code>json</code>. The
      <a href=${`${address.prefix}/cookbook.md`} data-leave>cookbook</a> has a recipe for Excel, Google Sheets,
      Power BI, R, Python, DuckDB and others, and small clients.
    </p>
  </section>`;
}

const releaseTable = ({ releases, meta }: Data, address: Address) => html`<section
  class="section" aria-labelledby="releases"
>
  <h2 class="section__title" id="releases">Every release</h2>
  <p>
    A release is everything known at one time. It never changes; a later one does not replace it. An
    address that names its release (<code>${`release=${meta.release}`}</code>) says the same next year;
    one that names none always gives the latest.
  </p>
  <div class="scroll" tabindex="0" role="region" aria-label="Releases">
    <table class="table">
      <caption class="table__caption"><span class="table__caption-text">Releases, latest month first</span></caption>
      <thead>
        <tr>
          <th scope="col">Release</th>
          <th scope="col">Months</th>
          <th scope="col">Files</th>
        </tr>
      </thead>
      <tbody>
        ${releases.map((one) => releaseRow(one, address))}
      </tbody>
    </table>
  </div>
</section>`;

function releaseRow(one: ReleaseSummary, address: Address) {
  const stable = (file: string) => `${address.prefix}/api/v1/releases/${one.release}/${file}`;
  const says = [one.kind, ...(one.current ? ['current'] : [])].join(', ');
  return html`<tr>
    <th scope="row">
      <a href=${address.href({ release: one.release })}>${one.release}</a>
      <span class="table__note">${says}, made on ${madeWords(one)}</span>
    </th>
    <td>
      ${formatMonths(one.first_period, one.last_period)}
      <span class="table__note">${formatCount(one.practices)} practices in its last month</span>
    </td>
    <td class="table__links">
      <a class="tables__file" href=${stable('bundle.zip')} aria-label=${`Zip of release ${one.release}`} download>Zip</a>
      <a class="tables__file" href=${stable('release.duckdb')} aria-label=${`Database of release ${one.release}`} download>Database</a>
    </td>
  </tr>`;
}

const promised = (address: Address) => html`<section class="section" aria-labelledby="promise">
  <h2 class="section__title" id="promise">What the API promises</h2>
  <dl class="definitions">
    ${promises.map(
      ({ title, text }) => html`<div class="definitions__item">
        <dt class="definitions__term">${title}</dt>
        <dd class="definitions__text">${text}</dd>
      </div>`,
    )}
  </dl>
  <p>
    <a href=${address.link('/data/api')}>Everything the API answers</a>, or its description for programs:
    <a href=${`${address.prefix}/api/v1/openapi.json`} data-leave>OpenAPI 3.1</a>.
  </p>
</section>`;

/** What can be downloaded, in which format, for which release, and how to fetch it. */
export const dataPage: Page<Data> = {
  load,
  meta: ({ meta }) => meta,
  title: () => 'Download the figures',
  description: ({ meta }) =>
    `Figures of GP online services in England as CSV, spreadsheet, Parquet and JSON, ${monthsWords(meta)}, and the API behind them.`,
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view,
  enliven: () => void import('../controls/copy-text.ts'),
};
