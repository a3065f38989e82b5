import { readableName } from '../../data/definitions/names.ts';
import { dividedSentence } from '../../data/words/divided.ts';
import type { AreasRow } from '../apiTypes.ts';
import type { Ask, Meta } from '../ask.ts';

/** That the practices of a network are in several STPs in a month, as sentences; null if they are not. */
export async function fetchDivided(
  ask: Ask,
  { area_code: code, stp_code: listedIn }: Pick<AreasRow, 'area_code' | 'stp_code'>,
  { period, meta: { release } }: { period: string; meta: Meta },
): Promise<string | null> {
  const { data } = await ask('/areas', { level: 'practice', parent: code, release });
  const practices = new Map<string, number>();
  for (const { stp_code: stp, first_period, last_period } of data) {
    const isHeld = first_period <= period && period <= last_period;
    if (stp && isHeld) practices.set(stp, (practices.get(stp) ?? 0) + 1);
  }
  if (practices.size < 2) return null;
  const { data: stps } = await ask('/areas', { area: [...practices.keys()].join(), release });
  const parts = stps.map(({ area_code, area_name }) => ({
    code: area_code,
    name: readableName(area_name),
    practices: practices.get(area_code)!,
  }));
  return dividedSentence(parts, listedIn);
}
