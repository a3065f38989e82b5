import { html } from 'lit';
import { services, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { thoseCounted } from '../../data/words/measure.ts';
import { choices } from '../controls/choices.ts';
import type { Address, Page } from '../page.ts';
import { oneServiceOf } from '../service.ts';
import { comparing } from './methods/comparing.ts';
import {
  eventDefinitions,
  measureDefinitions,
  numberDefinitions,
  placeDefinitions,
} from './methods/definitions.ts';
import { explaining } from './methods/explaining.ts';
import { type Method, methodView } from './methods/method.ts';
import { missingFromFiles, reckoning } from './methods/reckoning.ts';
import { fetchWorked, measureOfWorked, type Worked } from './methods/worked.ts';

function view(data: Worked, address: Address) {
  const methods = [
    ...comparing(data, address),
    ...explaining(data, address),
    ...reckoning(data, address),
  ];
  return html`
    <h1 class="headline" tabindex="-1">How these figures are made, and what may be said of them</h1>
    <p class="lead">
      Every method here is carried out on release ${data.meta.release} itself, so that you can follow it
      with real numbers${data.meta.kind === 'illustrative' ? html` (in this release, invented ones)` : ''}
      and ask for the same again.
    </p>
    ${contents(methods)}
    <section class="section" aria-labelledby="counted">
      <h2 class="section__title" id="counted">What is counted</h2>
      ${measureDefinitions(data.declared)}
    </section>
    <section class="section" aria-labelledby="methods">
      <h2 class="section__title" id="methods">What may be said of it</h2>
      <p class="section__lead">${exampleSentence(data)}</p>
      ${choices(
        'Service of the examples',
        services.map((one) => ({
          text: serviceWords[one].name,
          href: `${address.href({ service: one === services[0] ? undefined : one })}`,
          current: one === data.service,
        })),
      )}
      ${methods.map(methodView)}
    </section>
    <section class="section" aria-labelledby="missing">
      <h2 class="section__title" id="missing">What is missing</h2>
      ${missingFromFiles()}
    </section>
    <section class="section" aria-labelledby="places">
      <h2 class="section__title" id="places">Places</h2>
      ${placeDefinitions()}
    </section>
    <section class="section" aria-labelledby="numbers">
      <h2 class="section__title" id="numbers">Missing numbers, and rounding</h2>
      ${numberDefinitions()}
    </section>
    <section class="section" aria-labelledby="events">
      <h2 class="section__title" id="events">Known events</h2>
      ${eventDefinitions(data.meta, address)}
    </section>
  `;
}

const contents = (
  methods: readonly Method[],
) => html`<nav class="contents contents--columns" aria-label="On this page">
  <ul>
    <li><a href="#counted">What is counted</a></li>
    ${methods.map(({ id, title }) => html`<li><a href=${`#${id}`}>${title}</a></li>`)}
    <li><a href="#missing">What is missing</a></li>
    <li><a href="#places">Places</a></li>
    <li><a href="#numbers">Missing numbers, and rounding</a></li>
    <li><a href="#events">Known events</a></li>
  </ul>
</nav>`;

function exampleSentence(data: Worked): string {
  const { practice, england } = data;
  const who = practice
    ? ` and, of its practices, the first by code: ${readableName(practice.area_name)}`
    : '';
  return `The examples are of ${thoseCounted(measureOfWorked(data))}, ${formatMonth(england.period)}: England${who}.`;
}

/** Every measure defined, and every method with an example from the release shown. */
export const methodsPage: Page<Worked> = {
  load: (ask, address) => fetchWorked(ask, oneServiceOf(address), address.query.release),
  meta: ({ meta }) => meta,
  title: () => 'Methods: how these figures are made',
  description: ({ meta }) =>
    `What each figure of GP online services in England counts, and each method worked through on release ${meta.release}: confidence intervals, comparison, deciles, funnels, change, peers, inequality, what may come.`,
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view,
};
