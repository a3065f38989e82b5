import { html } from 'lit';
import { formatTimeOf } from '../../../data/definitions/londonTimes.ts';
import { type Life, type ReleaseLife, stateOf } from '../../../data/life/life.ts';
import { capital, counted, plural } from '../../../data/words/english.ts';
import { monthsWords } from '../../../data/words/source.ts';
import type { FolderView } from '../../../server/store/releases/folder.ts';
import { whatNow } from '../../ingest/folder/whatNow.ts';
import type { Session } from '../sessions.ts';
import { form, table } from './forms.ts';
import { plain } from './plain.ts';

/** Every release with its state, what waits for somebody, and how many must approve. */
export function releasesView({ entries, life, ledgerProblem }: FolderView, session: Session) {
  const known = [...entries.values()].flatMap((entry) => {
    const one = life.releases.get(entry.id);
    return one ? [{ entry, one }] : [];
  });
  const waiting = known.filter(({ one }) => one.publishedAt === null);
  return html`
    ${ledgerProblem ? html`<p class="desk__said desk__said--problem">${capital(ledgerProblem)}</p>` : ''}
    <section class="section" aria-labelledby="waiting">
      <h2 class="section__title" id="waiting">To be done</h2>
      ${
        waiting.length
          ? waiting.map(
              ({ one }) => html`<p>
                ${plain(whatNow(life, one.release))}
                <a href=${`/releases/${one.release}`}>Review ${one.release}</a>
              </p>`,
            )
          : html`<p>No draft waits for anybody. <a href="/upload">Upload files</a> to make one.</p>`
      }
    </section>
    <section class="section" aria-labelledby="all">
      <h2 class="section__title" id="all">All releases</h2>
      ${
        known.length
          ? table({
              caption: 'All releases, the newest month first',
              head: ['Release', 'Figures', 'State', 'When'],
              rows: known.map(({ entry, one }) => [
                html`<a href=${`/releases/${one.release}`}>${one.release}</a>`,
                entry.trouble
                  ? entry.trouble.message
                  : entry.manifest
                    ? monthsWords(entry.manifest)
                    : '',
                stateWords(one, life),
                when(one),
              ]),
            })
          : html`<p>There is no release yet.</p>`
      }
    </section>
    <section class="section" aria-labelledby="policy">
      <h2 class="section__title" id="policy">Sign-off</h2>
      <p>
        ${life.approvals === 0 ? 'A release needs nobody’s approval: files that are uploaded are published at once, unless a time is given.' : `A release is published once ${counted(life.approvals, 'other person', 'other people')} ${plural(life.approvals, 'has', 'have')} approved it.`}
      </p>
      ${form(session, {
        action: '/policy',
        does: 'Change',
        quiet: true,
        fields: [
          {
            name: 'approvals',
            label: 'How many others approve each release',
            value: String(life.approvals),
            options: [0, 1, 2, 3].map((count) => [String(count), count ? String(count) : 'None']),
          },
        ],
      })}
    </section>
  `;
}

/** The state of a release, in a word or two. */
export function stateWords(one: ReleaseLife, { approvals, current }: Life): string {
  const state = capital(stateOf(one, approvals));
  if (one.release === current) return `${state}, current`;
  return one.publishedAt === null && approvals > 0
    ? `${state}, ${one.approvals.length} of ${counted(approvals, 'approval')}`
    : state;
}

function when({ publishedAt, due }: ReleaseLife): string {
  if (publishedAt) return formatTimeOf(new Date(publishedAt));
  return due === null ? '' : `Due at ${formatTimeOf(new Date(due))}`;
}
