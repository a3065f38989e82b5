import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readLedger } from '../../../server/store/releases/ledger.ts';
import { ran } from '../../support/inProcess.ts';
import { allFields, longExtract } from './extracts.ts';
import { scratchFolder, written } from './scratch.ts';

const scratch = scratchFolder();
const april = written(scratch, 'april.csv', longExtract([{ fields: allFields(1000, 100) }]));
const folder = join(scratch, 'releases');
beforeEach(() => void vi.stubEnv('UPTAKE_DATA', folder));
afterEach(() => void vi.unstubAllEnvs());

it.each([
  [['--fresh'], '--watch takes no --fresh'],
  [['--check'], '--watch takes no --check'],
  [['--json'], '--watch takes no --json'],
  [['--accept', 'They are right.'], '--watch takes no --accept'],
  [['--at', '2099-05-28 09:30'], '--watch takes no --at'],
  [[april], `--watch takes no file: ${april}`],
])('a watched folder is not watched with what is about one release: %j', async (args, why) => {
  const { status, errors } = await ran('ingest', '--watch', scratch, ...args);
  expect([status, errors.join('\n').split('\n\n')[0]]).toEqual([2, why]);
});

it('files are read as the options say', async () => {
  const tried = await ran('ingest', '--json', '--check', april);
  expect(JSON.parse(tried.out.join(''))).toMatchObject({ release: null, problems: [], doubts: [] });
  expect(readLedger(folder)).toBeNull();
  const { out } = await ran('ingest', '--as', 'Bob', '--at', '2099-05-28 09:30', april);
  expect(out.join('\n')).toMatch(/Release 2018-04\.1 is made, as a draft\..*28 May 2099\.$/);
  expect(readLedger(folder)!.events.at(-1)).toMatchObject({
    ...{ event: 'scheduled', by: 'Bob', due: '2099-05-28T08:30:00.000Z' },
  });
});
