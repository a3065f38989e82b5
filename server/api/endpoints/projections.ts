import { levelIds } from '../../../data/definitions/levels.ts';
import { type Measure, measureOf } from '../../../data/definitions/measures.ts';
import { movedMonth } from '../../../data/definitions/months.ts';
import { leastHeld } from '../../../data/statistics/leastHeld.ts';
import { atPlaceIn } from '../../../data/words/english.ts';
import { noInterval, projectionSentence, unforetold } from '../../../data/words/projection.ts';
import { badParameter } from '../../errors.ts';
import { allFigures } from '../../figures/figureRows.ts';
import { type Projected, projectArea } from '../../figures/projections.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { sliced } from '../../table.ts';
import { type Question, table } from '../endpoint.ts';
import { levelsOf, placesOf } from '../places.ts';
import { periodsOf, single } from '../scope.ts';
import { placesAsked } from '../size.ts';
import { count, measureColumns, number, placeColumns } from './columns.ts';

type Name = 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'ahead' | 'method';

export const projections = table({
  path: '/projections',
  summary: 'What may come in the next months, and how such projections did before',
  description: `For each area, as seen from the month asked for, its value some months on: by default the median of its past monthly changes carried on, or another \`method\`. The ranges are empirical: between the percentiles of the errors that the same projection made at earlier months, pooled over the areas of its level (over the CCGs where those are fewer than 20). \`tested\` and \`inside_95\` say how such ranges did where the value has come since. Where less than ${leastHeld * 100}% were within their 95% range, as few as an 80% range should hold, figures moved in ways that past changes did not foretell: nothing is projected so many months on, nor further. Without 40 such errors, or with a month missing, there is no range. Practices have no projection: for one practice staying as it is predicts better than any trend.`,
  parameters: ['measure', 'level', 'area', 'parent', 'boundaries', 'period', 'ahead', 'method'],
  required: ['measure'],
  one: ['measure', 'period'],
  groups: false,
  columns: [
    ...placeColumns,
    ...measureColumns,
    { name: 'ahead', type: 'integer', description: 'How many months on.' },
    { name: 'target_period', type: 'string', description: 'The month projected to.' },
    number('unchanged', 'The value of the month asked for: what it would be unchanged.'),
    number(
      'projected',
      'The value projected, in the unit; none with fewer than two months, or where ranges failed.',
    ),
    number('lower_95', 'Lower end of the 95% range, in the unit.'),
    number('upper_95', 'Upper end of the 95% range.'),
    number('lower_80', 'Lower end of the 80% range.'),
    number('upper_80', 'Upper end of the 80% range.'),
    count('errors_known', 'How many past errors are known, of which ranges are made.'),
    {
      name: 'errors_of',
      type: 'string',
      nullable: true,
      enum: levelIds,
      description: 'The level over whose areas they are pooled.',
    },
    count(
      'tested',
      'How many later values, of all months and those areas, such ranges could be tested on.',
    ),
    count('inside_95', 'How many of them were within their 95% range.'),
    count('inside_80', 'How many of them were within their 80% range.'),
    {
      name: 'reason',
      type: 'string',
      nullable: true,
      description: 'Why there is no range, or no projection; none where there is.',
    },
    { name: 'sentence', type: 'string', nullable: true, description: 'The same in plain English.' },
  ],
  example: 'measure=any_enabled&area=E92000001&period=latest',
  most: (question) => placesAsked(question) * (question.filters.ahead ?? usualAhead),
  rows(question) {
    const { filters, release } = question;
    const measure = single('measure', filters.measure, ({ id }) => id);
    const period = single('period', periodsOf(filters, release.catalogue), (one) => one);
    checkLevels(question);
    const method = filters.method ?? 'median_change';
    async function* chunks() {
      for (const { level, areas, parent } of placesOf(filters)) {
        const asked = { level, measures: [measure], periods: [period], areas, parent };
        const rows: object[] = [];
        for (const row of await allFigures(release, asked)) {
          for (let ahead = 1; ahead <= (filters.ahead ?? usualAhead); ahead++) {
            rows.push(rowOf(row, ahead, await projectArea(release, row, { ahead, method })));
          }
        }
        yield* sliced(rows);
      }
    }
    return { chunks: chunks() };
  },
});

/** How many months ahead are projected by default. */
const usualAhead = 3;

function checkLevels({ filters }: Question<Name>): void {
  if (!levelsOf(filters).includes('practice')) return;
  const [name, value] = filters.level
    ? ['level', 'practice']
    : ['area', filters.area?.[0]?.area_code];
  throw badParameter(name!, value ?? 'practice', `projections are those of areas: ${value}`);
}

function rowOf(row: FigureRow, ahead: number, found: Projected | null): object {
  const measure = measureOf(row.measure);
  const target = movedMonth(row.period, ahead);
  const { errors = null, held = null, failed = null } = found ?? {};
  const value = failed ? null : (found?.value ?? null);
  const at = (end: number | undefined) =>
    value === null || end === undefined ? null : value + end;
  const [lower, upper] = [at(errors?.at95.lower), at(errors?.at95.upper)];
  const interval = lower === null || upper === null ? null : { lower, upper };
  return {
    period: row.period,
    level: row.level,
    area_code: row.area_code,
    area_name: row.area_name,
    measure: row.measure,
    unit: row.unit,
    ahead,
    target_period: target,
    unchanged: row.value,
    projected: value,
    lower_95: lower,
    upper_95: upper,
    lower_80: at(errors?.at80.lower),
    upper_80: at(errors?.at80.upper),
    errors_known: errors?.known ?? null,
    errors_of: errors && found!.errorsOf,
    tested: held?.tested ?? null,
    inside_95: held?.inside95 ?? null,
    inside_80: held?.inside80 ?? null,
    reason: reasonOf(measure, found),
    sentence:
      found &&
      projectionSentence({
        measure,
        where: atPlaceIn(row.period, row.level, row.area_name),
        period: row.period,
        to: target,
        value: found.value,
        unchanged: found.unchanged,
        interval,
        errorsOf: found.errorsOf,
        held,
        failed,
      }),
  };
}

function reasonOf(measure: Measure, found: Projected | null): string | null {
  if (!found) return tooFew;
  if (found.failed) return unforetold({ measure, ...found, failed: found.failed });
  return found.errors ? null : noInterval;
}

const tooFew = 'fewer than two months without a gap have a figure';
