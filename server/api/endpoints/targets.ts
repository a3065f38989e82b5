import { type Measure, measureOf } from '../../../data/definitions/measures.ts';
import { movedMonth } from '../../../data/definitions/months.ts';
import { type Target, targets } from '../../../data/definitions/targets.ts';
import {
  courseForTarget,
  courseFromPart,
  type TargetCourse,
  type TargetState,
} from '../../../data/statistics/targets.ts';
import { atPlace } from '../../../data/words/english.ts';
import { targetSentence } from '../../../data/words/targets.ts';
import { type Catalogue, collectedIn, heldMeasure } from '../../store/catalogue.ts';
import { type Column, sliced } from '../../table.ts';
import { type Question, table } from '../endpoint.ts';
import { periodsOf, single } from '../scope.ts';
import { type Series, seriesOfPlaces } from '../series.ts';
import { placesAsked } from '../size.ts';
import { placeColumns } from './columns.ts';

/** How many months back a course is read from. */
const reach = 12;

const states = [
  'met',
  'missed',
  'on_course',
  'not_on_course',
  'cannot_say',
] as const satisfies readonly TargetState[];

const number = (name: string, type: 'integer' | 'number', description: string): Column => ({
  name,
  type,
  nullable: true,
  description,
});

export const targetList = table({
  path: '/targets',
  summary: 'National targets: met by whom, missed by how many, on course or not',
  description:
    'Each dated target held against each place, as seen from the month asked for: read from the last figure up to its date, with the recent trend where the date is still to come. Where the extracts do not count patients set up for at least one service, the service with the highest figure stands in: one that reaches the target meets it, one that does not says nothing.',
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
    number('value', 'number', 'That figure, in percent.'),
    { name: 'state', type: 'string', enum: states, description: 'How the place stands to it.' },
    number('patients_short', 'integer', 'Patients lacking in that month; 0 where it is met.'),
    number(
      'projected',
      'number',
      'Figure at its date if the slope of its recent figures goes on, in percent.',
    ),
    { name: 'sentence', type: 'string', description: 'The same in words.' },
    { name: 'source', type: 'string', description: 'Who set it.' },
    { name: 'source_url', type: 'string', description: 'Where.' },
  ],
  example: 'level=region&period=latest',
  most: (question) => placesAsked(question) * (question.filters.target ?? targets).length,
  rows(question) {
    const { filters, release } = question;
    const period = single('period', periodsOf(filters, release.catalogue), (one) => one);
    async function* chunks() {
      let held: SeriesOf | null = null;
      for (const target of filters.target ?? targets) {
        const of = monthsAndMeasures(target, period, release.catalogue);
        // Targets of the same months are read from the same counts.
        if (held?.key !== of.key) held = { ...of, series: await allSeries(question, of, period) };
        yield* targetRows(target, held.series, period);
      }
    }
    return { chunks: chunks() };
  },
});

interface SeriesOf {
  key: string;
  periods: readonly string[];
  measures: readonly Measure[];
  series: Series[];
}

/** The months that a target is read from, as seen from one month, and the measures. */
function monthsAndMeasures(target: Target, period: string, catalogue: Catalogue) {
  const last = period < target.date ? period : target.date;
  const periods = catalogue.periods
    .map((row) => row.period)
    .filter((one) => one >= movedMonth(last, 1 - reach) && one <= last);
  const measures = measuresOf(target, collectedIn(catalogue, periods)).map((measure) =>
    heldMeasure(measure, catalogue),
  );
  return { key: [...periods, ...measures.map(({ id }) => id)].join(), periods, measures };
}

async function allSeries(
  question: Question<'level' | 'area' | 'parent'>,
  { measures, periods }: Pick<SeriesOf, 'measures' | 'periods'>,
  period: string,
): Promise<Series[]> {
  const all: Series[][] = [];
  for await (const some of seriesOfPlaces(question, measures, periods, period)) all.push(some);
  return all.flat();
}

/** One target against every place of the month. */
function* targetRows(
  target: Target,
  series: readonly Series[],
  period: string,
): Generator<object[]> {
  const courses = new Map<string, { place: Series; courses: Course[] }>();
  for (const place of series) {
    const key = `${place.level} ${place.area_code}`;
    const held = courses.get(key);
    if (held) held.courses.push(courseOf(target, place));
    else courses.set(key, { place, courses: [courseOf(target, place)] });
  }
  for (const some of sliced([...courses.values()])) {
    yield some.map((one) => targetRow(one.place, target, one.courses, period));
  }
}

/** The target's own measure where any of the months hold it; else those that can stand in for it. */
function measuresOf(target: Target, collected: ReadonlySet<string>): Measure[] {
  const standIns = target.atLeast.filter((id) => collected.has(id));
  const own = collected.has(target.measure) || !standIns.length;
  return (own ? [target.measure] : standIns).map(measureOf);
}

interface Course {
  measure: Measure;
  course: TargetCourse;
}

/** The course of one measure; one that stands in counts only some of those whom the target is about. */
function courseOf(target: Target, { measure, months }: Series): Course {
  const read = measure.id === target.measure ? courseForTarget : courseFromPart;
  return { measure, course: read(months, target, measure.scale) };
}

/** The row of one target and place, read from the measure that stands highest. */
function targetRow(
  { level, area_code, area_name }: Series,
  target: Target,
  courses: readonly Course[],
  period: string,
): object {
  const { measure, course } = courses.toSorted(
    (a, b) => (b.course.value ?? -1) - (a.course.value ?? -1),
  )[0]!;
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
    state: course.state,
    patients_short: course.short,
    projected: course.projected,
    sentence: targetSentence({ target, measure, course, where: atPlace(level, area_name), period }),
    source: target.source,
    source_url: target.sourceUrl,
  };
}
