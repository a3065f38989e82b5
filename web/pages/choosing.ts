import { html, type TemplateResult } from 'lit';
import { type ServiceChoice, serviceWords } from '../../data/definitions/measures.ts';
import { choices } from '../controls/choices.ts';
import { pickAMonth } from '../controls/pick-a-month.ts';
import type { Address } from '../page.ts';

/** What there is to choose from. */
interface Choosable {
  periods: readonly string[];
  /** The services with figures in any month. */
  servicesHeld: readonly ServiceChoice[];
}

/** A choice of service and month; including any service if the files contain it. */
export const choosing = (
  address: Address,
  service: ServiceChoice,
  { periods, servicesHeld: held }: Choosable,
  period: string,
): TemplateResult => html`<div class="choosing">
  ${choices(
    'Service',
    // A service in the address is listed even if no month contains it.
    (held.includes(service) ? held : [service, ...held]).map((one) => ({
      text: serviceWords[one].name,
      href: address.href({ service: one === held[0] ? undefined : one }),
      current: one === service,
    })),
  )}
  ${pickAMonth(periods, period, `${address.prefix}${address.path}`, {
    ...address.query,
    period: undefined,
  })}
</div>`;
