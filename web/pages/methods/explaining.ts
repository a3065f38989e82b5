import { html } from 'lit';
import { formatMonth } from '../../../data/definitions/months.ts';
import { formatCount, formatPercent, formatRate } from '../../../data/definitions/numbers.ts';
import { fewestPoints } from '../../../data/definitions/xmrViews.ts';
import { peersTaken } from '../../../data/statistics/peers.ts';
import { formatChange, partWords } from '../../../data/words/changeParts.ts';
import { capital } from '../../../data/words/english.ts';
import type { Address } from '../../page.ts';
import { type Method, workedTable } from './method.ts';
import { measureOfWorked, type Worked } from './worked.ts';

/** Methods that follow a figure through time, break down its change, or find similar practices. */
export function explaining(data: Worked, address: Address): Method[] {
  const { measure, england, practice, xmr, trend, peers, change, reach, targets, meta } = data;
  const ask = (path: string, params = {}) => address.api(path, { measure, ...params });
  const whole = { area: england.area_code };
  const code = practice?.area_code;
  return [
    {
      id: 'xmr',
      title: 'Usual from month to month: XmR charts',
      rule: html`<p>
        A mean, and limits 2.66 mean moves from point to point either side of it; unusually large moves
        are left out of that mean. Four things make a month stand out, in this order: it is outside the
        limits; seven months rise or fall without a pause; two of three are close to a limit; seven in a row
        are on one side of the mean. The method is made for what is steady, and the share of patients set up
        climbs. So its changes since the month before are judged, and changes with a known cause, such as a
        new supplier, are set aside. Fewer than ${fewestPoints} points show nothing that is usual, and limits
        from less than a year are provisional.
      </p>`,
      worked: xmr && html`<p>${xmr.sentence}</p>`,
      source: 'D. J. Wheeler, Understanding Variation (1993); NHS England, Making Data Count.',
      api: ask('/xmr', { ...whole, view: 'changes' }),
    },
    {
      id: 'trend',
      title: 'Recent trend: the last five months',
      rule: html`<p>
        A line through the last five figures, weighted by precision. It is a trend only where its
        slope is larger than the confidence intervals explain (a test value above 9.55) and keeps its
        direction whichever of the five is left out. It was made for yearly samples. Patients set up are
        mostly the same people every month, so that it finds a trend in nearly every area and misses falls at
        single practices: it is in the API for those who ask for it, and nothing here is concluded from it.
      </p>`,
      worked: trend && html`<p>${trendWorked(data)}</p>`,
      source: 'Office for Health Improvement and Disparities, Fingertips: recent trends.',
      api: ask('/trends', { level: 'england' }),
    },
    {
      id: 'change',
      title: 'Where a change came from',
      rule: html`<p>
        A figure changes because practices do better, because large ones count for more than they did, or
        because others came, left, began or stopped reporting. The parts add up to the whole change.
      </p>`,
      worked: change && changeWorked(data),
      source:
        'E. M. Kitagawa, Journal of the American Statistical Association 50 (1955), 1168–1194; P. Das Gupta, Standardization and Decomposition of Rates (US Bureau of the Census, 1993).',
      api: ask('/changes', { ...whole, from: meta.first_period, to: meta.last_period }),
    },
    {
      id: 'peers',
      title: 'Similar practices',
      rule: html`<p>
        The ${peersTaken} nearest by the supplier of their system and list size, and by deprivation and town or
        country where this release knows them; never by uptake, or every practice would look usual. How near is
        told in standard deviations; another supplier counts as two. Its place among them is said;
        “higher” or “lower” than their median only outside their middle half. Where that half is wider than the
        median is high they vary too much to compare with.
      </p>`,
      worked:
        peers &&
        html`<p>${peers.sentence}</p>
          ${workedTable(
            'The five practices most like it',
            ['Practice', 'Patients', 'Distance', 'Figure'],
            peers.rows.map((row) => [
              row.area_name,
              row.registered === null ? '[x]' : formatCount(row.registered),
              row.distance.toPrecision(2),
              row.value === null ? '[x]' : formatPercent(row.value),
            ]),
          )}
          ${data.told.explained ? html`<p>${data.told.explained}</p>` : ''}
          ${peers.missing.map(({ sentence }) => html`<p class="small">${sentence}</p>`)}`,
      source:
        'Euclidean distance; the weight of one kind against another after A. Gelman, Statistics in Medicine 27 (2008), 2865–2873.',
      api: ask('/peers', { practice: code }),
    },
    {
      id: 'reach',
      title: 'What it would take',
      rule: html`<p>
        How many more patients would bring a practice to a level: that of its CCG, of England, of practices
        like it, or of the top tenth. It is arithmetic, not a forecast, with the list as it is.
      </p>`,
      worked: reach.length
        ? html`<ul class="points">${reach.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
        : null,
      source: 'Arithmetic: the level times the list, less those who are there already.',
      api: ask('/reach', { practice: code }),
    },
    {
      id: 'targets',
      title: 'National targets',
      rule: html`<p>
        A target is met where the figure at its date reaches it, and missed where it falls short. Before its date
        an area is likely or unlikely to meet it by what may come (below); a practice is told the distance alone.
        Of an earlier month we say what it showed, and how the target ended if the release knows.
      </p>`,
      worked: targets.length
        ? html`<ul class="points">
            ${targets.map(
              ({ sentence, source, source_url }) =>
                html`<li>${sentence} <a href=${source_url}>${source}</a></li>`,
            )}
          </ul>`
        : null,
      source: 'Each target names its own.',
      api: address.api('/targets', { level: 'england' }),
    },
  ];
}

function trendWorked(data: Worked): string {
  const { word, reason, slope, chi_squared, from_period, to_period } = data.trend!;
  if (slope === null || !from_period || !to_period) return reason ?? word;
  const measure = measureOfWorked(data);
  return `England, ${formatMonth(from_period)} to ${formatMonth(to_period)}: ${formatChange(slope, measure)} a month, test value ${formatRate(chi_squared ?? 0)}.`;
}

function changeWorked(data: Worked) {
  const measure = measureOfWorked(data);
  const { sentence, rows } = data.change!;
  return html`<p>${sentence}</p>
    ${workedTable(
      'Parts of the change',
      ['From', 'Change', 'Practices'],
      rows
        .filter(({ contribution }) => contribution !== null)
        .map(({ part, contribution, practices }) => [
          part === 'total' ? 'All together' : capital(partWords[part]),
          formatChange(contribution!, measure),
          practices === null ? '' : formatCount(practices),
        ]),
    )}`;
}
