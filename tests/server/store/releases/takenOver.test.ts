import { expect, it } from 'vitest';
import type { Manifest } from '../../../../data/definitions/manifest.ts';
import { takenOver } from '../../../../server/store/releases/takenOver.ts';

const now = Date.parse('2019-05-30T08:30:00Z');
const said = { at: '2019-05-30T08:30:00.000Z', by: null };
const found = (id: string, made_at: string, more: Partial<Manifest> = {}) => ({
  id,
  manifest: { made_at, sha256: `sum of ${id}`, ...more } as Manifest,
});
const published = (release: string, due: string, sha256: string | null = `sum of ${release}`) => ({
  ...said,
  ...{ event: 'published', release, sha256, due, late: null },
});

/** Newest month first, as a folder lists them; the second was made last. */
const all = [
  found('2018-06.1', '2018-08-01T09:00:00Z'),
  found('2018-05.1', '2018-09-01T09:00:00Z'),
  found('2018-07.1', '2018-07-15T09:00:00Z', { draft: true }),
  { id: '2018-04.1', manifest: null },
];
const events = [
  published('2018-04.1', '1970-01-01T00:00:00.000Z', null),
  published('2018-06.1', '2018-08-01T09:00:00.000Z'),
  published('2018-05.1', '2018-09-01T09:00:00.000Z'),
];
const used = (release: string, sha256: string | null) => [
  { ...said, event: 'used', release, sha256 },
];

it.each([
  ['none is chosen', null, []],
  ['the last made is', '2018-05.1', []],
  ['an earlier one is', '2018-06.1', used('2018-06.1', 'sum of 2018-06.1')],
  ['the first is', '2018-04.1', used('2018-04.1', null)],
  ['one that is not there is', '2018-03.1', []],
])(
  'releases without a ledger are taken in as they were made, and the choice, where %s',
  (_, current, chosen) => {
    expect(takenOver(all, current, now)).toEqual([...events, ...chosen]);
  },
);
