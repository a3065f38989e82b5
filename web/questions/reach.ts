import type { Ask, Meta } from '../ask.ts';

/** A level that a place may want to reach, and how many more patients that takes. */
export interface Step {
  to: 'ccg' | 'england' | 'peers_median' | 'top_tenth';
  /** Name of the area with that level, or a description of the level. */
  name: string;
  /** In percent of patients; null if nobody reported. */
  value: number | null;
  /** 0 if it is reached, null if not known. */
  more: number | null;
}

/** What it would take to bring a practice to each level, nearest first. */
export async function fetchSteps(
  ask: Ask,
  asked: { practice: string; measure: string; period: string; meta: Meta },
): Promise<Step[]> {
  const { data } = await ask('/reach', {
    practice: asked.practice,
    measure: asked.measure,
    period: asked.period,
    release: asked.meta.release,
  });
  return data
    .map((row) => ({
      to: row.to,
      name: row.to_name,
      value: row.target_value,
      more: row.more_patients,
    }))
    .sort((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity));
}
