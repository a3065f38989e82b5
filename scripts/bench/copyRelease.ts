import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { measures } from '../../data/definitions/measures.ts';
import { practiceFigureSql } from '../../server/store/measureSql.ts';
import { expression, joined, type Sql, sql } from '../../server/store/sql.ts';
import type { GeneratedRelease } from './generated.ts';

/** Figures with the columns of the site's own tables, as plain SQL makes them from counts. */
const figures = (counts: Sql): Sql => sql`
  select *, numerator * scale / nullif(denominator, 0) as value,
    ${joined(
      [
        ['-', 1.959963984540054, 'lower_95'],
        ['+', 1.959963984540054, 'upper_95'],
        ['-', 3.090232306167813, 'lower_998'],
        ['+', 3.090232306167813, 'upper_998'],
      ].map(([sign, z, name]) =>
        expression(`case when scale = 100 and denominator > 0 and numerator <= denominator then
          100 * (2 * numerator + ${z} * ${z} ${sign} ${z} * sqrt(${z} * ${z} + 4 * numerator * (1 - numerator / denominator)))
            / (2 * (denominator + ${z} * ${z})) end as ${name}`),
      ),
      ', ',
    )}
  from (${counts})`;

const collected = sql`select distinct measure from release.figure where level = 'england' and practices > 0`;

const ofAreas = figures(sql`
  select period, level, area_code, area_name, measure,
    case when measure like '%_use' then 1000 else 100 end as scale,
    cast(numerator as double) as numerator, cast(denominator as double) as denominator,
    figure.practices, practices_reported
  from release.figure join release.area_month using (level, area_code, period)
  where measure in (${collected})
  order by level, area_code, period`);

const ofPractices = figures(sql`
  select * from (${joined(
    measures.map((measure) => {
      const figure = practiceFigureSql(measure);
      return sql`
        select period, 'practice' as level, practice_code as area_code, practice_name as area_name,
          ${expression(`'${measure.id}' as measure, ${measure.scale} as scale`)},
          cast(${figure.numerator} as double) as numerator, cast(${figure.denominator} as double) as denominator,
          ${figure.practices} as practices, ${figure.practices_reported} as practices_reported
        from release.practice_month`;
    }),
    ' union all ',
  )})
  where measure in (${collected})
  order by period, area_code`);

/** DuckDB alone writing the figures of a release to CSV files in a folder, followed by compression. */
export async function copyRelease(release: GeneratedRelease, folder: string): Promise<void> {
  const database = await release.openBeside();
  try {
    for (const [name, query] of Object.entries({ ofAreas, ofPractices })) {
      const file = join(folder, `${name}.csv`);
      await database.run(sql`copy (${query}) to ${file}`);
      await pipeline(createReadStream(file), createGzip(), nowhere());
    }
  } finally {
    database.close();
  }
}

const nowhere = () => new Writable({ write: (_piece, _encoding, done) => done() });
