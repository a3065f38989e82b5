import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { illustrativePracticeCode } from '../../../data/definitions/extracts.ts';
import { MARCH_2015 } from '../../../scripts/illustrate/calendar.ts';
import { inventGroups } from '../../../scripts/illustrate/groups.ts';
import { inventPractices, isOpen } from '../../../scripts/illustrate/practices.ts';
import { published } from '../../support/published.ts';

const groups = inventGroups(2015, 7813);
const practices = inventPractices(2015, groups);
const openIn = (month: number) => practices.filter((practice) => isOpen(practice, month));

describe('inventPractices', () => {
  it('opens 7,813 in March 2015, group by group as counted', () => {
    expect(openIn(MARCH_2015)).toHaveLength(7813);
    const counts = new Map<string, number>();
    for (const { group } of openIn(MARCH_2015)) {
      counts.set(group.code, (counts.get(group.code) ?? 0) + 1);
    }
    for (const { code, practices } of groups) expect(counts.get(code)).toBe(practices);
  });

  it('has about 8,000 in April 2014, a few hundred closing and some opening', () => {
    expect(openIn(0)).toHaveLength(8000);
    expect(practices.filter(({ closes }) => closes <= MARCH_2015)).toHaveLength(230);
    expect(practices.filter(({ opens }) => opens > 0 && opens <= MARCH_2015)).toHaveLength(43);
  });

  it('gives each a code that no real practice can have', () => {
    expect(new Set(practices.map(({ code }) => code)).size).toBe(practices.length);
    expect(practices.filter(({ code }) => !illustrativePracticeCode.test(code))).toEqual([]);
  });

  it('gives each a name that says it is an example', () => {
    const names = practices.flatMap(({ name, renamed }) => (renamed ? [name, renamed.name] : name));
    expect(names.filter((name) => !/ EXAMPLE /.test(name))).toEqual([]);
    expect(practices.filter(({ name }) => name.length > 100).length).toBeGreaterThan(2);
  });

  it('gives two practices of a group the same name only in a few groups', () => {
    const inGroup = new Map<string, number>();
    for (const { name, group } of practices) {
      const key = `${group.code} ${name}`;
      inGroup.set(key, (inGroup.get(key) ?? 0) + 1);
    }
    const shared = [...inGroup.values()].filter((count) => count > 1);
    expect(shared).toEqual([2, 2, 2, 2, 2]);
  });

  it('renames some and moves some to another supplier', () => {
    expect(practices.filter(({ renamed }) => renamed).length).toBeGreaterThan(10);
    const moved = practices.filter(({ moved }) => moved);
    expect(moved.length).toBeGreaterThan(30);
    for (const { supplier, moved: to } of moved) expect(to!.supplier).not.toBe(supplier);
  });

  describe.skipIf(!published)('compared with published files', () => {
    const cells = (path: string) =>
      Papa.parse<string[]>(readFileSync(join(published!, path), 'utf8')).data.flat();
    const real = new Set(
      [
        'reference/epraccur_2020-01.csv',
        'reference/gp-reg-pat-prac-map_01Jan2022.csv',
        'pomi/awkward_rows_2018_19.csv',
        'pomi/BOOK_CANCEL_APPOINTMENTS_POMI_april_2015_excerpt.csv',
      ].flatMap((path) => (published ? cells(path) : [])),
    );

    it('has no code and no name that a real practice or group has', () => {
      expect(real.has('A81001')).toBe(true);
      const invented = [
        ...practices.flatMap(({ code, name, renamed }) => [code, name, renamed?.name ?? code]),
        ...groups.flatMap(({ code, name }) => [code, name]),
      ];
      expect(invented.filter((text) => real.has(text))).toEqual([]);
    });
  });
});
