import { readableName } from '../../data/definitions/names.ts';
import type { Ask, Meta } from '../ask.ts';

/** A practice that has closed or left the extracts. */
export interface Ending {
  title: string;
  sentence: string;
  /** The practice that its patients may have moved to; null if none is known. */
  heir: { code: string; name: string } | null;
}

interface EndingAsked {
  practice: string;
  /** Its last month in the extracts. */
  last: string;
  /** The day it closed, according to the register of practices. */
  closed: string | null;
  meta: Meta;
}

/** How a practice ended, or null if it has not. */
export async function fetchEnding(
  ask: Ask,
  { practice, last, closed, meta }: EndingAsked,
): Promise<Ending | null> {
  const { release, first_period: from, last_period: to } = meta;
  const gone = last < to;
  if (!gone && !closed) return null;
  const [{ data: events }, { practiceEnd }] = await Promise.all([
    ask('/lifecycle', { area: practice, event: 'may_have_merged', from, to, release }),
    import('../../data/words/practiceEnd.ts'),
  ]);
  const merged = events.at(-1);
  const heir = merged?.after ? await fetchHeir(ask, merged.after, release) : null;
  const period = merged?.period ?? last;
  const said = practiceEnd({ last, gone, closed, heir: heir && { ...heir, period } });
  return { ...said, heir };
}

async function fetchHeir(ask: Ask, code: string, release: string): Promise<Ending['heir']> {
  const [row] = (await ask('/areas', { area: code, release })).data;
  return { code, name: readableName(row?.area_name ?? code) };
}
