import { type Measure, measureOf } from '../../data/definitions/measures.ts';
import { movedMonth } from '../../data/definitions/months.ts';
import type { Target } from '../../data/definitions/targets.ts';
import {
  courseForTarget,
  courseFromPart,
  type TargetCourse,
} from '../../data/statistics/targets.ts';
import { pauses } from '../pace.ts';
import { type Catalogue, collectedIn, heldMeasure } from '../store/catalogue.ts';
import type { Question } from './endpoint.ts';
import { type Series, seriesOfPlaces } from './series.ts';

/** How many months back a course is read from. */
const reach = 12;

/** What a target is read from, seen from one month. */
export interface SeenFrom {
  month: string;
  /** The months held of the year up to it, or up to the target's date if that is earlier. */
  periods: readonly string[];
  measures: readonly Measure[];
  /** The same for targets that are read from the same counts. */
  key: string;
}

/** The months and measures that a target is read from, seen from one month. */
export function seenFrom(target: Target, month: string, catalogue: Catalogue): SeenFrom {
  const last = month < target.date ? month : target.date;
  const periods = catalogue.periods
    .map((row) => row.period)
    .filter((one) => one >= movedMonth(last, 1 - reach) && one <= last);
  const measures = measuresOf(target, collectedIn(catalogue, periods)).map((measure) =>
    heldMeasure(measure, catalogue),
  );
  return { month, periods, measures, key: [...periods, ...measures.map(({ id }) => id)].join() };
}

/** The target's own measure if any of the months contains it; else those that can stand in for it. */
function measuresOf(target: Target, collected: ReadonlySet<string>): Measure[] {
  const standIns = target.atLeast.filter((id) => collected.has(id));
  const own = collected.has(target.measure) || !standIns.length;
  return (own ? [target.measure] : standIns).map(measureOf);
}

/** The series of every place of the month asked for, with what it takes to see a target so, in the order of places. */
export async function seriesByPlace(
  question: Question<'level' | 'area' | 'parent'>,
  views: readonly SeenFrom[],
  period: string,
): Promise<Series[][]> {
  const periods = views.flatMap((view) => view.periods);
  const measures = new Map(views.flatMap((view) => view.measures.map((one) => [one.id, one])));
  const all = new Map<string, Series[]>();
  const pause = pauses();
  for await (const some of seriesOfPlaces(question, [...measures.values()], periods, period)) {
    for (const series of some) {
      const key = `${series.level} ${series.area_code}`;
      const held = all.get(key);
      if (held) held.push(series);
      else all.set(key, [series]);
    }
    await pause();
  }
  return [...all.values()];
}

/** How a target is met by the measure that it is read from. */
interface Reading {
  measure: Measure;
  course: TargetCourse;
}

/** The course of one place seen from a month, by the measure with the highest value. */
export function readingOf(target: Target, series: readonly Series[], from: SeenFrom): Reading {
  return series
    .filter(({ measure }) => from.measures.some(({ id }) => id === measure.id))
    .map((one) => courseOf(target, one, from))
    .toSorted((a, b) => (b.course.value ?? -1) - (a.course.value ?? -1))[0]!;
}

/** The course of one measure. A stand-in counts only some of the people that the target is about. */
function courseOf(target: Target, { measure, months }: Series, from: SeenFrom): Reading {
  const read = measure.id === target.measure ? courseForTarget : courseFromPart;
  const own = months.filter(({ month }) => from.periods.includes(month));
  // That the month has come is known, whatever its figure.
  const come = { month: from.month, numerator: null, denominator: null };
  return { measure, course: read([...own, come], target, measure.scale) };
}
