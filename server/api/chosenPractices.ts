import { type Chosen, filterIds } from '../../data/definitions/filterIds.ts';
import { ENGLAND } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import { traits } from '../../data/definitions/traits.ts';
import { atPlaceIn } from '../../data/words/english.ts';
import { onlyText } from '../../data/words/practiceFilters.ts';
import { badParameter } from '../errors.ts';
import { asParent } from '../store/catalogue.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import type { PracticeChoice } from '../store/queries/chosenPractices.ts';
import type { Ancestor } from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import type { Filters } from './parameters.ts';

type Asked = Filters<(typeof filterIds)[number] | 'parent'>;

/**
 * The practices that a question chooses by their characteristics in the last of its months; undefined for all. Throws
 * if it names a status or reporting without exactly one measure.
 */
export function choiceOf(
  filters: Asked,
  { catalogue }: Release,
  { measures, periods }: { measures: readonly Measure[]; periods: readonly string[] },
): PracticeChoice | undefined {
  const chosen: Record<string, readonly string[]> = {};
  for (const id of filterIds) {
    const value = filters[id];
    if (value === undefined) continue;
    // Without deprivation scores the filter has no effect.
    if (id === 'fifth' && !catalogue.tables.has(traits.deprivation.table)) continue;
    if ((id === 'status' || id === 'reported') && measures.length !== 1) {
      throw badParameter(id, String(value), `${id} is that of one measure: ask for exactly one`);
    }
    chosen[id] = typeof value === 'string' ? [value] : value;
  }
  const [measure] = measures;
  return Object.keys(chosen).length && measure
    ? { chosen: chosen as Chosen, period: periods.at(-1)!, measure }
    : undefined;
}

/** An area in a month and its chosen practices, within a sentence: "in England (only practices with EMIS)". */
export const whereOf = (
  period: string,
  { level, area_name }: Pick<AreaRow, 'level' | 'area_name'>,
  only: PracticeChoice | undefined,
): string => atPlaceIn(period, level, area_name) + (only ? ` (${onlyText(only.chosen)})` : '');

/** The area whose places are asked for, with its chosen practices; undefined for all of England. */
export function parentOf(
  { parent }: Asked,
  only: PracticeChoice | undefined,
): Ancestor | undefined {
  const area = parent && asParent(parent);
  return only ? { ...(area ?? { level: 'england', code: ENGLAND }), only } : area;
}
