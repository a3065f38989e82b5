import { html, type TemplateResult } from 'lit';
import {
  services as declaredServices,
  type Measure,
  measures,
  serviceWords,
} from '../../../data/definitions/measures.ts';
import type { Address } from '../../page.ts';
import type { Choice, Holdings } from './choice.ts';
import { whyNot } from './settled.ts';

/** Every figure of the release, by service and stage; one that the chart or the month lacks brings the nearest that have it. */
export function figureChoices(
  address: Address,
  choice: Choice,
  holdings: Holdings,
): TemplateResult {
  const held = new Set(holdings.periods.flatMap((one) => one.measures));
  const shown = measures.filter(({ id }) => held.has(id) || id === choice.measure);
  const services = (['any', ...declaredServices] as const).filter((service) =>
    shown.some((one) => one.service === service),
  );
  const link = ({ id, heading, title }: Measure) => {
    const unfit = whyNot({ ...choice, measure: id }, holdings).length > 0;
    const href = address.href({
      measure: id,
      held: unfit ? 'measure' : undefined,
      rows: undefined,
    });
    return html`<li class="figures__item">
      <a class="figures__link" href=${href} aria-current=${id === choice.measure ? 'true' : 'false'}
        >${heading}<span class="unseen"> (${title})</span></a>
    </li>`;
  };
  return html`<nav class="rail__part figures" aria-label="Figure">
    ${services.map(
      (
        service,
      ) => html`<p class="figures__service" id=${`figures-${service}`}>${serviceWords[service].name}</p>
        <ul class="figures__list" aria-labelledby=${`figures-${service}`}>
          ${shown.filter((one) => one.service === service).map(link)}
        </ul>`,
    )}
  </nav>`;
}
