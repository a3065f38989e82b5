import { perWorkingDay, workingDays } from '../../data/definitions/bankHolidays.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import { monthsBetween, movedMonth } from '../../data/definitions/months.ts';
import type { XmrView } from '../../data/definitions/xmrViews.ts';
import { breaks, suggestRestarts } from '../../data/statistics/restarts.ts';
import { trendedLimits } from '../../data/statistics/trendedXmr.ts';
import { changesOf, type XmrChart, type XmrPoint, xmrChart } from '../../data/statistics/xmr.ts';
import { isFew } from '../../data/words/figure.ts';
import type { MonthChange, Restart, SetAside, UsualChange } from '../../data/words/usual.ts';
import { badParameter } from '../errors.ts';
import { allFigures } from '../figures/figureRows.ts';
import { supplierChanges } from '../figures/supplierChanges.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import type { PracticeChoice } from '../store/queries/chosenPractices.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import type { SupplierChangeRow } from '../store/queries/supplierChanges.ts';
import type { Release } from '../store/releases.ts';
import { placesOf } from './places.ts';

export interface XmrAsked {
  release: Release;
  measure: Measure;
  area: AreaRow;
  /** Months that the release has, in order. */
  periods: readonly string[];
  view: XmrView;
  /** Months in which limits start afresh, or only `suggested`. */
  restarts?: readonly string[];
  /** Restricts the area to these of its practices. */
  only?: PracticeChoice;
}

/** An XmR chart of a measure and place, with the figures behind it. */
export interface Xmr {
  /** In the unit that is charted. */
  measure: Measure;
  /** Every month from first to last, including those without a file. */
  months: string[];
  figures: ReadonlyMap<string, FigureRow>;
  chart: XmrChart;
  restarts: string[];
  suggested: Restart[];
  /** For a chart of changes: those into a new start, which do not count for the limits. */
  setAside: SetAside[];
  /** Whether its months can be usual or unusual. */
  isJudged: boolean;
}

/** The XmR chart of a question; throws if limits are to start afresh in a month that it does not have. */
export async function xmrOf(asked: XmrAsked): Promise<Xmr> {
  const { release, area, periods, view, only, measure } = asked;
  if (view === 'working_days' && asked.measure.counts !== 'transactions') {
    throw badParameter(
      'view',
      view,
      `only transactions are told per working day: ${asked.measure.id}`,
    );
  }
  checkRestarts(asked.restarts, monthsBetween(periods[0]!, periods.at(-1)!));
  const [place] = placesOf({ area: [area] }, only);
  const rows = await allFigures(release, { ...place!, measures: [asked.measure], periods });
  const changes =
    area.level === 'practice'
      ? (await supplierChanges(release)).filter((one) => one.practice_code === area.area_code)
      : [];
  const drawn = drawnFrom(asked, rows, changes);
  return measure.allOrNone && area.level === 'practice' ? unjudged(drawn) : drawn;
}

/** The same, from the figures of its months and a practice's changes of supplier. */
export function drawnFrom(
  asked: Pick<XmrAsked, 'measure' | 'periods' | 'view' | 'restarts'>,
  rows: readonly FigureRow[],
  supplierChanges: readonly SupplierChangeRow[],
): Xmr {
  const { periods, view } = asked;
  const measure = view === 'working_days' ? perWorkingDay(asked.measure) : asked.measure;
  const months = monthsBetween(periods[0]!, periods.at(-1)!);
  const figures = new Map(rows.map((row) => [row.period, row]));
  const values = months.map((month) => {
    const value = figures.get(month)?.value ?? null;
    return value !== null && view === 'working_days' ? value / workingDays(month) : value;
  });
  const few = months.map((month) => {
    const figure = figures.get(month);
    return figure?.value == null ? null : isFew(figure, asked.measure);
  });
  const suggested = suggestedFor(supplierChanges, months, { values, few });
  const restarts = asked.restarts?.includes('suggested')
    ? suggested.map(({ period }) => period)
    : [...new Set(asked.restarts)].sort();
  // There is no single level across months without a file, so limits always start afresh after them.
  const held = new Set(periods);
  const afterGaps = months.filter((month) => held.has(month) && !held.has(movedMonth(month, -1)));
  const indices = (some: readonly string[]) =>
    [...new Set(some)].map((month) => months.indexOf(month)).filter((index) => index > 0);
  const changes = changesOf(values);
  const causes = new Map(suggested.map(({ period, cause }) => [period, cause]));
  const setAside =
    view === 'changes'
      ? restarts.flatMap((period) => {
          const change = changes[months.indexOf(period)] ?? null;
          return change === null ? [] : { period, change, cause: causes.get(period) ?? null };
        })
      : [];
  return {
    measure,
    months,
    figures,
    chart:
      view === 'changes'
        ? changesChart(changes, { setAside: indices(restarts), afterGaps: indices(afterGaps) })
        : view === 'trend'
          ? trended(xmrChart(values, { restarts: indices([...restarts, ...afterGaps]) }))
          : xmrChart(values, { restarts: indices([...restarts, ...afterGaps]) }),
    restarts,
    suggested,
    setAside,
    isJudged: true,
  };
}

/** A chart without limits and signals, of what one practice decides: no month of that is usual or unusual. */
function unjudged(drawn: Xmr): Xmr {
  const { segments, points } = drawn.chart;
  const chart = {
    segments: segments.map((segment) => ({ ...segment, limits: null })),
    points: points.map(({ value }) => ({ value, limits: null, signal: null })),
  };
  return { ...drawn, chart, suggested: [], setAside: [], isJudged: false };
}

/**
 * The chart of a figure's changes. A change into a new start has a known cause and does not count; the others form one
 * series.
 */
function changesChart(
  changes: readonly (number | null)[],
  { setAside, afterGaps }: { setAside: readonly number[]; afterGaps: readonly number[] },
): XmrChart {
  const usual = changes.map((change, i) => (setAside.includes(i) ? null : change));
  return xmrChart(usual, { restarts: afterGaps });
}

/** The same values around a steadily rising line. The only signal is a value outside the limits. */
function trended({ segments, points }: XmrChart): XmrChart {
  const found = segments.flatMap(({ from, to }): XmrPoint[] => {
    const inside = points.slice(from, to);
    const line = trendedLimits(inside.map(({ value }) => value));
    return inside.map(({ value }, i) => {
      if (!line || value === null) return { value, limits: null, signal: null };
      const mean = line.centre[i]!;
      const [lower, upper] = [mean - line.reach, mean + line.reach];
      const direction = value > upper ? 'up' : value < lower ? 'down' : null;
      return {
        value,
        limits: { mean, lower, upper, meanMovingRange: line.meanMovingRange },
        signal: direction && { rule: 'outside_limits', direction },
      };
    });
  });
  return { segments, points: found };
}

/**
 * Where limits could start afresh: where a practice changed supplier, where figures break off, and at a clear step. A
 * step between small numbers of people is no break, however large it looks beside the months around it.
 */
function suggestedFor(
  changes: readonly SupplierChangeRow[],
  months: readonly string[],
  { values, few }: { values: readonly (number | null)[]; few: readonly (boolean | null)[] },
): Restart[] {
  const causes = new Map(
    changes.map(({ period, old_supplier, new_supplier }) => [
      period,
      `the practice moved from ${old_supplier} to ${new_supplier}`,
    ]),
  );
  const known = (some: readonly (number | null)[]) => some.some((value) => value !== null);
  const ofFew = (at: number) => few[at] && few.slice(0, at).findLast((one) => one !== null);
  const found = new Set(
    [...breaks(values), ...suggestRestarts(values)]
      .filter((at) => !ofFew(at))
      .map((at) => months[at]!),
  );
  return months.flatMap((period, i) => {
    const cause = causes.get(period) ?? null;
    if (i === 0 || !known(values.slice(0, i)) || !known(values.slice(i))) return [];
    return cause || found.has(period) ? { period, cause } : [];
  });
}

/** Throws for months outside the range, and for `suggested` combined with months. */
function checkRestarts(asked: readonly string[] = [], months: readonly string[]): void {
  if (asked.includes('suggested')) {
    if (asked.length === 1) return;
    throw badParameter('restarts', asked.join(','), 'suggested cannot be combined with months');
  }
  const stray = asked.find((month) => !months.includes(month));
  if (stray === undefined) return;
  const range = `${months[0]} to ${months.at(-1)}`;
  throw badParameter('restarts', stray, `not a month of the range ${range}: ${stray}`);
}

/** For a chart of changes: the months with a change since limits last started afresh. */
export function lastChanges({ chart: { segments, points }, months, figures }: Xmr): MonthChange[] {
  const { from, to } = segments.at(-1)!;
  return points.slice(from, to).flatMap(({ value: change, signal }, i) => {
    const period = months[from + i]!;
    return change === null ? [] : [{ period, value: figures.get(period)!.value!, change, signal }];
  });
}

/** The monthly changes of a figure up to a month, leaving out breaks. */
export async function usualChange(
  release: Release,
  { measure, area, to }: { measure: Measure; area: AreaRow; to: string },
): Promise<UsualChange> {
  const all = release.catalogue.periods.map(({ period }) => period);
  const periods = all.filter((period) => period <= to);
  const restarts = ['suggested'];
  const drawn = await xmrOf({ release, measure, area, periods, view: 'changes', restarts });
  const { limits } = drawn.chart.segments.at(-1)!;
  return { measure, months: lastChanges(drawn), limits, setAside: drawn.setAside };
}
