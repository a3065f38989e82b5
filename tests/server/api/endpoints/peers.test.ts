import { describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { enriched, traitStatements } from '../../../support/enriched.ts';
import { published } from '../../../support/published.ts';

const ask = askIllustrative();

/** The quantile of values by linear interpolation, plainly. */
function quantile(values: number[], q: number): number {
  const ascending = values.toSorted((a, b) => a - b);
  const at = q * (ascending.length - 1);
  const [low, high] = [ascending[Math.floor(at)]!, ascending[Math.ceil(at)]!];
  return low + (high - low) * (at % 1);
}

describe('/peers', () => {
  it('finds the practices of the month nearest by ratio of list size, never by uptake', async () => {
    const { data: all } = await ask('/figures?level=practice&measure=records_offered');
    const { data: areas } = await ask('/areas?level=practice');
    const inMonth = new Set(all.map((row) => row.area_code));
    const sizes = new Map<string, number>(
      areas
        .filter((row) => inMonth.has(row.area_code))
        .map((row) => [row.area_code, row.registered]),
    );
    for (const practice of [...sizes.keys()].filter((_, i) => i % 60 === 0)) {
      const own = sizes.get(practice)!;
      const apart = (code: string) => Math.abs(Math.log(sizes.get(code)! / own));
      const expected = [...sizes.keys()]
        .filter((code) => code !== practice)
        .sort((a, b) => apart(a) - apart(b) || (a < b ? -1 : 1))
        .slice(0, 10);
      const { data, meta } = await ask(`/peers?practice=${practice}&measure=records_enabled`);
      expect(data.map((row) => row.area_code)).toEqual(expected);
      expect(data.map((row) => row.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(meta.inputs).toEqual(['list_size']);
      const other = await ask(`/peers?practice=${practice}&measure=appointments_accessed`);
      expect(other.data.map((row) => row.area_code)).toEqual(expected);
    }
  });

  it('puts the practice among its peers', async () => {
    const { data: all } = await ask('/figures?level=practice&measure=records_enabled');
    for (const own of all.filter((row, i) => row.value !== null && i % 40 === 0)) {
      const { data, meta } = await ask(
        `/peers?practice=${own.area_code}&measure=records_enabled&limit=25`,
      );
      const values = data.map((row) => row.value).filter((value) => value !== null);
      expect(meta.peers).toBe(25);
      expect(meta.peers_reported).toBe(values.length);
      expect(meta.lower_quartile).toBeCloseTo(quantile(values, 0.25), 10);
      expect(meta.median).toBeCloseTo(quantile(values, 0.5), 10);
      expect(meta.upper_quartile).toBeCloseTo(quantile(values, 0.75), 10);
      expect(meta.peers_below).toBe(values.filter((value) => value < own.value).length);
      expect(meta.practice).toMatchObject({
        area_code: own.area_code,
        numerator: own.numerator,
        value: own.value,
      });
      const expected =
        own.lower_95 > meta.median ? 'better' : own.upper_95 < meta.median ? 'worse' : 'similar';
      expect(meta.word).toBe(expected);
      expect(meta.sentence).toContain(`: ${expected} t`);
    }
  });

  it('says what is missing, and uses it where it is there', async () => {
    const { meta } = await ask('/peers?practice=ZZ0003&measure=records_enabled');
    expect(meta.missing.map(({ input }: { input: string }) => input)).toEqual([
      'deprivation',
      'rurality',
    ]);
    expect(meta.missing[0].sentence).toBe(
      'Deprivation is not known: this release has no deprivation scores.',
    );

    const askEnriched = asking(await enriched(inject('illustrative'), traitStatements));
    const { data: practices } = await ask('/figures?level=practice&measure=records_enabled');
    const inputs = new Set<string>();
    for (const { area_code } of practices.slice(0, 40)) {
      const found = await askEnriched(`/peers?practice=${area_code}&measure=records_enabled`);
      inputs.add(found.meta.inputs.join());
      if (found.meta.inputs.length < 3) continue;
      expect(found.meta.missing).toEqual([]);
      if (found.meta.practice.value !== null) {
        expect(found.meta.sentence).toContain('by list size, deprivation and town or country');
      }
      for (const row of found.data) {
        expect(row.deprivation).not.toBeNull();
        expect(typeof row.rural).toBe('boolean');
      }
    }
    expect(inputs).toContain('list_size,deprivation,rurality');
    expect(inputs).toContain('list_size,rurality');
  });

  it.each([
    ['measure=records_enabled', 'practice is missing'],
    ['practice=ZZ0001', 'measure is missing'],
    ['practice=Q44&measure=records_enabled', 'not a practice'],
    ['practice=ZZ0001&measure=records_enabled&limit=101', 'at most 100 peers: 101'],
    ['practice=ZZ0001&measure=records_enabled,records_offered', 'exactly one'],
  ])('refuses %s and says why', async (query, message) => {
    await expect(ask(`/peers?${query}`)).rejects.toThrow(message);
  });

  it('refuses a practice that was not there that month', async () => {
    const { data } = await ask('/areas?level=practice');
    const gone = data.find(({ last_period }) => last_period < '2015-03');
    await expect(ask(`/peers?practice=${gone.area_code}&measure=records_enabled`)).rejects.toThrow(
      `not in the extracts of 2015-03: ${gone.area_code}`,
    );
  });
});

describe.skipIf(!published)('/peers of April to September 2018', () => {
  it('gives a rate no comparison but a median', async () => {
    const askReal = asking(inject('published2018') ?? '');
    const { meta } = await askReal('/peers?practice=A81002&measure=any_use');
    expect(meta.word).toBe('not compared');
    expect(meta.sentence).toContain('transactions per 1,000 patients');
    expect(meta.sentence).not.toMatch(/better|worse|higher than|lower than|%/);
  });
});
