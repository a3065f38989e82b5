import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { MARCH_2015 } from '../../../scripts/illustrate/calendar.ts';
import { inventGroups } from '../../../scripts/illustrate/groups.ts';
import { inventPractices, isOpen } from '../../../scripts/illustrate/practices.ts';
import { illustrateReferences } from '../../../scripts/illustrate/references.ts';

const options = { seed: 2015, practices: 2500 };
const texts = (of: typeof options) =>
  new Map(illustrateReferences(of).map(({ name, texts }) => [name, [...texts()].join('')]));
const files = texts(options);
const rows = (name: string) =>
  Papa.parse<Record<string, string>>(files.get(name)!, { header: true, skipEmptyLines: true }).data;
const lookup = rows('gp-reg-pat-prac-map.csv');
const register = Papa.parse<string[]>(files.get('epraccur.csv')!, { skipEmptyLines: true }).data;
const scores = rows('deprivation_by_practice.csv');
const practices = inventPractices(options.seed, inventGroups(options.seed, options.practices));

describe('illustrative reference files', () => {
  it('are the same bytes from the same seed, on every machine', () => {
    const hash = createHash('sha256')
      .update([...files.values()].join(''))
      .digest('hex');
    expect(
      createHash('sha256')
        .update([...texts(options).values()].join(''))
        .digest('hex'),
    ).toBe(hash);
    expect(hash).toBe('a3c43548671f5777b39e8c2c23b098f9c333843c0122e93920a9326634a9186c');
  });

  it('place every practice of March 2015 and no other, with codes and postcodes that nothing real has', () => {
    const open = practices.filter((practice) => isOpen(practice, MARCH_2015));
    expect(lookup.map((row) => row.PRACTICE_CODE)).toEqual(open.map(({ code }) => code));
    for (const row of lookup) {
      expect(row.PRACTICE_POSTCODE).toMatch(/^ZZ[1-9][A-Z] \d[A-Z]{2}$/);
      expect(row.PCN_CODE).toMatch(/^(ZU\d{4}|U)$/);
      expect(row.CCG_CODE).toMatch(/^ZC\d{3}$/);
      expect(row.STP_CODE).toMatch(/^ZS\d\d$/);
      expect([row.ONS_CCG_CODE, row.ONS_STP_CODE, row.ONS_COMM_REGION_CODE].join()).toMatch(
        /^Z\d{8},Z\d{8},Z\d{8}$/,
      );
    }
  });

  it('merge some groups, and leave some practices in no network', () => {
    const published = new Map(practices.map(({ code, group }) => [code, group.code]));
    const moved = lookup.filter((row) => published.get(row.PRACTICE_CODE!) !== row.CCG_CODE);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.length).toBeLessThan(lookup.length / 4);
    const alone = lookup.filter((row) => row.PCN_CODE === 'U').length / lookup.length;
    expect(alone).toBeGreaterThan(0.005);
    expect(alone).toBeLessThan(0.04);
  });

  it('register when practices opened and closed', () => {
    expect(register.every((row) => row.length === 27)).toBe(true);
    const byCode = new Map(register.map((row) => [row[0], row]));
    for (const { code, opens, closes } of practices.filter((one) => one.opens <= MARCH_2015)) {
      const [opened, closed, status] = byCode.get(code)!.slice(10, 13);
      if (opens >= 0)
        expect(opened).toBe(
          `${opens < 9 ? 2014 : 2015}${String(((opens + 3) % 12) + 1).padStart(2, '0')}01`,
        );
      else expect(Number(opened)).toBeLessThan(20140401);
      expect(status).toBe(closes <= MARCH_2015 ? 'C' : 'A');
      expect(closed === '').toBe(closes > MARCH_2015);
    }
  });

  it("score deprivation by the practices' need", () => {
    const need = new Map(practices.map((practice) => [practice.code, practice.need]));
    const pairs = scores.map((row) => [need.get(row['Area Code']!)!, Number(row.Value)] as const);
    const byNeed = pairs.toSorted((a, b) => a[0] - b[0]);
    for (const [i, [, score]] of byNeed.entries()) {
      if (i > 0) expect(score).toBeGreaterThanOrEqual(byNeed[i - 1]![1]);
    }
    const mean = pairs.reduce((sum, [, score]) => sum + score, 0) / pairs.length;
    expect(mean).toBeGreaterThan(18);
    expect(mean).toBeLessThan(26);
  });
});
