import { html } from 'lit';
import { gateChecks } from '../../../data/definitions/gate.ts';
import { services } from '../../../data/definitions/measures.ts';
import { counted } from '../../../data/words/english.ts';
import { formatProblem } from '../../ingest/problem.ts';
import { formatReport } from '../../ingest/report/report.ts';
import type { Session } from '../sessions.ts';
import { mayBeAccepted, type Upload } from '../uploads.ts';
import { field, form } from './forms.ts';
import { plain } from './plain.ts';
import { proof } from './shell.ts';

/** Problems that are listed singly. */
const mostShown = 50;

/** The form to choose the files of a release. */
export function uploadView(session: Session) {
  const was = session.said?.fields ?? {};
  const filled = (one: Parameters<typeof field>[0]) =>
    field(one, `upload-${one.name}`, was[one.name] ?? '');
  return html`
    <p class="lead">
      Extracts as published (.csv, .csv.gz, .zip) and reference files. They are checked as
      <code>npm run ingest</code> checks them: problems stop a release, and nothing is changed.
    </p>
    <form class="desk__form" method="post" action="/upload" enctype="multipart/form-data">
      ${proof(session)}
      <p class="desk__field">
        <label for="files">Files of the release</label>
        <input type="file" id="files" name="files" multiple required accept=".csv,.gz,.zip,.geojson" />
      </p>
      ${filled({
        name: 'at',
        label: 'Publish at',
        hint: 'Date and time in England, such as 2019-05-30 09:30. Left empty, it is published at once, or waits as a draft where others must approve it.',
      })}
      ${filled({
        name: 'service',
        label: 'Service, if a wide file’s name does not say it',
        options: [['', 'As its name says'], ...services.map((one) => [one, one] as const)],
      })}
      ${filled({ name: 'fresh', label: 'Start from nothing: keep no months of the current release', type: 'checkbox' })}
      ${filled({ name: 'check', label: 'Only check, and release nothing', type: 'checkbox' })}
      <button class="button" type="submit">Check and build</button>
    </form>
  `;
}

/** What became of uploaded files. */
export function uploadedView(id: string, upload: Upload, session: Session) {
  const { outcome, failure, doing, names } = upload;
  const files = html`<p class="small">${names.join(', ')}</p>`;
  if (failure !== null)
    return html`${files}
      <div class="desk__said desk__said--problem"><p>${failure}</p></div>
      ${again}`;
  if (!outcome)
    return html`${files}
      <p role="status">Still at work. ${doing}</p>
      <p><a class="button desk__look" href=${`/uploads/${id}`}>Look again</a></p>`;
  const { problems, release, doubts } = outcome;
  const report = formatReport(outcome).map((line) => line.replaceAll('→', 'to'));
  return html`
    ${files}
    <div class=${release ? 'desk__said' : 'desk__said desk__said--problem'}>
      <p>${plain(resultOf(upload, report.at(-1)!))}</p>
    </div>
    ${release ? html`<p><a class="button desk__look" href=${`/releases/${release}`}>Review ${release}</a></p>` : ''}
    ${
      problems.length
        ? html`<ul class="desk__list">
            ${problems.slice(0, mostShown).map((problem) => html`<li>${formatProblem(problem)}</li>`)}
          </ul>`
        : ''
    }
    ${
      mayBeAccepted(upload)
        ? html`<ul class="desk__list">
              ${doubts.map(({ kind, message }) => html`<li>${gateChecks[kind].title}: ${message}</li>`)}
            </ul>
            ${form(session, {
              action: `/uploads/${id}/accept`,
              does: 'Release all the same',
              fields: [
                {
                  name: 'reason',
                  label: 'Why the files are right',
                  hint: 'The release records it, and readers see it.',
                  type: 'area',
                  required: true,
                },
              ],
            })}`
        : ''
    }
    <h2 class="section__title">The whole report</h2>
    <pre class="desk__report" tabindex="0" role="region" aria-label="The whole report">${report.join('\n')}</pre>
    ${again}
  `;
}

const again = html`<p><a href="/upload">Upload other files</a></p>`;

function resultOf(upload: Upload, last: string): string {
  const { problems, doubts } = upload.outcome!;
  if (problems.length > 0) return `${counted(problems.length, 'problem')}. Nothing was released.`;
  if (mayBeAccepted(upload)) return `${counted(doubts.length, 'doubt')}. Nothing was released.`;
  return last;
}
