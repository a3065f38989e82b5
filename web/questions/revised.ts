import { measureIds } from '../../data/definitions/measures.ts';
import { revisedLines } from '../../data/words/revisions.ts';
import type { Ask } from '../ask.ts';
import { parts } from '../figures.ts';
import type { PartQuestion } from '../part.ts';

/** Which of a page's figures were revised. */
export interface RevisedShown {
  lines: string[];
  /** The question whose file has all of them. */
  file: Record<string, string | undefined>;
}

/** The most revised figures that a page lists singly. */
const most = 3;

/** Which figures of a place and service were revised: since this release, if a later one is out, or else in it. */
export async function fetchRevised(
  ask: Ask,
  { area, service, meta: { release, later } }: Pick<PartQuestion, 'area' | 'service' | 'meta'>,
): Promise<RevisedShown> {
  const file = {
    area,
    measure: measureIds(service, parts).join(','),
    release,
    against: later?.release,
    change: 'value,gone',
  };
  const { data, meta } = await ask('/revisions', { ...file, limit: String(most) });
  const lines = meta.before
    ? revisedLines(
        data.map(({ sentence }) => sentence),
        meta.total ?? data.length,
        later !== undefined,
      )
    : [];
  return { lines, file };
}
