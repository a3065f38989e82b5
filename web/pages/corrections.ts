import { html } from 'lit';
import { formatDay } from '../../data/definitions/months.ts';
import type { ChangesLogRow, NoticesRow, StatementsRow } from '../apiTypes.ts';
import type { Ask, Meta } from '../ask.ts';
import type { Address, Page } from '../page.ts';

interface Corrections {
  meta: Meta;
  statements: StatementsRow[];
  notices: NoticesRow[];
}

async function load(ask: Ask, { query: { release } }: Address): Promise<Corrections> {
  const [statements, notices] = await Promise.all([
    ask('/statements', { release }),
    ask('/notices', { release }),
  ]);
  return { meta: statements.meta, statements: statements.data, notices: notices.data };
}

function view({ statements, notices }: Corrections, address: Address) {
  const examples = statements.filter((one) => one.is_example);
  return html`
    <h1 class="headline" tabindex="-1">Corrections and policies</h1>
    <p class="lead">
      No release is ever changed. What was wrong in one is put right in a later one, said here, and marked
      [r] at each figure with what it was before.
    </p>
    ${
      examples.length
        ? html`<p class="note">
            ${
              examples.length === statements.length
                ? 'The policies below are examples: those who run this copy have not stated their own yet.'
                : 'Policies marked as examples are not those of this copy: those who run it have not stated them yet.'
            }
          </p>`
        : ''
    }
    <section class="section" aria-labelledby="notices">
      <h2 class="section__title" id="notices">Corrections and notices</h2>
      ${notices.length ? noticeTable(notices, address) : html`<p>No notice has been given yet.</p>`}
      <ul class="contents">
        <li><a href=${address.link('/quality')}>What the latest release revised</a>, in England and its regions</li>
        <li><a href=${address.api('/revisions', { format: 'csv' })} download>Every figure it revised</a>, practices included, before and after (CSV)</li>
        <li><a href=${address.api('/notices', { format: 'csv' })} download>These notices as CSV</a></li>
        <li><a href=${address.link('/changes-log')}>What changed in definitions and the API</a>, by version</li>
      </ul>
    </section>
    ${statements.map(
      ({
        topic,
        title,
        text,
        is_example,
      }) => html`<section class="section" aria-labelledby=${topic}>
        <h2 class="section__title" id=${topic}>${title}</h2>
        <p>${is_example ? html`<strong>Example.</strong> ` : ''}${text}</p>
        ${topic === 'releasing' ? html`<p><a href=${address.link('/releases')}>Release calendar</a></p>` : ''}
      </section>`,
    )}
  `;
}

const noticeTable = (notices: readonly NoticesRow[], address: Address) => html`<div
  class="scroll" tabindex="0" role="region" aria-label="Corrections and notices"
>
  <table class="table">
    <caption class="table__caption"><span class="table__caption-text">Notices about releases, the latest first</span></caption>
    <thead>
      <tr>
        <th scope="col">Release</th>
        <th scope="col">Notice</th>
      </tr>
    </thead>
    <tbody>
      ${notices.map(
        ({ about, sentence }) => html`<tr>
          <th scope="row"><a href=${address.link('/', { release: about })}>${about}</a></th>
          <td class="table__wide">${sentence}</td>
        </tr>`,
      )}
    </tbody>
  </table>
</div>`;

/** What was corrected, and the operator's statements about revisions, corrections and releases. */
export const correctionsPage: Page<Corrections> = {
  load,
  meta: ({ meta }) => meta,
  title: () => 'Corrections and policies',
  description: () =>
    'Corrections to figures of GP online services in England, and the policies on revisions, corrections and releases.',
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view,
};

interface ChangesLog {
  meta: Meta;
  changes: ChangesLogRow[];
}

async function loadChanges(ask: Ask, { query: { release } }: Address): Promise<ChangesLog> {
  const { data, meta } = await ask('/changes-log', { release });
  return { meta, changes: data };
}

function changesView({ changes }: ChangesLog, address: Address) {
  const versions = [...new Set(changes.map(({ version }) => version))];
  return html`
    <h1 class="headline" tabindex="-1">What changed, by version</h1>
    <p class="lead">
      Changes of this software that matter to those who use its figures: in definitions and methods, and in
      the API and downloads. Changes of figures are <a href=${address.link('/corrections')}>corrections</a>.
    </p>
    ${versions.map((version) => versionView(changes.filter((one) => one.version === version)))}
    <p><a href=${address.api('/changes-log', { format: 'csv' })} download>All changes as CSV</a></p>
  `;
}

function versionView(changes: readonly ChangesLogRow[]) {
  const [{ version, version_date: day }] = changes as [ChangesLogRow];
  const topics = [...new Set(changes.map(({ topic }) => topic))];
  return html`<section class="section" aria-labelledby=${`v${version}`}>
    <h2 class="section__title" id=${`v${version}`}>Version ${version}, ${formatDay(day)}</h2>
    ${topics.map(
      (topic) => html`<h3 class="section__subtitle">${topic}</h3>
        <ul class="points">
          ${changes.filter((one) => one.topic === topic).map(({ change }) => html`<li>${change}</li>`)}
        </ul>`,
    )}
  </section>`;
}

/** What changed in definitions and the API, by version. */
export const changesLogPage: Page<ChangesLog> = {
  load: loadChanges,
  meta: ({ meta }) => meta,
  title: () => 'What changed, by version',
  description: () =>
    'What changed in definitions, methods, the API and downloads of GP online services in England, by version.',
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view: changesView,
};
