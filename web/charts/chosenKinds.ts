import type { ChartId, ChartKind } from './kind.ts';
import { boundariesKind } from './kinds/boundaries.ts';
import { funnelKind } from './kinds/funnel.ts';
import { mapKind } from './kinds/map.ts';
import { monthsKind } from './kinds/months.ts';
import { multiplesKind } from './kinds/multiples.ts';
import { placesKind } from './kinds/places.ts';
import { spreadKind } from './kinds/spread.ts';
import { xmrKind } from './kinds/xmr.ts';

/** Kinds that pages of places draw themselves, so that Explore need not load how. */
export type DrawnByPages = 'thousand' | 'supplier';

/** The kinds of chart that readers choose from, in that order. */
export const chosenKinds: Record<Exclude<ChartId, DrawnByPages>, ChartKind> = {
  places: placesKind,
  map: mapKind,
  boundaries: boundariesKind,
  funnel: funnelKind,
  spread: spreadKind,
  months: monthsKind,
  xmr: xmrKind,
  multiples: multiplesKind,
};
