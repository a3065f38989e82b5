import { GROUP } from '../../../data/definitions/levels.ts';
import { movedMonth } from '../../../data/definitions/months.ts';
import type { Decomposition } from '../../../data/statistics/decompose.ts';
import { changeSentence, isOfFew } from '../../../data/words/change.ts';
import { type ChangePart, changeParts } from '../../../data/words/changeParts.ts';
import { atPlaceIn } from '../../../data/words/english.ts';
import { usualInShort } from '../../../data/words/usual.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { type Column, type Field, whole } from '../../table.ts';
import { changeOf } from '../decomposition.ts';
import { table } from '../endpoint.ts';
import { usualChange } from '../xmrOf.ts';
import {
  countColumns,
  coverageColumns,
  levelColumn,
  measureColumn,
  sentenceField,
  unitColumn,
} from './columns.ts';

/** Parameters of both tables about a change. */
export const changeNames = ['measure', 'area', 'boundaries', 'from', 'to'] as const;

/** The two months of a change, as columns. */
export const changeMonths: readonly Column[] = [
  {
    name: 'from_period',
    type: 'string',
    nullable: true,
    description: 'Earlier month; none where the release has none.',
  },
  { name: 'to_period', type: 'string', description: 'Later month.' },
];

const place: readonly Column[] = [
  levelColumn('Level of the place.'),
  { name: 'area_code', type: 'string', description: 'Code of the place.' },
  { name: 'area_name', type: 'string', description: 'Latest name of the place.' },
  measureColumn,
  unitColumn('What the value is in.'),
];

const countFields: readonly Field[] = [...countColumns.slice(0, 3), ...coverageColumns];

/** Explains which months are compared. */
export const changeDefaults =
  'The months are the first and the last of the release from `from` to `to`; without `to` its latest, without `from` the one before.';

export const changes = table({
  path: '/changes',
  summary: 'Where a change between two months came from',
  description: `How much of the change of a place's figure came from practices that changed supplier, from others whose own figure changed, from the sizes of lists, and from new practices, left, began or stopped reporting; the parts add up to the total. A practice that moves between places leaves one and comes to the other; on the boundaries of a lookup none moves, for it places each practice once. Where a measure counts every practice in the extract, one of unknown status counts as one that does not offer it, as in the figure. ${changeDefaults}`,
  parameters: changeNames,
  required: ['measure'],
  one: ['measure', 'area'],
  columns: [
    ...changeMonths,
    ...place,
    {
      name: 'part',
      type: 'string',
      enum: [...changeParts, 'total'],
      description: 'Where the change comes from.',
    },
    {
      name: 'contribution',
      type: 'number',
      nullable: true,
      description: 'What it adds to the figure, in the unit; none where it is not known.',
    },
    {
      name: 'share',
      type: 'number',
      nullable: true,
      description:
        'Contribution in percent of the total; below 0 or above 100 where parts work against each other.',
    },
    {
      name: 'practices',
      type: 'integer',
      nullable: true,
      description: 'Practices behind it that reported in at least one of the months.',
    },
  ],
  meta: [
    { name: 'from', type: 'string', nullable: true, description: 'Earlier month.' },
    { name: 'to', type: 'string', description: 'Later month.' },
    {
      name: 'before',
      type: 'object',
      nullable: true,
      description: 'The figure of the earlier month; none where there is none.',
      fields: countFields,
    },
    {
      name: 'after',
      type: 'object',
      nullable: true,
      description: 'The figure of the later month; none where there is none.',
      fields: countFields,
    },
    {
      name: 'usual',
      type: 'string',
      nullable: true,
      description:
        'What is usual from one month to the next, as a sentence that `sentence` contains; none between other months, where too little is known, of few people or transactions, and of what one practice decides.',
    },
    sentenceField,
  ],
  example: 'measure=records_enabled&area=E92000001',
  async rows(question) {
    const { measure, area, from, to, before, after, taken } = await changeOf(question);
    const total = before?.value != null && after?.value != null ? after.value - before.value : null;
    const parts = taken && partsOf(taken);
    const practices = taken && practicesOf(taken);
    const told = {
      measure,
      where: atPlaceIn(to, area.level, nameThen(area, after)),
      alone: area.level === 'practice',
      from,
      to,
      before: knownFigure(before),
      after: knownFigure(after),
      parts,
    };
    const found =
      from !== null && movedMonth(from, 1) === to && !isOfFew(told)
        ? await usualChange(question.release, { measure, area, to })
        : null;
    const usual = found && usualInShort(found);
    const row = (part: ChangePart | 'total', contribution: number | null, of: number | null) => ({
      from_period: from,
      to_period: to,
      level: area.level,
      area_code: area.area_code,
      area_name: area.area_name,
      measure: measure.id,
      unit: measure.unit,
      part,
      contribution,
      share: contribution === null || !total ? null : (contribution / total) * 100,
      practices: of,
    });
    return whole(
      [
        ...changeParts.map((part) => row(part, parts?.[part] ?? null, practices?.[part] ?? null)),
        row('total', total, taken ? taken.units.length : null),
      ],
      {
        from,
        to,
        before: before && countsOf(before),
        after: after && countsOf(after),
        usual,
        sentence: changeSentence({ ...told, usual }),
      },
    );
  },
});

/** The latest name of a place; of a reader's group, with how many of its practices the later month has, if not all. */
const nameThen = ({ level, area_name }: AreaRow, after: FigureRow | null): string =>
  level === GROUP && after ? after.area_name : area_name;

/** A figure with its counts; null if it has no value. */
function knownFigure(row: FigureRow | null) {
  const { value = null, numerator, denominator } = row ?? {};
  return value === null ? null : { value, numerator: numerator!, denominator: denominator! };
}

const partsOf = (taken: Decomposition): Record<ChangePart, number> => ({
  uptake: taken.uptake,
  changed_supplier: taken.changedSupplier,
  list_sizes: taken.listSizes,
  came: taken.came,
  left: taken.left,
  began_reporting: taken.beganReporting,
  stopped_reporting: taken.stoppedReporting,
});

const practicesOf = ({ counts: { both, ...others } }: Decomposition) => ({
  uptake: both,
  list_sizes: both + others.changed_supplier,
  ...others,
});

const countsOf = ({ numerator, denominator, value, practices, practices_reported }: FigureRow) => ({
  numerator,
  denominator,
  value,
  practices,
  practices_reported,
});
