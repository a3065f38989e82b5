import { html, type TemplateResult } from 'lit';
import { filterIds } from '../../../data/definitions/filterIds.ts';
import {
  type Boundaries,
  ENGLAND,
  type LevelId,
  levelOf,
} from '../../../data/definitions/levels.ts';
import { measureOf, measures } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { placeTraits } from '../../../data/definitions/placeTraits.ts';
import { capital } from '../../../data/words/english.ts';
import { viewOf, viewsOf } from '../../charts/choices.ts';
import { choices, type Choice as Link } from '../../controls/choices.ts';
import { type OptionGroup, searchedSelection, selection } from '../../controls/selection.ts';
import type { Address, Query } from '../../page.ts';
import { part } from '../../partPlace.ts';
import {
  acrossOf,
  aroundLevels,
  boundariesOf,
  type Choice,
  type Form,
  formOf,
  forms,
  type Holdings,
  placeLevels,
  showsEngland,
  showsOnePlace,
  takes,
  whyNotLevel,
} from './choice.ts';
import { againstSelection, type NamedPlace } from './comparing.ts';
import { figureSelection } from './figureSelection.ts';
import { choiceText, heldWhere, whyNot } from './settled.ts';

interface Shown {
  also: string;
  filters: unknown;
  more: unknown;
  /** The places that the address names. */
  named: readonly NamedPlace[];
}

/** Everything that can be chosen of a view of the figures: beside the chart, on a phone in a sheet from below. */
export const rail = (
  address: Address,
  choice: Choice,
  holdings: Holdings,
  { also, filters, more, named }: Shown,
): TemplateResult => html`<details class="rail" id="rail">
  <summary class="rail__open"><span class="rail__now">${choiceText(choice)}</span>
    <span class="rail__do rail__do--open">Change</span><span class="rail__do rail__do--close">Done</span></summary>
  <div class="rail__body">
    ${formChoices(address, choice, holdings)}
    <form class="rail__part" method="get" action=${`${address.prefix}/explore`} data-choose data-also=${also}>
      ${hidden(address, choice, filters ? filterIds : [])}
      ${figureSelection(choice, holdings)}
      ${acrossSelection(address, choice, holdings)}
      ${withinSelection(address, choice, holdings)} ${levelSelection(choice, holdings)}
      ${againstSelection(address, choice, { holdings, named })}
      ${monthSelections(address, choice, holdings)} ${limitsSelection(address, choice)}
      ${filters}
      <button class="button month__button" type="submit">Show</button>
    </form>
    ${columns(address, choice, holdings)} ${boundaryChoices(address, choice, holdings)}
    ${viewChoices(address, choice)}
    ${restartChoices(address, choice)} ${more}
  </div>
</details>`;

/** What the form does not ask but the address holds. */
function hidden({ query }: Address, { form: id }: Choice, filters: readonly (keyof Query)[]) {
  const form = formOf(id);
  const asked: (keyof Query)[] = [
    'measure',
    'parent',
    ...(['period', 'from', 'to'] as const).filter((one) => takes(id, one)),
    ...(showsOnePlace(form) ? [] : (['level'] as const)),
    ...(takes(id, 'limits') ? (['limits'] as const) : []),
    ...(takes(id, 'across') ? (['across'] as const) : []),
    ...(takes(id, 'against') ? (['against'] as const) : []),
    ...filters,
    'q',
  ];
  return Object.entries(query).map(([name, value]) =>
    value && !asked.includes(name as keyof Query)
      ? html`<input type="hidden" name=${name} value=${value} />`
      : '',
  );
}

/** The columns to choose from, whose code comes after the page can be used. */
const columns = (
  address: Address,
  { form, measure, period, level, within }: Choice,
  { periods }: Holdings,
) => {
  const ofPractices = level === 'practice' || within.level === 'group';
  const { id: chart } = formOf(form).kind;
  // Of two months the table is of the later.
  const last = takes(form, 'to') ? (address.query.to ?? period) : period;
  return takes(form, 'columns')
    ? part('columns', { columns: { chart, measure, period: last, ofPractices, periods } }, address)
    : '';
};

const formChoices = (address: Address, choice: Choice, holdings: Holdings) => {
  const { told } = holdings;
  const known = forms.filter(({ kind }) => !kind.needs || told.includes(kind.needs));
  const link = ({ id, name }: (typeof forms)[number]): Link => ({
    text: name,
    href: moved(address, { ...unarranged, chart: id === forms[0]!.id ? undefined : id }, holdings),
    current: id === choice.form,
  });
  const isStatistic = ({ id }: Form) => statistics.includes(id);
  return html`${choices('Chart', known.filter((form) => !isStatistic(form)).map(link))}
    <p class="figures__service">Statistics</p>
    ${choices('Statistics', known.filter(isStatistic).map(link))}`;
};

/** Without an order and limits by a column, which are of the table of one chart. */
const unarranged = { sort: undefined, column: undefined, least: undefined, most: undefined };

/** Forms that judge figures by a method. */
const statistics: readonly string[] = [
  'funnel',
  'spread',
  'xmr',
  'variance',
  'deprivation',
  'supplier',
];

/** The same with another choice; areas are left where the boundaries change, for on the others they may not be. */
function moved(address: Address, changes: Query, { told, boundaries }: Holdings): string {
  const moves = boundariesOf({ ...address.query, ...changes }, told) !== boundaries;
  return address.href({
    ...changes,
    rows: undefined,
    ...(moves && { parent: undefined, area: undefined, against: undefined }),
  });
}

/** The areas of each month, or those of the practice lookup in every month, where a release holds one. */
function boundaryChoices(address: Address, choice: Choice, holdings: Holdings) {
  const takes = formOf(choice.form).kind.parameters.includes('boundaries');
  if (!takes || !holdings.told.includes('lookup') || choice.within.level === 'group') return '';
  const link = (text: string, boundaries: Boundaries): Link => ({
    text,
    href: moved(
      address,
      { boundaries: boundaries === 'lookup' ? boundaries : undefined },
      holdings,
    ),
    current: holdings.boundaries === boundaries,
  });
  return choices('Boundaries', [
    link('Areas as published each month', 'published'),
    link('The same areas in every month', 'lookup'),
  ]);
}

/** What a chart by month is of, where there is a choice. */
function viewChoices(address: Address, { form, measure }: Choice) {
  const { id: kind } = formOf(form).kind;
  if (kind !== 'months' && kind !== 'xmr') return '';
  const views = viewsOf(kind, measureOf(measure));
  if (views.length < 2) return '';
  const asked = views.find(({ id }) => id === address.query.view);
  const view = asked?.id ?? viewOf(kind, measureOf(measure));
  return choices(
    'What is charted',
    views.map(({ id, name }) => ({
      text: name,
      href: address.href({ view: id }),
      current: id === view,
    })),
  );
}

/** Whether limits start afresh where figures break. */
function restartChoices(address: Address, { form }: Choice) {
  if (!takes(form, 'restarts')) return '';
  const { restarts } = address.query;
  return choices('Limits', [
    {
      text: 'Start afresh where figures break',
      href: address.href({ restarts: restarts ? undefined : 'suggested' }),
      current: restarts === 'suggested',
    },
  ]);
}

/** What a figure is held against: what places are like, as far as the release tells, or another figure of the month. */
function acrossSelection({ query }: Address, choice: Choice, { told, periods }: Holdings) {
  if (!takes(choice.form, 'across')) return '';
  const practices = choice.level === 'practice';
  const held = periods.find(({ period }) => period === choice.period)!.measures;
  const traits = placeTraits.filter(
    (one) =>
      (one.missing === null || told.includes('deprivation')) &&
      (one.of === 'every place' || !practices),
  );
  const others = measures.filter(
    ({ id, allOrNone }) => held.includes(id) && id !== choice.measure && !(practices && allOrNone),
  );
  const option = ({ id, title }: { id: string; title: string }) => ({ value: id, text: title });
  return selection({
    name: 'across',
    label: 'Against',
    groups: [
      { label: 'What places are like', options: traits.map(option) },
      { label: 'Another figure', options: others.map(option) },
    ],
    value: acrossOf(choice, query) ?? traits[0]!.id,
  });
}

function withinSelection({ query }: Address, choice: Choice, { areas }: Holdings) {
  const { within } = choice;
  const also = showsEngland(formOf(choice.form)) ? 'held=parent' : undefined;
  const areasOf = (level: LevelId): OptionGroup => ({
    label: capital(levelOf(level).many),
    options: areas
      .filter((area) => area.level === level)
      .map(({ code, name }) => ({ value: code, text: name, also })),
  });
  return searchedSelection({
    name: 'parent',
    label: showsOnePlace(formOf(choice.form)) ? 'Place' : 'Within',
    groups: [
      {
        label: '',
        options: [
          ...(query.group ? [{ value: 'group', text: 'Your group of practices' }] : []),
          { value: query.group ? ENGLAND : '', text: 'England' },
        ],
      },
      ...aroundLevels.map(areasOf).filter((one) => one.options.length),
    ],
    value: within.level === 'england' ? (query.group ? within.code : '') : within.code,
  });
}

/** The levels that there are within the place; one that the chart cannot show brings a chart that can. */
function levelSelection(choice: Choice, holdings: Holdings) {
  if (showsOnePlace(formOf(choice.form)) || choice.within.level === 'group') return '';
  const options = placeLevels
    .filter((level) => !whyNotLevel(level, choice.within, holdings))
    .map((level) => ({
      value: level,
      text: capital(levelOf(level).many),
      also: heldWhere(whyNot({ ...choice, level, named: true }, holdings), 'level'),
    }));
  return selection({
    name: 'level',
    label: 'Places',
    groups: [{ label: '', options }],
    value: choice.level,
  });
}

/** One month, or the first and the last for a chart that shows months side by side. */
function monthSelections({ query }: Address, choice: Choice, holdings: Holdings) {
  const months = holdings.periods.map(({ period }) => ({
    value: period,
    text: formatMonth(period),
    also: heldWhere(whyNot({ ...choice, period }, holdings), 'period'),
  }));
  const oldest = [{ label: '', options: months }];
  const newest = [{ label: '', options: [...months].reverse() }];
  if (takes(choice.form, 'period')) {
    const list = selection({
      name: 'period',
      label: 'Month',
      groups: newest,
      value: choice.period,
    });
    return html`<month-player .month=${choice.period}>${list}</month-player>`;
  }
  if (!takes(choice.form, 'from')) return '';
  const [from, to] = [query.from ?? months[0]!.value, query.to ?? months.at(-1)!.value];
  return html`${selection({ name: 'from', label: 'From', groups: oldest, value: from })}
  ${selection({ name: 'to', label: 'To', groups: newest, value: to })}`;
}

function limitsSelection({ query }: Address, { form }: Choice) {
  if (!takes(form, 'limits')) return '';
  const options = [
    { value: 'adjusted', text: 'Adjusted' },
    { value: 'plain', text: 'Plain' },
  ];
  return selection({
    name: 'limits',
    label: 'Limits',
    groups: [{ label: '', options }],
    value: query.limits ?? 'adjusted',
  });
}
