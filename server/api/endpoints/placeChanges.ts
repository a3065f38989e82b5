import { filterIds } from '../../../data/definitions/filterIds.ts';
import { movedMonth } from '../../../data/definitions/months.ts';
import { badParameter } from '../../errors.ts';
import { allFigures } from '../../figures/figureRows.ts';
import { type Catalogue, collectedIn } from '../../store/catalogue.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { type Column, rowsOf } from '../../table.ts';
import { choiceOf, parentOf } from '../chosenPractices.ts';
import { table } from '../endpoint.ts';
import type { Filters } from '../parameters.ts';
import { heldBeside } from '../parameterValues.ts';
import { levelsOf } from '../places.ts';
import { single } from '../scope.ts';
import { count, measureColumns, number, placeColumns } from './columns.ts';

/** A place in both months. A month without it is absent. */
interface Moved {
  before?: FigureRow;
  after?: FigureRow;
  /** The later value minus the earlier, in the unit; null if one is missing. */
  change: number | null;
}

const counts = (when: string, month: string): Column[] => [
  count(`${when}_numerator`, `What the measure counts, in the ${month} month.`),
  count(`${when}_denominator`, `What it is counted among, in the ${month} month.`),
  number(`${when}_value`, `The figure of the ${month} month, in the unit.`),
];

export const placeChanges = table({
  path: '/changes/places',
  summary: 'How far places moved between two months, the largest rise first',
  description:
    'Places of one level with their figures in two months, the difference and their place by it. Two months say where places stood, not what is a trend or more than usual: for that ask `/xmr` or `/trends`. Without `to` the later month is the latest that has the measure, without `from` the earlier is the one a year before it or, where the release has none, the first.',
  parameters: ['measure', 'level', 'parent', 'boundaries', 'from', 'to', ...filterIds],
  required: ['measure'],
  one: ['measure', 'level'],
  columns: [
    { name: 'from_period', type: 'string', description: 'Earlier month.' },
    { name: 'to_period', type: 'string', description: 'Later month.' },
    ...placeColumns
      .filter(({ name }) => name !== 'period')
      .map((column) =>
        column.name === 'area_name'
          ? { ...column, description: 'Its latest name of the two months.' }
          : column,
      ),
    ...measureColumns,
    ...counts('before', 'earlier'),
    ...counts('after', 'later'),
    number('change', 'The later figure less the earlier, in the unit.'),
    count('rank', 'Place by the change, 1 the largest rise; equals share the first.'),
  ],
  meta: [
    {
      name: 'from',
      type: 'string',
      nullable: true,
      description: 'Earlier month; none where the release has none before the later one.',
    },
    { name: 'to', type: 'string', description: 'Later month.' },
  ],
  example: 'measure=records_enabled&level=ccg',
  async rows({ release, filters }) {
    const measure = single('measure', filters.measure, ({ id }) => id);
    const level =
      filters.level || filters.parent ? single('level', levelsOf(filters), (id) => id) : 'ccg';
    const { from, to } = twoMonths(filters, release.catalogue, measure.id);
    if (from === null) return rowsOf([], (row) => row, { from, to });
    const only = choiceOf(filters, release, { measures: [measure], periods: [from, to] });
    const found = await allFigures(release, {
      level,
      measures: [measure],
      periods: [from, to],
      parent: parentOf(filters, only),
    });
    const places = new Map<string, Moved>();
    for (const row of found) {
      const place = places.get(row.area_code) ?? { change: null };
      places.set(row.area_code, place);
      place[row.period === to ? 'after' : 'before'] = row;
    }
    for (const place of places.values()) {
      const [before, after] = [place.before?.value, place.after?.value];
      if (before != null && after != null) place.change = after - before;
    }
    const inOrder = [...places.values()].sort(
      (a, b) => (b.change ?? -Infinity) - (a.change ?? -Infinity),
    );
    const ranks: number[] = [];
    for (const [i, { change }] of inOrder.entries()) {
      ranks.push(change === inOrder[i - 1]?.change ? ranks.at(-1)! : i + 1);
    }
    return rowsOf(
      inOrder,
      ({ before, after, change }, i) => {
        const { area_code, area_name } = (after ?? before)!;
        return {
          from_period: from,
          to_period: to,
          level,
          area_code,
          area_name,
          measure: measure.id,
          unit: measure.unit,
          before_numerator: before?.numerator ?? null,
          before_denominator: before?.denominator ?? null,
          before_value: before?.value ?? null,
          after_numerator: after?.numerator ?? null,
          after_denominator: after?.denominator ?? null,
          after_value: after?.value ?? null,
          change,
          rank: change === null ? null : ranks[i],
        };
      },
      { from, to },
    );
  },
});

/**
 * The two months of a question. The earlier is null if none is asked for and there is none. Throws if the release lacks
 * one of them, or if they are not in order.
 */
function twoMonths(
  filters: Filters<'from' | 'to'>,
  catalogue: Catalogue,
  measure: string,
): { from: string | null; to: string } {
  const all = catalogue.periods.map(({ period }) => period);
  const held = all.filter((period) => collectedIn(catalogue, [period]).has(measure));
  const to = filters.to ?? held.at(-1) ?? all.at(-1)!;
  const yearBefore = movedMonth(to, -12);
  const first = held.find((period) => period < to) ?? null;
  const from = filters.from ?? (held.includes(yearBefore) ? yearBefore : first);
  for (const [name, value] of Object.entries({ from, to })) {
    if (value === null || all.includes(value)) continue;
    throw badParameter(
      name,
      value,
      `no such month in this release: ${value} (${heldBeside(all, value)})`,
    );
  }
  if (from !== null && from >= to) {
    throw badParameter('from', from, `from must be earlier than to: ${from}, ${to}`);
  }
  return { from, to };
}
