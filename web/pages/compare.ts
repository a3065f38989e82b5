import { html } from 'lit';
import { ENGLAND } from '../../data/definitions/levels.ts';
import { measureIds, type ServiceChoice, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { capital, listed } from '../../data/words/english.ts';
import { intervalMeaning } from '../../data/words/interval.ts';
import { thousandCounts } from '../../data/words/sides.ts';
import type { Ask, Meta } from '../ask.ts';
import { chartFigure } from '../charts/figure.ts';
import type { MonthsData } from '../charts/kinds/monthLines.ts';
import { laterMonths } from '../charts/laterKinds.ts';
import { thousand } from '../charts/thousand.ts';
import { fetchMonths, fetchSeries, type Part, type Parts, stagesOf } from '../figures.ts';
import type { FoundRow } from '../foundPlace.ts';
import type { Address, Page } from '../page.ts';
import { choosing } from './choosing.ts';
import { comparedPlaces } from './compare/choosing.ts';
import { absentIn, comparedFinding, findingSentence, stagesKey } from './compare/finding.ts';
import { type Compared, type ComparedPlace, comparedIn, mostPlaces } from './compare/question.ts';
import { type AgainstEngland, comparedTable } from './compare/table.ts';

interface Compare {
  meta: Meta;
  service: ServiceChoice;
  periods: string[];
  servicesHeld: ServiceChoice[];
  period: string;
  compared: Compared;
  /** The places compared with their figures of the month, England last. */
  places: (ComparedPlace & { parts: Parts })[];
  against: AgainstEngland[];
  /** A chart of months for each stage that the release has. */
  months: MonthsData[];
  found: FoundRow[] | null;
  /** Regions to start with, as long as nothing is compared. */
  regions: { code: string; name: string }[];
}

const england: ComparedPlace = { level: 'england', code: ENGLAND, name: 'England', held: null };

async function load(ask: Ask, address: Address): Promise<Compare> {
  const { q, release } = address.query;
  const { meta, periods, period, servicesHeld, service } = await fetchMonths(ask, address);
  const [compared, found] = await Promise.all([
    comparedIn(ask, address.query, meta.last_period),
    q ? ask('/search', { q: q.slice(0, 100), limit: '10', release }) : null,
  ]);
  const base = {
    meta,
    service,
    periods,
    servicesHeld,
    period,
    compared,
    found: found?.data ?? null,
  };
  if (!compared.places.length) {
    const { data } = await ask('/areas', { level: 'region', release });
    const regions = data
      .filter(({ last_period }) => last_period === meta.last_period)
      .map((row) => ({ code: row.area_code, name: readableName(row.area_name) }));
    return { ...base, places: [], against: [], months: [], regions };
  }
  const group = compared.group || undefined;
  const codes = compared.places.map(({ code }) => code);
  const [series, against, months] = await Promise.all([
    fetchSeries(ask, { areas: [...codes, ENGLAND], group, service, meta }),
    fetchAgainst(ask, { service, period, area: codes.join(','), group, release }),
    fetchLines(ask, { service, codes, group, release }),
  ]);
  return {
    ...base,
    places: [...compared.places, england].map((place) => ({
      ...place,
      parts: series.find(({ code }) => code === place.code)?.months[period] ?? {},
    })),
    against,
    months,
    regions: [],
  };
}

interface Asked {
  service: ServiceChoice;
  group: string | undefined;
  release: string | undefined;
}

async function fetchAgainst(
  ask: Ask,
  { service, period, area, group, release }: Asked & { period: string; area: string },
): Promise<AgainstEngland[]> {
  const { data } = await ask('/comparisons', {
    measure: measureIds(service, ['offered', 'enabled', 'accessed', 'use']).join(','),
    area,
    period,
    group,
    benchmark: 'england',
    release,
  });
  return data.map((row) => ({
    code: row.area_code,
    part: row.measure.slice(service.length + 1) as Part,
    lower: row.lower_95,
    upper: row.upper_95,
    word: row.word,
    reason: row.reason,
  }));
}

/** The months of each stage that the release has, one line per place, and England if there is room. */
async function fetchLines(
  ask: Ask,
  { service, codes, group, release }: Asked & { codes: readonly string[] },
): Promise<MonthsData[]> {
  const area = (codes.length < mostPlaces ? [...codes, ENGLAND] : codes).join(',');
  const all = await Promise.all(
    measureIds(service, ['enabled', 'accessed', 'use']).map((measure) =>
      laterMonths.load(ask, { measure, area, group, release }),
    ),
  );
  return all.filter(({ lines }) =>
    lines.some(
      ({ main, months }) => main && Object.values(months).some(({ value }) => value !== null),
    ),
  );
}

const heading = ({ compared: { places } }: Compare): string => {
  if (!places.length) return 'Compare practices and places';
  const names = places.map(({ name }) => name);
  return names.length > 3
    ? `${names.length} places side by side`
    : `${listed([...names, ...(names.length === 1 ? ['England'] : [])])}, side by side`;
};

function view(data: Compare, address: Address) {
  const { compared, service, period } = data;
  const { places } = compared;
  return html`
    ${places.length ? choosing(address, service, data, period) : ''}
    <h1 class="headline headline--place" tabindex="-1">${heading(data)}</h1>
    ${
      places.length
        ? ''
        : html`<p class="lead">
            Up to ${mostPlaces} practices, CCGs or regions side by side, on the same scales, with England.
            Copy the link to share it.
          </p>`
    }
    ${comparedPlaces(address, compared, data.found)}
    ${places.length ? sideBySide(data, address) : beginWithRegions(data, address)}
  `;
}

function beginWithRegions({ regions }: Compare, address: Address) {
  if (regions.length < 2) return '';
  const area = regions
    .map(({ code }) => code)
    .slice(0, mostPlaces)
    .join(',');
  return html`<p>
    <a href=${address.href({ area })}>Or begin with the regions: ${listed(regions.map(({ name }) => name))}</a>
  </p>`;
}

function sideBySide(data: Compare, address: Address) {
  const { service, period, places, against, months, compared, meta } = data;
  const csv = {
    area: compared.places
      .map(({ code }) => code)
      .concat(ENGLAND)
      .join(','),
    period,
    group: compared.group || undefined,
    release: meta.release,
    format: 'csv',
  };
  return html`${comparedFinding(data)}
    <section class="section" aria-labelledby="stages">
      <h2 class="section__title" id="stages">Of every thousand patients</h2>
      ${stagesKey(service, places)}
      <ul class="pictures">
        ${places.map((place) => pictureOf(place, period))}
      </ul>
    </section>
    <section class="section" aria-labelledby="figures">
      <h2 class="section__title" id="figures">The figures</h2>
      ${comparedTable({ service, period, places, against }, address)}
      <p class="small">
        Under each share: what it counts, its 95% confidence interval (Wilson) and, where that can be
        said, how it compares with the rest of England. ${intervalMeaning}
      </p>
      <p>
        <a href=${address.api('/figures', csv)} download>Download as CSV</a>
        ${
          compared.group
            ? html` · <a href=${address.link('/news', { group: compared.group })}>Follow your group</a>`
            : ''
        }
      </p>
    </section>
    <section class="section" aria-labelledby="months">
      <h2 class="section__title" id="months">How they got there</h2>
      ${months.map((one) =>
        chartFigure(laterMonths, one, address, `months-${one.lines[0]!.measure}`),
      )}
    </section>`;
}

/** A place's thousand patients or, if it is not in the month, why there are none. */
function pictureOf(place: ComparedPlace & { parts: Parts }, period: string) {
  const { code, name, parts } = place;
  const absent = absentIn(place, period);
  return html`<li class="pictures__item">
    <h3 class="pictures__name" id=${`thousand-${code}`}>${name}</h3>
    ${absent ? '' : thousand(stagesOf(parts), null, `thousand-${code} counts-${code}`)}
    <p class="pictures__counts" id=${`counts-${code}`}>
      ${absent ? `${capital(absent)}.` : thousandCounts(stagesOf(parts))}
    </p>
  </li>`;
}

/** Up to eight practices, areas and a group of the reader's own, side by side with England. */
export const comparePage: Page<Compare> = {
  load,
  meta: ({ meta }) => meta,
  title: (data) =>
    data.places.length
      ? `${heading(data)}: ${serviceWords[data.service].name.toLowerCase()}, ${formatMonth(data.period)}`
      : heading(data),
  description: (data) =>
    data.places.length
      ? findingSentence(data)
      : 'Put practices, CCGs and regions side by side, or a group of practices of your own.',
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view,
  enliven: () => {
    import('../controls/group-codes.ts');
  },
};
