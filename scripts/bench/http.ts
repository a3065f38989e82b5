import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { Database } from '../../server/database.ts';
import { expression } from '../../server/sql.ts';
import { median, type Ratio, timed } from './measuring.ts';
import { type Running, startBare, startProduct } from './servers.ts';

interface Case {
  name: string;
  query: string;
  /** The bare SQL for the same figures, on the release alone. */
  sql: string;
}

const enabled = `case when records_status in (0, 1, 2) then records_enabled end`;

/** The three questions asked most: England's headline, one practice through time, all practices now. */
const casesFor = (practice: string, last: string): Case[] => [
  {
    name: 'headline of England',
    query: 'measure=records_offered_practices,records_offered,records_enabled,records_accessed',
    sql: `select * from figure where level = 'england' and period = '${last}' and measure like 'records%'`,
  },
  {
    name: 'one practice, all months',
    query: `measure=records_enabled&area=${practice}&from=2014-04`,
    sql: `select period, practice_code, practice_name, ${enabled} as numerator, registered as denominator,
      ${enabled} * 100.0 / registered as value from practice_month where practice_code = '${practice}'`,
  },
  {
    name: 'all practices, latest month',
    query: 'measure=records_enabled&level=practice',
    sql: `select period, practice_code, practice_name, ${enabled} as numerator, registered as denominator,
      ${enabled} * 100.0 / registered as value from practice_month where period = '${last}' order by practice_code`,
  },
];

export interface HttpResult {
  ratios: Ratio[];
  /** Median cold time of each case in milliseconds, to be compared between sizes of release. */
  cold: Map<string, number>;
}

/** Answers over HTTP against the bare SQL (cold) and against a bare Express handler (warm). */
export async function benchHttp(releases: string, id: string, months: number): Promise<HttpResult> {
  const database = await Database.openToRead(join(releases, `${id}.duckdb`));
  const [{ practice_code }] = (await database.all<{ practice_code: string }>(
    expression(
      'select practice_code from practice_month group by 1 order by count(*) desc, 1 limit 1',
    ),
  )) as [{ practice_code: string }];
  const product = await startProduct(releases);
  const ratios: Ratio[] = [];
  const cold = new Map<string, number>();
  try {
    for (const one of casesFor(practice_code, id.slice(0, 7))) {
      const path = `/api/v1/figures?${one.query}`;
      const sqlMs = await timed(15, () => database.all(expression(one.sql)));
      let fresh = 9_000;
      const coldMs = await timed(15, () => read(`${product.origin}${path}&limit=${fresh++}`));
      cold.set(one.name, coldMs);
      ratios.push({
        name: `${one.name}, cold answer / bare SQL (${months} months)`,
        value: coldMs / sqlMs,
        detail: `${coldMs.toFixed(1)} ms / ${sqlMs.toFixed(1)} ms`,
      });
      ratios.push(
        await warmRatio(product, path, `${one.name}, warm rate / bare Express (${months} months)`),
      );
    }
  } finally {
    await product.stop();
    database.close();
  }
  return { ratios, cold };
}

async function warmRatio(product: Running, path: string, name: string): Promise<Ratio> {
  const file = join(mkdtempSync(join(tmpdir(), 'uptake-bench-')), 'body.json');
  writeFileSync(file, Buffer.from(await read(`${product.origin}${path}`)));
  const bare = await startBare({ '/body': file });
  try {
    const rates: [number, number][] = [];
    for (let round = 0; round < 3; round++) {
      rates.push([await rate(`${product.origin}${path}`), await rate(`${bare.origin}/body`)]);
    }
    const ours = median(rates.map(([ratio]) => ratio));
    const theirs = median(rates.map(([, ratio]) => ratio));
    return {
      name,
      value: ours / theirs,
      detail: `${Math.round(ours)}/s / ${Math.round(theirs)}/s`,
      atLeast: 0.8,
    };
  } finally {
    await bare.stop();
  }
}

async function rate(url: string): Promise<number> {
  const result = await autocannon({ url, connections: 8, duration: 2 });
  if (result.non2xx || result.errors) throw new Error(`${url} failed under load`);
  return result.requests.average;
}

const read = async (url: string): Promise<ArrayBuffer> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} from ${url}`);
  return response.arrayBuffer();
};
