import type { Measure } from '../../../data/definitions/measures.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { monthsAround, registrationsLost } from '../../../data/definitions/suppliers.ts';
import { type EventMonth, eventMonth } from '../../../data/statistics/eventStudy.ts';
import {
  supplierChangeSentence,
  supplierStudySentence,
} from '../../../data/words/supplierChange.ts';
import {
  type FollowedChange,
  followedChanges,
  isDated,
  monthsWithSuppliers,
  supplierChanges,
  supplierChangesIn,
} from '../../figures/supplierChanges.ts';
import type { SupplierChangeRow } from '../../store/queries/supplierChanges.ts';
import type { Release } from '../../store/releases.ts';
import { type Column, whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { single } from '../scope.ts';
import { measureColumns, number, sentenceField } from './columns.ts';

const measureAsked = (measures: readonly Measure[] | undefined): Measure =>
  single('measure', measures, ({ id }) => id);

/** The changes of supplier that a study is based on. Those across months without a file are left out. */
const studied = async (release: Release, measure: Measure): Promise<FollowedChange[]> =>
  (await followedChanges(release, measure)).filter((change) => isDated(change, release));

const whatCounts =
  'A change of supplier is one of system: a practice of EMIS that sends two returns, EMIS (I), has not changed. It is compared with the last month before with a known supplier.';

interface StudiedMonth {
  month: number;
  found: EventMonth | null;
  lost: number | null;
}

function studyOf(changes: readonly FollowedChange[], measure: Measure): StudiedMonth[] {
  return monthsAround.map((month) => {
    const differences = changes.flatMap(
      ({ months }) => months.find((one) => one.month === month)?.difference ?? [],
    );
    const lost =
      measure.form === 'share'
        ? differences.filter((one) => one < -registrationsLost.points).length
        : null;
    return { month, found: eventMonth(differences), lost };
  });
}

export const supplierStudy = table({
  path: '/events/supplier',
  summary: 'What a change of supplier does to a measure',
  description: `How practices that moved to another supplier differ, from three months before to five months after, from practices that did not move in this release: each one's change since the month before it moved, less the median change of those that did not between the same months (an event study). Every practice counts once, so the interval of the mean is clustered by practice. ${whatCounts} Changes across months without a file are left out.`,
  parameters: ['measure'],
  required: ['measure'],
  one: ['measure'],
  columns: [
    ...measureColumns,
    {
      name: 'month',
      type: 'integer',
      description:
        'Months from the change: 0 is the first on the new system, -1 usually that before.',
    },
    { name: 'practices', type: 'integer', description: 'Practices with a difference.' },
    number('mean', 'Mean difference, in the unit (percentage points of a share).'),
    number('lower_95', 'Lower limit of its 95% confidence interval, clustered by practice.'),
    number('upper_95', 'Upper limit of its 95% confidence interval, clustered by practice.'),
    number('median', 'Median difference.'),
    number('lower_quartile', 'Lower quartile of the differences.'),
    number('upper_quartile', 'Upper quartile of the differences.'),
    {
      name: 'fell_more_than_5',
      type: 'integer',
      nullable: true,
      description: `Practices with a difference below -${registrationsLost.points} percentage points; none for what is no share.`,
    },
  ],
  meta: [
    {
      name: 'changes',
      type: 'integer',
      description: 'Moves to the system of another supplier whose month is known.',
    },
    {
      name: 'suppliers_from',
      type: 'string',
      nullable: true,
      description: 'First month whose file names suppliers; none where no file does.',
    },
    {
      name: 'suppliers_to',
      type: 'string',
      nullable: true,
      description: 'Last month whose file names suppliers.',
    },
    sentenceField,
  ],
  example: 'measure=any_enabled',
  async rows({ release, filters }) {
    const measure = measureAsked(filters.measure);
    const changes = await studied(release, measure);
    const study = studyOf(changes, measure);
    const at = study.find(({ month }) => month === 0)!;
    const after = study.findLast(({ month, found }) => month > 0 && found !== null);
    const known = await monthsWithSuppliers(release);
    return whole(
      study.map(({ month, found, lost }) => ({
        measure: measure.id,
        unit: measure.unit,
        month,
        practices: found?.units ?? 0,
        mean: found?.mean ?? null,
        lower_95: found?.interval?.lower ?? null,
        upper_95: found?.interval?.upper ?? null,
        median: found?.median ?? null,
        lower_quartile: found?.lowerQuartile ?? null,
        upper_quartile: found?.upperQuartile ?? null,
        fell_more_than_5: found ? lost : null,
      })),
      {
        changes: changes.length,
        suppliers_from: known?.first ?? null,
        suppliers_to: known?.last ?? null,
        sentence: supplierStudySentence({
          measure,
          moves: {
            studied: changes.length,
            practices: new Set(changes.map(({ practice_code }) => practice_code)).size,
            leftOut: (await supplierChanges(release)).length - changes.length,
          },
          known,
          atChange: at.found && { ...at.found, lost: at.lost },
          later: after ? { month: after.month, found: after.found! } : null,
        }),
      },
    );
  },
});

const changeColumns: readonly Column[] = [
  { name: 'period', type: 'string', description: 'First month on the new system, as YYYY-MM.' },
  {
    name: 'base_period',
    type: 'string',
    description: 'The month before that it is compared with, as YYYY-MM.',
  },
  { name: 'practice_code', type: 'string', description: 'Code of the practice.' },
  { name: 'practice_name', type: 'string', description: 'Its name in that first month.' },
  { name: 'old_supplier', type: 'string', description: 'Supplier before, as published.' },
  { name: 'new_supplier', type: 'string', description: 'Supplier since, as published.' },
];

const changeCells = (change: SupplierChangeRow) => ({
  period: change.period,
  base_period: change.base_period,
  practice_code: change.practice_code,
  practice_name: change.practice_name,
  old_supplier: change.old_supplier,
  new_supplier: change.new_supplier,
});

const keyOf = ({ practice_code, period }: SupplierChangeRow): string =>
  `${practice_code} ${period}`;

export const supplierChangeList = table({
  path: '/events/supplier/practices',
  summary: 'Practices that changed supplier, and what happened to a measure',
  description: `Every change of supplier of the release, or of the practices of one area, with the figure of the month before and of the first month on the new system, as numbers and in words. ${whatCounts}`,
  parameters: ['measure', 'area', 'boundaries'],
  required: ['measure'],
  one: ['measure', 'area'],
  columns: [
    ...changeColumns,
    {
      name: 'registered',
      type: 'integer',
      nullable: true,
      description: 'Patients registered in the first month on the new system.',
    },
    ...measureColumns,
    number('before', 'Its figure in the month before, in the unit; none where it did not report.'),
    number('after', 'Its figure in the first month on the new system.'),
    { name: 'sentence', type: 'string', description: 'The same in words.' },
  ],
  example: 'measure=any_enabled',
  async rows({ release, filters }) {
    const measure = measureAsked(filters.measure);
    const area = filters.area && single('area', filters.area, ({ area_code }) => area_code);
    const [changes, there] = await Promise.all([
      followedChanges(release, measure),
      area ? supplierChangesIn(release, area) : supplierChanges(release),
    ]);
    const isThere = new Set(there.map(keyOf));
    return whole(
      changes
        .filter((change) => isThere.has(keyOf(change)))
        .map((change) => {
          const before = change.base;
          const after = change.months.find(({ month }) => month === 0)?.value ?? null;
          return {
            ...changeCells(change),
            registered: change.registered,
            measure: measure.id,
            unit: measure.unit,
            before,
            after,
            sentence: supplierChangeSentence({
              who: `${readableName(change.practice_name)} (${change.practice_code})`,
              period: change.period,
              basePeriod: change.base_period,
              from: change.old_supplier,
              to: change.new_supplier,
              measure,
              before,
              after,
              registered: change.registered,
            }),
          };
        }),
    );
  },
});

export const supplierDifferences = table({
  path: '/events/supplier/differences',
  summary: 'Each practice around its change of supplier',
  description: `What the study of changes of supplier is made of: for each change and each month from three before to five after, the practice's figure, its change since the month before it moved, the median change of practices that did not move, and the difference of the two. ${whatCounts} Changes across months without a file are left out.`,
  parameters: ['measure'],
  required: ['measure'],
  one: ['measure'],
  columns: [
    ...changeColumns,
    ...measureColumns,
    {
      name: 'month',
      type: 'integer',
      description: 'Months from the change; 0 is the first on the new system.',
    },
    { name: 'month_period', type: 'string', description: 'That month, as YYYY-MM.' },
    number('value', 'Its figure in that month, in the unit.'),
    number('base_value', 'Its figure in the month before the change.'),
    number('change', 'What it changed by since then.'),
    {
      name: 'others',
      type: 'integer',
      description: 'Practices without a change that have a figure in both months.',
    },
    number('others_median_change', 'The median of their changes.'),
    number('difference', 'Its change less theirs.'),
  ],
  example: 'measure=any_enabled',
  async rows({ release, filters }) {
    const measure = measureAsked(filters.measure);
    const changes = await studied(release, measure);
    return whole(
      changes.flatMap((change) =>
        change.months.map((one) => ({
          ...changeCells(change),
          measure: measure.id,
          unit: measure.unit,
          month: one.month,
          month_period: one.period,
          value: one.value,
          base_value: change.base,
          change: one.change,
          others: one.others,
          others_median_change: one.othersChange,
          difference: one.difference,
        })),
      ),
    );
  },
});
