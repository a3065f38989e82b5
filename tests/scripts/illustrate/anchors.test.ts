import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSeed, writeIllustration } from '../../../scripts/illustrate.ts';
import { due } from '../../support/due.ts';
import { england, type Reading, readExtract } from './reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'anchors-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const oneDecimal = (value: number) => value.toFixed(1);

describe.each([defaultSeed, ...due([7], 2)])('the illustration of seed %d', (seed) => {
  let records: Reading[];
  let appointments: Reading[];
  let prescriptions: Reading[];

  beforeAll(async () => {
    const paths = await writeIllustration(join(folder, String(seed)), { seed });
    [records, appointments, prescriptions] = paths.map(readExtract) as [
      Reading[],
      Reading[],
      Reading[],
    ];
  }, 120_000);

  it('begins with the public figures for the end of March 2014', () => {
    const seen = england(records, 1);
    expect(seen.practices).toBeGreaterThan(7950);
    expect(seen.practices).toBeLessThan(8050);
    expect(oneDecimal(seen.offeredPractices)).toBe('2.9');
    expect(oneDecimal(seen.offered)).toBe('3.0');
    expect((100 * seen.withStatus(1).length) / seen.practices).toBeGreaterThan(79.5);
    expect((100 * seen.withStatus(1).length) / seen.practices).toBeLessThan(80);
    expect((100 * seen.withStatus(0).length) / seen.practices).toBeGreaterThan(16.5);
    expect((100 * seen.withStatus(0).length) / seen.practices).toBeLessThan(17);
    expect(Math.round(seen.used / 1000)).toBe(20);
    const booking = england(appointments, 1);
    expect(oneDecimal(booking.offeredPractices)).toBe('80.0');
    expect(booking.withStatus(0)).toHaveLength(33);
    expect(oneDecimal(booking.enabledPercent)).toBe('7.2');
    expect(oneDecimal(booking.enabled / 1e6)).toBe('4.0');
  });

  it('meets the shares of patients of September 2014', () => {
    const shares = [records, appointments, prescriptions].map((rows) => england(rows, 6).offered);
    expect(shares.map(oneDecimal)).toEqual(['21.0', '91.0', '88.0']);
  });

  it('has 750,000 patients enabled for records in December 2014', () => {
    expect(england(records, 9).enabled).toBe(750_000);
  });

  it('ends with the public figures for records in March 2015', () => {
    const seen = england(records, 12);
    expect(seen.practices).toBe(7813);
    expect(new Set(seen.rows.map(({ code }) => code)).size).toBe(7813);
    expect([2, 1, 0, 9].map((code) => seen.withStatus(code).length)).toEqual([7566, 197, 10, 40]);
    expect(new Set(seen.withStatus(1).map(({ supplier }) => supplier))).toEqual(
      new Set(['TPP', 'EMIS', 'INPS']),
    );
    expect(new Set(seen.withStatus(0).map(({ supplier }) => supplier))).toEqual(
      new Set(['MICROTEST']),
    );
    expect(seen.withStatus(0).filter(({ team }) => team === 'Q66')).toHaveLength(8);
    expect(seen.offered).toBeGreaterThan(97.1);
    expect(seen.offered).toBeLessThan(97.4);
    expect((seen.offered * seen.patients) / 100).toBeGreaterThan(54_500_000);
    expect(oneDecimal(seen.enabledPercent)).toBe('4.5');
    expect(seen.enabled).toBeGreaterThan(2_500_000);
    expect(seen.enabled).toBeLessThan(2_550_000);
    expect(oneDecimal(seen.usedPercent)).toBe('0.4');
  });

  it('ends with the public figures for booking and prescriptions in March 2015', () => {
    const seen = [appointments, prescriptions].map((rows) => england(rows, 12));
    expect(seen.map(({ offeredPractices }) => oneDecimal(offeredPractices))).toEqual([
      '98.7',
      '97.4',
    ]);
    expect(seen.map(({ enabled }) => oneDecimal(enabled / 1e6))).toEqual(['8.5', '8.3']);
  });

  it('has stages and gaps like published files', () => {
    for (const rows of [records, appointments, prescriptions]) {
      const odd = rows.filter(
        ({ status, supplier, enabled, used }) =>
          (supplier === 'NK') !== (status === 9) ||
          (status === 9 && (enabled !== null || used !== null)) ||
          (status < 2 && enabled !== null && enabled > 0) ||
          (used !== null && (enabled === null || used > enabled)),
      );
      expect(odd).toEqual([]);
      const over = rows.filter(({ enabled, list }) => enabled !== null && enabled > list);
      expect(over.length).toBeGreaterThan(0);
      expect(over.length).toBeLessThan(10);
      const late = rows.filter(({ status, enabled }) => status !== 9 && enabled === null);
      expect(late.length).toBeGreaterThan(30);
      expect(late.length).toBeLessThan(300);
    }
  });

  it('lets services differ in a few practices and list sizes of one month', () => {
    const lists = (rows: Reading[]) =>
      new Map(england(rows, 12).rows.map(({ code, list }) => [code, list]));
    const of = lists(records);
    for (const other of [lists(appointments), lists(prescriptions)]) {
      const differing = [...other].filter(([code, list]) => list !== of.get(code));
      expect([...other.keys()].every((code) => of.has(code))).toBe(true);
      expect(of.size - other.size).toBeLessThan(20);
      expect(differing.length).toBeGreaterThan(0);
      expect(differing.length).toBeLessThan(20);
    }
  });

  it('rolls records out in steps that differ by supplier', () => {
    const offering = (month: number, supplier: string) => {
      const own = england(records, month).rows.filter((row) => row.supplier === supplier);
      return own.filter(({ status }) => status === 2).length / own.length;
    };
    expect(offering(7, 'TPP')).toBeGreaterThan(0.7);
    expect(offering(7, 'EMIS')).toBeLessThan(0.1);
    expect(offering(10, 'INPS')).toBeGreaterThan(0.6);
    expect(offering(10, 'MICROTEST')).toBeLessThan(0.2);
    expect(offering(12, 'MICROTEST')).toBeGreaterThan(0.7);
  });

  it('never takes a service away from a practice', () => {
    for (const rows of [records, appointments, prescriptions]) {
      const began = new Set<string>();
      const lost = rows.filter(({ code, status }) => {
        if (status === 2) began.add(code);
        return status < 2 && began.has(code);
      });
      expect(lost).toEqual([]);
    }
  });

  it('makes deprived areas lag behind', () => {
    const share = (teams: string[]) => {
      const rows = england(appointments, 12).rows.filter(
        ({ team, enabled }) => teams.includes(team) && enabled !== null,
      );
      const enabled = rows.reduce((sum, row) => sum + row.enabled!, 0);
      return enabled / rows.reduce((sum, { list }) => sum + list, 0);
    };
    // Merseyside, Birmingham and Greater Manchester beside Thames Valley, Surrey and Wessex.
    expect(share(['Q48', 'Q54', 'Q46'])).toBeLessThan(0.85 * share(['Q69', 'Q68', 'Q70']));
  });

  it('spreads practices widely, each steady from month to month', () => {
    const rates = (month: number) =>
      new Map(
        england(appointments, month)
          .rows.filter(({ status, enabled, list }) => status === 2 && enabled !== null && list > 0)
          .map(({ code, enabled, list }) => [code, enabled! / list]),
      );
    const [before, after] = [rates(11), rates(12)];
    const sorted = [...after.values()].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * sorted.length)]!;
    expect(at(0.1)).toBeLessThan(0.03);
    expect(at(0.9)).toBeGreaterThan(0.25);
    const steady = [...after].filter(([code, rate]) => {
      const earlier = before.get(code);
      return earlier !== undefined && Math.abs(rate - earlier) < 0.04;
    });
    expect(steady.length / after.size).toBeGreaterThan(0.95);
  });

  it('keeps each practice in one area', () => {
    const areas = new Map<string, string>();
    const moved = [...records, ...appointments].filter(({ code, ccg, ccgName, team, region }) => {
      const area = `${ccg} ${ccgName} ${team} ${region}`;
      if (!areas.has(code)) areas.set(code, area);
      return areas.get(code) !== area;
    });
    expect(moved).toEqual([]);
    expect(new Set(records.map(({ team }) => team)).size).toBe(25);
    expect(new Set(records.map(({ ccg }) => ccg)).size).toBe(211);
    const regions = new Set(records.map(({ region }) => region));
    expect(regions).toEqual(new Set(['Y54', 'Y55', 'Y56', 'Y57']));
  });
});
