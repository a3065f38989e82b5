import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { measureOf } from '../../data/definitions/measures.ts';
import { filesFolder } from '../../data/definitions/releaseFolder.ts';
import type { DuckDatabase } from '../../server/store/duckDatabase.ts';
import { practiceFigureSql } from '../../server/store/measureSql.ts';
import { type Sql, sql } from '../../server/store/sql.ts';
import { fetchBody, neverAsked } from './asking.ts';
import { copyRelease } from './copyRelease.ts';
import type { Generated, GeneratedRelease } from './generated.ts';
import { inMs, inTurns, median, type Ratio } from './measuring.ts';
import { startProduct } from './servers.ts';

interface Case {
  name: string;
  path: string;
  /** Bare SQL that answers it, on the release alone. */
  bare: Sql;
}

const { numerator, denominator } = practiceFigureSql(measureOf('records_enabled'));

/** The funnel of all practices in a month, with its fit and its limits, as plain SQL would answer it. */
const funnelSql = (last: string): Sql => sql`
  with unit as (
    select period, practice_code, practice_name,
      cast(${numerator} as double) as x, cast(${denominator} as double) as n
    from practice_month where period = ${last}),
  entered as (select *, asin(sqrt(x / n)) as angle from unit where n > 0 and x between 0 and n),
  fit as (
    select asin(sqrt(sum(x) / sum(n))) as centre, 4 * sum(n) as weights, sum(16 * n * n) as squares, count(*) as units
    from entered),
  score as (select (angle - centre) * 2 * sqrt(n) as z from entered, fit),
  tails as (select quantile_cont(z, 0.1) as low, quantile_cont(z, 0.9) as high from score),
  spread as (select sum(least(high, greatest(low, z)) ** 2) as z2 from score, tails),
  model as (
    select centre, greatest(0, (z2 - (units - 1)) / (weights - squares / weights)) as tau2 from fit, spread)
  select period, practice_code, practice_name, x, n, x / n * 100 as value,
    sin(greatest(0, centre - 1.959964 * sqrt(1 / (4 * n) + tau2))) ** 2 * 100 as lower_95,
    sin(least(pi() / 2, centre + 1.959964 * sqrt(1 / (4 * n) + tau2))) ** 2 * 100 as upper_95,
    sin(greatest(0, centre - 3.090232 * sqrt(1 / (4 * n) + tau2))) ** 2 * 100 as lower_998,
    sin(least(pi() / 2, centre + 3.090232 * sqrt(1 / (4 * n) + tau2))) ** 2 * 100 as upper_998
  from unit, model order by practice_code`;

/** England's deciles are on most pages, so a server keeps them; those of a region are computed each time. */
const casesFor = (practice: string, region: string, last: string): Case[] => [
  {
    name: "deciles of a region's practices, all months",
    path: `deciles?measure=records_enabled&within=${region}&to=${last}`,
    bare: sql`
      select period, count(value),
        quantile_cont(value, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) as deciles
      from (
        select period, ${numerator} * 100.0 / nullif(${denominator}, 0) as value
        from practice_month where region_code = ${region})
      group by period order by period`,
  },
  {
    name: 'funnel of all practices',
    path: 'funnel?measure=records_enabled&level=practice',
    bare: funnelSql(last),
  },
  {
    name: 'peers of a practice',
    path: `peers?practice=${practice}&measure=records_enabled`,
    bare: sql`
      with own as (
        select ln(registered) as size, supplier as system from practice_month
        where period = ${last} and practice_code = ${practice}),
      spread as (
        select stddev_pop(ln(registered)) as unit from practice_month where period = ${last} and registered > 0)
      select practice_code, practice_name, ccg_code,
        sqrt(((ln(registered) - size) / unit) ** 2 + case when supplier = system then 0 else 4 end) as distance, registered,
        ${numerator} as numerator, ${denominator} as denominator
      from practice_month, own, spread
      where period = ${last} and registered > 0 and practice_code <> ${practice}
      order by distance, practice_code limit 30`,
  },
  {
    name: 'search for a name',
    path: 'search?q=surgery',
    bare: sql`
      select level, area_code, area_name, last_period from area
      where area_name ilike '%surgery%' order by level, area_name limit 10`,
  },
];

/** Methods that work on few rows, for which the query alone takes next to nothing; given in milliseconds. */
const methodsFor = (practice: string, ccg: string, last: string): Case[] => {
  const figures = (level: string, more: Sql) => sql`
    select area_code, period, numerator, denominator from figure
    where level = ${level} and measure = 'records_enabled' ${more}`;
  const ofMonth = sql`
    select practice_code, ccg_code, supplier, registered, ${numerator} as numerator, ${denominator} as denominator
    from practice_month where period = ${last}`;
  return [
    {
      name: 'verdict on a CCG by the funnel of its level',
      path: `comparisons?measure=records_enabled&area=${ccg}`,
      bare: figures('ccg', sql`and period = ${last}`),
    },
    {
      name: 'verdict on a practice, its places and its peers',
      path: `comparisons?measure=records_enabled&area=${practice}`,
      bare: ofMonth,
    },
    {
      name: 'projection of a CCG, its errors and how they held',
      path: `projections?measure=records_enabled&area=${ccg}`,
      bare: figures('ccg', sql``),
    },
    {
      name: 'targets of all CCGs',
      path: 'targets?level=ccg',
      bare: figures('ccg', sql``),
    },
    {
      name: 'inequality of a CCG, all months',
      path: `inequality?measure=records_enabled&area=${ccg}&to=${last}`,
      bare: sql`
        select period, practice_code, ${numerator} as numerator, ${denominator} as denominator
        from practice_month where ccg_code = ${ccg}`,
    },
    {
      name: 'what likeness explains, of all practices',
      path: `peers?practice=${practice}&measure=records_enabled&limit=1`,
      bare: ofMonth,
    },
  ];
};

const ofEngland = 'deciles?measure=records_enabled&from=2014-04';
const zipped = 'bundle.zip';
const turns = 15;
const starts = 3;
/** The longest time allowed, in milliseconds, even for the first who asks. */
const longest = 150;

/**
 * Statistics compared with bare SQL, the wait of the first who asks, and a whole release compared with DuckDB alone.
 */
export async function benchStatistics(generated: Generated): Promise<Ratio[]> {
  const release = await generated.releaseOf(12);
  const database = await release.open();
  try {
    const { practice, region, ccg } = await anyPractice(database, release.last);
    const cases = casesFor(practice, region, release.last);
    const methods = methodsFor(practice, ccg, release.last);
    const waits = await firstWaits(release, [ofEngland, ...cases.map(({ path }) => path), zipped]);
    const product = await startProduct(release.folder);
    const ratios = [waitOf("deciles of England's practices, all months", waits.get(ofEngland)!)];
    try {
      // First, because the server would make it while other questions are measured.
      const { zip, copy } = await inTurns(1, {
        zip: async () => {
          // A server keeps what it has made beside the release.
          await rm(join(release.folder, filesFolder), { recursive: true, force: true });
          await fetchBody(`${product.origin}/api/v1/${zipped}`);
        },
        copy: () => copyRelease(release, generated.folder),
      });
      for (const { name, path, bare } of cases) {
        const times = await inTurns(turns, {
          product: () => fetchBody(neverAsked(`${product.origin}/api/v1/${path}`)),
          sql: () => database.all(bare),
        });
        ratios.push({
          name: `${name}: first asked, to bare SQL`,
          value: times.product / times.sql,
          detail: `${inMs(times.product)} to ${inMs(times.sql)}`,
          atMost: 2,
        });
        ratios.push(waitOf(name, waits.get(path)!));
      }
      for (const { name, path, bare } of methods) {
        const times = await inTurns(turns, {
          product: () => fetchBody(neverAsked(`${product.origin}/api/v1/${path}`)),
          sql: () => database.all(bare),
        });
        ratios.push({
          name: `${name}: milliseconds`,
          value: times.product,
          detail: `${inMs(times.product)} to ${inMs(times.sql)} of the bare query`,
          atMost: longest,
        });
      }
      ratios.push({
        name: 'whole release as a zip: to DuckDB writing CSV, packed',
        value: zip / copy,
        detail: `${inMs(zip)} to ${inMs(copy)}`,
        atMost: 2,
      });
      ratios.push(waitOf('whole release as a zip', waits.get(zipped)!));
    } finally {
      await product.stop();
    }
    return ratios;
  } finally {
    database.close();
  }
}

const waitOf = (name: string, wait: number): Ratio => ({
  name: `${name}: milliseconds to the first byte after a start`,
  value: wait,
  detail: `median of ${starts} starts`,
  atMost: longest,
});

/** How long the first question of each kind to a server that started a second ago waits for the first byte. */
async function firstWaits(
  { folder }: GeneratedRelease,
  paths: readonly string[],
): Promise<Map<string, number>> {
  const waits = new Map(paths.map((path) => [path, [] as number[]]));
  for (let start = 0; start < starts; start++) {
    const product = await startProduct(folder);
    try {
      await sleep(1000);
      for (const path of paths) {
        const { firstByte } = await fetchBody(`${product.origin}/api/v1/${path}`);
        waits.get(path)!.push(firstByte);
      }
    } finally {
      await product.stop();
    }
  }
  return new Map([...waits].map(([path, times]) => [path, median(times)]));
}

async function anyPractice(database: DuckDatabase, last: string) {
  const found = await database.first<{ practice: string; region: string; ccg: string }>(sql`
    select practice_code as practice, region_code as region, ccg_code as ccg from practice_month
    where period = ${last} and registered > 0 order by practice_code limit 1`);
  return found!;
}
