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
import { pauses } from '../../pace.ts';
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
        if (held?.key !== of.key) held = { ...of, places: await byPlace(question, of, period) };
        for (const some of sliced(held.places)) {
          yield some.map((series) => targetRow(series, target, period));
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
  /** By place, in their order. */
  places: Series[][];
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

/** The series of every place of the month, in the order in which places come. */
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
function targetRow(series: readonly Series[], target: Target, period: string): object {
  const { level, area_code, area_name } = series[0]!;
  const { measure, course } = series
    .map((one) => courseOf(target, one))
    .toSorted((a, b) => (b.course.value ?? -1) - (a.course.value ?? -1))[0]!;
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
