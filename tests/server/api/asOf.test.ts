import { expect, it } from 'vitest';
import { atItsTime } from '../../../server/api/asOf.ts';
import type { Releases } from '../../../server/store/releases.ts';

/** Releases of which one is named after the second in which it is current. */
const releases = {
  now: () => Date.parse('2019-05-01T12:00:00Z'),
  releaseIdAt: (time: number) => new Date(time).toISOString().slice(0, 19),
} as unknown as Releases;

it.each([
  ['a time', '2019-03-01T09:30', '2019-03-01T09:30:00'],
  ['a time in summer', '2019-04-30T09:30', '2019-04-30T08:30:00'],
  ['the end of a day', '2019-03-01', '2019-03-01T23:59:59'],
  ['the end of a day in summer', '2019-04-30', '2019-04-30T22:59:59'],
  ['now, for today', '2019-05-01', '2019-05-01T12:00:00'],
])('asOf asks for the release of %s', (_, text, second) => {
  const search = `?level=region&asOf=${text}&format=csv`;
  expect(atItsTime(search, {}, releases)).toBe(`?level=region&release=${second}&format=csv`);
});
