import { html, type TemplateResult } from 'lit';
import { type Boundaries, type LevelId, levelOf } from '../../../data/definitions/levels.ts';
import { measureOf, measures } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { capital } from '../../../data/words/english.ts';
import { viewOf, viewsOf } from '../../charts/choices.ts';
import { choices } from '../../controls/choices.ts';
import { type OptionGroup, selection } from '../../controls/selection.ts';
import type { Address, Query } from '../../page.ts';
import {
  aroundLevels,
  boundariesOf,
  type Chosen,
  formOf,
  forms,
  type Holdings,
  placeLevels,
  showsMonths,
  showsOnePlace,
  whyNotForm,
  whyNotLevel,
  whyNotMeasure,
} from './choice.ts';

/** Everything that can be chosen of a view of the figures; what does not fit is shown with the reason. */
export const exploreControls = (
  address: Address,
  chosen: Chosen,
  holdings: Holdings,
): TemplateResult => html`
  ${formChoices(address, chosen, holdings)} ${boundaryChoices(address, chosen, holdings)}
  ${viewChoices(address, chosen)}
  <form class="selections" method="get" action=${`${address.prefix}/explore`} data-choose>
    ${hidden(address, chosen)}
    ${selection({ name: 'measure', label: 'Figure', groups: measureGroups(chosen, holdings), value: chosen.measure })}
    ${withinSelection(address, chosen, holdings)} ${levelSelection(chosen, holdings)}
    ${monthSelections(address, chosen, holdings)} ${limitsSelection(address, chosen)}
    <button class="button month__button" type="submit">Show</button>
  </form>
`;

/** What the form does not ask but the address holds, and what a list holds that cannot be used now. */
function hidden({ query }: Address, chosen: Chosen) {
  const form = formOf(chosen.form);
  const unused = [
    ...(showsMonths(form) ? ['period' as const] : []),
    ...(showsOnePlace(form) ? ['level' as const] : []),
    ...(form.kind.parameters.includes('limits') ? [] : ['limits' as const]),
    ...(showsMonths(form) ? [] : ['from' as const, 'to' as const]),
  ];
  const names = [
    'chart',
    'boundaries',
    'area',
    'group',
    'restarts',
    'view',
    'release',
    'service',
    ...unused,
  ] as const;
  return names.map((name) => {
    const value = query[name];
    return value ? html`<input type="hidden" name=${name} value=${value} />` : '';
  });
}

function formChoices(address: Address, chosen: Chosen, holdings: Holdings) {
  const all = forms.map((form) => ({ ...form, unfit: whyNotForm(form, chosen, holdings) }));
  const unfit = all.filter((form) => form.unfit && form.id !== chosen.form);
  return html`<nav class="choices" aria-label="Chart">
    <ul class="choices__list">
      ${all.map(({ id, name, unfit: why }) =>
        why && id !== chosen.form
          ? html`<li class="choices__item">
              <a class="choices__link choices__link--unfit" role="link" aria-disabled="true" aria-describedby=${`unfit-${id}`}>${name}</a>
            </li>`
          : html`<li class="choices__item">
              <a class="choices__link" href=${moved(address, { chart: id === forms[0]!.id ? undefined : id }, holdings)} aria-current=${id === chosen.form ? 'true' : 'false'}>${name}</a>
            </li>`,
      )}
    </ul>
    ${
      unfit.length
        ? html`<ul class="unfit">
            ${unfit.map(
              (one) =>
                html`<li class="unfit__item" id=${`unfit-${one.id}`}>${one.name}: ${one.unfit}.</li>`,
            )}
          </ul>`
        : ''
    }
  </nav>`;
}

/** The same with another choice; areas are left where the boundaries change, for on the others they may not be. */
function moved(address: Address, changes: Query, { told, boundaries }: Holdings): string {
  const moves = boundariesOf({ ...address.query, ...changes }, told) !== boundaries;
  return address.href({
    ...changes,
    rows: undefined,
    ...(moves && { parent: undefined, area: undefined }),
  });
}

/** The areas of each month, or those of the practice lookup in every month, where a release has one. */
function boundaryChoices(address: Address, chosen: Chosen, holdings: Holdings) {
  const takes = formOf(chosen.form).kind.parameters.includes('boundaries');
  if (!takes || !holdings.told.includes('lookup') || chosen.within.level === 'group') return '';
  const choice = (text: string, boundaries: Boundaries) => ({
    text,
    href: moved(
      address,
      { boundaries: boundaries === 'lookup' ? boundaries : undefined },
      holdings,
    ),
    current: holdings.boundaries === boundaries,
  });
  return choices('Boundaries', [
    choice('Areas as published each month', 'published'),
    choice('The same areas in every month', 'lookup'),
  ]);
}

/** What a chart of the usual is of, and whether its limits start afresh where figures break. */
function viewChoices(address: Address, { form, measure }: Chosen) {
  if (!formOf(form).kind.parameters.includes('view')) return '';
  const { view = viewOf(measureOf(measure)), restarts } = address.query;
  return html`${choices(
    'What is charted',
    viewsOf(measureOf(measure)).map(({ id, name }) => ({
      text: name,
      href: address.href({ view: id }),
      current: id === view,
    })),
  )}
  ${choices('Limits', [
    {
      text: 'Start afresh where figures break',
      href: address.href({ restarts: restarts ? undefined : 'suggested' }),
      current: restarts === 'suggested',
    },
  ])}`;
}

function measureGroups(chosen: Chosen, holdings: Holdings): OptionGroup[] {
  const options = measures.map((measure) => ({
    value: measure.id,
    text: measure.title,
    unfit: whyNotMeasure(measure, chosen, holdings),
  }));
  return [{ label: '', options }];
}

function withinSelection({ query }: Address, chosen: Chosen, { areas }: Holdings) {
  const single = showsOnePlace(formOf(chosen.form));
  const { within } = chosen;
  const areasOf = (level: LevelId): OptionGroup => ({
    label: capital(levelOf(level).many),
    options: areas
      .filter((area) => area.level === level)
      .map(({ code, name }) => ({ value: code, text: name })),
  });
  return selection({
    name: 'parent',
    label: single ? 'Place' : 'Within',
    groups: [
      {
        label: '',
        options: [
          ...(query.group ? [{ value: 'group', text: 'Your group of practices' }] : []),
          { value: query.group ? 'E92000001' : '', text: 'England' },
        ],
      },
      ...aroundLevels.map(areasOf).filter((one) => one.options.length),
    ],
    value: within.level === 'england' ? (query.group ? within.code : '') : within.code,
    unfit: single && query.area ? 'the place below is shown' : null,
  });
}

function levelSelection(chosen: Chosen, holdings: Holdings) {
  const form = formOf(chosen.form);
  return selection({
    name: 'level',
    label: 'Places',
    groups: [
      {
        label: '',
        options: placeLevels.map((level) => ({
          value: level,
          text: capital(levelOf(level).many),
          unfit: showsOnePlace(form) ? null : whyNotLevel(level, chosen, holdings),
        })),
      },
    ],
    value: chosen.level,
    unfit: showsOnePlace(form) ? 'this chart shows one place' : null,
  });
}

/** One month, or the first and the last for a chart that shows months side by side. */
function monthSelections({ query }: Address, chosen: Chosen, { periods }: Holdings) {
  const months = periods.map(({ period }) => ({ value: period, text: formatMonth(period) }));
  const oldest = [{ label: '', options: months }];
  const newest = [{ label: '', options: [...months].reverse() }];
  if (!showsMonths(formOf(chosen.form))) {
    return selection({ name: 'period', label: 'Month', groups: newest, value: chosen.period });
  }
  const [from, to] = [query.from ?? months[0]!.value, query.to ?? months.at(-1)!.value];
  return html`${selection({ name: 'from', label: 'From', groups: oldest, value: from })}
  ${selection({ name: 'to', label: 'To', groups: newest, value: to })}`;
}

function limitsSelection({ query }: Address, chosen: Chosen) {
  const fits = formOf(chosen.form).kind.parameters.includes('limits');
  return selection({
    name: 'limits',
    label: 'Limits',
    groups: [
      {
        label: '',
        options: [
          { value: 'adjusted', text: 'Adjusted' },
          { value: 'plain', text: 'Plain' },
        ],
      },
    ],
    value: query.limits ?? 'adjusted',
    unfit: fits ? null : 'only for a funnel',
  });
}
