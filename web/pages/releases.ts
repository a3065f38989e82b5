import { html } from 'lit';
import { formatMonth } from '../../data/definitions/months.ts';
import type { CalendarRow } from '../apiTypes.ts';
import type { Ask, Meta } from '../ask.ts';
import type { Address, Page } from '../page.ts';

interface Data {
  meta: Meta;
  rows: CalendarRow[];
}

async function load(ask: Ask, { query }: Address): Promise<Data> {
  const { meta, data } = await ask('/calendar', { release: query.release });
  return { meta, rows: data };
}

const isToCome = ({ state }: CalendarRow): boolean =>
  state === 'announced' || state === 'provisional' || state === 'late';

const stateWords: Record<CalendarRow['state'], string> = {
  provisional: 'Provisional',
  announced: 'Confirmed',
  late: 'Late',
  cancelled: 'Cancelled',
  published: 'Published',
  withdrawn: 'Withdrawn',
};

function view({ rows }: Data, address: Address) {
  const coming = rows.filter(isToCome).reverse();
  const past = rows.filter((row) => !isToCome(row));
  const early = rows.filter((row) => row.early_access);
  return html`
    <h1 class="headline" tabindex="-1">Release calendar</h1>
    <p class="lead">
      When new figures come out, and when earlier ones came out. All times are UK time. No figure of a
      release is shown here before its time.
    </p>
    <section class="section" aria-labelledby="coming">
      <h2 class="section__title" id="coming">Upcoming releases</h2>
      ${
        coming.length
          ? table('Upcoming releases, the next first', coming, address)
          : html`<p>No release is announced at the moment.</p>`
      }
      <ul class="contents">
        <li><a href=${`${address.prefix}/calendar.ics`} data-leave>Add these dates to your calendar</a> (iCalendar, to subscribe to)</li>
        <li><a href=${address.api('/calendar', { format: 'csv' })} download>The calendar as CSV</a></li>
      </ul>
    </section>
    <section class="section" aria-labelledby="access">
      <h2 class="section__title" id="access">Access before publication</h2>
      <p>
        Those who make and check the figures see them before they are published.
        ${early.length ? 'So do these, for at most 24 hours before:' : 'Nobody else is given access.'}
      </p>
      ${
        early.length
          ? html`<dl class="facts">
              ${early.map(
                (row) => html`<div>
                  <dt>Figures to ${formatMonth(row.period)}</dt>
                  <dd>${row.early_access}</dd>
                </div>`,
              )}
            </dl>`
          : ''
      }
    </section>
    <section class="section" aria-labelledby="past">
      <h2 class="section__title" id="past">Past releases</h2>
      <p><a href=${address.link('/corrections')}>Corrections, and the policies on revisions and releases</a></p>
      ${
        past.length
          ? table('Published and cancelled releases, the latest first', past, address)
          : html`<p>No release is out yet.</p>`
      }
    </section>
  `;
}

const table = (caption: string, rows: readonly CalendarRow[], address: Address) => html`<div
  class="scroll" tabindex="0" role="region" aria-label=${caption}
>
  <table class="table">
    <caption class="table__caption"><span class="table__caption-text">${caption}</span></caption>
    <thead>
      <tr>
        <th scope="col">Figures to</th>
        <th scope="col">State</th>
        <th scope="col">Dates</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) => html`<tr>
          <th scope="row">
            ${formatMonth(row.period)}
            ${row.release ? html`<span class="table__note">Release <a href=${address.link('/', { release: row.release })}>${row.release}</a></span>` : ''}
          </th>
          <td>${stateWords[row.state]}</td>
          <td>
            ${row.sentence}
            ${row.notices ? html`<span class="table__note">${row.notices}</span>` : ''}
          </td>
        </tr>`,
      )}
    </tbody>
  </table>
</div>`;

/** When releases are due, and when they were published. */
export const releasesPage: Page<Data> = {
  load,
  meta: ({ meta }) => meta,
  title: () => 'Release calendar',
  description: ({ rows }) => {
    const next = rows.findLast(isToCome);
    return next
      ? `When figures of GP online services in England come out. Figures to ${formatMonth(next.period)}: ${next.sentence}`
      : 'When figures of GP online services in England come out, and when they came.';
  },
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view,
};
