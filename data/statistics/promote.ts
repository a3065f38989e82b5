import { reach } from './reach.ts';
import { eachInSteps, sortInSteps } from './steps.ts';

export interface PromotePractice {
  code: string;
  registered: number | null;
  enabled: number | null;
  /** The level (a fraction 0 to 1) this practice is compared with; null if there is none. */
  target: number | null;
}

export interface PromoteRow {
  code: string;
  registered: number;
  enabled: number;
  target: number;
  /** Whole patients short of the practice's target. */
  gap: number;
  /** Cumulative share (0 to 1) of the area's gap, up to and including this practice. */
  runningShare: number;
}

export interface Promotion {
  /** Practices short of the target, largest gap first; equal gaps in order of code. */
  practices: PromoteRow[];
  /** The total of patients short. */
  gap: number;
  /** The number of first practices that make up half of the gap; 0 if there is none. */
  holdHalf: number;
  /** The number of practices that reported and have a target, short of it or not. */
  reported: number;
}

/**
 * Where promotion would reach most patients: the practices of an area by the number of patients short of a target. Each
 * practice's gap = max(0, target × registered − enabled), in whole patients. Practices that did not report or have no
 * target are left out. A generator, because there may be many practices. Source: J. M. Juran, Quality Control Handbook
 * (1951), on the vital few after V. Pareto.
 */
export function* whereToPromote(
  practices: readonly PromotePractice[],
): Generator<undefined, Promotion> {
  const short: PromoteRow[] = [];
  let [reported, total] = [0, 0];
  yield* eachInSteps(practices, ({ code, registered, enabled, target }) => {
    const gap = target === null ? null : reach(enabled, registered, target);
    if (gap === null) return;
    reported++;
    if (!(gap > 0)) return;
    total += gap;
    short.push({
      ...{ code, registered: registered!, enabled: enabled!, target: target!, gap },
      runningShare: 0,
    });
  });
  const ranked = yield* sortInSteps(short, (a, b) => b.gap - a.gap || (a.code < b.code ? -1 : 1));
  let running = 0;
  for (const practice of ranked) {
    running += practice.gap;
    practice.runningShare = running / total;
  }
  return {
    practices: ranked,
    gap: total,
    holdHalf: ranked.findIndex(({ runningShare }) => runningShare >= 0.5) + 1,
    reported,
  };
}
