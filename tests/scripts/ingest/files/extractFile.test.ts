import { expect, it } from 'vitest';
import { openFiles } from '../../../../scripts/ingest/files/extractFile.ts';
import { TextCounter } from '../../../../scripts/ingest/files/textCounter.ts';
import { readLimits } from '../../../../scripts/ingest/limits.ts';
import { scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();

it.each([
  ['a text', 'a,b\n'.repeat(1_000_000), 0],
  ['an empty one', '', 1],
])('%s says which part of it has been counted', async (_, text, before) => {
  const path = written(scratch, 'a.csv', text);
  const given = [{ path, name: 'a.csv', address: null }];
  const counter = new TextCounter();
  const opening = { work: scratch, limits: readLimits({}), counter };
  const [file] = await openFiles(given, opening, []);
  expect(file!.partCounted()).toBe(before);
  await file!.tally();
  expect(file!.partCounted()).toBe(1);
  await counter.stop();
});
