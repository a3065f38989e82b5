import { html } from 'lit';
import { type LevelId, publishedLevelIds } from '../../data/definitions/levels.ts';
import { measures, type Service, services, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import { counted } from '../../data/words/english.ts';
import { otherMeasuresSentence } from '../../data/words/release.ts';
import { monthsWords } from '../../data/words/source.ts';
import type { AcceptanceRow } from '../../server/store/queries/acceptances.ts';
import type { FindingCountRow } from '../../server/store/queries/findings.ts';
import type { SourceRow } from '../../server/store/queries/sources.ts';
import type { CoverageRow as AnsweredRow } from '../apiTypes.ts';
import type { Ask, Meta } from '../ask.ts';
import { choices } from '../controls/choices.ts';
import type { Address, Page } from '../page.ts';
import { oneServiceOf } from '../service.ts';
import { type CoverageRow, coverageByLevel, coverageByMonth } from './coverageTable.ts';
import { gateSection } from './gateSection.ts';
import { type Revision, revisionTable } from './revisionTable.ts';
import { sourceTable } from './sourceTable.ts';

interface FindingKind extends FindingCountRow {
  title: string;
  description: string;
}

interface Continuity {
  against: string | null;
  sentence: string;
  revised: number;
}

interface Quality {
  meta: Meta;
  service: Service;
  periods: string[];
  kinds: FindingKind[];
  byMonth: CoverageRow[];
  byLevel: CoverageRow[];
  continuity: Continuity;
  revisions: Revision[];
  sources: SourceRow[];
  accepted: AcceptanceRow[];
  /** Measures that the release was made without, and those it has that are unknown here. */
  lacking: string[];
  unknown: string[];
}

/** The number of revised figures shown; the file has all. */
const most = 20;

async function load(ask: Ask, address: Address): Promise<Quality> {
  const service = oneServiceOf(address);
  const { release } = address.query;
  const { data: months, meta } = await ask('/periods', { release });
  const [kinds, byMonth, byLevel, continuity, sources, accepted, releases] = await Promise.all([
    ask('/findings/kinds', { release }),
    ask('/coverage', {
      level: 'england',
      measure: measuresOf(service),
      from: meta.first_period,
      to: meta.last_period,
      release,
    }),
    ask('/coverage', {
      level: publishedLevelIds.filter((id) => id !== 'england' && id !== 'practice').join(','),
      measure: `${service}_enabled`,
      release,
    }),
    ask('/continuity', { release }),
    ask('/sources', { release }),
    ask('/acceptances', { release }),
    ask('/releases'),
  ]);
  const own = releases.data.find((one) => one.release === meta.release);
  const { against, sentence, revised } = continuity.meta as Meta & Continuity;
  return {
    meta,
    service,
    periods: months.map(({ period }) => period),
    kinds: kinds.data,
    byMonth: byMonth.data.map(shortCoverage),
    byLevel: byLevel.data.map(shortCoverage),
    continuity: { against, sentence, revised },
    revisions: continuity.data.filter((row) => row.revised).slice(0, most),
    sources: sources.data,
    accepted: accepted.data,
    lacking: own?.measures_lacking?.split(',') ?? [],
    unknown: own?.measures_unknown?.split(',') ?? [],
  };
}

const measuresOf = (service: Service): string =>
  measures
    .filter((one) => [service, 'any'].includes(one.service) && one.counts !== 'practices')
    .map(({ id }) => id)
    .join(',');

/** The part of a row that the page shows. Its level is one of areas, never a group of practices. */
const shortCoverage = (row: AnsweredRow): CoverageRow => ({
  period: row.period,
  level: row.level as LevelId,
  area_name: row.area_name,
  measure: row.measure,
  practices: row.practices,
  practices_reported: row.practices_reported,
  practices_share: row.practices_share,
});

function view(data: Quality, address: Address) {
  const { meta, kinds, sources } = data;
  const found = kinds.filter(({ findings }) => findings > 0);
  const total = found.reduce((sum, { findings }) => sum + findings, 0);
  const others = otherMeasuresSentence(data);
  return html`
    <h1 class="headline" tabindex="-1">How far these figures can be trusted</h1>
    <p class="lead">
      Release ${meta.release} covers ${monthsWords(meta)}, from ${counted(sources.length, 'file')}. It has
      ${
        total
          ? `${counted(total, 'finding')} of ${counted(found.length, 'kind')}: unusual values, published as supplied. None of them changes a figure.`
          : 'no findings: nothing unusual in the files.'
      }
    </p>
    ${others ? html`<p>${others}</p>` : ''}
    ${coverage(data, address)} ${findings(data, address)} ${changed(data, address)}
    ${gateSection(data.accepted, data.meta, address)}
    <section class="section" aria-labelledby="files">
      <h2 class="section__title" id="files">The files it was made from</h2>
      ${sourceTable(sources)}
    </section>
  `;
}

function coverage({ service, periods, byMonth, byLevel, meta }: Quality, address: Address) {
  const file = (level: string) =>
    address.api('/coverage', {
      level,
      from: meta.first_period,
      to: meta.last_period,
      release: meta.release,
      format: 'csv',
    });
  return html`<section class="section" aria-labelledby="coverage">
    <h2 class="section__title" id="coverage">Who is in it</h2>
    <p>
      Only practices that agreed to the collection are in the extracts, so they never cover all of
      England. A practice that did not report a number has none: missing is never counted as zero.
    </p>
    ${choices(
      'Service',
      services.map((one) => ({
        text: serviceWords[one].name,
        href: address.href({ service: one === services[0] ? undefined : one }),
        current: one === service,
      })),
    )}
    ${coverageByMonth(byMonth, periods)}
    ${byLevel.length ? coverageByLevel(byLevel) : ''}
    <p><a href=${file('england')} download>England by month (CSV)</a></p>
    <p><a href=${file('ccg')} download>Every CCG by month (CSV)</a></p>
  </section>`;
}

function findings({ kinds, meta }: Quality, address: Address) {
  const found = kinds.filter(({ findings }) => findings > 0);
  const none = kinds.filter(({ findings }) => findings === 0);
  return html`<section class="section" aria-labelledby="findings">
    <h2 class="section__title" id="findings">Unusual values, published as supplied</h2>
    ${found.length ? findingTable(found, meta, address) : html`<p>No findings.</p>`}
    ${
      none.length
        ? html`<details class="more">
            <summary class="more__summary">Not found: ${counted(none.length, 'kind')}</summary>
            <dl class="definitions">
              ${none.map(
                ({ title, description }) => html`<div class="definitions__item">
                  <dt class="definitions__term">${title}</dt>
                  <dd class="definitions__text">${description}</dd>
                </div>`,
              )}
            </dl>
          </details>`
        : ''
    }
  </section>`;
}

const findingTable = (
  found: readonly FindingKind[],
  { release }: Meta,
  address: Address,
) => html`<div
  class="scroll" tabindex="0" role="region" aria-label="Findings by kind"
>
  <table class="table">
    <caption class="table__caption"><span class="table__caption-text">Findings by kind, most first</span></caption>
    <thead>
      <tr>
        <th scope="col">What</th>
        <th scope="col" class="table__number">Findings</th>
        <th scope="col">Rows</th>
      </tr>
    </thead>
    <tbody>
      ${[...found]
        .sort((a, b) => b.findings - a.findings)
        .map(
          (one) => html`<tr>
            <th scope="row" class="table__wide">
              ${one.title}<span class="table__note">${one.description} ${when(one)}.</span>
            </th>
            <td class="table__number">
              ${formatCount(one.findings)}
              ${one.practices ? html`<span class="table__of">${placesIn(one.practices)}</span>` : ''}
            </td>
            <td>
              <a class="tables__file" href=${address.api('/findings', { kind: one.kind, release, format: 'csv' })}
                aria-label=${`CSV: ${one.title}`} download>CSV</a>
            </td>
          </tr>`,
        )}
    </tbody>
  </table>
</div>`;

const placesIn = (practices: number): string =>
  practices === 1 ? 'in one practice' : `in ${counted(practices, 'practice')}`;

function when({ first_period: first, last_period: last }: FindingKind): string {
  if (!first || !last) return 'In no particular month';
  return first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`;
}

function changed({ continuity, revisions, meta }: Quality, address: Address) {
  const { against, sentence, revised } = continuity;
  return html`<section class="section" aria-labelledby="changed">
    <h2 class="section__title" id="changed">What changed since the previous release</h2>
    <p class="section__lead">${sentence}</p>
    ${
      against === null
        ? ''
        : html`<p>
            England and every region are compared with
            <a href=${address.href({ release: against })}>release ${against}</a>, month by month and measure
            by measure.
            <a href=${address.api('/continuity', { release: meta.release, format: 'csv' })} download>Both side by side (CSV)</a>
          </p>`
    }
    ${revisions.length ? revisionTable(revisions, revised) : ''}
  </section>`;
}

/**
 * What an analyst signs off: who is in the figures, what is unusual about them, what changed, and the files they are
 * from.
 */
export const qualityPage: Page<Quality> = {
  load,
  meta: ({ meta }) => meta,
  title: () => 'Quality of these figures',
  description: ({ meta }) =>
    `Coverage, findings, revisions and sources of release ${meta.release} of GP online services in England.`,
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view,
};
