import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import type { MonthsData } from '../../../../web/charts/kinds/monthLines.ts';
import { findKind } from '../../../../web/charts/kinds.ts';
import { charting } from '../../../support/charts.ts';
import { published } from '../../../support/published.ts';

/** Mondays to Fridays without England's bank holidays, counted by hand in a calendar. */
const days: Record<string, number> = {
  '2018-04': 20,
  '2018-05': 21,
  '2018-06': 21,
  '2018-07': 22,
  '2018-08': 22,
  '2018-09': 20,
};

describe('the trend per working day', () => {
  it('is only for transactions', async () => {
    const charts = charting(inject('illustrative'));
    const asked = { measure: 'records_enabled', view: 'working_days' };
    await expect(charts.load('months', asked)).rejects.toMatchObject({
      status: 400,
      message: 'not a view of records_enabled: working_days',
    });
    await expect(
      charts.load('months', { service: 'records', view: 'level' }),
    ).rejects.toMatchObject({ status: 400, message: 'stages have no view: level' });
  });

  describe.skipIf(!published)('of April to September 2018', () => {
    const charts = charting(inject('published2018') ?? '');
    const asked = { measure: 'appointments_use', area: 'Y56' };

    it('divides lines and bands by the days of their months, and leaves out public figures', async () => {
      const { data: whole } = await charts.forms('months', asked);
      const { data: daily } = await charts.forms('months', { ...asked, view: 'working_days' });
      const [byMonth, byDay] = [whole as MonthsData, daily as MonthsData];
      expect(byDay.lines).toHaveLength(2);
      for (const [i, line] of byDay.lines.entries()) {
        for (const [month, { value }] of Object.entries(line.months)) {
          expect(value).toBeCloseTo(byMonth.lines[i]!.months[month]!.value! / days[month]!, 12);
        }
      }
      expect(byDay.bands.map(({ period }) => period)).toEqual(Object.keys(days));
      for (const [i, band] of byDay.bands.entries()) {
        const per = (value: number) => value / days[band.period]!;
        expect(band.p10).toBeCloseTo(per(byMonth.bands[i]!.p10), 12);
        expect(band.p50).toBeCloseTo(per(byMonth.bands[i]!.p50), 12);
        expect(band.p90).toBeCloseTo(per(byMonth.bands[i]!.p90), 12);
      }
      expect(byDay.said).toEqual([]);
    });

    it('says so in title, unit and sentence', async () => {
      const { data, kind } = await charts.forms('months', { ...asked, view: 'working_days' });
      expect([kind.finding!(data), kind.subtitle(data), kind.sentence(data)]).toEqual([
        'Per working day, use fell from 1.0 to 0.97 per 1,000, above England’s 0.93',
        'London, April 2018 to September 2018. Transactions per 1,000 patients and working day (not people)',
        'In September 2018, patients in London made 190,199 transactions to book or cancel appointments online: 0.97 per 1,000 patients and working day, down from 1.0 in April 2018. Counted at 1,249 of 1,251 practices; in April 2018 at 1,267 of 1,270 practices.',
      ]);
    });
  });
});

it.skipIf(!published)(
  'few transactions are counted in a month, but not in a working day',
  async () => {
    const charts = charting(inject('published2018') ?? '');
    const told = async (more = {}) => {
      const asked = { measure: 'records_use', area: 'A81001', from: '2018-04', to: '2018-09' };
      const { data, kind } = await charts.forms('months', { ...asked, ...more });
      return kind.finding!(data);
    };
    expect(await told()).toBe('Use: 2 transactions in April 2018, 1 transaction in September 2018');
    expect(await told({ view: 'working_days' })).toMatch(/^Per working day, use fell from 0\.02/);
  },
);

it.skipIf(!published)('a trend of a group says how many of its practices a month has', async () => {
  const group = 'A81001,A81002,A82074';
  const charts = charting(inject('published2018') ?? '');
  const { data, kind } = await charts.forms('months', { measure: 'records_enabled', group });
  // One of the three left after April, so that the others' change is not that of the group.
  expect([kind.finding!(data), kind.sentence(data)]).toEqual([
    null,
    'In September 2018, 1.4% of patients in the custom group of 3 practices were set up to see their record online (329 of 23,859). Only 2 of the 3 practices in the group are in the extracts of September 2018.',
  ]);
});

describe.skipIf(!published)('the trends of several places', () => {
  const charts = charting(inject('published2018') ?? '');
  const told = async (area: string, more = {}) => {
    const { data, kind } = await charts.forms('months', {
      ...{ measure: 'records_enabled', area },
      ...more,
    });
    return [kind.finding!(data), kind.sentence(data)];
  };
  const hartlepool = 'NHS Hartlepool and Stockton-on-Tees CCG';
  const airedale = 'NHS Airedale, Wharfedale and Craven CCG';

  it('have a title and a sentence about the same places and months, not about the first alone', async () => {
    const said = [
      `Of 2 places, set-up in September 2018 is highest in ${hartlepool} (3.2%)`,
      `In September 2018, 3.2% of patients in ${hartlepool} were set up to see their record online, and 2.4% in ${airedale}. In England it was 6.4%. The share of patients who were set up to see their record online rose in both CCGs between April 2018 and September 2018, and moved most in ${airedale}: from 2.0% to 2.4%.`,
    ];
    expect(await told('00K,02N,E92000001')).toEqual(said);
    expect(await told('02N,00K,E92000001')).toEqual(said);
  });

  it('are of places of several levels not counted as of one', async () => {
    expect(await told('00K,Y56')).toEqual([
      `In September 2018 set-up is 8.0% in London and 3.2% in ${hartlepool}`,
      `In September 2018, 8.0% of patients in London were set up to see their record online, and 3.2% in ${hartlepool}.`,
    ]);
  });

  it('of one place beside England are those of the place', async () => {
    expect(await told('00K,E92000001')).toEqual([
      'Set-up rose from 2.9% to 3.2%, below England’s 6.4%',
      `In September 2018, 3.2% of patients in ${hartlepool} were set up to see their record online (9,014 of 282,433), up from 2.9% in April 2018.`,
    ]);
    expect(await told('E92000001,00K')).toEqual([
      `In September 2018 set-up is 6.4% in England and 3.2% in ${hartlepool}`,
      `In September 2018, 3.2% of patients in ${hartlepool} were set up to see their record online. In England it was 6.4%.`,
    ]);
  });

  it('of a place without a figure at the end name its last month', async () => {
    const [title] = await told('A82060');
    expect(title).toBe('Set-up fell from 5.2% to 4.2% by July 2018, below England’s 6.1%');
  });

  it('are not the stages of one place', async () => {
    const { data, kind } = await charts.forms('months', { service: 'records', area: '00K' });
    expect(kind.sentence(data)).toBe(
      `In September 2018, 100% of patients in ${hartlepool} were registered where patients can see their record online (282,433 of 282,433), the same as in April 2018. In September 2018, 3.2% of patients in ${hartlepool} were set up to see their record online (9,014 of 282,433), up from 2.9% in April 2018.`,
    );
  });

  it('name the practices chosen', async () => {
    const [, sentence] = await told('00K,02N', { supplier: 'TPP' });
    expect(sentence).toContain(`% in ${hartlepool} (only practices with TPP).`);
  });
});

it('a figure of more than there are is said to be published so', () => {
  const folder = new URL('../../../fixtures/charts/months/', import.meta.url);
  const data: MonthsData = JSON.parse(readFileSync(new URL('data.json', folder), 'utf8'));
  const kind = findKind('months')!;
  const said = () => kind.sentence(data);
  expect(said()).not.toContain('More are counted');
  const last = data.lines[0]!.months[data.months.at(-1)!]!;
  Object.assign(last, { numerator: 586, denominator: 218, value: (100 * 586) / 218 });
  expect(said()).toMatch(
    / 268\.8% of patients .* \(586 of 218\), up from .*\. More are counted than there are: this is as published\.$/,
  );
});
