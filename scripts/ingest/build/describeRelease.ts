import { type ReleaseKind, releaseFormat } from '../../../data/definitions/releaseFolder.ts';
import about from '../../../package.json' with { type: 'json' };
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { sql } from '../../../server/store/sql.ts';

const illustrativeNote =
  'Illustrative data made by this software: not real practices or real figures.';

/** Writes what a release (attached as `made`) says about itself, once everything else is in it. */
export async function describeRelease(
  database: DuckDatabase,
  release: { id: string; kind: ReleaseKind; previous: string | null; madeAt: Date },
): Promise<void> {
  const { id, kind, previous, madeAt } = release;
  const note = kind === 'illustrative' ? illustrativeNote : null;
  await database.run(sql`
    create table made.release as
    select ${id}::varchar as id, ${kind}::varchar as kind, ${releaseFormat}::integer as format,
      ${madeAt.toISOString().slice(0, 19)}::timestamp as made_at, ${about.version}::varchar as software,
      min(period) as first_period, max(period) as last_period, ${previous}::varchar as previous,
      ${note}::varchar as note
    from made.period`);
}
