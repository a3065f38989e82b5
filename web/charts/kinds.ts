import type { ChartKind } from './kind.ts';
import { boundariesKind } from './kinds/boundaries.ts';
import { funnelKind } from './kinds/funnel.ts';
import { mapKind } from './kinds/map.ts';
import { monthsKind } from './kinds/months.ts';
import { multiplesKind } from './kinds/multiples.ts';
import { placesKind } from './kinds/places.ts';
import { spreadKind } from './kinds/spread.ts';
import { thousandKind } from './kinds/thousand.ts';
import { xmrKind } from './kinds/xmr.ts';

/** Every kind of chart. Pages that show one kind import that kind alone. */
export const chartKinds = [
  monthsKind,
  placesKind,
  mapKind,
  boundariesKind,
  spreadKind,
  funnelKind,
  xmrKind,
  multiplesKind,
  thousandKind,
] as unknown as readonly ChartKind[];

/** The kind of an id, or undefined where there is none. */
export const findKind = (id: string): ChartKind | undefined =>
  chartKinds.find((kind) => kind.id === id);
