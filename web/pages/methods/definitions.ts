import { html } from 'lit';
import { findAnnotations } from '../../../data/definitions/annotations.ts';
import { levels } from '../../../data/definitions/levels.ts';
import { markers } from '../../../data/definitions/markers.ts';
import { measureOf, services, serviceWords } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { capital, listed } from '../../../data/words/english.ts';
import type { Meta } from '../../ask.ts';
import type { Address } from '../../page.ts';
import type { Declared } from './worked.ts';

/** A term and its meaning, with an id to link to. */
const defined = (term: string, text: unknown, id = '') => html`<div class="definitions__item">
  <dt class="definitions__term" id=${id || term.toLowerCase().replace(/\W+/g, '-')}>${term}</dt>
  <dd class="definitions__text">${text}</dd>
</div>`;

/** Every measure by service, with ids to link to. */
export const measureDefinitions = (declared: readonly Declared[]) =>
  html`${[...services, 'any' as const].map(
    (service) => html`<h3 class="section__subtitle">
      ${service === 'any' ? 'Any online service' : serviceWords[service].name}
    </h3>
    <dl class="definitions definitions--columns">
      ${declared
        .filter((measure) => measure.service === service)
        .map((measure) => defined(measure.title, measureText(measure), measure.id))}
    </dl>`,
  )}`;

const measureText = (measure: Declared) => {
  const { form } = measureOf(measure.id);
  return html`<p>${measure.description} ${measure.why_it_matters}</p>
  <p class="small">
    ${{ share: 'Percent', rate: capital(measure.unit), count: 'Number' }[form]}: ${measure.numerator_label}${
      form === 'count' ? '' : `, of ${measure.denominator_label}`
    }. Measure <code>${measure.id}</code>${published(measure)}.
  </p>`;
};

function published({ published_as_wide, published_as_long }: Declared): string {
  const names: string[] = [];
  if (published_as_wide) names.push(`${published_as_wide} (2014 to 2017)`);
  if (published_as_long) names.push(`${published_as_long} (from 2018)`);
  return names.length ? `, published as ${listed(names)}` : '';
}

/** Levels of place, and how they change. */
export const placeDefinitions = () => html`<p>
    Places are shown as each extract names them. Boundaries move nearly every year and names change; the
    code of a practice stays. So a place's months are joined by its code, and never by its name.
  </p>
  <dl class="definitions">
    ${levels.map(({ many, description }) => defined(capital(many), description))}
  </dl>`;

/** Markers, and the rule by which numbers are rounded. */
export const numberDefinitions = () => html`<p>
    A missing number is never a zero. Where nobody in a place reported, there is no figure but a marker
    that says why.
  </p>
  <dl class="definitions">
    ${Object.entries(markers).map(([marker, meaning]) => defined(marker, `${capital(meaning)}.`))}
  </dl>
  <p>
    Pages round once, for reading: to one decimal from 1 upwards, and below it to two digits that mean
    something (97.2%, 4.5%, 0.39%). Only what is exactly none or all reads 0% or 100%. People are given in
    millions where a million or more are counted. Files and the API have every digit.
  </p>`;

/** Dated events that help to explain a step or a gap, those of the release's months first. */
export function eventDefinitions({ first_period, last_period }: Meta, address: Address) {
  const events = findAnnotations({});
  const inside = findAnnotations({ from: first_period, to: last_period });
  const others = events.filter((one) => !inside.includes(one));
  return html`<h3 class="section__subtitle">In these months</h3>
    ${inside.length ? eventList(inside) : html`<p>None is known.</p>`}
    ${
      others.length
        ? html`<details class="more">
            <summary class="more__summary">Before and after: ${others.length}</summary>
            ${eventList(others)}
          </details>`
        : ''
    }
    <p><a href=${address.api('/annotations', { format: 'csv' })} download>All known events (CSV)</a></p>`;
}

type Event = ReturnType<typeof findAnnotations>[number];

const eventList = (events: readonly Event[]) => html`<dl class="definitions">
  ${events.map((one) =>
    defined(
      `${one.title} (${whenOf(one)})`,
      html`<p>${one.text}</p>
        <p class="small">
          ${capital(one.kind)}. Source:
          <a href=${one.sourceUrl}>${one.source}</a>
        </p>`,
      `event-${one.id}`,
    ),
  )}
</dl>`;

function whenOf({ from, to }: Event): string {
  if (from === to && from) return formatMonth(from);
  if (!from) return `until ${formatMonth(to!)}`;
  return to ? `${formatMonth(from)} to ${formatMonth(to)}` : `from ${formatMonth(from)}`;
}
