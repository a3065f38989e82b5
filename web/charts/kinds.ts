import { chosenKinds } from './chosenKinds.ts';
import type { ChartId, ChartKind } from './kind.ts';
import { supplierKind } from './kinds/supplier.ts';
import { thousandKind } from './kinds/thousand.ts';

const byId: Record<ChartId, ChartKind> = {
  ...chosenKinds,
  thousand: thousandKind,
  supplier: supplierKind,
};

/** Every kind of chart, those to choose from first. Pages that show one kind import that kind alone. */
export const chartKinds: readonly ChartKind[] = Object.values(byId);

/** The kind of an id, or undefined where there is none. */
export const findKind = (id: string): ChartKind | undefined =>
  Object.hasOwn(byId, id) ? byId[id as ChartId] : undefined;
