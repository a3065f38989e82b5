import { html } from 'lit';
import { formatDay } from '../../data/definitions/months.ts';
import type { ChangesLogRow } from '../apiTypes.ts';
import type { Ask, Meta } from '../ask.ts';
import type { Address, Page } from '../page.ts';

interface ChangesLog {
  meta: Meta;
  changes: ChangesLogRow[];
}

async function load(ask: Ask, { query: { release } }: Address): Promise<ChangesLog> {
  const { data, meta } = await ask('/changes-log', { release });
  return { meta, changes: data };
}

function view({ changes }: ChangesLog, address: Address) {
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
  load,
  meta: ({ meta }) => meta,
  title: () => 'What changed, by version',
  description: () =>
    'What changed in definitions, methods, the API and downloads of GP online services in England, by version.',
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view,
};
