import type { Measure } from '../../data/definitions/measures.ts';
import {
  type Decomposition,
  decomposeChange,
  type UnitChange,
} from '../../data/statistics/decompose.ts';
import { badParameter } from '../errors.ts';
import { allFigures } from '../figures/figureRows.ts';
import { practiceFigures } from '../figures/practiceFigures.ts';
import { supplierChanges } from '../figures/supplierChanges.ts';
import { inSteps, pauses } from '../pace.ts';
import { asParent } from '../store/catalogue.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import type { Question } from './endpoint.ts';
import { england, groupOf } from './places.ts';
import { periodsOf, single } from './scope.ts';

type Name = 'measure' | 'area' | 'from' | 'to';

/** A practice in both months, with its later name. */
export interface NamedChange extends UnitChange {
  name: string;
}

/** A place's figures in two months, and the breakdown of their difference. */
export interface Change {
  measure: Measure;
  area: AreaRow;
  /** Null if the release has no earlier month. */
  from: string | null;
  to: string;
  before: FigureRow | null;
  after: FigureRow | null;
  /** Null without two figures, if no practice reported in both months, and for a count, which is not a ratio. */
  taken: Decomposition | null;
  units: Map<string, NamedChange>;
}

/** The two figures of a place and, if both exist, the breakdown of their difference by practice. */
export async function changeOf({ release, filters }: Question<Name>): Promise<Change> {
  const measure = single('measure', filters.measure, ({ id }) => id);
  const area = filters.area
    ? single('area', filters.area, ({ area_code }) => area_code)
    : england(release);
  const { from, to } = pairOf({ release, filters });
  const periods = from === null ? [to] : [from, to];
  const figures = await allFigures(release, {
    level: area.level,
    measures: [measure],
    periods,
    areas: [area.area_code],
    group: groupOf([area]),
  });
  const before = figures.find(({ period }) => period === from) ?? null;
  const after = figures.find(({ period }) => period === to) ?? null;
  const known = before?.value != null && after?.value != null;
  const units = known
    ? await unitsOf({ release, measure, area, from: from!, to }, [before, after])
    : new Map<string, NamedChange>();
  const apart = known && measure.form !== 'count';
  const taken = apart ? await inSteps(decomposeChange([...units.values()], measure.scale)) : null;
  return { measure, area, from, to, before, after, taken, units };
}

/** The two months of a change; throws if the range has only one month. */
function pairOf({ release, filters: { from, to } }: Pick<Question<Name>, 'release' | 'filters'>) {
  const range = periodsOf({ from, to }, release.catalogue);
  const last = range.at(-1)!;
  if (from) {
    if (range.length > 1) return { from: range[0]!, to: last };
    throw badParameter('from', from, `a change needs two months, and the range has only ${last}`);
  }
  const all = release.catalogue.periods.map(({ period }) => period);
  return { from: all[all.indexOf(last) - 1] ?? null, to: last };
}

/** A practice's contribution to an area in a month, with its name then. */
type Part = NonNullable<UnitChange['after']> & { name: string };

/** A practice's contribution to its own figure. */
const partOf = (figure: FigureRow | null): ReadonlyMap<string, Part> =>
  new Map(figure ? [[figure.area_code, { ...figure, name: figure.area_name }]] : []);

interface Pair {
  release: Question['release'];
  measure: Measure;
  area: AreaRow;
  from: string;
  to: string;
}

/** By code, the contribution of each of an area's practices in a month, if it is in the measure's extract. */
async function partsOf({ release, measure, area }: Pair, period: string) {
  const figures = await practiceFigures(release, measure, period, asParent(area));
  const parts = new Map<string, Part>();
  for (const [code, figure] of figures) {
    const { name, added_numerator: numerator, added_denominator: denominator } = figure;
    if (figure.practices) parts.set(code, { name, numerator, denominator });
  }
  return parts;
}

/** By code, each practice of the place in the two months. For a practice, its own figures where it has them. */
async function unitsOf(pair: Pair, [own, ownLater]: readonly [FigureRow | null, FigureRow | null]) {
  const { release, area, from, to } = pair;
  const isAlone = area.level === 'practice';
  const [before, after, changes] = await Promise.all([
    isAlone ? partOf(own) : partsOf(pair, from),
    isAlone ? partOf(ownLater) : partsOf(pair, to),
    supplierChanges(release),
  ]);
  const changed = new Set(
    changes
      .filter(({ period }) => from < period && period <= to)
      .map(({ practice_code }) => practice_code),
  );
  const units = new Map<string, NamedChange>();
  const pause = pauses();
  for (const code of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [then, now] = [before.get(code), after.get(code)];
    units.set(code, {
      code,
      name: (now ?? then)!.name,
      before: then ? countsOf(then) : null,
      after: now ? countsOf(now) : null,
      changedSupplier: changed.has(code),
    });
    await pause();
  }
  return units;
}

const countsOf = ({ numerator, denominator }: Part) => ({ numerator, denominator });
