import { html, type TemplateResult } from 'lit';
import { measureOf, type ServiceChoice, serviceWords } from '../../data/definitions/measures.ts';
import { formatCount, formatPercent } from '../../data/definitions/numbers.ts';
import { capital, placeText, plural } from '../../data/words/english.ts';
import { thoseCounted } from '../../data/words/measure.ts';
import { withMarks } from '../marks.ts';
import type { Step } from '../questions/reach.ts';
import type { ServiceStatus } from './status.ts';

/** The name of a level, to follow "reach". */
function stepName({ to, name }: Step): string {
  if (to === 'england') return 'England’s level';
  if (to === 'ccg') return `the level of ${placeText(to, name)}`;
  return to === 'top_tenth'
    ? 'the top tenth of practices in England'
    : 'the median of similar practices';
}

/** The nearest level not yet reached, and that the service is off if it is, as sentences; or that all are reached. */
export function nextStepSentence(
  steps: readonly Step[],
  service: ServiceChoice,
  statuses: readonly ServiceStatus[] = [],
): string {
  const known = steps.filter(({ more }) => more !== null);
  const next = known.find(({ more }) => more! > 0);
  const { does } = serviceWords[service];
  if (!known.length)
    return 'What it would take is not known, because this practice did not report.';
  if (!next) return 'It is at or above every one of these levels already.';
  const { more } = next;
  const monthly = Math.round(more! / 12);
  const pace = monthly > 1 ? `, about ${formatCount(monthly)} a month for a year` : '';
  const status = statuses.find((one) => one.service === service)?.status;
  const first = status === 0 || status === 1 ? 'First the service has to be switched on. ' : '';
  return `${first}${formatCount(more!)} more ${plural(more!, 'patient')} set up to ${does} would bring it to ${stepName(next)}${pace}.`;
}

/** The head and rows of a table of levels, with how many more patients each takes. */
export const stepsRows = (steps: readonly Step[]): TemplateResult => html`<thead>
    <tr>
      <th scope="col">To reach</th>
      <th scope="col" class="table__number">Level</th>
      <th scope="col" class="table__number">More patients</th>
    </tr>
  </thead>
  <tbody>
    ${steps.map(
      (step) => html`<tr>
        <th scope="row">${capital(stepName(step))}</th>
        <td class="table__number">${step.value === null ? '[x]' : formatPercent(step.value)}</td>
        <td class="table__number">${moreText(step)}</td>
      </tr>`,
    )}
  </tbody>`;

/** Each level a practice may want to reach, with how many more patients that takes. */
export function stepsTable(steps: readonly Step[], service: ServiceChoice): TemplateResult {
  const those = thoseCounted(measureOf(`${service}_enabled`));
  return withMarks(html`<div class="scroll" tabindex="0" role="region" aria-label="What it would take, as a table">
    <table class="table table--narrow">
      <caption class="table__caption"><span class="table__caption-text">${capital(those)}</span></caption>
      ${stepsRows(steps)}
    </table>
  </div>`);
}

function moreText({ more }: Step): string {
  if (more === null) return '[x]';
  return more === 0 ? 'reached' : formatCount(more);
}
