import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Service } from '../../../data/definitions/measures.ts';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { asked, contents, ledgered, scratchFolder } from './scratch.ts';

/** What `expected.json` says about a case: the problems that stop it, or the release that is made. */
interface Expected {
  options?: { service?: Service };
  problems?: Record<string, unknown>[];
  release?: string;
  /** Figures that the release must contain. */
  figures?: Record<string, unknown>[];
  /** All findings of the release; columns that are not given may have any value. */
  findings?: Record<string, unknown>[];
  /** The number of areas at each level. */
  areas?: [string, number][];
}

const root = fileURLToPath(new URL('../../fixtures/ingest', import.meta.url));
const scratch = scratchFolder();

describe.each(readdirSync(root))('the fixture %s', (name) => {
  const folder = join(root, name);
  const files = readdirSync(folder).filter((file) => file.startsWith('input.'));
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;

  it(
    expected.problems ? 'has these problems and leaves nothing' : 'makes this release',
    async () => {
      const dataFolder = join(scratch, name);
      const outcome = await ingest({
        files: files.map((file) => join(folder, file)),
        dataFolder,
        ...expected.options,
      });
      if (expected.problems) {
        expect(inOrder(outcome.problems)).toEqual(
          inOrder(expected.problems).map((problem) => ({
            ...problem,
            value: problem.value ?? anything(problem.value),
            message: expect.stringContaining(problem.message as string),
          })),
        );
        expect(outcome.release).toBeNull();
        expect(() => contents(dataFolder)).toThrow('ENOENT');
        return;
      }
      expect(outcome.problems).toEqual([]);
      expect(outcome.release).toBe(expected.release);
      expect(contents(dataFolder)).toEqual(
        [`${expected.release}.duckdb`, `${expected.release}.json`, ...ledgered].sort(),
      );
      const figures = await asked(dataFolder, expected.release!, 'select * from figure');
      for (const figure of expected.figures ?? []) expect(figures).toContainEqual(figure);
      const findings = await asked(dataFolder, expected.release!, 'select * from finding');
      expect(findings).toEqual(
        expected.findings?.map((finding) => expect.objectContaining(finding)),
      );
      if (expected.areas) {
        const areas = await asked(
          dataFolder,
          expected.release!,
          'select level, cast(count(*) as integer) as count from area group by level',
        );
        expect(new Map(areas.map(({ level, count }) => [level, count]))).toEqual(
          new Map(expected.areas),
        );
      }
    },
  );
});

/** A missing value in the file is null in JSON. For a line that JSON cannot represent, nothing is expected. */
const anything = (value: unknown) => (value === null ? expect.toSatisfy(() => true) : value);

const inOrder = <T>(problems: readonly T[]): T[] =>
  [...problems].sort((a, b) => placeOf(a).localeCompare(placeOf(b)));

function placeOf(problem: unknown): string {
  const { file, row, column, message } = problem as Record<string, string | number | null>;
  return `${file} ${String(row ?? 0).padStart(9, '0')} ${column ?? ''} ${message}`;
}
