import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { expression, type Sql, sql } from '../../server/sql.ts';
import { fetchBody, neverAsked } from './asking.ts';
import type { Generated, GeneratedRelease } from './generated.ts';
import { inMs, inTurns, median, type Ratio } from './measuring.ts';
import { startBare, startProduct } from './servers.ts';

interface Case {
  name: string;
  /** Of `/api/v1/figures`. */
  query: string;
  /** The bare SQL for the same figures, on the release alone. */
  bare: Sql;
}

const reported = `records_status in (0, 1, 2) and records_enabled is not null`;
const practiceColumns = expression(`
  period, practice_code, practice_name,
  case when ${reported} then records_enabled end as numerator,
  case when ${reported} then registered end as denominator,
  case when ${reported} then records_enabled * 100.0 / nullif(registered, 0) end as value`);

/** The three questions asked most: England's headline, one practice through time, all practices now. */
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

/** Sizes of release that answers are held against each other in, in months. */
const [small, large] = [12, 120] as const;

/**
 * Answers over HTTP: asked for the first time against the bare SQL, asked again against a bare Express handler that
 * sends the same bytes, and how their time grows from 12 months to 120.
 */
export async function benchHttp(generated: Generated): Promise<Ratio[]> {
  const ofSmall = await benchSize(await generated.releaseOf(small), small, generated.folder);
  const ofLarge = await benchSize(await generated.releaseOf(large), large, generated.folder);
  const growth = [...ofLarge.cold].map(([name, time]): Ratio => {
    const before = ofSmall.cold.get(name)!;
    return {
      name: `${name}: ${large} months to ${small}, first asked`,
      value: time / before,
      detail: `${inMs(time)} to ${inMs(before)}`,
      atMost: 2,
    };
  });
  return [...ofSmall.ratios, ...ofLarge.ratios, ...growth];
}

interface SizeResult {
  ratios: Ratio[];
  /** Median time of each case when it is first asked, in milliseconds. */
  cold: Map<string, number>;
}

async function benchSize(
  release: GeneratedRelease,
  months: number,
  folder: string,
): Promise<SizeResult> {
  const database = await release.open();
  const product = await startProduct(release.folder);
  try {
    const oldest = await database.first<{ code: string }>(sql`
      select practice_code as code from practice_month group by 1 order by count(*) desc, 1 limit 1`);
    const ratios: Ratio[] = [];
    const cold = new Map<string, number>();
    for (const { name, query, bare } of casesFor(oldest!.code, release.last)) {
      const url = `${product.origin}/api/v1/figures?${query}`;
      const times = await inTurns(15, {
        product: () => fetchBody(neverAsked(url)),
        sql: () => database.all(bare),
      });
      cold.set(name, times.product);
      ratios.push({
        name: `${name}, ${months} months: first asked, to bare SQL`,
        value: times.product / times.sql,
        detail: `${inMs(times.product)} to ${inMs(times.sql)}`,
      });
      ratios.push({
        name: `${name}, ${months} months: rate asked again, to bare Express`,
        ...(await warmRate(url, folder)),
        atLeast: 0.8,
      });
    }
    return { ratios, cold };
  } finally {
    await product.stop();
    database.close();
  }
}

async function warmRate(url: string, folder: string): Promise<Pick<Ratio, 'value' | 'detail'>> {
  const file = join(folder, 'body.json');
  await writeFile(file, (await fetchBody(url)).body);
  const bare = await startBare({ '/body': file });
  try {
    const rates: [ours: number, theirs: number][] = [];
    for (let turn = 0; turn < 4; turn++) {
      const rated: (typeof rates)[0] = [await rate(url), await rate(`${bare.origin}/body`)];
      if (turn > 0) rates.push(rated);
    }
    const ours = median(rates.map(([one]) => one));
    const theirs = median(rates.map(([, other]) => other));
    return {
      value: ours / theirs,
      detail: `${Math.round(ours)} to ${Math.round(theirs)} a second`,
    };
  } finally {
    await bare.stop();
  }
}

/** Answers a second, over a second, to eight who ask again and again. */
async function rate(url: string): Promise<number> {
  const { requests, duration, non2xx, errors } = await autocannon({
    url,
    connections: 8,
    duration: 1,
  });
  if (non2xx || errors) throw new Error(`failed under load: ${url}`);
  return requests.total / duration;
}
