import { html } from 'lit';
import { ENGLAND } from '../../data/definitions/levels.ts';
import type { Service } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { placeFinding } from '../../server/headlines.ts';
import type { PracticeMonthRow } from '../../server/queries/practice.ts';
import { comparisonSentence, thousandSentence } from '../../server/words.ts';
import { months } from '../charts/months.ts';
import { type ServiceFigures, servicesTable } from '../charts/services.ts';
import { stages } from '../charts/stages.ts';
import {
  fetchMonths,
  fetchSeries,
  fetchServices,
  monthBefore,
  type Series,
  serviceOf,
  stagesOf,
} from '../figures.ts';
import type { Address, Ask, Crumb, Meta, Page } from '../page.ts';
import { choosing } from './choosing.ts';
import { placeHeading } from './placeHeading.ts';
import { type Around, practiceFacts } from './practiceFacts.ts';
import { placeLink } from './within.ts';

/** What the API says of one practice. */
interface PracticeAnswer {
  practice_code: string;
  practice_name: string;
  region_code: string | null;
  region_name: string | null;
  subregion_code: string | null;
  subregion_name: string | null;
  ccg_code: string | null;
  ccg_name: string | null;
  first_period: string;
  last_period: string;
  months: PracticeMonthRow[];
}

interface Practice {
  meta: Meta;
  service: Service;
  periods: string[];
  period: string;
  code: string;
  name: string;
  supplier: string | null;
  registered: number | null;
  first: string;
  last: string;
  /** Region, subregion and CCG, as far as it has them. */
  around: Around[];
  /** The practice, its CCG and England. */
  series: Series[];
  services: ServiceFigures[];
}

async function load(ask: Ask, address: Address): Promise<Practice> {
  const service = serviceOf(address);
  const [{ data }, { meta, periods: all, ...asked }] = await Promise.all([
    ask<PracticeAnswer>(`/practices/${encodeURIComponent(address.params.code!)}`, {
      release: address.query.release,
    }),
    fetchMonths(ask, address),
  ]);
  const periods = all.filter((one) => one >= data.first_period && one <= data.last_period);
  const period = address.query.period ? asked.period : periods.at(-1)!;
  const month = data.months.find((one) => one.period === period) ?? data.months.at(-1)!;
  const code = data.practice_code;
  const areas = [code, data.ccg_code, ENGLAND].filter((one): one is string => one !== null);
  const [series, services] = await Promise.all([
    fetchSeries(ask, { areas, service, meta }),
    fetchServices(ask, { areas, period, meta }),
  ]);
  return {
    meta,
    service,
    periods,
    period,
    code,
    name: readableName(data.practice_name),
    supplier: month.supplier,
    registered: month.registered,
    first: data.first_period,
    last: data.last_period,
    around: aroundOf(data),
    series,
    services: services.map((one) => ({
      ...one,
      status: month.period === period ? (month[`${one.service}_status`] as number | null) : null,
    })),
  };
}

const aroundOf = (data: PracticeAnswer): Around[] =>
  (['region', 'subregion', 'ccg'] as const).flatMap((level) => {
    const [code, name] = [data[`${level}_code`], data[`${level}_name`]];
    return code ? [{ level, code, name: readableName(name ?? code) }] : [];
  });

const monthOf = ({ series, period }: Practice, code: string) =>
  series.find((one) => one.code === code)?.months[period] ?? {};

const finding = (data: Practice): string =>
  placeFinding(
    data.service,
    stagesOf(monthOf(data, data.code)),
    stagesOf(monthOf(data, ENGLAND)),
    data.period,
  );

function view(data: Practice, address: Address) {
  const { service, periods, period, code, name, meta } = data;
  const own = data.series.find((one) => one.code === code);
  const before = own && monthBefore(own, period);
  return html`
    ${choosing(address, service, periods, period)}
    <p class="kicker">Practice ${code}, ${formatMonth(period)}</p>
    ${placeHeading(name, finding(data))}
    ${
      data.last < meta.last_period
        ? html`<p class="note">
            This practice is in the extracts up to ${formatMonth(data.last)}. It may have closed or
            merged, or no longer be in the collection.
          </p>`
        : ''
    }
    ${stages({
      service,
      period,
      now: monthOf(data, code),
      before: before ? { period: before, parts: own!.months[before]! } : null,
      where: `at ${name}`,
      definitions: address.link('/about'),
      england: monthOf(data, ENGLAND),
    })}
    <section class="section" aria-labelledby="months">
      <h2 class="section__title" id="months">Its months</h2>
      <p class="section__lead">${besideSentence(data)}</p>
      ${months({
        service,
        places: own ? data.series : [],
        csv: address.api('/figures', {
          area: code,
          from: meta.first_period,
          to: meta.last_period,
          format: 'csv',
        }),
      })}
    </section>
    <section class="section" aria-labelledby="services">
      <h2 class="section__title" id="services">All three services</h2>
      ${servicesTable({
        name,
        code,
        period,
        others: data.series.filter((one) => one.code !== code),
        services: data.services,
      })}
    </section>
    <section class="section" aria-labelledby="facts">
      <h2 class="section__title" id="facts">About this practice</h2>
      ${practiceFacts(data, address)}
    </section>
  `;
}

function besideSentence(data: Practice): string {
  const own = stagesOf(monthOf(data, data.code)).enabled;
  const all = stagesOf(monthOf(data, ENGLAND)).enabled;
  return own === null || all === null
    ? 'Beside its CCG and England.'
    : `Patients set up: ${comparisonSentence(own, all, 'in England').toLowerCase().replace('england', 'England')}`;
}

const crumbs = ({ around }: Practice, address: Address): Crumb[] => [
  { text: 'England', href: address.link('/') },
  ...around.map((one) => ({ text: one.name, href: placeLink(address, one.level, one.code) })),
];

/** One practice: its stages, its months beside its CCG's and England's, its services and its facts. */
export const practicePage: Page<Practice> = {
  pattern: '/practices/:code',
  load,
  meta: ({ meta }) => meta,
  title: (data) => `${data.name}: ${finding(data)}, ${formatMonth(data.period)}`,
  description: (data) =>
    `${thousandSentence(data.service, stagesOf(monthOf(data, data.code)), `at ${data.name}`)} ${formatMonth(data.period)}.`,
  crumbs,
  view,
};
