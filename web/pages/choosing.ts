import { html, type TemplateResult } from 'lit';
import { type Service, services, serviceWords } from '../../data/definitions/measures.ts';
import { choices } from '../controls/choices.ts';
import { pickAMonth } from '../controls/pick-a-month.ts';
import type { Address } from '../page.ts';

/** Which service and which month the page shows, to choose. */
export const choosing = (
  address: Address,
  service: Service,
  periods: readonly string[],
  period: string,
): TemplateResult => html`<div class="choosing">
  ${choices(
    'Service',
    services.map((one) => ({
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
