import { readableName } from '../../data/definitions/names.ts';
import type { Ask, Meta } from '../ask.ts';

/** Where the practices of an area are in a month whose extracts do not contain the area. */
export interface Whereabouts {
  period: string;
  /** The month of the area whose practices are looked for. */
  heldPeriod: string;
  places: { code: string; name: string }[];
  sentence: string;
}

/** Where the practices of an area are in a month, by default the latest. */
export async function fetchWhereabouts(
  ask: Ask,
  { area, period, meta: { release, last_period } }: { area: string; period?: string; meta: Meta },
): Promise<Whereabouts> {
  const { data, meta } = await ask('/whereabouts', { area, period, release });
  const { held_period, sentence } = meta as Meta & { held_period: string; sentence: string };
  return {
    period: period ?? last_period,
    heldPeriod: held_period,
    places: data.map((row) => ({ code: row.area_code, name: readableName(row.area_name) })),
    sentence,
  };
}
