import { html, type TemplateResult } from 'lit';
import { ENGLAND, type PlaceLevel } from '../../data/definitions/levels.ts';
import type { ServiceChoice } from '../../data/definitions/measures.ts';
import type { Address } from '../page.ts';

interface Whence {
  service: ServiceChoice;
  level: PlaceLevel;
  code: string;
  /** Area within which places of its level are compared; England if not given. */
  around?: string;
}

/** Links from a place to comparing it, to the funnel of its level, and to charts in Explore. */
export function waysOn(address: Address, { service, level, code, around }: Whence): TemplateResult {
  const measure = `${service}_enabled`;
  const parent = around === ENGLAND ? undefined : around;
  const ways: [string, string][] = [
    ['Compare with others', address.link('/compare', { area: code })],
    [
      'Is that unusual for its size?',
      address.link('/explore', { chart: 'funnel', measure, level, parent, area: code }),
    ],
    [
      level === 'practice' ? 'Follow this practice' : 'Follow this place',
      address.link('/news', { area: code }),
    ],
    ['Download the trend', address.link('/explore', { chart: 'months', measure, area: code })],
  ];
  return html`<ul class="ways">
    ${ways.map(([text, href]) => html`<li><a href=${href}>${text}</a></li>`)}
  </ul>`;
}
