import {
  type Boundaries,
  ENGLAND,
  type LevelId,
  levelIds,
  levelOf,
  liesWithin,
} from '../../../data/definitions/levels.ts';
import { findMeasure, type Measure, measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { counted } from '../../../data/words/english.ts';
import { choices, viewsOf } from '../../charts/choices.ts';
import { laterKinds, laterPlaces } from '../../charts/chosenKinds.ts';
import { filtersOf } from '../../charts/filters.ts';
import type { ChartParameter, ChartQuery } from '../../charts/kind.ts';
import type { LaterKind } from '../../charts/laterKinds.ts';
import { placesFit } from '../../charts/placesFit.ts';
import type { Query } from '../../page.ts';
import { PageProblem, unknownMonth } from '../../problem.ts';

/** A form in which figures can be looked at: a kind of chart, or the places as a table alone. */
export interface Form {
  id: string;
  name: string;
  kind: LaterKind;
}

/** Every kind of chart to choose from, and the table. */
export const forms: readonly Form[] = [
  ...laterKinds.map((kind) => ({ id: kind.id, name: kind.name, kind })),
  { id: 'table', name: 'Table', kind: laterPlaces as LaterKind },
];

/** Levels whose places are put side by side. */
export const placeLevels: readonly LevelId[] = levelIds.filter((id) => id !== 'england');

/** Levels of the areas that can be looked within. */
export const aroundLevels = ['region', 'subregion', 'stp', 'ccg'] as const satisfies LevelId[];

/** An area to look within. */
export interface Surrounding {
  level: LevelId | 'group';
  code: string;
  name: string;
}

/** What a release has that choices depend on. */
export interface Holdings {
  periods: readonly { period: string; measures: readonly string[] }[];
  areas: readonly Surrounding[];
  /** Levels that the extracts of the month chosen name. */
  levels: readonly LevelId[];
  /** What gives the places of practices: the extracts, and layouts of the release's other files. */
  told: readonly string[];
  /** On whose boundaries the areas are. */
  boundaries: Boundaries;
}

/**
 * On whose boundaries a form looks; `told` names what the release has. Shapes are those of the practice lookup.
 * Throws a problem of status 404 where an address names boundaries that the release does not hold.
 */
export function boundariesOf({ chart, boundaries }: Query, told: readonly string[]): Boundaries {
  const { kind } = formOf(chart ?? choices.places.id);
  const lookup = told.includes('lookup');
  if (boundaries && !(boundaries === 'published' || (lookup && boundaries === 'lookup'))) {
    throw new PageProblem(404, `no such boundaries in this release: ${boundaries}`);
  }
  const shapes = lookup && told.some((one) => one.startsWith('boundary-'));
  const like =
    kind.id === choices.boundaries.id
      ? shapes
      : boundaries === 'lookup' && takes(kind.id, 'boundaries');
  return like ? 'lookup' : 'published';
}

/** What is looked at, or wished for. */
export interface Choice {
  form: string;
  measure: string;
  level: LevelId;
  /** Whether the address names the level, so that a reader is told where another takes its place. */
  named: boolean;
  within: Surrounding;
  period: string;
}

export const england: Surrounding = { level: 'england', code: ENGLAND, name: 'England' };

/** The form of an id; a problem of status 404 where there is none. */
export function formOf(id: string): Form {
  const found = forms.find((one) => one.id === id);
  if (!found) throw new PageProblem(404, `no such chart: ${id}`);
  return found;
}

/** Whether a form shows many months at once. */
export const showsMonths = ({ kind }: Form): boolean => !kind.parameters.includes('period');

/** Whether an address can say this of a form. */
export const takes = (form: string, parameter: ChartParameter): boolean =>
  formOf(form).kind.parameters.includes(parameter);

/** Whether a form can be of chosen practices alone. */
export const takesFilters = ({ kind }: Form): boolean => kind.parameters.includes('supplier');

/** Whether a form shows one place instead of many. */
export const showsOnePlace = ({ kind }: Form): boolean => !kind.parameters.includes('parent');

/** Whether a form is of all England, whatever place is chosen. */
export const showsEngland = (form: Form): boolean =>
  showsOnePlace(form) && !form.kind.parameters.includes('area');

/**
 * What an address wishes for, with what it leaves open filled in; whether a form can show it is another question
 * (`settled`). Throws a problem of status 404 where it names what is not there.
 */
export function wished(query: Query, holdings: Holdings): Choice {
  const form = formOf(query.chart ?? choices.places.id);
  const { period, measures: held } = monthIn(query, holdings);
  const measure = measureIn(query, held);
  const within = withinOf(query, holdings);
  const named = placeLevels.find((level) => level === query.level);
  const level =
    named ?? usualLevels.find((one) => !whyNotLevel(one, within, holdings)) ?? 'practice';
  return { form: form.id, measure: measure.id, level, named: Boolean(named), within, period };
}

/** Levels in the order in which they are taken where none is named, or one cannot be shown. */
export const usualLevels: readonly LevelId[] = [
  'ccg',
  'practice',
  'subregion',
  'region',
  'stp',
  'pcn',
];

function monthIn({ period }: Query, { periods }: Holdings) {
  const asked = period && period !== 'latest' ? period : periods.at(-1)!.period;
  const found = periods.find((one) => one.period === asked);
  if (!found)
    throw unknownMonth(
      asked,
      periods.map(({ period }) => period),
    );
  return found;
}

/** Patients set up for any service where the month holds that, for the service chosen otherwise. */
function measureIn({ measure, service = 'records' }: Query, held: readonly string[]): Measure {
  const usual = held.includes('any_enabled') ? 'any_enabled' : `${service}_enabled`;
  const found = findMeasure(measure ?? usual);
  if (!found) throw new PageProblem(404, `no such measure: ${measure ?? usual}`);
  return found;
}

function withinOf({ parent, group }: Query, { areas }: Holdings): Surrounding {
  if (group && (!parent || parent === 'group')) return groupOf(group);
  if (!parent) return england;
  const found = [england, ...areas].find(({ code }) => code === parent.toUpperCase());
  if (!found) throw new PageProblem(404, `no such area: ${parent}`);
  return found;
}

/** A reader's own group of practices, as an area to look within. */
function groupOf(group: string): Surrounding {
  const count = group.split(',').length;
  const name = `your group of ${counted(count, 'practice')}`;
  return { level: 'group', code: 'group', name };
}

/** Why there are no places of a level within one; null where there are. */
export function whyNotLevel(
  level: LevelId,
  within: Surrounding,
  { boundaries, levels }: Holdings,
): string | null {
  const { many } = levelOf(level);
  if (!liesWithin(level, within.level, boundaries)) return `no ${many} are in ${within.name}`;
  return levels.includes(level) ? null : `the extracts of this month name no ${many}`;
}

/** Why the figure of a choice is not held; null where it is. */
export function whyNotHeld(
  { form, measure, period }: Choice,
  { periods, told }: Holdings,
): string | null {
  const { name, kind } = formOf(form);
  if (kind.needs && !told.includes(kind.needs))
    return `“${name}” needs a reference file that this release lacks`;
  const { title } = measureOf(measure);
  const holds = (months: Holdings['periods']) =>
    months.some(({ measures }) => measures.includes(measure));
  if (showsMonths(formOf(form)))
    return holds(periods) ? null : `no month of this release has “${title}”`;
  return holds(periods.filter((one) => one.period === period))
    ? null
    : `the extracts of ${formatMonth(period)} do not have “${title}”`;
}

/** Why the form of a choice cannot show the place chosen; null where it can. */
export function whyNotWithin({ form: id, within }: Choice): string | null {
  const form = formOf(id);
  return showsEngland(form) && within.level !== 'england'
    ? `“${form.name}” is of all England`
    : null;
}

/** Why the form of a choice cannot show its figure of its places; null where it can. */
export function whyNotShown({ form: id, measure: of, level, within }: Choice): string | null {
  const [form, measure] = [formOf(id), measureOf(of)];
  // Within one place there may be few enough for a panel each.
  if (form.kind.id === choices.multiples.id && within.level !== 'england') {
    return placesFit(measure, level);
  }
  return form.kind.fits(measure, level);
}

/** What a figure is held against, where an address names something that it can be. */
export function acrossOf({ measure, level }: Choice, { across }: Query): string | undefined {
  const other = across === undefined ? undefined : findMeasure(across);
  if (other?.id === measure) return undefined;
  return level === 'practice' && other?.allOrNone ? undefined : across;
}

/** The view that is asked for; of the trend only what it shows, which is less than what is usual can be charted by. */
function viewFor({ form, measure }: Choice, { view }: Query): string | undefined {
  if (formOf(form).kind.id !== 'months') return view;
  return viewsOf('months', measureOf(measure)).find(({ id }) => id === view)?.id;
}

/** The question that a form asks of what is chosen. */
export function questionOf(chosen: Choice, query: Query): ChartQuery {
  const { kind } = formOf(chosen.form);
  const { within } = chosen;
  const single = showsOnePlace(formOf(chosen.form));
  // The group is named only where it is what is looked at, within or compared with.
  const benchmark =
    query.against === 'group' && Boolean(query.group) && takes(chosen.form, 'against');
  const group = benchmark || (within.level === 'group' && !(single && query.area));
  // A group that is only compared with must not be taken for the place looked at.
  const parent = within.level === 'england' ? (benchmark ? ENGLAND : undefined) : within.code;
  const asked: ChartQuery = {
    measure: chosen.measure,
    level: within.level === 'group' ? undefined : chosen.level,
    parent: within.level === 'group' ? undefined : parent,
    boundaries: query.boundaries === 'lookup' ? 'lookup' : undefined,
    across: acrossOf(chosen, query),
    area: query.area ?? (single ? parent : undefined),
    period: chosen.period,
    from: query.from,
    to: query.to,
    limits: query.limits,
    restarts: query.restarts,
    view: viewFor(chosen, query),
    group: group ? query.group : undefined,
    against: query.against === 'group' && !query.group ? undefined : query.against,
    columns: query.columns,
    ...filtersOf(query),
    release: query.release,
  };
  return Object.fromEntries(
    Object.entries(asked).filter(
      ([name, value]) => value && kind.parameters.some((one) => one === name),
    ),
  );
}
