import { type LevelId, levelIds } from '../../../data/definitions/levels.ts';
import { type Measure, measureOf, measures } from '../../../data/definitions/measures.ts';
import { figureValue } from '../../../data/definitions/units.ts';
import { continuitySentence } from '../../../data/words/release.ts';
import { badParameter, unknown } from '../../errors.ts';
import { giveWay } from '../../pace.ts';
import { type HeldFigure, heldFiguresQuery } from '../../store/queries/continuity.ts';
import type { Release } from '../../store/releases.ts';
import { type Field, sliced } from '../../table.ts';
import { type Question, table } from '../endpoint.ts';
import { measuresIn } from '../scope.ts';
import { measureColumns, placeColumns, sentenceField } from './columns.ts';

const sides = [
  ['before', 'the earlier release'],
  ['after', 'this release'],
] as const;

export const continuity = table({
  path: '/continuity',
  summary: 'What changed between two releases, and what did not',
  description:
    'Every figure of the months that are in both of two releases, side by side: of England and the regions, or of the levels asked for. `meta` names the releases, the months in only one of them, and how many figures were revised. Always on the boundaries published, for the two releases need not have the same practice lookup.',
  parameters: ['against', 'measure', 'level'],
  columns: [
    ...placeColumns,
    ...measureColumns,
    ...sides.flatMap(([when, which]) => [
      {
        name: `value_${when}`,
        type: 'number' as const,
        nullable: true,
        description: `The figure in ${which}, in the unit.`,
      },
    ]),
    {
      name: 'difference',
      type: 'number',
      nullable: true,
      description: 'What it rose by, in the unit.',
    },
    ...sides.flatMap(([when, which]) =>
      ['practices', 'practices_reported'].map((name) => ({
        name: `${name}_${when}`,
        type: 'integer' as const,
        description: `Practices ${name === 'practices' ? 'in the extract' : 'that reported it'} in ${which}.`,
      })),
    ),
    {
      name: 'revised',
      type: 'boolean',
      description: 'Whether its numerator, denominator or coverage differ.',
    },
  ],
  meta: [
    {
      name: 'against',
      type: 'string',
      nullable: true,
      description: 'The release it is compared with; none where there is none of its kind.',
    },
    ...[
      ['shared', 'in both'],
      ['added', 'only in this release'],
      ['dropped', 'only in the earlier release'],
    ].map(
      ([name, which]): Field => ({
        name: `${name}_periods`,
        type: 'string',
        many: true,
        description: `Months that ${which}.`,
      }),
    ),
    { name: 'compared', type: 'integer', description: 'Figures of the months that are in both.' },
    { name: 'revised', type: 'integer', description: 'How many of them differ.' },
    sentenceField,
  ],
  ofOthers: true,
  example: 'measure=records_enabled',
  most: ({ release: { catalogue }, filters }) =>
    levelsAsked(filters.level).reduce(
      (sum, level) => sum + catalogue.codesByLevel[level].length,
      0,
    ) *
    (filters.measure ?? measures).length *
    catalogue.periods.length,
  async rows(question) {
    const { release, filters } = question;
    const levels = levelsAsked(filters.level);
    const against = await releaseAgainst(question);
    const { shared, added, dropped } = monthsOf(release, against);
    const chunks = () =>
      against ? compare(release, against, levels, filters.measure, shared) : sliced([]);
    const about = {
      release: release.id,
      against: against?.id ?? null,
      ...(await counted(chunks())),
    };
    return {
      chunks: chunks(),
      meta: {
        against: about.against,
        shared_periods: shared,
        added_periods: added,
        dropped_periods: dropped,
        compared: about.compared,
        revised: about.revised,
        sentence: continuitySentence({ ...about, added, dropped }),
      },
    };
  },
});

function levelsAsked(level: readonly LevelId[] | undefined): LevelId[] {
  if (!level) return ['england', 'region'];
  if (level.includes('practice')) {
    throw badParameter('level', 'practice', 'releases are compared by area, not by practice');
  }
  return levelIds.filter((id) => level.includes(id));
}

/** The release to compare with: the one named, or the previous one if it can be read and is of the same kind. */
export async function releaseAgainst({
  release,
  releases,
  filters: { against },
}: Question<'against'>): Promise<Release | null> {
  if (against === undefined) return (await (await release.former())?.open()) ?? null;
  const known = new Map((await releases.list()).map((about) => [about.release, about]));
  const other = known.get(against === 'current' ? releases.currentReleaseId() : against);
  if (!other) throw badParameter('against', against, unknown('release', against, known.keys()));
  if (other.kind === release.about.kind) return releases.get(other.release);
  throw badParameter(
    'against',
    against,
    `${release.about.kind} and ${other.kind} figures cannot be compared: ${against}`,
  );
}

function monthsOf({ catalogue }: Release, against: Release | null) {
  const here = catalogue.periods.map(({ period }) => period);
  const there = against?.catalogue.periods.map(({ period }) => period) ?? [];
  return {
    shared: here.filter((period) => there.includes(period)),
    added: against ? here.filter((period) => !there.includes(period)) : [],
    dropped: there.filter((period) => !here.includes(period)),
  };
}

const keyOf = ({ level, area_code, measure, period }: HeldFigure) =>
  `${levelIds.indexOf(level)} ${area_code} ${measure} ${period}`;

/**
 * How many figures are compared and how many differ. This comes first in the answer, so everything is read before any
 * row is written.
 */
async function counted(chunks: AsyncIterable<Compared[]> | Iterable<Compared[]>) {
  let compared = 0;
  let revised = 0;
  for await (const rows of chunks) {
    compared += rows.length;
    for (const row of rows) if (row.revised) revised++;
    await giveWay();
  }
  return { compared, revised };
}

/** Figures read from both releases at a time, to limit memory. */
const comparedAtOnce = 4000;

/** The figures that at least one of two releases has, by level, area, measure and month. */
async function* compare(
  release: Release,
  against: Release,
  levels: readonly LevelId[],
  asked: readonly Measure[] | undefined,
  periods: readonly string[],
): AsyncGenerator<Compared[]> {
  const held = asked ?? [
    ...new Set([
      ...measuresIn(release.catalogue, periods),
      ...measuresIn(against.catalogue, periods),
    ]),
  ];
  if (!periods.length || !held.length) return;
  const areas = Math.ceil(comparedAtOnce / (held.length * periods.length));
  for (const level of levels) {
    const codes = [release, against].flatMap(({ catalogue }) => catalogue.codesByLevel[level]);
    for (const some of sliced([...new Set(codes)].sort(), areas)) {
      const query = heldFiguresQuery(level, [some[0]!, some.at(-1)!], held, periods);
      const [after, before] = await Promise.all(
        [release, against].map(async ({ database }) => {
          const rows = await database.all<HeldFigure>(query);
          return new Map(rows.map((row) => [keyOf(row), row]));
        }),
      );
      const keys = [...new Set([...before!.keys(), ...after!.keys()])].sort();
      for (const few of sliced(keys)) {
        yield few.map((key) => continuityRow(before!.get(key), after!.get(key)));
      }
    }
  }
}

type Compared = ReturnType<typeof continuityRow>;

const figureOf = ({ numerator, denominator, measure }: HeldFigure): number | null =>
  figureValue(measureOf(measure), numerator, denominator);

/** One figure in both releases; at least one of them has it. */
function continuityRow(before: HeldFigure | undefined, after: HeldFigure | undefined) {
  const { period, level, area_code, area_name, measure } = (after ?? before)!;
  const then = before ? figureOf(before) : null;
  const now = after ? figureOf(after) : null;
  const counts = (figure: HeldFigure | undefined) =>
    figure &&
    [figure.numerator, figure.denominator, figure.practices, figure.practices_reported].join();
  return {
    period,
    level,
    area_code,
    area_name,
    measure,
    unit: measureOf(measure).unit,
    value_before: then,
    value_after: now,
    difference: then === null || now === null ? null : now - then,
    practices_before: before?.practices ?? 0,
    practices_reported_before: before?.practices_reported ?? 0,
    practices_after: after?.practices ?? 0,
    practices_reported_after: after?.practices_reported ?? 0,
    revised: counts(before) !== counts(after),
  };
}
