import { html, type TemplateResult } from 'lit';
import { type ServiceChoice, services, serviceWords } from '../../data/definitions/measures.ts';
import { choices } from '../controls/choices.ts';
import { pickAMonth } from '../controls/pick-a-month.ts';
import type { Address } from '../page.ts';

/** What there is to choose from. */
interface Choosable {
  periods: readonly string[];
  /** Whether any month holds the official headline, patients set up for at least one service. */
  hasAny: boolean;
}

/** Which service and which month the page shows, to choose; any service too where the files hold it. */
export const choosing = (
  address: Address,
  service: ServiceChoice,
  { periods, hasAny }: Choosable,
  period: string,
): TemplateResult => html`<div class="choosing">
  ${choices(
    'Service',
    (hasAny || service === 'any' ? ([...services, 'any'] as const) : services).map((one) => ({
      text: serviceWords[one].name,
      href: address.href({ service: one === services[0] ? undefined : one }),
      current: one === service,
    })),
  )}
  ${pickAMonth(periods, period, `${address.prefix}${address.path}`, {
    ...address.query,
    period: undefined,
  })}
</div>`;
