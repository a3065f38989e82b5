import { PerRelease } from '../store/perRelease.ts';
import {
  type LifecycleQuestion,
  type LifecycleRow,
  lifecycleQuery,
} from '../store/queries/lifecycle.ts';
import type { Release } from '../store/releases.ts';
import { grouped } from './grouped.ts';

const kept = new PerRelease<ReadonlyMap<string, LifecycleRow[]>>(2);

/**
 * Events of a place's practices. Those of a single practice come from a kept list for all, because every practice page
 * asks.
 */
export async function whatHappened(
  release: Release,
  question: LifecycleQuestion,
): Promise<LifecycleRow[]> {
  const { area, periods, span, events, register } = question;
  const read = (asked: LifecycleQuestion) =>
    release.database.all<LifecycleRow>(lifecycleQuery(asked));
  if (area?.level !== 'practice') return read(question);
  const key = JSON.stringify([periods, span, events, register]);
  const all = await kept.get(release, key, async () =>
    grouped(await read({ ...question, area: undefined }), ({ practice_code }) => practice_code),
  );
  return all.get(area.code) ?? [];
}
