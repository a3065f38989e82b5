import type { TemplateResult } from 'lit';
import { supplierKind } from './charts/kinds/supplier.ts';
import type { Address } from './page.ts';
import type { PartDeclaration } from './part.ts';
import { fetchDifferences } from './questions/differences.ts';
import { fetchGroupings } from './questions/groups.ts';
import { fetchUsual } from './questions/usual.ts';
import { differencesView } from './sections/differences.ts';
import { groupingsView } from './sections/groupings.ts';
import { supplierChangesView } from './sections/supplierChanges.ts';
import { usualView } from './sections/usual.ts';

const declare = <Data>(part: PartDeclaration<Data>): PartDeclaration<Data> => part;

/** Every part of a page whose code comes after the page can be used: what it asks for, and how it is drawn. */
export const parts = {
  usual: declare({
    load: async (ask, question) => ({ ...question, usual: await fetchUsual(ask, question) }),
    view: (data, address) => usualView(address, data),
  }),
  differences: declare({ load: fetchDifferences, view: differencesView }),
  groupings: declare({
    load: async (ask, question) => ({
      ...question,
      groupings: await fetchGroupings(ask, question),
    }),
    view: (data, address) => groupingsView(address, data),
  }),
  supplierChanges: declare({
    load: (ask, { measure, meta }) => supplierKind.load(ask, { measure, release: meta.release }),
    view: supplierChangesView,
  }),
};

export type PartId = keyof typeof parts;
export type PartData<Id extends PartId> = Awaited<ReturnType<(typeof parts)[Id]['load']>>;

/** A part of a page with what it shows. */
export interface Part<Id extends PartId = PartId> {
  id: Id;
  data: PartData<Id>;
  address: Address;
}

/** A part as it is drawn. */
export const viewOf = ({ id, data, address }: Part): TemplateResult | '' =>
  (parts[id] as PartDeclaration<unknown>).view(data, address);
