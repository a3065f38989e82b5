import { describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { enriched } from '../../../support/enriched.ts';
import { published } from '../../../support/published.ts';

const ask = askIllustrative();

/** The quantile of values by linear interpolation, in the plainest way. */
function quantile(values: number[], q: number): number {
  const ascending = values.toSorted((a, b) => a - b);
  const at = q * (ascending.length - 1);
  const [low, high] = [ascending[Math.floor(at)]!, ascending[Math.ceil(at)]!];
  return low + (high - low) * (at % 1);
}

/** Deprivation and rurality by the last digits of a practice's code; some have none. */
const byDigits = [
  `create table practice_deprivation as
   select area_code as practice_code, cast(right(area_code, 2) as integer) + 0.5 as score, 1 as quintile
   from area where level = 'practice' and right(area_code, 1) <> '9'`,
  `create table practice_rurality as
   select area_code as practice_code, right(area_code, 1) in ('3', '6') as rural
   from area where level = 'practice' and right(area_code, 1) <> '7'`,
];

describe('/peers', () => {
  it('finds the thirty of the month nearest in supplier and ratio of list size, never in uptake', async () => {
    const { data: all } = await ask('/figures?level=practice&measure=records_offered');
    const { data: areas } = await ask('/areas?level=practice');
    const inMonth = new Set(all.map((row) => row.area_code));
    const logs = new Map<string, number>(
      areas
        .filter((row) => inMonth.has(row.area_code))
        .map((row) => [row.area_code, Math.log(row.registered)]),
    );
    const mean = [...logs.values()].reduce((sum, log) => sum + log, 0) / logs.size;
    const squares = [...logs.values()].reduce((sum, log) => sum + (log - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / logs.size);
    for (const practice of [...logs.keys()].filter((_, i) => i % 60 === 0)) {
      const { data, meta } = await ask(`/peers?practice=${practice}&measure=records_enabled`);
      expect(meta.inputs).toEqual(['supplier', 'list_size']);
      expect(data.map((row) => row.rank)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
      const apart = (code: string) => Math.abs(logs.get(code)! - logs.get(practice)!) / deviation;
      for (const row of data) {
        const other = row.supplier === meta.practice.supplier ? 0 : 2;
        expect(row.distance).toBeCloseTo(Math.hypot(apart(row.area_code), other), 6);
      }
      const distances = data.map((row) => row.distance);
      expect(distances).toEqual(distances.toSorted((a, b) => a - b));
      // A practice that is not a peer has another supplier, or is no nearer in size.
      const nearer = [...logs.keys()].filter((code) => apart(code) < distances.at(-1)).length;
      expect(nearer).toBeGreaterThanOrEqual(30);
      const other = await ask(`/peers?practice=${practice}&measure=appointments_accessed&limit=5`);
      expect(other.data.map((row) => row.area_code)).toEqual(
        data.slice(0, 5).map((row) => row.area_code),
      );
      expect(other.meta.peers).toBe(30);
    }
  });

  it('ranks the practice among its peers', async () => {
    const { data: all } = await ask('/figures?level=practice&measure=records_enabled');
    for (const own of all.filter((row, i) => row.value !== null && i % 40 === 0)) {
      const { data, meta } = await ask(`/peers?practice=${own.area_code}&measure=records_enabled`);
      const values = data.map((row) => row.value).filter((value) => value !== null);
      expect(meta.peers).toBe(30);
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
      const outside = own.value < meta.lower_quartile || own.value > meta.upper_quartile;
      const beyond = own.lower_95 > meta.median || own.upper_95 < meta.median;
      const side = own.value > meta.median ? 'higher' : 'lower';
      expect(meta.comparison_95).toBe(beyond ? side : 'similar');
      expect(meta.peers_above).toBe(values.filter((value) => value > own.value).length);
      const varied = meta.upper_quartile - meta.lower_quartile > meta.median;
      expect(meta.peers_vary).toBe(varied);
      const matters = Math.abs(own.value - meta.median) >= 1;
      const sided = !varied && outside && beyond && matters;
      expect(/^(higher|lower)$/.test(meta.word)).toBe(sided);
      if (sided) expect(meta.word).toBe(side);
      expect(/ (higher|lower) than the /.test(meta.sentence)).toBe(sided);
      if (!varied && !matters) expect(meta.word).toBe('about the same');
      expect(meta.sentence).toContain(
        meta.peers_below === 0
          ? 'higher than none of'
          : `higher than ${meta.peers_below} of ${values.length}`,
      );
    }
  });

  it('says how much the common characteristics explain', async () => {
    const { meta } = await ask('/peers?practice=ZZ0003&measure=records_enabled');
    expect(meta.explained).toBeGreaterThan(0);
    expect(meta.explained).toBeLessThan(1);
    expect(meta.explained_sentence).toContain('of the differences between practices (R²)');
  });

  it('says what is missing, and uses it if it exists', async () => {
    const { meta } = await ask('/peers?practice=ZZ0003&measure=records_enabled');
    expect(meta.missing.map(({ input }: { input: string }) => input)).toEqual([
      'deprivation',
      'rurality',
    ]);
    expect(meta.missing[0].sentence).toBe(
      'Deprivation is not known: this release has no deprivation scores.',
    );

    const askEnriched = asking(await enriched(inject('illustrative'), byDigits));
    const { data: practices } = await ask('/figures?level=practice&measure=records_enabled');
    const inputs = new Set<string>();
    for (const { area_code } of practices.slice(0, 40)) {
      const found = await askEnriched(`/peers?practice=${area_code}&measure=records_enabled`);
      inputs.add(found.meta.inputs.join());
      if (found.meta.inputs.length < 4) continue;
      expect(found.meta.missing).toEqual([]);
      if (found.meta.practice.value !== null) {
        expect(found.meta.sentence).toContain(
          'by supplier, list size, deprivation and town or country',
        );
      }
      for (const row of found.data) {
        expect(row.deprivation).toBe(Number(row.area_code.slice(-2)) + 0.5);
        expect(row.rural).toBe(/[36]$/.test(row.area_code));
      }
    }
    expect(inputs).toContain('supplier,list_size,deprivation,rurality');
    expect(inputs).toContain('supplier,list_size,rurality');
  });

  it.each([
    ['measure=records_enabled', 'practice is missing'],
    ['practice=ZZ0001', 'measure is missing'],
    ['practice=Q44&measure=records_enabled', 'not a practice'],
    ['practice=ZZ0001&measure=records_enabled,records_offered', 'exactly one'],
  ])('rejects %s and says why', async (query, message) => {
    await expect(ask(`/peers?${query}`)).rejects.toThrow(message);
  });

  it('rejects a practice that did not exist that month', async () => {
    const { data } = await ask('/areas?level=practice');
    const gone = data.find(({ last_period }) => last_period < '2015-03');
    await expect(ask(`/peers?practice=${gone.area_code}&measure=records_enabled`)).rejects.toThrow(
      `not in the extracts of 2015-03: ${gone.area_code}`,
    );
  });
});

describe.skipIf(!published)('/peers of April to September 2018', () => {
  it('gives a rate a median but no comparison', async () => {
    const askReal = asking(inject('published2018') ?? '');
    const { meta } = await askReal('/peers?practice=A81002&measure=any_use');
    expect(meta.word).toBe('not compared');
    expect(meta.sentence).toContain('transactions per 1,000 patients');
    expect(meta.sentence).not.toMatch(/better|worse|higher than the|lower than the|%/);
  });
});
