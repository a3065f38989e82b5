import { type Measure, measureOf } from '../../../data/definitions/measures.ts';
import { movedMonth } from '../../../data/definitions/months.ts';
import { type Target, targets } from '../../../data/definitions/targets.ts';
import {
  courseForTarget,
  courseFromPart,
  likelihood,
  monthsApart,
  type TargetCourse,
  targetStates,
} from '../../../data/statistics/targets.ts';
import { atPlace } from '../../../data/words/english.ts';
import { noInterval } from '../../../data/words/projection.ts';
import { type RecentMove, recentMoveSentence } from '../../../data/words/supplierChange.ts';
import {
  noProjectionOfPractices,
  type Outlook,
  targetSentence,
} from '../../../data/words/targets.ts';
import { projectArea } from '../../figures/projections.ts';
import { recentChanges } from '../../figures/supplierChanges.ts';
import { pauses } from '../../pace.ts';
import { type Catalogue, collectedIn, heldMeasure } from '../../store/catalogue.ts';
import type { Release } from '../../store/releases.ts';
import { sliced } from '../../table.ts';
import { type Question, table } from '../endpoint.ts';
import { periodsOf, single } from '../scope.ts';
import { type Series, seriesOfPlaces } from '../series.ts';
import { placesAsked } from '../size.ts';
import { count, number, placeColumns, supplierChangedColumn } from './columns.ts';

/** How many months back a course is read from. */
const reach = 12;

export const targetList = table({
  path: '/targets',
  summary: 'National targets: met by whom, missed by how many, likely to be met or not',
  description:
    'Each dated target for each place, as seen from the month asked for: read from the last figure up to its date. Where the date is still to come, an area’s figure is projected to it (as `/projections` does): `likely` where all of the 95% range reaches the target, `unlikely` where none does, else `cannot_say`. Practices have the distance and no projection. Where the extracts do not count patients set up for at least one service, the service with the highest figure stands in: one that reaches the target meets it, one that does not says nothing.',
  parameters: ['target', 'level', 'area', 'parent', 'boundaries', 'period'],
  one: ['period'],
  columns: [
    ...placeColumns,
    { name: 'target', type: 'string', description: 'Id of the target.' },
    { name: 'title', type: 'string', description: 'The target in words.' },
    { name: 'target_value', type: 'number', description: 'What meets it, in percent.' },
    { name: 'target_period', type: 'string', description: 'Month by whose end it is to be met.' },
    {
      name: 'measure',
      type: 'string',
      description: "Id of the measure it is read from: its own, or a service's that stands in.",
    },
    {
      name: 'read_period',
      type: 'string',
      nullable: true,
      description: 'Month of the figure it is read from.',
    },
    number('value', 'That figure, in percent.'),
    {
      name: 'state',
      type: 'string',
      enum: targetStates,
      description: 'Whether the place met it, or may.',
    },
    count('patients_short', 'Patients lacking in that month; 0 where it is met.'),
    number(
      'projected',
      'Figure at its date at the median of its past monthly changes, in percent.',
    ),
    { name: 'sentence', type: 'string', description: 'The same in words.' },
    { name: 'source', type: 'string', description: 'Who set it.' },
    { name: 'source_url', type: 'string', description: 'Where.' },
    number('lower_95', 'Lower end of the 95% range of that projection.'),
    number('upper_95', 'Upper end of it.'),
    supplierChangedColumn,
  ],
  example: 'level=region&period=latest',
  most: (question) => placesAsked(question) * (question.filters.target ?? targets).length,
  rows(question) {
    const { filters, release } = question;
    const period = single('period', periodsOf(filters, release.catalogue), (one) => one);
    async function* chunks() {
      const moved = await recentChanges(release, period);
      let held: SeriesOf | null = null;
      for (const target of filters.target ?? targets) {
        const of = monthsAndMeasures(target, period, release.catalogue);
        // Targets for the same months use the same counts.
        if (held?.key !== of.key) held = { ...of, places: await byPlace(question, of, period) };
        for (const some of sliced(held.places)) {
          yield await Promise.all(
            some.map((one) => targetRow(release, one, { target, period, moved })),
          );
        }
      }
    }
    return { chunks: chunks() };
  },
});

interface SeriesOf {
  key: string;
  periods: readonly string[];
  measures: readonly Measure[];
  /** By place, in order. */
  places: Series[][];
}

/** The months and measures that a target is read from, seen from one month. */
export function monthsAndMeasures(target: Target, period: string, catalogue: Catalogue) {
  const last = period < target.date ? period : target.date;
  const periods = catalogue.periods
    .map((row) => row.period)
    .filter((one) => one >= movedMonth(last, 1 - reach) && one <= last);
  const measures = measuresOf(target, collectedIn(catalogue, periods)).map((measure) =>
    heldMeasure(measure, catalogue),
  );
  return { key: [...periods, ...measures.map(({ id }) => id)].join(), periods, measures };
}

/** The series of every place of the month, in the order of places. */
async function byPlace(
  question: Question<'level' | 'area' | 'parent'>,
  { measures, periods }: Pick<SeriesOf, 'measures' | 'periods'>,
  period: string,
): Promise<Series[][]> {
  const all = new Map<string, Series[]>();
  const pause = pauses();
  for await (const some of seriesOfPlaces(question, measures, periods, period)) {
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

/** The target's own measure if any of the months contains it; else those that can stand in for it. */
function measuresOf(target: Target, collected: ReadonlySet<string>): Measure[] {
  const standIns = target.atLeast.filter((id) => collected.has(id));
  const own = collected.has(target.measure) || !standIns.length;
  return (own ? [target.measure] : standIns).map(measureOf);
}

interface Course {
  measure: Measure;
  course: TargetCourse;
}

/** The course of one measure. A stand-in counts only some of the people that the target is about. */
function courseOf(target: Target, { measure, months }: Series): Course {
  const read = measure.id === target.measure ? courseForTarget : courseFromPart;
  return { measure, course: read(months, target, measure.scale) };
}

/** The row of one target and place, from the measure with the highest value. */
async function targetRow(
  release: Release,
  series: readonly Series[],
  {
    target,
    period,
    moved,
  }: { target: Target; period: string; moved: ReadonlyMap<string, RecentMove> },
): Promise<object> {
  const place = series[0]!;
  const { level, area_code, area_name } = place;
  const move = level === 'practice' ? (moved.get(area_code) ?? null) : null;
  const { measure, course } = series
    .map((one) => courseOf(target, one))
    .toSorted((a, b) => (b.course.value ?? -1) - (a.course.value ?? -1))[0]!;
  const outlook = course.open ? await outlookOf(release, place, target, course) : null;
  const projected = outlook && 'range' in outlook ? outlook : null;
  return {
    period,
    level,
    area_code,
    area_name,
    target: target.id,
    title: target.title,
    target_value: target.value,
    target_period: target.date,
    measure: measure.id,
    read_period: course.month,
    value: course.value,
    state: outlook?.state ?? course.state,
    patients_short: course.short,
    projected: projected?.projected ?? null,
    sentence: [
      targetSentence({
        ...{ target, measure, course, outlook, period },
        where: atPlace(level, area_name),
      }),
      course.month === null ? '' : recentMoveSentence(move),
    ]
      .filter(Boolean)
      .join(' '),
    source: target.source,
    source_url: target.sourceUrl,
    lower_95: projected?.range.lower ?? null,
    upper_95: projected?.range.upper ?? null,
    supplier_changed_period: move?.period ?? null,
  };
}

/** The projection to a target's date, for a place that is below it. */
async function outlookOf(
  release: Release,
  { level, area_code }: Series,
  target: Target,
  { month }: TargetCourse,
): Promise<Outlook> {
  const cannot = (reason: string) => ({ state: 'cannot_say', reason }) as const;
  if (level === 'practice' || level === 'group') return cannot(noProjectionOfPractices);
  const row = { level, area_code, measure: target.measure, period: month! };
  const ahead = monthsApart(month!, target.date);
  const found = await projectArea(release, row, { ahead, method: 'median_change' });
  if (!found?.errors) return cannot(noInterval);
  const { lower, upper } = found.errors.at95;
  const range = { lower: found.value + lower, upper: found.value + upper };
  return { state: likelihood(range, target.value), projected: found.value, range };
}
