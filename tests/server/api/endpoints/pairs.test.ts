import { beforeAll, describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { enriched, traitStatements } from '../../../support/enriched.ts';

describe('/pairs', () => {
  const ask = askIllustrative();

  it('pairs a figure with another of the same places', async () => {
    const { data, meta } = await ask(
      '/pairs?measure=records_enabled&across=appointments_enabled&level=ccg',
    );
    const [own, other] = await Promise.all(
      ['records_enabled', 'appointments_enabled'].map(
        async (measure) => (await ask(`/figures?measure=${measure}&level=ccg`)).data,
      ),
    );
    expect(data.length).toBe(own!.length);
    for (const [i, row] of data.entries()) {
      expect(row).toMatchObject({
        area_code: own![i].area_code,
        value: own![i].value,
        across: 'appointments_enabled',
        across_value: other![i].value,
        practices: own![i].practices,
      });
    }
    expect(meta.units).toBe(data.length);
    expect(meta.rho).toBeGreaterThan(meta.rho_lower_95);
    expect(meta.rho).toBeLessThan(meta.rho_upper_95);
    expect(meta.sentence).toContain(`Spearman’s rank correlation`);
  });

  it("gives list sizes: a practice's own, or the mean of an area's practices", async () => {
    const { data } = await ask(
      '/pairs?measure=records_enabled&across=list_size&parent=Q66&level=practice',
    );
    const { data: areas } = await ask(
      '/pairs?measure=records_enabled&across=list_size&level=subregion',
    );
    const area = areas.find(({ area_code }) => area_code === 'Q66');
    const sizes = data.map(({ list_size }) => list_size).filter((one) => one !== null);
    const { data: figures } = await ask(
      '/figures?measure=records_offered&parent=Q66&level=practice',
    );
    const registered = new Map(figures.map((row) => [row.area_code, row.denominator]));
    for (const row of data) {
      expect([row.area_code, row.across_value]).toEqual([
        row.area_code,
        registered.get(row.area_code),
      ]);
    }
    expect(area.practices).toBe(data.length);
    expect(area.across_value).toBeCloseTo(
      sizes.reduce((sum, one) => sum + one, 0) / sizes.length,
      9,
    );
    expect(area.registered).toBe(sizes.reduce((sum, one) => sum + one, 0));
    expect(area.supplier).toBeNull();
  });

  it('says which file is missing if there are no scores, and gives the rest', async () => {
    const { data, meta } = await ask(
      '/pairs?measure=records_enabled&across=deprivation&level=region',
    );
    expect(meta.missing).toBe('Deprivation is not known: this release has no deprivation scores.');
    expect(data.map(({ across_value }) => across_value)).toEqual(data.map(() => null));
    expect(data[0].value).toBeGreaterThan(0);
    expect(meta).toMatchObject({ rho: null, units: 0 });
  });

  it('gives the supplier of practices, and when it changed', async () => {
    const { data } = await ask('/pairs?measure=records_enabled&across=list_size&level=practice');
    const [one] = data;
    const { data: practice } = await ask<{ months: { period: string; supplier: string }[] }>(
      `/practices/${one.area_code}`,
    );
    expect(one.supplier).toBe(practice.months.at(-1)!.supplier);
    expect(data.some((row) => row.supplier_changed_period)).toBe(true);
  });

  it.each([
    ['measure=records_offered&across=list_size&level=practice', 'a practice offers a service'],
    [
      'measure=records_enabled&across=records_offered&level=practice',
      'a practice offers a service',
    ],
    ['measure=records_enabled&across=height', 'unknown thing to hold a figure against: height'],
    ['measure=records_enabled', 'across is missing'],
  ])('rejects %s', async (query, message) => {
    await expect(ask(`/pairs?${query}`)).rejects.toThrow(message);
  });
});

describe('/pairs with scores', () => {
  let ask: ReturnType<typeof asking>;
  beforeAll(async () => {
    ask = asking(await enriched(inject('illustrative'), traitStatements));
  });

  it('weights scores by patients, and counts practices of the most deprived fifth', async () => {
    const address = (level: string, across: string) =>
      `/pairs?measure=records_enabled&across=${across}&level=${level}&parent=Y54`;
    const { data: practices } = await ask(address('practice', 'deprivation'));
    const { data: whole } = await ask(
      '/pairs?measure=records_enabled&across=most_deprived&level=region',
    );
    const region = whole.find(({ area_code }) => area_code === 'Y54');
    const scored = practices.filter(({ deprivation }) => deprivation !== null);
    expect(scored.length).toBeLessThan(practices.length);
    const patients = scored.reduce((sum, { registered }) => sum + registered, 0);
    const weighed = scored.reduce((sum, row) => sum + row.deprivation * row.registered, 0);
    expect(region.deprivation).toBeCloseTo(weighed / patients, 9);
    // By the quintile of the statements: scores from 37 on are those of the most deprived fifth.
    const most = scored.filter(({ most_deprived }) => most_deprived === 100).length;
    expect(region.most_deprived).toBeCloseTo((100 * most) / scored.length, 9);
    expect(most).toBe(scored.filter(({ deprivation }) => deprivation >= 37).length);
  });
});
