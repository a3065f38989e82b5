import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { monthsBetween } from '../../../../data/definitions/months.ts';
import { sql } from '../../../../server/store/sql.ts';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { copyRelease } from '../../../support/copies.ts';
import { makeCurrent } from '../../../support/ledgers.ts';

const folder = mkdtempSync(join(tmpdir(), 'uptake-continuity-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const first = readFileSync(join(inject('illustrative'), 'current'), 'utf8').trim();
const second = `${first.slice(0, 8)}2`;
const third = `${first.slice(0, 8)}3`;
const fourth = `${first.slice(0, 8)}4`;

/**
 * A later release that is the same except for a revised figure, three with other counts or coverage behind the same
 * value, and one missing month; and a release of another kind.
 */
cpSync(inject('illustrative'), folder, { recursive: true });
await copyRelease(
  folder,
  first,
  second,
  sql`update release set previous = ${first}`,
  sql`update figure set numerator = numerator + 10
    where level = 'england' and measure = 'records_enabled' and period = '2014-10'`,
  sql`update figure set numerator = 2 * numerator, denominator = 2 * denominator
    where level = 'england' and measure = 'records_enabled' and period = '2014-11'`,
  sql`update figure set practices = practices + 1
    where level = 'england' and measure = 'records_enabled' and period = '2014-12'`,
  sql`update figure set practices_reported = practices_reported - 1
    where level = 'england' and measure = 'records_enabled' and period = '2015-01'`,
  sql`delete from period where period = '2014-04'`,
  sql`delete from figure where period = '2014-04'`,
);
await copyRelease(
  folder,
  second,
  third,
  sql`update release set previous = ${second}, kind = 'published'`,
);
/** The first again, made without a measure. */
await copyRelease(
  folder,
  first,
  fourth,
  sql`update release set previous = ${first}`,
  sql`delete from figure where measure = 'prescriptions_accessed'`,
);
makeCurrent(folder, second);

const ask = asking(folder);

describe('/continuity', () => {
  it('finds the figures with another value, counts or coverage, and the missing month', async () => {
    const { data, meta } = await ask('/continuity');
    expect(meta).toMatchObject({
      release: second,
      against: first,
      shared_periods: monthsBetween('2014-05', '2015-03'),
      added_periods: [],
      dropped_periods: ['2014-04'],
      revised: 4,
      compared: data.length,
    });
    expect(data.filter((row) => row.practices_before === 0 || row.practices_after === 0)).toEqual(
      [],
    );
    const changed = data.filter((row) => row.revised);
    expect(changed.map(({ level, measure, period }) => [level, measure, period])).toEqual(
      ['2014-10', '2014-11', '2014-12', '2015-01'].map((period) => [
        'england',
        'records_enabled',
        period,
      ]),
    );
    expect(changed.slice(1).map((row) => row.difference)).toEqual([0, 0, 0]);
    expect(changed[2].practices_after - changed[2].practices_before).toBe(1);
    const { practices_reported_before: before, practices_reported_after: after } = changed[3];
    expect(after - before).toBe(-1);
    const { value_before, value_after, difference } = changed[0];
    expect(difference).toBeGreaterThan(0);
    expect(value_after - value_before).toBe(difference);
    expect(meta.sentence).toBe(
      `4 of the ${data.length.toLocaleString('en')} figures in both were revised. No longer in ${second}: April 2014.`,
    );
  });

  it('compares England and the regions, or the levels and measures asked for', async () => {
    const { data } = await ask('/continuity?measure=records_enabled');
    expect(new Set(data.map(({ level }) => level))).toEqual(new Set(['england', 'region']));
    const ccgs = await ask('/continuity?level=ccg&measure=records_enabled');
    expect(new Set(ccgs.data.map(({ level }) => level))).toEqual(new Set(['ccg']));
    expect(ccgs.meta.revised).toBe(0);
  });

  it('compares in the other direction if asked to', async () => {
    const { meta } = await ask(`/continuity?release=${first}&against=${second}`);
    expect(meta).toMatchObject({ added_periods: ['2014-04'], dropped_periods: [], revised: 4 });
  });

  it('counts every figure of a measure that only one release has as new or gone', async () => {
    const asked = (release: string, against: string) =>
      ask(
        `/revisions/totals?release=${release}&against=${against}&measure=prescriptions_accessed&level=england,practice&period=2015-03`,
      );
    const counts = (row: Record<string, number>) =>
      ['figures_before', 'figures_after', 'revised', 'recounted', 'new', 'gone'].map(
        (name) => row[name],
      );
    const { data: figures } = await ask(
      `/figures?release=${first}&measure=prescriptions_accessed&level=practice&period=2015-03`,
    );
    const held = figures.filter(({ practices }) => practices > 0).length;
    expect((await asked(fourth, first)).data.map(counts)).toEqual([
      [1, 0, 0, 0, 0, 1],
      [held, 0, 0, 0, 0, held],
    ]);
  });

  it('compares with the release called current too', async () => {
    const { meta } = await ask(`/continuity?release=${first}&against=current`);
    expect(meta.against).toBe(second);
  });

  it('says so if there is no earlier release, or only one of the other kind', async () => {
    const alone = await askIllustrative()('/continuity');
    expect(alone).toMatchObject({ data: [], meta: { against: null, compared: 0 } });
    expect(alone.meta.sentence).toBe(`There is no release before ${first} to compare it with.`);
    expect((await ask(`/continuity?release=${third}`)).meta.against).toBeNull();
  });

  it.each([
    ['against=2015-03.9', 'unknown release'],
    [`against=${third}`, 'illustrative and published figures cannot be compared'],
    ['level=practice', 'releases are compared by area, not by practice'],
  ])('rejects %s', async (query, message) => {
    await expect(ask(`/continuity?${query}`)).rejects.toThrow(message);
  });
});
