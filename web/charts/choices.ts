import { filterIds } from '../../data/definitions/filterIds.ts';
import { type BoundaryLevel, boundaryLevels } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import type { XmrView } from '../../data/definitions/xmrViews.ts';
import { kindOfFigure } from '../../data/words/measure.ts';
import { PageProblem } from '../problem.ts';
import type { ChartId, ChartQuery, DrawnId, KindChoice } from './kind.ts';
import { monthsChoice } from './monthsChoice.ts';
import { placesFit } from './placesFit.ts';

const ofPlaces = [
  'measure',
  'level',
  'area',
  'parent',
  'boundaries',
  'period',
  'group',
  ...filterIds,
  'release',
] as const;

/** Why a single practice has no such figure; null if it has. */
const ofOnePractice = (measure: Measure): string | null =>
  measure.form === 'count' ? `${kindOfFigure(measure)} is no practice’s figure` : null;

/** Kinds whose tables of places have more of their own than a figure. */
const ownTables: readonly ChartId[] = ['funnel', 'scatter', 'change'];

/** The default columns of a chart's table of places, besides its own. */
export const usualColumns = (chart: ChartId, { against }: ChartQuery): string =>
  ownTables.includes(chart) ? '' : against ? 'interval,against' : 'interval';

/** The columns of a chart's table of places that a question asks for, besides its own. */
export const columnsIn = (chart: ChartId, query: ChartQuery): string[] =>
  [...new Set((query.columns ?? usualColumns(chart, query)).split(','))].filter(
    (id) => id && id !== 'none',
  );

/** Levels whose areas have shapes. */
export const isDrawn = (level: string): level is BoundaryLevel =>
  boundaryLevels.some((one) => one === level);

/** The kinds of chart that readers choose from, in order: their names, parameters and what they can show. */
export const choices = {
  places: {
    id: 'places',
    name: 'Ranking',
    parameters: [...ofPlaces, 'against', 'columns'],
    fits: placesFit,
  },
  map: {
    id: 'map',
    name: 'Tile map',
    parameters: [...ofPlaces, 'against', 'columns'],
    fits: (measure, level) =>
      level === 'practice' ? 'practices have no tiles' : placesFit(measure, level),
  },
  boundaries: {
    id: 'boundaries',
    name: 'Map of boundaries',
    parameters: [
      'measure',
      'level',
      'area',
      'parent',
      'period',
      'group',
      'against',
      'columns',
      ...filterIds,
      'release',
    ],
    fits: (measure, level) =>
      isDrawn(level)
        ? placesFit(measure, level)
        : (placesFit(measure, level) ?? 'boundaries are drawn of regions, STPs and CCGs'),
  },
  funnel: {
    id: 'funnel',
    name: 'Funnel',
    parameters: [...ofPlaces, 'limits', 'columns'],
    fits: (measure, level) =>
      measure.form === 'share'
        ? placesFit(measure, level)
        : `a funnel needs shares, and this is ${kindOfFigure(measure)}`,
  },
  spread: {
    id: 'spread',
    name: 'Spread',
    parameters: [
      'measure',
      'area',
      'parent',
      'boundaries',
      'period',
      'group',
      'against',
      ...filterIds,
      'release',
    ],
    most: 1,
    shows: 'practices',
    fits: (measure, level) =>
      level !== 'practice'
        ? 'spread works for practices only'
        : measure.allOrNone
          ? 'a practice offers a service or it does not'
          : null,
  },
  scatter: {
    id: 'scatter',
    name: 'Scatter',
    parameters: [...ofPlaces, 'across', 'columns'],
    fits: placesFit,
  },
  months: monthsChoice,
  change: {
    id: 'change',
    name: 'Two months',
    parameters: [
      'measure',
      'level',
      'area',
      'parent',
      'boundaries',
      'from',
      'to',
      'group',
      'columns',
      ...filterIds,
      'release',
    ],
    fits: placesFit,
  },
  xmr: {
    id: 'xmr',
    name: 'Usual or not',
    parameters: [
      'measure',
      'area',
      'boundaries',
      'from',
      'to',
      'group',
      'restarts',
      'view',
      ...filterIds,
      'release',
    ],
    most: 1,
    fits: () => null,
  },
  multiples: {
    id: 'multiples',
    name: 'Side by side',
    parameters: [
      'measure',
      'level',
      'parent',
      'boundaries',
      'from',
      'to',
      'group',
      ...filterIds,
      'release',
    ],
    fits: (measure, level) =>
      placesFit(measure, level) ??
      (level === 'ccg' ? 'too many for a panel each: look within one region' : null) ??
      (level === 'practice' ? 'too many for a panel each: look within one CCG' : null),
  },
  variance: {
    id: 'variance',
    name: 'Variance',
    parameters: ['measure', 'period', 'release'],
    fits: (measure) => placesFit(measure, 'practice') ?? ofOnePractice(measure),
  },
  deprivation: {
    id: 'deprivation',
    name: 'Deprivation',
    parameters: ['measure', 'area', 'period', 'group', 'release'],
    needs: 'deprivation',
    most: 1,
    shows: 'areas',
    fits: (measure) =>
      measure.of === 'patients'
        ? null
        : `the gap is between people, and this is ${kindOfFigure(measure)}`,
  },
  supplier: {
    id: 'supplier',
    name: 'Change of supplier',
    parameters: ['measure', 'release'],
    fits: (measure) => ofOnePractice(measure),
  },
} as const satisfies Record<DrawnId, KindChoice>;

/** Kinds that can chart several views of a measure. */
export type Viewed = 'months' | 'xmr';

/**
 * The default view of a measure. What is usual is shown for changes if the measure counts the same people month after
 * month.
 */
export const viewOf = (kind: Viewed, { stock }: Measure): XmrView =>
  kind === 'xmr' && stock ? 'changes' : 'level';

const viewNames: Record<XmrView, string> = {
  changes: 'Changes from month to month',
  level: 'Level',
  trend: 'Level along its climb',
  working_days: 'Per working day',
};

/** The views for measures of transactions and for all others. */
const views: Record<Viewed, Record<'transactions' | 'others', readonly XmrView[]>> = {
  months: { transactions: ['level', 'working_days'], others: ['level'] },
  xmr: {
    transactions: ['level', 'working_days', 'changes'],
    others: ['changes', 'trend', 'level'],
  },
};

/** The views of a measure that a kind can chart, with their names. */
export const viewsOf = (kind: Viewed, { counts }: Measure): { id: XmrView; name: string }[] =>
  views[kind][counts === 'transactions' ? 'transactions' : 'others'].map((id) => ({
    id,
    name: viewNames[id],
  }));

/** The view of a measure that a question asks for; throws a problem of status 400 if there is no such view. */
export function viewIn(kind: Viewed, view: string | undefined, measure: Measure): XmrView {
  if (!view) return viewOf(kind, measure);
  const found = viewsOf(kind, measure).find(({ id }) => id === view);
  if (!found) throw new PageProblem(400, `not a view of ${measure.id}: ${view}`);
  return found.id;
}
