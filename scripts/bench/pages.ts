import { sql } from '../../server/store/sql.ts';
import { fetchBody, neverDrawn } from './asking.ts';
import type { Generated } from './generated.ts';
import { inMs, inTurns, type Ratio } from './measuring.ts';
import { startProduct } from './servers.ts';

/** The time to draw every page on the server with its figures, at the first request and at the next. */
export async function benchPages(generated: Generated): Promise<Ratio[]> {
  const release = await generated.releaseOf(12);
  const database = await release.open();
  const product = await startProduct(release.folder);
  try {
    const places = await database.all<{ level: string; code: string }>(sql`
      select level, max(area_code) as code from area
      where last_period = ${release.last} group by level`);
    const of = (level: string) => places.find((place) => place.level === level)!.code;
    const pages = {
      England: '/',
      region: `/areas/${of('region')}`,
      CCG: `/areas/${of('ccg')}`,
      practice: `/practices/${of('practice')}`,
      find: '/find?q=surgery',
      about: '/about',
    };
    const ratios: Ratio[] = [];
    for (const [name, path] of Object.entries(pages)) {
      const url = product.origin + path;
      const { cold, warm } = await inTurns(9, {
        cold: () => fetchBody(neverDrawn(url)),
        warm: () => fetchBody(url),
      });
      ratios.push({
        name: `page ${name}: asked again, to first asked`,
        value: warm / cold,
        detail: `${inMs(warm)} to ${inMs(cold)}`,
      });
    }
    return ratios;
  } finally {
    await product.stop();
    database.close();
  }
}
