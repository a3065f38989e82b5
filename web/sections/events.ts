import { html, type TemplateResult } from 'lit';
import { formatMonth } from '../../data/definitions/months.ts';
import type { Event } from '../questions/events.ts';
import { fold } from './fold.ts';

/** The months that an event affects, in words. */
function eventMonths({ from, to }: Event): string {
  if (from === null) return `Up to ${formatMonth(to!)}`;
  if (to === from) return formatMonth(from);
  return to === null ? `From ${formatMonth(from)}` : `${formatMonth(from)} to ${formatMonth(to)}`;
}

/** Events to know about when reading the months, collapsed: contracts, boundaries, errors; empty if there are none. */
export const eventsView = (events: readonly Event[]): TemplateResult | '' =>
  events.length
    ? fold(
        'events',
        'What to know about this period',
        '',
        html`<dl class="facts">
          ${events.map(
            (event) => html`<div class="facts__row">
              <dt>${eventMonths(event)}</dt>
              <dd>
                <strong>${event.title}.</strong> ${event.text}
                <span class="table__of">Source: <a href=${event.url} rel="noopener">${event.source}</a></span>
              </dd>
            </div>`,
          )}
        </dl>`,
      )
    : '';
