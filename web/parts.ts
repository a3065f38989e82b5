import type { TemplateResult } from 'lit';
import { ENGLAND } from '../data/definitions/levels.ts';
import { figureView, isFigure } from './charts/figureView.ts';
import { supplierKind } from './charts/kinds/supplier.ts';
import { varianceFinding, varianceKind } from './charts/kinds/variance.ts';
import type { Address } from './page.ts';
import type { PartDeclaration } from './part.ts';
import type { Given } from './placed.ts';
import { fetchEffort, fetchShortCcgs } from './questions/effort.ts';
import { fetchGroupings } from './questions/groups.ts';
import { fetchRevised } from './questions/revised.ts';
import { fetchUsual } from './questions/usual.ts';
import { type AlikeShown, alikeView } from './sections/alike.ts';
import { type ChangeShown, changeView } from './sections/change.ts';
import { type ColumnsShown, columnChoices } from './sections/columnChoices.ts';
import { differencesView } from './sections/differences.ts';
import { effortGist, effortView } from './sections/effort.ts';
import { groupingSentence, groupingsView } from './sections/groupings.ts';
import { type Naming, naming } from './sections/naming.ts';
import { revisedView } from './sections/revised.ts';
import { type StandingShown, standingTable } from './sections/standing.ts';
import { type StripsShown, stripsView } from './sections/strips.ts';
import { supplierChangesView } from './sections/supplierChanges.ts';
import { usualView } from './sections/usual.ts';

const declare = <Data>(part: PartDeclaration<Data>): PartDeclaration<Data> => part;

/** Every part of a page whose code loads after the page can be used: its question, and how it is drawn. */
export const parts = {
  usual: declare({
    load: async (ask, question) => ({ ...question, usual: await fetchUsual(ask, question) }),
    view: (data, address) => usualView(address, data),
  }),
  revised: declare({ load: fetchRevised, view: revisedView }),
  differences: declare({
    async load(ask, { measure, period, meta: { release } }) {
      const data = await varianceKind.load(ask, { measure, period, release });
      return { ...data, gist: varianceFinding(data) ?? '' };
    },
    view: (data, address) => differencesView(data, address),
  }),
  groupings: declare({
    load: async (ask, question) => {
      const groupings = await fetchGroupings(ask, question);
      const [bySupplier] = groupings;
      return { ...question, groupings, gist: bySupplier ? groupingSentence(bySupplier) : '' };
    },
    view: (data, address) => groupingsView(address, data),
  }),
  effort: declare({
    load: async (ask, question) => {
      const all = question.area === ENGLAND;
      const [effort, ccgs] = await Promise.all([
        fetchEffort(ask, { ...question, limit: all ? 1 : 10 }),
        all ? fetchShortCcgs(ask, question) : null,
      ]);
      return { ...question, effort, ccgs, gist: effortGist(effort) };
    },
    view: (data, address) => effortView(address, data),
  }),
  change: declare({ view: (data: ChangeShown) => changeView(data) }),
  alike: declare({ view: (data: AlikeShown, address) => alikeView(data, address) }),
  naming: declare({ view: (data: Naming, address) => naming(data, address) }),
  columns: declare({ view: (data: ColumnsShown, address) => columnChoices(data, address) }),
  standing: declare({ view: (data: StandingShown) => standingTable(data) }),
  strips: declare({ view: (data: StripsShown) => stripsView(data) }),
  supplierChanges: declare({
    load: (ask, { measure, meta }) => supplierKind.load(ask, { measure, release: meta.release }),
    view: supplierChangesView,
  }),
};

export type PartId = keyof typeof parts;
export type PartData<Id extends PartId> = Parameters<(typeof parts)[Id]['view']>[0];

/** A part of a page with its data. */
export interface Part<Id extends PartId = PartId> {
  id: Id;
  data: PartData<Id>;
  address: Address;
}

/** Draws what belongs in a place of a page: a part, or a chart. */
export function viewOf(given: Given): TemplateResult | '' {
  if (isFigure(given)) return figureView(given);
  const { id, data, address } = given as Part;
  return (parts[id] as PartDeclaration<unknown>).view(data, address);
}
