import { filterIds } from '../../data/definitions/filterIds.ts';
import { type BoundaryLevel, boundaryLevels } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import type { XmrView } from '../../data/definitions/xmrViews.ts';
import { kindOfFigure } from '../../data/words/measure.ts';
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

/** What is charted of a measure unless asked otherwise: the changes of what counts the same people month after month. */
export const viewOf = ({ stock }: Measure): XmrView => (stock ? 'changes' : 'level');

const viewNames: Record<XmrView, string> = {
  changes: 'Changes from month to month',
  level: 'Level',
  trend: 'Level along its climb',
  working_days: 'Per working day',
};

/** What can be charted of a measure, with its name. */
export const viewsOf = ({ counts }: Measure): { id: XmrView; name: string }[] =>
  (counts === 'transactions'
    ? (['level', 'working_days', 'changes'] as const)
    : (['changes', 'trend', 'level'] as const)
  ).map((id) => ({ id, name: viewNames[id] }));
