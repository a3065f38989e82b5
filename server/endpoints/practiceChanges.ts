import type { Measure } from '../../data/definitions/measures.ts';
import { changeOf } from '../decomposition.ts';
import { type Column, type Question, table, whole } from '../endpoint.ts';
import { badParameter } from '../errors.ts';
import type { Counts, UnitKind } from '../statistics/decompose.ts';
import { changeDefaults, changeMonths, changeNames } from './changes.ts';

const kinds = ['both', 'came', 'left', 'began_reporting', 'stopped_reporting'] as const;

const countColumns = (when: 'before' | 'after', month: string): Column[] =>
  ['numerator', 'denominator', 'value'].map((name) => ({
    name: `${name}_${when}`,
    type: name === 'value' ? 'number' : 'integer',
    nullable: true,
    description: `Its ${name} in the ${month} month; none where it did not report.`,
  }));

export const practiceChanges = table({
  path: '/changes/practices',
  summary: 'What each practice did to a change between two months',
  description: `Every practice behind the change of a place's figure with what it contributed, largest first; the contributions add up to the change. ${changeDefaults}`,
  parameters: [...changeNames, 'limit', 'cursor'],
  columns: [
    ...changeMonths,
    { name: 'level', type: 'string', description: 'Level of the place: practice.' },
    { name: 'area_code', type: 'string', description: 'Code of the practice.' },
    { name: 'area_name', type: 'string', description: 'Its latest name of the two months.' },
    { name: 'measure', type: 'string', description: 'Id of the measure.' },
    { name: 'unit', type: 'string', description: 'What values and contributions are in.' },
    {
      name: 'kind',
      type: 'string',
      enum: kinds satisfies readonly UnitKind[],
      description: 'Whether it reported in both months, came, left, began or stopped reporting.',
    },
    {
      name: 'contribution',
      type: 'number',
      description: "What it adds to the place's figure, in the unit.",
    },
    { name: 'through_uptake', type: 'number', description: 'Of that, through its own figure.' },
    {
      name: 'through_size',
      type: 'number',
      description: 'Of that, through its share of the patients: grown or shrunk, come or gone.',
    },
    ...countColumns('before', 'earlier'),
    ...countColumns('after', 'later'),
  ],
  example: 'measure=records_enabled&area=E92000001&limit=20',
  async rows(question) {
    const { measure, from, to, taken, units } = await changeOf(question);
    const sizes = (taken?.units ?? [])
      .map((unit) => ({ ...unit, contribution: unit.rate + unit.weight }))
      .sort(
        (a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.code < b.code ? -1 : 1),
      );
    const { start, end, next } = pageOf(sizes, question);
    const rows = sizes.slice(start, end).map(({ code, kind, rate, weight, contribution }) => {
      const { name, before, after } = units.get(code)!;
      return {
        from_period: from,
        to_period: to,
        level: 'practice',
        area_code: code,
        area_name: name,
        measure: measure.id,
        unit: measure.unit,
        kind,
        contribution,
        through_uptake: rate,
        through_size: weight,
        ...valuesOf('before', before, measure),
        ...valuesOf('after', after, measure),
      };
    });
    return { ...whole(rows, { from, to, practices: sizes.length }), next: () => next };
  },
});

const valuesOf = (when: 'before' | 'after', counts: Counts | null, { scale }: Measure) => {
  const { numerator = null, denominator = null } = counts ?? {};
  const value = numerator !== null && denominator ? (numerator / denominator) * scale : null;
  return {
    [`numerator_${when}`]: numerator,
    [`denominator_${when}`]: denominator,
    [`value_${when}`]: value,
  };
};

/** Which of the rows a page holds; its cursor is the code of the last row of the page before. */
function pageOf(
  rows: readonly { code: string }[],
  { filters: { limit, cursor } }: Question<'limit' | 'cursor'>,
) {
  const start = cursor === undefined ? 0 : rows.findIndex(({ code }) => code === cursor) + 1;
  if (cursor !== undefined && start === 0) {
    const message = `not a cursor from an answer of this address: ${cursor.slice(0, 40)}`;
    throw badParameter('cursor', cursor, message);
  }
  const end = limit === undefined ? rows.length : start + limit;
  return { start, end, next: end < rows.length ? rows[end - 1]!.code : null };
}
