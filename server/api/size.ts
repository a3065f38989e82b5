import { GROUP, type LevelId } from '../../data/definitions/levels.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import type { Question } from './endpoint.ts';
import { levelsOf } from './places.ts';
import { measuresIn, periodsOf } from './scope.ts';

type Named = 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to';

/** The most figures a question can ask for: measures times places times months. */
export function figuresAsked(question: Question<Named>): number {
  const { catalogue } = question.release;
  const measures =
    question.filters.measure ?? measuresIn(catalogue, periodsOf(question.filters, catalogue));
  return measures.length * placesAsked(question);
}

/** The most places a question can ask for, counting each month separately. */
export function placesAsked({
  release: { catalogue },
  filters,
}: Question<Exclude<Named, 'measure'>>): number {
  const periods = periodsOf(filters, catalogue);
  const { area, parent } = filters;
  const places = levelsOf(filters).map((level) => {
    if (area) return area.filter((one) => one.level === level).length * periods.length;
    if (level === GROUP) return periods.length;
    if (parent) return codesWithin(parent, level, catalogue) * periods.length;
    return level === 'practice'
      ? practicesIn(periods, catalogue)
      : catalogue.codesByLevel[level].length * periods.length;
  });
  return places.reduce((sum, number) => sum + number, 0);
}

/** Practices of an area, counting each month separately; for England, the number in its extracts. */
export function practicesAsked(
  area: AreaRow,
  periods: readonly string[],
  catalogue: Catalogue,
): number {
  return area.level === 'england'
    ? practicesIn(periods, catalogue)
    : codesWithin(area, 'practice', catalogue) * periods.length;
}

const practicesIn = (periods: readonly string[], catalogue: Catalogue): number =>
  catalogue.periods.reduce(
    (sum, { period, practices }) => sum + (periods.includes(period) ? practices : 0),
    0,
  );

/** Places of a level within an area, by its last month; all of the level if that is not known. */
function codesWithin(
  { level: above, area_code, members }: AreaRow,
  level: LevelId,
  { codesByLevel, placesWithin }: Catalogue,
): number {
  if (members) return members.length;
  if (above === level) return 1;
  const within = placesWithin(area_code).filter((place) => place.level === level);
  return within.length || codesByLevel[level].length;
}
