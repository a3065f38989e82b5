import { html } from 'lit';
import { notKnown } from '../../../data/definitions/breakdowns.ts';
import { type FilterId, filterIds, filtersOfSeveral } from '../../../data/definitions/filterIds.ts';
import { ENGLAND, GROUP } from '../../../data/definitions/levels.ts';
import { formatCount } from '../../../data/definitions/numbers.ts';
import { filterText, practiceFilters } from '../../../data/definitions/practiceFilters.ts';
import { listedOr } from '../../../data/words/english.ts';
import type { Ask } from '../../ask.ts';
import { filtersOf, isFiltered, unfiltered } from '../../charts/filters.ts';
import type { ChartQuery } from '../../charts/kind.ts';
import { selection } from '../../controls/selection.ts';
import type { Address, Query } from '../../page.ts';
import {
  type Choice,
  formOf,
  type Holdings,
  questionOf,
  showsOnePlace,
  takesFilters,
} from './choice.ts';
import type { NamedPlace } from './comparing.ts';

/** What practices can be chosen by in what is looked at. */
export interface Filtering {
  /** Suppliers of the practices, by the name in the extracts. */
  suppliers: string[];
  /** How many practices there are, and how many of them are chosen; null for several places, which may overlap. */
  counts: { all: number; left: number } | null;
}

/** The practices of what is shown, by supplier, and how many an address leaves of them; null where there is no choice: for practices by themselves, and charts of all. */
export async function fetchFiltering(
  ask: Ask,
  choice: Choice,
  {
    query,
    holdings,
    shown,
    here,
  }: { query: Query; holdings: Holdings; shown: ChartQuery; here: readonly NamedPlace[] },
): Promise<Filtering | null> {
  if (!takesFilters(formOf(choice.form))) return null;
  const { measure, parent, area, group, release } = questionOf(choice, query);
  const named = showsOnePlace(formOf(choice.form)) && area ? area.split(',') : [];
  const practices = here.filter(({ level }) => level === 'practice').map(({ code }) => code);
  const areas = named.filter((code) => !practices.includes(code.toUpperCase()));
  if (named.length && !areas.length) return null;
  const asked = {
    measure,
    area: areas.join() || (parent ?? (group ? GROUP : ENGLAND)),
    group,
    boundaries: holdings.boundaries === 'lookup' ? 'lookup' : undefined,
    period: shown.period ?? shown.to,
    release,
  };
  const [groups, chosen] = await Promise.all([
    ask('/breakdowns', { ...asked, by: 'supplier' }),
    isFiltered(query) ? ask('/figures', { ...asked, ...filtersOf(query) }) : null,
  ]);
  const all = groups.data.reduce((sum, { practices }) => sum + practices, 0);
  const left = chosen ? (chosen.data[0]?.practices ?? 0) : all;
  const suppliers = groups.data.flatMap(({ group_code, practices }) =>
    practices ? group_code : [],
  );
  return {
    suppliers: [...new Set(suppliers)],
    counts: areas.length > 1 ? null : { all, left },
  };
}

const valuesOf = (query: Query, id: FilterId): string[] => query[id]?.split(',') ?? [];

const supplierText = (code: string): string => (code === notKnown.code ? 'Not known' : code);

const textOf = (id: FilterId, value: string): string =>
  id === 'supplier' ? supplierText(value) : filterText(id, value);

/** Lists to choose practices by, folded until one is in use; a value chosen of several joins those that are. */
export function filterChoices({ query }: Address, { suppliers }: Filtering, { told }: Holdings) {
  const list = (id: FilterId) => {
    if (id === 'fifth' && !told.includes('deprivation')) return '';
    const chosen = valuesOf(query, id);
    const { title, options } = practiceFilters[id];
    const known =
      id === 'supplier'
        ? suppliers.map((one) => ({ value: one, text: supplierText(one) }))
        : options;
    const value = chosen.join(',');
    const now = value ? [{ value, text: listedOr(chosen.map((one) => textOf(id, one))) }] : [];
    const others = known.filter((one) => !chosen.includes(one.value));
    const added = filtersOfSeveral.includes(id)
      ? others.map((one) => ({
          value: [...chosen, one.value].join(','),
          text: value ? `or ${one.text}` : one.text,
        }))
      : others;
    return selection({
      name: id,
      label: title,
      groups: [{ label: '', options: [{ value: '', text: 'Any' }, ...now, ...added] }],
      value,
    });
  };
  return html`<details class="more filters" ?open=${isFiltered(query)}>
    <summary class="more__summary">Which practices</summary>
    ${filterIds.map(list)}
  </details>`;
}

const leftText = ({ counts }: Filtering): string =>
  counts
    ? `${formatCount(counts.left)} of ${formatCount(counts.all)} practices:`
    : 'Only these practices:';

/** What is chosen, each value with its way back, and how many practices are left. */
export function filterChips(address: Address, choice: Choice, filtering: Filtering | null) {
  const { query } = address;
  if (!isFiltered(query)) return '';
  const clear = html`<a class="chips__clear" href=${address.href({ ...unfiltered, rows: undefined })}>Show all practices</a>`;
  if (!filtering) {
    const form = formOf(choice.form);
    const why = takesFilters(form)
      ? 'A practice by itself is shown whole, whichever practices are chosen.'
      : `${form.name} is of all practices: it cannot be narrowed to some.`;
    return html`<p class="chips">${why} ${clear}</p>`;
  }
  const chips = filterIds.flatMap((id) =>
    valuesOf(query, id).map((value) => {
      const rest = valuesOf(query, id).filter((one) => one !== value);
      const href = address.href({ [id]: rest.join(',') || undefined, rows: undefined });
      return html`<li><a class="chip" href=${href}
        ><span class="unseen">Remove: ${practiceFilters[id].title}, </span>${textOf(id, value)}<span class="chip__cross" aria-hidden="true">×</span></a></li>`;
    }),
  );
  return html`<div class="chips" role="group" aria-label="Practices chosen">
    <p class="chips__left">${leftText(filtering)}</p>
    <ul class="chips__list">${chips}</ul>
    ${clear}
  </div>`;
}
