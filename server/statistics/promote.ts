import { reach } from './reach.ts';

export interface PromotePractice {
  code: string;
  registered: number | null;
  enabled: number | null;
}

export interface PromoteRow {
  code: string;
  registered: number;
  enabled: number;
  /** Whole patients short of the target level. */
  gap: number;
  /** Share (0 to 1) of the area's gap held by this practice and those before it. */
  runningShare: number;
}

export interface Promotion {
  /** Practices short of the target, largest gap first; equal gaps in the order of their codes. */
  practices: PromoteRow[];
  /** Patients short over all of them. */
  gap: number;
  /** How many of the first practices hold half of the gap; 0 when there is none. */
  holdHalf: number;
  /** How many practices reported, short of the target or not. */
  reported: number;
}

/**
 * Where promotion would reach most: the practices of an area by their patients short of a target level
 * (a fraction 0 to 1), each practice's own gap = max(0, target × registered − enabled) in whole patients.
 * Practices that did not report take no part. Source: J. M. Juran,
 * Quality Control Handbook (1951), on the vital few after V. Pareto.
 */
export function whereToPromote(practices: readonly PromotePractice[], target: number): Promotion {
  const reported = practices.flatMap(({ code, registered, enabled }) => {
    const gap = reach(enabled, registered, target);
    return gap === null ? [] : [{ code, registered: registered!, enabled: enabled!, gap }];
  });
  const short = reported
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap || (a.code < b.code ? -1 : 1));
  const total = short.reduce((sum, { gap }) => sum + gap, 0);
  let running = 0;
  const ranked = short.map((practice): PromoteRow => {
    running += practice.gap;
    return { ...practice, runningShare: running / total };
  });
  return {
    practices: ranked,
    gap: total,
    holdHalf: ranked.findIndex(({ runningShare }) => runningShare >= 0.5) + 1,
    reported: reported.length,
  };
}
