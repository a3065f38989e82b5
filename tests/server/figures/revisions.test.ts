import { afterAll, describe, expect, inject, it, vi } from 'vitest';
import { countRevisions, pairOf, revisedIn } from '../../../server/figures/revisions.ts';
import { type Release, Releases } from '../../../server/store/releases.ts';

const releases = new Releases(inject('oneService'));
afterAll(() => releases.close());

describe('two releases', () => {
  it('are told apart again after that has failed', async () => {
    const release = await releases.get();
    let times = 0;
    const failing = Object.create(release.database, {
      withFile: {
        value: (use: (file: string) => Promise<unknown>) => {
          times++;
          if (times === 1) throw new Error('the disk is full');
          return release.database.withFile(use);
        },
      },
    });
    const after: Release = Object.create(release, { database: { value: failing } });
    const count = () => countRevisions({ before: release, after }, {});
    await expect(count()).rejects.toThrow('the disk is full');
    const first = await count();
    expect(first).toMatchObject({ value: 0, new: 0, gone: 0 });
    // What succeeds is made once.
    expect(await count()).toEqual(first);
    expect(times).toBe(2);
  });

  it('are a pair with the earlier first, in whichever order they are given', async () => {
    const later = await releases.get();
    const about = { ...later.about, release: '2001-01.1', made_at: '2001-02-03T04:05:06Z' };
    const earlier: Release = Object.create(later, { about: { value: about } });
    expect(pairOf(earlier, later)).toEqual({ before: earlier, after: later });
    expect(pairOf(later, earlier)).toEqual({ before: earlier, after: later });
  });
});

it.each([
  ['practice', 1],
  ['ccg', 0],
] as const)(
  'on the boundaries of a lookup, figures of a %s are compared with the release before %i times',
  async (level, times) => {
    const former = vi.fn(async () => null);
    const release = { catalogue: { boundaries: 'lookup' }, former } as unknown as Release;
    await revisedIn(release, { level, measures: [], periods: [] });
    expect(former).toHaveBeenCalledTimes(times);
  },
);
