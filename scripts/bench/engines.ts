import { measureOf, measures } from '../../data/definitions/measures.ts';
import { readSetting } from '../../data/definitions/settings.ts';
import { breakdownQuery } from '../../server/store/queries/breakdowns.ts';
import { coverageQuery } from '../../server/store/queries/coverage.ts';
import { figuresQuery } from '../../server/store/queries/figures.ts';
import { practiceMonthsQuery } from '../../server/store/queries/practice.ts';
import { practiceCountsQuery } from '../../server/store/queries/practiceValues.ts';
import { supplierChangesQuery } from '../../server/store/queries/supplierChanges.ts';
import { type Release, Releases } from '../../server/store/releases.ts';
import type { Sql } from '../../server/store/sql.ts';
import { load } from '../releases/load.ts';
import type { Generated } from './generated.ts';
import { inMs, inTurns, type Ratio } from './measuring.ts';

const turns = 15;

/**
 * The same questions to PostgreSQL and DuckDB. `UPTAKE_STORE` names an empty database, into which a release is loaded.
 */
export async function benchEngines(generated: Generated): Promise<Ratio[]> {
  const address = readSetting(process.env, 'UPTAKE_STORE');
  if (!address) {
    console.error('engines are compared where UPTAKE_STORE names an empty PostgreSQL database');
    return [];
  }
  const { folder } = await generated.releaseOf(12);
  const ofFolder = new Releases(folder);
  const release = await ofFolder.get();
  await load(folder, release.id, address, null);
  const ofDatabase = new Releases(address);
  try {
    const other = await ofDatabase.get(release.id);
    const ratios: Ratio[] = [];
    for (const [name, query] of Object.entries(questionsOf(release))) {
      const { duckdb, postgres } = await inTurns(turns, {
        duckdb: () => release.database.all(query),
        postgres: () => other.database.all(query),
      });
      ratios.push({
        name: `${name}: time of PostgreSQL to that of DuckDB`,
        value: postgres / duckdb,
        detail: `${inMs(postgres)} to ${inMs(duckdb)}`,
      });
    }
    return ratios;
  } finally {
    await ofFolder.close();
    await ofDatabase.close();
  }
}

function questionsOf({ catalogue }: Release): Record<string, Sql> {
  const periods = catalogue.periods.map(({ period }) => period);
  const latest = periods.at(-1)!;
  const one = [measureOf('records_enabled')];
  const practice = catalogue.codesByLevel.practice[0]!;
  const england = { level: 'england', code: 'E92000001' } as const;
  return {
    'a practice, all months': practiceMonthsQuery(practice),
    'England, one measure, all months': figuresQuery({ level: 'england', measures: one, periods }),
    'every CCG, one measure, a month': figuresQuery({
      level: 'ccg',
      measures: one,
      periods: [latest],
    }),
    'every CCG, all measures and months': figuresQuery({ level: 'ccg', measures, periods }),
    'every practice, one measure, a month': practiceCountsQuery(one[0]!, latest),
    'England by supplier, all measures and months': breakdownQuery({
      by: 'supplier',
      measures,
      periods,
      area: england,
      latest,
    }),
    'coverage of every CCG, one measure, a month': coverageQuery({
      level: 'ccg',
      measures: one,
      periods: [latest],
    }),
    'changes of supplier': supplierChangesQuery(),
  };
}
