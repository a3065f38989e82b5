import { filterIds } from '../../data/definitions/filterIds.ts';
import { type BoundaryLevel, boundaryLevels } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import type { XmrView } from '../../data/definitions/xmrViews.ts';
import { kindOfFigure } from '../../data/words/measure.ts';
import { PageProblem } from '../problem.ts';
import type { ChartId, KindChoice } from './kind.ts';
import { monthsChoice } from './monthsChoice.ts';
import { placesFit } from './placesFit.ts';

/** Kinds that pages of places draw themselves, so that none needs to choose them. */
export type DrawnByPages = 'thousand' | 'supplier';

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

/** The columns of a table of places besides its figure whose address names none. */
export const usualColumns = 'interval';

/** Levels whose areas have shapes. */
export const isDrawn = (level: string): level is BoundaryLevel =>
  boundaryLevels.some((one) => one === level);

/** The kinds of chart that readers choose from, in that order: what each is called and asked, and what it fits. */
export const choices = {
  places: {
    id: 'places',
    name: 'Ranking',
    parameters: [...ofPlaces, 'columns'],
    fits: placesFit,
  },
  map: {
    id: 'map',
    name: 'Tile map',
    parameters: [...ofPlaces, 'columns'],
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
    parameters: [...ofPlaces, 'limits'],
    fits: (measure, level) =>
      measure.form === 'share'
        ? placesFit(measure, level)
        : `a funnel needs shares, and this is ${kindOfFigure(measure)}`,
  },
  spread: {
    id: 'spread',
    name: 'Spread',
    parameters: ['measure', 'area', 'parent', 'boundaries', 'period', 'group', 'release'],
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
    parameters: [...ofPlaces, 'across'],
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
      'release',
    ],
    fits: () => null,
  },
  multiples: {
    id: 'multiples',
    name: 'Side by side',
    parameters: ['measure', 'level', 'parent', 'boundaries', 'from', 'to', 'group', 'release'],
    fits: (measure, level) =>
      placesFit(measure, level) ??
      (level === 'ccg' ? 'too many for a panel each: look within one region' : null) ??
      (level === 'practice' ? 'too many for a panel each: look within one CCG' : null),
  },
} as const satisfies Record<Exclude<ChartId, DrawnByPages>, KindChoice>;

/** Kinds that chart more than one view of a measure. */
export type Viewed = 'months' | 'xmr';

/** What is charted of a measure unless asked otherwise: for what is usual the changes of what counts the same people month after month. */
export const viewOf = (kind: Viewed, { stock }: Measure): XmrView =>
  kind === 'xmr' && stock ? 'changes' : 'level';

const viewNames: Record<XmrView, string> = {
  changes: 'Changes from month to month',
  level: 'Level',
  trend: 'Level along its climb',
  working_days: 'Per working day',
};

/** What can be charted of transactions and of all else. */
const views: Record<Viewed, Record<'transactions' | 'others', readonly XmrView[]>> = {
  months: { transactions: ['level', 'working_days'], others: ['level'] },
  xmr: {
    transactions: ['level', 'working_days', 'changes'],
    others: ['changes', 'trend', 'level'],
  },
};

/** What a kind can chart of a measure, with its name. */
export const viewsOf = (kind: Viewed, { counts }: Measure): { id: XmrView; name: string }[] =>
  views[kind][counts === 'transactions' ? 'transactions' : 'others'].map((id) => ({
    id,
    name: viewNames[id],
  }));

/** The view that a question asks for of a measure; throws a problem of status 400 for one that there is not. */
export function viewIn(kind: Viewed, view: string | undefined, measure: Measure): XmrView {
  if (!view) return viewOf(kind, measure);
  const found = viewsOf(kind, measure).find(({ id }) => id === view);
  if (!found) throw new PageProblem(400, `not a view of ${measure.id}: ${view}`);
  return found.id;
}
