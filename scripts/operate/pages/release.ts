import { html, type TemplateResult } from 'lit';
import { measures } from '../../../data/definitions/measures.ts';
import { formatCount } from '../../../data/definitions/numbers.ts';
import { monthOf } from '../../../data/definitions/releaseFolder.ts';
import { openItem } from '../../../data/life/calendar.ts';
import { type Life, type ReleaseLife, whyNotApprove } from '../../../data/life/life.ts';
import { noticeSentence } from '../../../data/words/calendar.ts';
import { capital } from '../../../data/words/english.ts';
import type { ReviewSection } from '../../releases/reviewText.ts';
import type { Session } from '../sessions.ts';
import { form, monthField, reasonField, table, timeField, typedTime } from './forms.ts';
import { plain } from './plain.ts';
import { stateWords } from './releases.ts';

/** Everything about a release that is to be signed off, and what can be done with it. */
export const releaseView = (
  one: ReleaseLife,
  { life, sections }: { life: Life; sections: readonly ReviewSection[] },
  session: Session,
): TemplateResult => html`
  <div class="desk__two">
    <div>${sections.map((section, i) => sectionView(section, i > 0))}</div>
    <aside class="desk__steps" aria-label="What can be done with this release">
      <p class="desk__state">${stateWords(one, life)}</p>
      ${one.publishedAt === null ? draftSteps(one, life, session) : publishedSteps(one, session)}
      <p class="small">To file this review as a PDF, print this page.</p>
    </aside>
  </div>
`;

/** A section. The first needs no heading, because it is that of the page. */
const sectionView = (
  { title, sentences = [], head, rows = [], more = 0 }: ReviewSection,
  isTitled: boolean,
) => html`
  <section class="section">
    ${isTitled ? html`<h2 class="section__title">${title}</h2>` : ''}
    ${sentences.map((sentence) => html`<p class="desk__sentence">${plain(sentence)}</p>`)}
    ${head ? (rows.length ? table({ caption: title, head: head.map(capital), rows }) : html`<p>None.</p>`) : ''}
    ${more > 0 ? html`<p>And ${formatCount(more)} more.</p>` : ''}
  </section>
`;

const step = (title: string, view: TemplateResult) => html`<section class="desk__step">
  <h2 class="desk__title">${title}</h2>
  ${view}
</section>`;

function draftSteps(one: ReleaseLife, life: Life, session: Session) {
  const at = (name: string) => `/releases/${one.release}/${name}`;
  const why = whyNotApprove(one, session.by);
  const announced = openItem(life.calendar, monthOf(one.release))?.due;
  const due = one.due ?? announced;
  return html`
    ${step(
      'Review',
      one.isReviewed
        ? html`<p>It has been reviewed.</p>`
        : form(session, { action: at('reviewed'), does: 'I have reviewed it', quiet: true }),
    )}
    ${step(
      'Approve',
      html`
        ${one.approvals.map(({ by }) => html`<p>Approved by ${by}.</p>`)}
        ${why ? html`<p>${capital(why)}.</p>` : form(session, { action: at('approve'), does: `Approve as ${session.by}` })}
      `,
    )}
    ${step(
      'Schedule',
      form(session, {
        action: at('schedule'),
        does: 'Schedule',
        quiet: true,
        fields: [timeField(due ? typedTime(due) : '')],
      }),
    )}
    ${one.due === null ? '' : previewStep(one, session)} ${noticeStep(one, session)}
  `;
}

const previewStep = (one: ReleaseLife, session: Session) => {
  const open = one.previews.filter(({ revokedAt }) => revokedAt === null);
  return step(
    'Who may see it before',
    html`
      ${open.map(
        ({ who }) => html`<p>${who}</p>
          ${form(session, { action: `/releases/${one.release}/revoke`, does: `Revoke for ${who}`, quiet: true, hidden: { who } })}`,
      )}
      ${form(session, {
        action: `/releases/${one.release}/preview`,
        does: 'Make a link',
        quiet: true,
        fields: [
          { name: 'who', label: 'For whom', hint: 'Readers see it.', required: true },
          {
            name: 'until',
            label: 'Until',
            hint: 'Such as 2019-05-30 09:00; left empty, until it is published.',
          },
        ],
      })}
    `,
  );
};

const publishedSteps = (one: ReleaseLife, session: Session) => html`
  ${noticeStep(one, session)}
  ${
    one.withdrawn
      ? ''
      : step(
          'Withdraw',
          form(session, {
            action: `/releases/${one.release}/withdraw`,
            does: 'Withdraw',
            quiet: true,
            fields: [
              {
                ...reasonField,
                hint: 'Readers see it. The release can still be read, and is never current again.',
              },
            ],
          }),
        )
  }
`;

const noticeStep = (one: ReleaseLife, session: Session) =>
  step(
    'Notice to readers',
    html`
      ${one.notices.map((notice) => html`<p>${noticeSentence(notice)}</p>`)}
      ${form(session, {
        action: `/releases/${one.release}/notice`,
        does: 'Give notice',
        quiet: true,
        fields: [
          {
            name: 'kind',
            label: 'Kind',
            options: [
              ['note', 'Note'],
              ['correction', 'Correction'],
              ['quality', 'Data quality'],
            ],
          },
          { name: 'text', label: 'Text', type: 'area', required: true },
          {
            name: 'measure',
            label: 'Measure, if only about one',
            options: [['', 'All'], ...measures.map(({ id }) => [id, id] as const)],
          },
          { name: 'area', label: 'Code of a place, if only about one' },
          monthField('period', 'Month, if only about one'),
        ],
      })}
    `,
  );
