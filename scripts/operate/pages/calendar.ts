import { html } from 'lit';
import { formatTimeOf } from '../../../data/definitions/londonTimes.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { type CalendarItem, isOpen } from '../../../data/life/calendar.ts';
import type { Life } from '../../../data/life/life.ts';
import { listingOf } from '../../../data/life/listing.ts';
import { listedSentence } from '../../../data/words/calendar.ts';
import type { Session } from '../sessions.ts';
import { form, monthField, reasonField, table, timeField, typedTime } from './forms.ts';

/** Announced releases, and forms to announce, confirm, move and cancel. */
export function calendarView(life: Life, now: number, session: Session) {
  const open = life.calendar.filter(isOpen).sort((a, b) => a.due - b.due);
  return html`
    <section class="section" aria-labelledby="coming">
      <h2 class="section__title" id="coming">To come</h2>
      ${open.length ? open.map((item) => itemView(item, session)) : html`<p>Nothing is announced.</p>`}
    </section>
    <section class="section" aria-labelledby="announce">
      <h2 class="section__title" id="announce">Announce a release</h2>
      ${form(session, {
        action: '/calendar/announce',
        does: 'Announce',
        fields: [
          monthField('month', 'Figures to', true),
          timeField(''),
          { name: 'provisional', label: 'The day may still change', type: 'checkbox' },
        ],
      })}
    </section>
    <section class="section" aria-labelledby="as-seen">
      <h2 class="section__title" id="as-seen">As readers see it</h2>
      ${table({
        caption: 'The calendar as readers see it, the latest first',
        head: ['Figures to', 'What became of it'],
        rows: listingOf(life, now).map((one) => [formatMonth(one.month), listedSentence(one)]),
      })}
    </section>
  `;
}

function itemView({ month, due, provisional }: CalendarItem, session: Session) {
  const at = (name: string) => `/calendar/${month}/${name}`;
  const time = typedTime(due);
  const title = formatMonth(month);
  return html`<section class="desk__item" aria-label=${title}>
    <p><strong>${title}</strong>: ${formatTimeOf(new Date(due))}${provisional ? ', provisional' : ''}</p>
    ${provisional ? form(session, { action: at('confirm'), does: `Confirm ${title}`, quiet: true }) : ''}
    <details>
      <summary>Move or cancel ${title}</summary>
      <div class="desk__pair">
        ${form(session, { action: at('move'), does: 'Move', quiet: true, fields: [timeField(time), reasonField] })}
        ${form(session, { action: at('cancel'), does: 'Cancel it', quiet: true, fields: [reasonField] })}
      </div>
    </details>
  </section>`;
}
