import { measureOf } from '../../../data/definitions/measures.ts';
import { type Target, targets } from '../../../data/definitions/targets.ts';
import {
  likelihood,
  monthsApart,
  outcomeOf,
  type TargetCourse,
  type TargetOutcome,
  targetStates,
} from '../../../data/statistics/targets.ts';
import { atPlaceIn } from '../../../data/words/english.ts';
import { noInterval, unforetold } from '../../../data/words/projection.ts';
import { type RecentMove, recentMoveSentence } from '../../../data/words/supplierChange.ts';
import {
  noProjectionOfPractices,
  type Outlook,
  targetSentence,
} from '../../../data/words/targets.ts';
import { projectArea } from '../../figures/projections.ts';
import { recentChanges } from '../../figures/supplierChanges.ts';
import type { Release } from '../../store/releases.ts';
import { sliced } from '../../table.ts';
import { table } from '../endpoint.ts';
import { periodsOf, single } from '../scope.ts';
import type { Series } from '../series.ts';
import { placesAsked } from '../size.ts';
import { readingOf, type SeenFrom, seenFrom, seriesByPlace } from '../targetReadings.ts';
import { count, number, placeColumns, supplierChangedColumn } from './columns.ts';

export const targetList = table({
  path: '/targets',
  summary: 'National targets: met by whom, missed by how many, likely to be met or not',
  description:
    'Each dated target for each place, as seen from the month asked for: read from the last figure up to its date. Where the date is still to come, an area’s figure is projected to it (as `/projections` does): `likely` where all of the 95% range reaches the target, `unlikely` where none does, else `cannot_say`. Practices have the distance and no projection. Where the extracts do not count patients set up for at least one service, the service with the highest figure stands in: one that reaches the target meets it, one that does not says nothing. All of that is what the month asked for showed; `outcome` is how the target ended as far as the release knows, and `sentence` says that too.',
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
    {
      name: 'outcome',
      type: 'string',
      nullable: true,
      enum: ['met', 'missed', 'cannot_say'] satisfies TargetOutcome[],
      description:
        'How the target ended, judging by all months of the release, including those after the month asked for; none while its date is to come and it is not met.',
    },
    {
      name: 'outcome_period',
      type: 'string',
      nullable: true,
      description: 'Month of the figure that this is read from: the last one up to its date.',
    },
    {
      name: 'outcome_measure',
      type: 'string',
      nullable: true,
      description: 'Id of the measure of that figure.',
    },
    number('outcome_value', 'That figure, in percent.'),
  ],
  example: 'level=region&period=latest',
  most: (question) => placesAsked(question) * (question.filters.target ?? targets).length,
  rows(question) {
    const { filters, release } = question;
    const { catalogue } = release;
    const period = single('period', periodsOf(filters, catalogue), (one) => one);
    const last = catalogue.periods.at(-1)!.period;
    async function* chunks() {
      const moved = await recentChanges(release, period);
      let held: { key: string; places: Series[][] } = { key: '', places: [] };
      for (const target of filters.target ?? targets) {
        const asked = seenFrom(target, period, catalogue);
        const ever = period < target.date ? seenFrom(target, last, catalogue) : asked;
        const key = `${asked.key} ${ever.key}`;
        // Targets for the same months use the same counts.
        if (held.key !== key) {
          held = { key, places: await seriesByPlace(question, [asked, ever], period) };
        }
        for (const some of sliced(held.places)) {
          yield await Promise.all(
            some.map((one) => targetRow(release, one, { target, asked, ever, moved })),
          );
        }
      }
    }
    return { chunks: chunks() };
  },
});

interface Seen {
  target: Target;
  /** From the month asked for, and from the last month of the release; the same if that adds nothing. */
  asked: SeenFrom;
  ever: SeenFrom;
  moved: ReadonlyMap<string, RecentMove>;
}

/** The row of one target and place, from the measure with the highest value. */
async function targetRow(
  release: Release,
  series: readonly Series[],
  { target, asked, ever, moved }: Seen,
): Promise<object> {
  const place = series[0]!;
  const { level, area_code, area_name } = place;
  const period = asked.month;
  const move = level === 'practice' ? (moved.get(area_code) ?? null) : null;
  const { measure, course } = readingOf(target, series, asked);
  const end = readingOf(target, series, ever);
  const outcome = outcomeOf(end.course, target, ever.month);
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
        later: ever.month === period ? null : { ...end, outcome },
        where: atPlaceIn(period, level, area_name),
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
    outcome,
    outcome_period: end.course.month,
    outcome_measure: end.course.month === null ? null : end.measure.id,
    outcome_value: end.course.value,
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
  if (found?.failed) {
    const measure = measureOf(target.measure);
    return cannot(unforetold({ measure, ...found, failed: found.failed }));
  }
  if (!found?.errors) return cannot(noInterval);
  const { lower, upper } = found.errors.at95;
  const range = { lower: found.value + lower, upper: found.value + upper };
  return { state: likelihood(range, target.value), projected: found.value, range };
}
