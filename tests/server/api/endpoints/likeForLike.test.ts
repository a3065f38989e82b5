import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { unzipped } from '../../../support/bytes.ts';
import { isDue, shareDue } from '../../../support/due.ts';
import {
  type OracleFigure,
  type OraclePractice,
  oracleFigures,
  oraclePractices,
} from '../../../support/oracle.ts';
import { published } from '../../../support/published.ts';

const bare = askIllustrative();
const ask = asking(inject('referenced'));
const question = 'measure=records_enabled,appointments_offered_practices&from=2014-04';

describe('figures on the boundaries of a lookup', () => {
  it('leave England unchanged and add up to it with what is not placed', async () => {
    const { data: england } = await ask(`/figures?${question}`);
    const same = await ask(`/figures?${question}&boundaries=lookup`);
    expect(same.data).toEqual(england);
    const { data: practices } = await ask(`/figures?${question}&level=practice`);
    const { data: places } = await ask('/areas?level=practice');
    const placed = new Set(places.filter((row) => row.stp_code).map((row) => row.area_code));
    expect(placed.size).toBeLessThan(places.length);
    const left = practices.filter((row) => !placed.has(row.area_code));
    const sums = (rows: { period: string; measure: string; numerator: number | null }[]) => {
      const total = new Map<string, number>();
      for (const { period, measure, numerator } of rows) {
        const key = `${period} ${measure}`;
        total.set(key, (total.get(key) ?? 0) + (numerator ?? 0));
      }
      return [...total].sort();
    };
    for (const level of ['region', 'stp', 'ccg']) {
      const { data } = await ask(`/figures?${question}&level=${level}&boundaries=lookup`);
      expect(sums([...data, ...left]), level).toEqual(sums(england));
    }
  });

  it('say which lookup they use and how much it places, month by month', async () => {
    const { meta } = await ask(`/figures?${question}&boundaries=lookup`);
    expect(meta).toMatchObject({ boundaries: 'lookup', lookup: '2015-04-01' });
    expect(meta.placement).toHaveLength(12);
    const last = meta.placement.at(-1);
    expect(last).toMatchObject({
      period: '2015-03',
      practices: 300,
      practices_unplaced: 0,
      share_of_patients_placed: 100,
    });
    const first = meta.placement[0];
    expect(first.practices_placed + first.practices_unplaced).toBe(first.practices);
    expect(first.registered_placed + first.registered_unplaced).toBe(first.registered);
    expect(first.share_of_patients_placed).toBeCloseTo(
      (first.registered_placed / first.registered) * 100,
      10,
    );
    expect(first.share_of_patients_in_pcn).toBeCloseTo(
      (first.registered_in_pcn / first.registered) * 100,
      10,
    );
    expect(first.practices_unplaced).toBeGreaterThan(0);
    expect((await ask('/figures?level=pcn')).meta).toMatchObject({
      boundaries: 'published',
      lookup: '2015-04-01',
    });
    expect((await ask('/figures')).meta.placement).toBeUndefined();
  });

  it('say it for every month that they use, which is all for a question without a range', async () => {
    const usual = 'measure=records_enabled&area=E92000001&boundaries=lookup';
    expect((await ask(`/xmr?${usual}`)).meta.placement).toHaveLength(12);
    expect((await ask(`/xmr?${usual}&from=2014-10`)).meta.placement).toHaveLength(6);
    expect((await ask(`/figures?${usual}`)).meta.placement).toHaveLength(1);
  });

  it.each([
    ['/figures?measure=records_enabled&level=ccg,stp,pcn&', 'area_code'],
    ['/deciles?measure=records_enabled&within=ZS01&', 'p50'],
    ['/percentiles?measure=records_enabled&within=ZS01&', 'percentile'],
    ['/funnel?measure=records_enabled&level=stp&', 'position'],
    ['/coverage?measure=records_enabled&level=pcn&', 'registered'],
    ['/breakdowns?measure=records_enabled&by=deprivation&area=ZS01&', 'group_code'],
    ['/comparisons?measure=records_enabled&area=ZS01&', 'against_code'],
    ['/trends?measure=records_enabled&level=stp&', 'area_code'],
    ['/xmr?measure=records_enabled&area=ZS01&', 'value'],
    ['/areas?level=region,stp,ccg,pcn&', 'area_name'],
    ['/histogram?measure=records_enabled&within=ZS01&', 'practices'],
    ['/changes?measure=records_enabled&area=ZS01&', 'contribution'],
    ['/changes/practices?measure=records_enabled&area=ZS01&', 'through_uptake'],
    ['/reach?measure=records_enabled&area=ZS01&', 'more_patients'],
    ['/promote?measure=records_enabled&area=ZS01&', 'gap'],
    ['/peers?measure=records_enabled&practice=ZZ0001&', 'ccg_code'],
  ])('are answered by %s', async (address, column) => {
    const { data, meta } = await ask(`${address}boundaries=lookup`);
    expect(data.length).toBeGreaterThan(0);
    expect(data[0]).toHaveProperty(column);
    expect(meta.boundaries).toBe('lookup');
  });

  it('lead down from region to STP, CCG and practice, and take any of them as parent', async () => {
    const below = async (parent: string) => {
      const { data } = await ask(
        `/figures?measure=records_enabled&boundaries=lookup&parent=${parent}`,
      );
      return data.map(({ level, area_code }) => ({ level, area_code }));
    };
    const stps = await below('Y56');
    expect(new Set(stps.map(({ level }) => level))).toEqual(new Set(['stp']));
    const ccgs = await below(stps[0]!.area_code);
    expect(new Set(ccgs.map(({ level }) => level))).toEqual(new Set(['ccg']));
    const practices = await below(ccgs[0]!.area_code);
    expect(new Set(practices.map(({ level }) => level))).toEqual(new Set(['practice']));
    const { data } = await ask(
      `/areas?level=practice&boundaries=lookup&parent=${ccgs[0]!.area_code}`,
    );
    const codes = new Set(data.map(({ area_code }) => area_code));
    expect(practices.every(({ area_code }) => codes.has(area_code))).toBe(true);
  });

  it('break down a change by the practices that the lookup places in an area', async () => {
    const { data: ccgs } = await ask('/areas?level=ccg&boundaries=lookup');
    const months = 'measure=records_enabled&boundaries=lookup&from=2014-04';
    for (const { area_code: ccg } of ccgs.slice(0, 5)) {
      const { data: parts, meta } = await ask(`/changes?${months}&area=${ccg}`);
      const { data: figures } = await ask(`/figures?${months}&area=${ccg}`);
      const [first, last] = [figures[0]!.value, figures.at(-1)!.value];
      expect([meta.before.value, meta.after.value]).toEqual([first, last]);
      const total = parts.find(({ part }) => part === 'total')!.contribution;
      const sum = parts.filter(({ part }) => part !== 'total');
      expect(sum.reduce((all, { contribution }) => all + contribution, 0)).toBeCloseTo(total, 9);
      const { data: practices } = await ask(`/changes/practices?${months}&area=${ccg}`);
      const there = await ask(`/areas?level=practice&boundaries=lookup&parent=${ccg}`);
      const codes = new Set(there.data.map(({ area_code }) => area_code));
      expect(practices.filter(({ area_code }) => !codes.has(area_code))).toEqual([]);
      expect(practices.reduce((all, row) => all + row.contribution, 0)).toBeCloseTo(total, 9);
    }
  });

  it('are rejected with a useful reason if there is no lookup, or no such level', async () => {
    await expect(bare('/figures?boundaries=lookup')).rejects.toThrow(
      'only the published boundaries are known: this release has no practice lookup',
    );
    await expect(bare('/figures?level=pcn')).rejects.toThrow(
      'practices cannot be put into PCNs: this release has no practice lookup',
    );
    await expect(bare('/figures?level=stp')).rejects.toThrow(
      'practices cannot be put into STPs: this release has no practice lookup',
    );
    await expect(ask('/figures?level=subregion&boundaries=lookup')).rejects.toThrow(
      'the practice lookup has no subregions',
    );
    await expect(ask('/figures?level=ccg&parent=ZS01')).rejects.toThrow(
      'a CCG as published is not within an STP of the practice lookup (add boundaries=lookup): ZS01',
    );
    await expect(ask('/figures?boundaries=mine')).rejects.toThrow('unknown boundaries: mine');
  });
});

describe('places from a lookup', () => {
  it('are those of their practices, and are found by name and code', async () => {
    const { data: practice } = await ask<{
      pcn_code: string;
      pcn_name: string;
      stp_code: string;
      stp_name: string;
    }>('/practices/ZZ0001');
    expect(practice).toMatchObject({ pcn_code: 'ZU0001', stp_code: 'ZS01' });
    const { data: pcns } = await ask('/areas?level=pcn&area=ZU0001');
    expect(pcns[0]!.area_name).toBe(practice.pcn_name);
    const { data: found } = await ask(`/search?q=${encodeURIComponent(practice.stp_name)}`);
    expect(found[0]).toMatchObject({ level: 'stp', area_code: 'ZS01' });
    const { data: within } = await ask('/figures?measure=records_enabled&parent=ZU0001');
    expect(within.map(({ area_code }) => area_code)).toContain('ZZ0001');
    expect((await bare<{ pcn_code: null }>('/practices/ZZ0001')).data.pcn_code).toBeNull();
  });
});

const title = `April to September 2018 on the boundaries of January 2022 (${shareDue(2)})`;

describe.skipIf(!published || !isDue(2, 1))(title, () => {
  const askReal = asking(inject('referenced2018') ?? '');
  let practices: OraclePractice[];
  let lookup: Map<string, Record<string, string>>;

  beforeAll(async () => {
    const zip = readFileSync(join(published!, 'pomi/pomi_1819-apr2018_to_sep2018.zip'));
    const text = [...(await unzipped(zip)).values()][0]!.toString();
    practices = oraclePractices([{ text }]);
    const { data } = Papa.parse<Record<string, string>>(
      readFileSync(join(published!, 'reference/gp-reg-pat-prac-map_01Jan2022.csv'), 'utf8'),
      { header: true, skipEmptyLines: true },
    );
    lookup = new Map(data.map((row) => [row.PRACTICE_CODE!, row]));
  });

  /** The practices, with the lookup's areas in place of the published ones. */
  const placed = () =>
    practices.map((practice) => {
      const row = lookup.get(practice.code);
      const pcn = row?.PCN_CODE === 'U' ? null : row?.PCN_CODE;
      const areas = {
        england: 'E92000001',
        region: row?.COMM_REGION_CODE,
        stp: row?.STP_CODE,
        ccg: row?.CCG_CODE,
        pcn,
      };
      return {
        ...practice,
        areas: Object.fromEntries(
          Object.entries(areas).map(([level, code]) => [level, code ?? null]),
        ),
      } as unknown as OraclePractice;
    });

  it('equals what plain JavaScript computes, for every region, STP, CCG and PCN, month and measure', async () => {
    const wanted = oracleFigures(placed());
    let compared = 0;
    for (const level of ['england', 'region', 'stp', 'ccg', 'pcn']) {
      const { data } = await askReal<OracleFigure[]>(
        `/figures?level=${level}&from=2018-04&boundaries=lookup`,
      );
      for (const row of data) {
        const figure = wanted.get(`${level} ${row.area_code} ${row.period} ${row.measure}`)!;
        const { numerator, denominator, practices: all, practices_reported } = row;
        if (
          figure.practices !== all ||
          figure.practices_reported !== practices_reported ||
          figure.numerator !== numerator ||
          figure.denominator !== denominator
        ) {
          expect(row).toMatchObject(figure);
        }
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(100_000);
    const asked = new Set(
      (await askReal('/periods')).data.flatMap((row) =>
        row.measures.split(',').map((measure: string) => `${row.period} ${measure}`),
      ),
    );
    const held = [...wanted.values()].filter(({ period, measure }) =>
      asked.has(`${period} ${measure}`),
    );
    expect(compared).toBe(held.length);
  }, 180_000);

  it('leaves England as published, and says what cannot be placed', async () => {
    const { data: before } = await askReal('/figures?from=2018-04');
    const { data: after, meta } = await askReal('/figures?from=2018-04&boundaries=lookup');
    expect(after).toEqual(before);
    for (const month of meta.placement) {
      const all = practices.filter(({ period }) => period === month.period);
      const known = all.filter(({ code }) => lookup.has(code));
      const inPcn = known.filter(({ code }) => lookup.get(code)!.PCN_CODE !== 'U');
      const patients = (some: OraclePractice[]) =>
        some.reduce((sum, { registered }) => sum + (registered ?? 0), 0);
      expect(month).toMatchObject({
        practices: all.length,
        practices_placed: known.length,
        practices_unplaced: all.length - known.length,
        registered: patients(all),
        registered_placed: patients(known),
        registered_unplaced: patients(all) - patients(known),
        practices_in_pcn: inPcn.length,
        registered_in_pcn: patients(inPcn),
        share_of_patients_in_pcn: (patients(inPcn) / patients(all)) * 100,
      });
      expect(month.share_of_patients_placed).toBeGreaterThan(94);
      expect(month.share_of_patients_placed).toBeLessThan(96);
    }
  });

  it('shows more uptake the less deprived practices are, as known for March 2019', async () => {
    const { data } = await askReal('/breakdowns?measure=any_enabled&by=deprivation&period=2018-09');
    const fifths = data
      .filter(({ group_code }) => /^[1-5]$/.test(group_code))
      .map(({ value }) => value);
    expect(fifths).toHaveLength(5);
    expect(fifths).toEqual(fifths.toSorted((a, b) => a - b));
    expect(fifths[0]).toBeGreaterThan(18);
    expect(fifths[4]).toBeLessThan(33);
  });

  it('finds practices by postcode, and gives closed ones with their date', async () => {
    const { data } = await askReal('/search?q=ts18 1hu');
    expect(data.map(({ area_code }) => area_code).sort()).toEqual(['A81001', 'A81632']);
    const { data: closed } = await askReal('/search?q=F81718');
    expect(closed[0]).toMatchObject({ area_code: 'F81718', open: false, close_date: '2019-04-30' });
  });

  it('puts each PCN and CCG into areas that the lookup puts its practices in', async () => {
    const { data } = await askReal('/areas?level=pcn,ccg&boundaries=lookup');
    const placedIn = new Set(
      [...lookup.values()].flatMap((row) =>
        [row.COMM_REGION_CODE, row.STP_CODE, row.CCG_CODE].flatMap((above) => [
          `${row.PCN_CODE} in ${above}`,
          `${row.CCG_CODE} in ${above}`,
        ]),
      ),
    );
    const said = data.flatMap(({ area_code, region_code, stp_code, ccg_code }) =>
      [region_code, stp_code, ccg_code].map((above) => `${area_code} in ${above}`),
    );
    expect(said.length).toBeGreaterThan(3000);
    expect(said.filter((one) => !placedIn.has(one)).slice(0, 5)).toEqual([]);
  });

  it('compares a practice with the CCG that the lookup puts it in', async () => {
    const { data: places } = await askReal('/areas?level=practice&boundaries=lookup');
    const { data: before } = await askReal('/areas?level=practice');
    const publishedCcg = new Map(before.map((row) => [row.area_code, row.ccg_code]));
    const moved = places.filter(
      (row) => row.ccg_code && row.ccg_code !== publishedCcg.get(row.area_code),
    );
    expect(moved.length).toBeGreaterThan(1000);
    const { area_code: code, ccg_code: ccg } = moved.find(
      ({ last_period }) => last_period === '2018-09',
    );
    const practice = `measure=any_enabled&practice=${code}`;
    const { data: levels } = await askReal(`/reach?${practice}&boundaries=lookup`);
    const { data: figures } = await askReal(
      `/figures?measure=any_enabled&boundaries=lookup&area=${ccg}`,
    );
    expect(levels.find(({ to }) => to === 'ccg')).toMatchObject({
      to_code: ccg,
      target_value: figures[0]!.value,
    });
    const { data: published } = await askReal(`/reach?${practice}`);
    expect(published.find(({ to }) => to === 'ccg')!.to_code).toBe(publishedCcg.get(code));
    const peers = async (more: string) => {
      const { data } = await askReal(`/peers?${practice}${more}`);
      return data.map(({ ccg_code: _, ...row }) => row);
    };
    expect(await peers('&boundaries=lookup')).toEqual(await peers(''));
  });

  it('draws every area of the lookup', async () => {
    for (const [level, count] of [
      ['region', 7],
      ['stp', 42],
      ['ccg', 106],
    ] as const) {
      const { features } = (await askReal(`/boundaries?level=${level}`)) as unknown as {
        features: { properties: { area_code: string } }[];
      };
      const { data } = await askReal(`/areas?level=${level}&boundaries=lookup`);
      expect(features.map(({ properties }) => properties.area_code).sort()).toEqual(
        data.map(({ area_code }) => area_code).sort(),
      );
      expect(features).toHaveLength(count);
    }
  });
});
