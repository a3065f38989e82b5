import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSetting } from '../../../data/definitions/settings.ts';
import { currentRelease } from '../../../scripts/ingest/folder/publish.ts';
import { releaseIds } from '../../../scripts/ingest/folder/releaseList.ts';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { commandOf } from '../../support/commands.ts';
import { seededRandom } from '../../support/random.ts';
import { allFields, longExtract } from './extracts.ts';
import { asked, contents, ledgered, scratchFolder, written } from './scratch.ts';

const scratch = scratchFolder();

/** How many ingests are killed; more of them cover more moments. */
const kills = readSetting(process.env, 'UPTAKE_KILLS');

const extract = (date: string, enabled: number) =>
  written(
    scratch,
    'extract.csv',
    longExtract(
      Array.from({ length: 300 }, (_, i) => ({
        date,
        code: `A${81_000 + i}`,
        fields: allFields(1000 + i, enabled),
      })),
    ),
  );

function started(file: string, dataFolder: string, marks = false): ChildProcess {
  return spawn(process.execPath, commandOf('ingest', file), {
    env: { ...process.env, UPTAKE_DATA: dataFolder },
    stdio: ['ignore', 'ignore', marks ? 'pipe' : 'ignore'],
  });
}

const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/**
 * The enabled patients of A81000 in each month of a release, which show whether it is the one release, the other or
 * neither.
 */
async function heldBy(folder: string, id: string): Promise<Record<string, number>> {
  const rows = await asked<{ period: string; any_enabled: number; practices: number }>(
    folder,
    id,
    `select period, min(any_enabled) as any_enabled, cast(count(*) as integer) as practices
    from practice_month group by period order by period`,
  );
  expect(rows.every(({ practices }) => practices === 300)).toBe(true);
  const figures = await asked<{ rows: number }>(
    folder,
    id,
    "select cast(count(*) as integer) as rows from figure where measure = 'any_enabled'",
  );
  expect(figures[0]!.rows).toBe(rows.length * 4);
  return Object.fromEntries(rows.map(({ period, any_enabled }) => [period, any_enabled]));
}

describe('a killed ingest', () => {
  it(
    `at ${kills} random moments leaves the old release or the new one, complete, and nothing in the way`,
    async () => {
      const folder = join(scratch, 'killed');
      const random = seededRandom(20_150_331);
      await ingest({ files: [extract('30APR2018', 100)], dataFolder: folder });

      const began = performance.now();
      const whole = started(extract('31MAY2018', 200), folder);
      await once(whole, 'exit');
      const usual = performance.now() - began;

      let newest = 200;
      let finished = 0;
      for (let round = 0; round < kills; round++) {
        const enabled = 201 + round;
        const child = started(extract('31MAY2018', enabled), folder, true);
        // Half of them are killed after reading has begun, so that most kills hit the work and not the start.
        if (round % 2) await once(child.stderr!, 'data');
        await wait(random() * usual * (round % 2 ? 0.5 : 1.05));
        child.kill('SIGKILL');
        const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
        if (code === 0) finished++;

        const held = await heldBy(folder, currentRelease(folder)!);
        expect(held['2018-04']).toBe(100);
        expect([newest, enabled]).toContain(held['2018-05']);
        newest = held['2018-05']!;
      }
      expect(finished).toBeLessThan(kills);
      for (const id of releaseIds(folder)) await heldBy(folder, id);

      const { release, problems } = await ingest({
        files: [extract('31MAY2018', 999)],
        dataFolder: folder,
        accept: 'the last one is known by its many patients',
      });
      expect(problems).toEqual([]);
      expect(await heldBy(folder, release!)).toEqual({ '2018-04': 100, '2018-05': 999 });
      expect(contents(folder).filter((name) => name.startsWith('.'))).toEqual([]);
      expect(contents(folder)).toEqual(
        [
          ...releaseIds(folder)
            .flatMap((id) => [`${id}.duckdb`, `${id}.json`])
            .sort(),
          ...ledgered,
        ].sort(),
      );
    },
    60_000 + kills * 30_000,
  );

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s cleans up at once', async (signal) => {
    const folder = join(scratch, signal);
    const child = started(extract('30APR2018', 1000), folder, true);
    await once(child.stderr!, 'data');
    child.kill(signal);
    const [code] = await once(child, 'exit');
    if (code === 0)
      expect(contents(folder)).toEqual(['2018-04.1.duckdb', '2018-04.1.json', ...ledgered]);
    else {
      expect(code).toBe(130);
      expect(() => contents(folder)).toThrow('ENOENT');
    }
  });
});
