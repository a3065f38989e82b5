import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import autocannon from 'autocannon';
import type { DuckDatabase } from '../../server/store/duckDatabase.ts';
import { expression, type Sql, sql } from '../../server/store/sql.ts';
import { fetchBody, neverAsked } from './asking.ts';
import type { Generated } from './generated.ts';
import { inMs, inTurns, median, type Ratio } from './measuring.ts';
import { startBare, startProduct } from './servers.ts';

interface Case {
  name: string;
  /** For `/api/v1/figures`. */
  query: string;
  /** Bare SQL for the same figures, on the release alone. */
  bare: Sql;
}

const reported = `records_status in (0, 1, 2) and records_enabled is not null`;
const practiceColumns = expression(`
  period, practice_code, practice_name,
  case when ${reported} then records_enabled end as numerator,
  case when ${reported} then registered end as denominator,
  case when ${reported} then records_enabled * 100.0 / nullif(registered, 0) end as value`);

/** The three most frequent questions: England's headline, one practice through time, all practices now. */
const casesFor = (practice: string, last: string): Case[] => [
  {
    name: 'headline of England',
    query: 'measure=records_offered_practices,records_offered,records_enabled,records_accessed',
    bare: sql`
      select period, area_code, measure, numerator, denominator,
        numerator * 100.0 / nullif(denominator, 0) as value, practices, practices_reported
      from figure
      where level = 'england' and period = ${last} and measure in
        ('records_offered_practices', 'records_offered', 'records_enabled', 'records_accessed')`,
  },
  {
    name: 'one practice, all months',
    query: `measure=records_enabled&area=${practice}&to=${last}`,
    bare: sql`
      select ${practiceColumns} from practice_month
      where practice_code = ${practice} order by period`,
  },
  {
    name: 'all practices, latest month',
    query: 'measure=records_enabled&level=practice',
    bare: sql`
      select ${practiceColumns} from practice_month
      where period = ${last} order by practice_code`,
  },
];

/** A release that is being served, with its file open here too. */
interface Served {
  months: number;
  origin: string;
  database: DuckDatabase;
  cases: Case[];
  stop(): Promise<void>;
}

async function serve(generated: Generated, months: number): Promise<Served> {
  const release = await generated.releaseOf(months);
  const database = await release.open();
  const oldest = await database.first<{ code: string }>(sql`
    select practice_code as code from practice_month group by 1 order by count(*) desc, 1 limit 1`);
  const { origin, stop } = await startProduct(release.folder);
  return {
    months,
    origin,
    database,
    cases: casesFor(oldest!.code, release.last),
    async stop() {
      await stop();
      database.close();
    },
  };
}

/**
 * Answers over HTTP: the first time compared with bare SQL, repeated compared with a bare Express handler that sends
 * the same bytes, and how their time grows from 12 months to 120 and 1,200.
 */
export async function benchHttp(generated: Generated): Promise<Ratio[]> {
  const small = await serve(generated, 12);
  const large = await serve(generated, 120);
  const huge = await serve(generated, 1200);
  try {
    const ratios: Ratio[] = [];
    for (const [i, ofSmall] of small.cases.entries()) {
      const ofLarge = large.cases[i]!;
      const ofHuge = huge.cases[i]!;
      const times = await inTurns(15, {
        small: () => fetchBody(neverAsked(urlOf(small, ofSmall))),
        smallSql: () => small.database.all(ofSmall.bare),
        large: () => fetchBody(neverAsked(urlOf(large, ofLarge))),
        largeSql: () => large.database.all(ofLarge.bare),
        huge: () => fetchBody(neverAsked(urlOf(huge, ofHuge))),
        hugeSql: () => huge.database.all(ofHuge.bare),
      });
      const { name } = ofSmall;
      ratios.push(
        firstAsked(`${name}, ${small.months} months`, times.small, times.smallSql),
        firstAsked(`${name}, ${large.months} months`, times.large, times.largeSql),
        firstAsked(`${name}, ${huge.months} months`, times.huge, times.hugeSql),
        {
          name: `${name}: ${large.months} months to ${small.months}, first asked`,
          value: times.large / times.small,
          detail: `${inMs(times.large)} to ${inMs(times.small)}`,
          atMost: 2,
        },
        {
          name: `${name}: ${huge.months} months to ${small.months}, first asked`,
          value: times.huge / times.small,
          detail: `${inMs(times.huge)} to ${inMs(times.small)}`,
          atMost: 10,
        },
        await warmRatio(small, ofSmall, generated.folder),
        await warmRatio(large, ofLarge, generated.folder),
      );
    }
    return ratios;
  } finally {
    await small.stop();
    await large.stop();
    await huge.stop();
  }
}

const urlOf = ({ origin }: Served, { query }: Case) => `${origin}/api/v1/figures?${query}`;

const firstAsked = (name: string, ours: number, bare: number): Ratio => ({
  name: `${name}: first asked, to bare SQL`,
  value: ours / bare,
  detail: `${inMs(ours)} to ${inMs(bare)}`,
});

/** How many one-second turns are counted, after a first one that is not. */
const warmTurns = 7;

async function warmRatio(served: Served, one: Case, folder: string): Promise<Ratio> {
  const url = urlOf(served, one);
  const file = join(folder, 'body.json');
  await writeFile(file, (await fetchBody(url)).body);
  const bare = await startBare({ '/body': file });
  try {
    const rates: [ours: number, theirs: number][] = [];
    for (let turn = 0; turn <= warmTurns; turn++) {
      const rated: (typeof rates)[0] = [await rate(url), await rate(`${bare.origin}/body`)];
      if (turn > 0) rates.push(rated);
    }
    const ours = median(rates.map(([one]) => one));
    const theirs = median(rates.map(([, other]) => other));
    return {
      name: `${one.name}, ${served.months} months: rate asked again, to bare Express`,
      // The median of ratios rather than the ratio of medians, because the machine's speed varies over time.
      value: median(rates.map(([one, other]) => one / other)),
      detail: `${Math.round(ours)} to ${Math.round(theirs)} a second`,
      atLeast: 0.8,
    };
  } finally {
    await bare.stop();
  }
}

/** Answers in one second to eight clients that ask without pause. */
async function rate(url: string): Promise<number> {
  const { requests, duration, non2xx, errors } = await autocannon({
    url,
    connections: 8,
    duration: 1,
  });
  if (non2xx || errors) throw new Error(`failed under load: ${url}`);
  return requests.total / duration;
}
