import type { Ask, Meta } from '../ask.ts';

export interface ShortPractice {
  code: string;
  name: string;
  ccg: string | null;
  registered: number;
  value: number;
  /** Patients short of England's level. */
  gap: number;
  /** Cumulative share of the area's gap, including this practice, in percent. */
  runningShare: number;
  /** The first month on another supplier's system, if that is within the last twelve. */
  supplierChanged: string | null;
}

/** How many patients an area's practices are short of England's level, and which practices have most of them. */
export interface Effort {
  gap: number;
  /** How few practices make up half of it. */
  holdHalf: number;
  short: number;
  reported: number;
  /** The same as sentences. */
  sentence: string;
  /** Those with the largest gaps, in order. */
  practices: ShortPractice[];
}

interface PromotionMeta {
  gap: number;
  hold_half: number;
  practices_short: number;
  practices_reported: number;
  sentence: string;
}

interface EffortAsked {
  area: string;
  measure: string;
  period: string;
  meta: Meta;
}

/** The question to the API for practices of an area that are short of England's level. */
export const effortQuestion = (asked: Omit<EffortAsked, 'meta'>) => ({
  ...asked,
  towards: 'england',
});

/** The practices of an area where setting up more patients would close most of its gap to England's level. */
export async function fetchEffort(
  ask: Ask,
  { area, measure, period, limit, meta: { release } }: EffortAsked & { limit: number },
): Promise<Effort> {
  const { data, meta } = await ask('/promote', {
    ...effortQuestion({ area, measure, period }),
    limit: String(limit),
    release,
  });
  const { gap, hold_half, practices_short, practices_reported, sentence } = meta as Meta &
    PromotionMeta;
  return {
    gap,
    holdHalf: hold_half,
    short: practices_short,
    reported: practices_reported,
    sentence,
    practices: data.map((row) => ({
      code: row.area_code,
      name: row.area_name,
      ccg: row.ccg_code,
      registered: row.denominator,
      value: row.value,
      gap: row.gap,
      runningShare: row.running_share,
      supplierChanged: row.supplier_changed_period,
    })),
  };
}

/** An area below England's level, and by how many patients. */
export interface ShortArea {
  code: string;
  name: string;
  value: number;
  gap: number;
}

/** The CCGs below England's level in a month, those with the most missing patients first. */
export async function fetchShortCcgs(
  ask: Ask,
  { measure, period, meta: { release } }: Omit<EffortAsked, 'area'>,
): Promise<ShortArea[]> {
  const { data } = await ask('/figures', { measure, period, level: 'england,ccg', release });
  const england = data.find(({ level }) => level === 'england')?.value ?? null;
  if (england === null) return [];
  return data
    .flatMap(({ level, area_code: code, area_name: name, numerator, denominator, value }) => {
      if (level !== 'ccg' || value === null || numerator === null || denominator === null)
        return [];
      // Rounded up, so that this many more patients reach the level.
      const gap = Math.ceil((england / 100) * denominator - numerator);
      return gap > 0 ? [{ code, name, value, gap }] : [];
    })
    .sort((a, b) => b.gap - a.gap);
}
