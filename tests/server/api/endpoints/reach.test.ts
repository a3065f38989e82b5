import { describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';

const ask = askIllustrative();
const question = 'measure=records_enabled';

describe('/reach', () => {
  it('gives the least number of patients that brings a practice to each level', async () => {
    const { data: all } = await ask(`/figures?${question}&level=practice`);
    const { data: england } = await ask(`/figures?${question}`);
    const { data: tenth } = await ask(`/deciles?${question}`);
    for (const own of all.filter((row, i) => row.value !== null && i % 25 === 0)) {
      const { data } = await ask(`/reach?practice=${own.area_code}&${question}`);
      const { data: practice } = await ask<{ ccg_code: string }>(`/practices/${own.area_code}`);
      const { data: ccg } = await ask(`/figures?${question}&area=${practice.ccg_code}`);
      const { meta: peers } = await ask(`/peers?practice=${own.area_code}&${question}`);
      const levels = Object.fromEntries(data.map((row) => [row.to, row.target_value]));
      expect(data.map((row) => row.to)).toEqual(['ccg', 'england', 'peers_median', 'top_tenth']);
      expect(levels.ccg).toBe(ccg[0].value);
      expect(levels.england).toBeCloseTo(england[0].value, 12);
      expect(levels.peers_median).toBe(peers.median);
      expect(levels.top_tenth).toBeCloseTo(tenth[0].p90, 12);
      for (const { more_patients: more, target_value: target, sentence } of data) {
        const share = (patients: number) => (patients / own.denominator) * 100;
        expect(share(own.numerator + more)).toBeGreaterThanOrEqual(target - 1e-8);
        if (more > 0) expect(share(own.numerator + more - 1)).toBeLessThan(target);
        expect(sentence.includes('already')).toBe(more === 0);
      }
    }
  });

  it('compares an area or a group with England and the top tenth', async () => {
    const { data: ccg } = await ask(`/figures?${question}&level=ccg`);
    const { data } = await ask(`/reach?area=${ccg[0].area_code}&${question}`);
    expect(data.map((row) => row.to)).toEqual(['england', 'top_tenth']);
    expect((await ask(`/reach?area=E92000001&${question}`)).data.map((row) => row.to)).toEqual([
      'top_tenth',
    ]);
    const { data: group } = await ask(`/reach?group=ZZ0001,ZZ0002,ZZ0003&${question}`);
    expect(group.map((row) => [row.level, row.to])).toEqual([
      ['group', 'england'],
      ['group', 'top_tenth'],
    ]);
  });

  it('has no number if the place did not report', async () => {
    const { data: all } = await ask(`/figures?${question}&level=practice`);
    const silent = all.find((row) => row.marker === '[x]');
    const { data } = await ask(`/reach?practice=${silent.area_code}&${question}`);
    for (const row of data) {
      expect(row.more_patients).toBeNull();
      expect(row.sentence).toMatch(
        /^For March 2015, the number of patients .+ was not reported at .+ Practice\.$/,
      );
    }
  });

  it.each([
    ['area=E92000001&measure=records_offered', 'needs a measure of patients enabled or accessing'],
    ['area=E92000001&measure=records_use', 'needs a measure of patients enabled or accessing'],
    ['measure=records_enabled', 'area is missing'],
    ['area=E92000001,Q44&measure=records_enabled', 'exactly one'],
    ['area=Q44&practice=ZZ0001&measure=records_enabled', 'practice cannot be combined with area'],
  ])('rejects %s and says why', async (query, message) => {
    await expect(ask(`/reach?${query}`)).rejects.toThrow(message);
  });
});

describe.skipIf(!published)('/reach of April to September 2018', () => {
  it('asks for no more patients of a practice with more enabled than registered', async () => {
    const askReal = asking(inject('published2018') ?? '');
    const { data } = await askReal('/reach?practice=C88627&measure=any_enabled');
    expect(data.map((row) => row.more_patients)).toEqual([0, 0, 0, 0]);
  });
});
