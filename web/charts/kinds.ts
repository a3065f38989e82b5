import type { ChartId, ChartKind } from './kind.ts';
import { boundariesKind } from './kinds/boundaries.ts';
import { changeKind } from './kinds/change.ts';
import { deprivationKind } from './kinds/deprivation.ts';
import { funnelKind } from './kinds/funnel.ts';
import { mapKind } from './kinds/map.ts';
import { monthsKind } from './kinds/months.ts';
import { multiplesKind } from './kinds/multiples.ts';
import { placesKind } from './kinds/places.ts';
import { scatterKind } from './kinds/scatter.ts';
import { spreadKind } from './kinds/spread.ts';
import { supplierKind } from './kinds/supplier.ts';
import { thousandKind } from './kinds/thousand.ts';
import { varianceKind } from './kinds/variance.ts';
import { xmrKind } from './kinds/xmr.ts';

const byId: Record<ChartId, ChartKind> = {
  places: placesKind,
  map: mapKind,
  boundaries: boundariesKind,
  funnel: funnelKind,
  spread: spreadKind,
  scatter: scatterKind,
  months: monthsKind,
  change: changeKind,
  xmr: xmrKind,
  multiples: multiplesKind,
  variance: varianceKind,
  deprivation: deprivationKind,
  supplier: supplierKind,
  thousand: thousandKind,
};

/** Every kind of chart, those to choose from first. Explore lists them from `chosenKinds.ts`, which loads faster. */
export const chartKinds: readonly ChartKind[] = Object.values(byId);

/** The kind with an id, or undefined. */
export const findKind = (id: string): ChartKind | undefined =>
  Object.hasOwn(byId, id) ? byId[id as ChartId] : undefined;
