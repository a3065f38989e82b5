import type { Breakdown } from '../../data/definitions/breakdowns.ts';
import type { Figure } from '../../data/words/figure.ts';
import type { Ask, Meta } from '../ask.ts';

/** Practices of an area that have something in common, such as the supplier of their system. */
export interface Group extends Figure {
  code: string;
  name: string;
  practices: number;
  reported: number;
  interval: readonly [number, number] | null;
  /** Their share of the area's patients, in percent. */
  share: number | null;
}

export interface Grouping {
  by: Breakdown['id'];
  groups: Group[];
}

/** The practices of an area divided by supplier and by list size, each group with its own figure. */
export const fetchGroupings = (
  ask: Ask,
  asked: { area: string; measure: string; period: string; meta: Meta },
): Promise<Grouping[]> =>
  Promise.all((['supplier', 'list_size'] as const).map((by) => fetchGrouping(ask, asked, by)));

async function fetchGrouping(
  ask: Ask,
  { area, measure, period, meta }: Parameters<typeof fetchGroupings>[1],
  by: Breakdown['id'],
): Promise<Grouping> {
  const asked = { area, measure, period, by, release: meta.release };
  const { data } = await ask('/breakdowns', asked);
  const groups = data.map((row) => ({
    code: row.group_code,
    name: row.group_name,
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
    marker: row.marker,
    practices: row.practices,
    reported: row.practices_reported,
    interval:
      row.lower_95 === null || row.upper_95 === null
        ? null
        : ([row.lower_95, row.upper_95] as const),
    share: row.share_of_patients,
  }));
  return { by, groups };
}
