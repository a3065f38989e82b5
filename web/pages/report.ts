import { html, type TemplateResult } from 'lit';
import { services, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import { madeWords } from '../../data/words/source.ts';
import { marksText } from '../marks.ts';
import type { Address, Page } from '../page.ts';
import { part } from '../partPlace.ts';
import { placeLink } from '../placeLink.ts';
import { practiceEndedNote } from '../sections/practiceEnded.ts';
import { choosing } from './choosing.ts';
import {
  loadPractice,
  type PracticeFigures,
  practiceCrumbs,
  practiceFinding,
} from './practiceFigures.ts';
import { changingView, comparesView, standsView, takesView } from './reportParts.ts';

function view(data: PracticeFigures, address: Address): TemplateResult {
  const { service, period, code, name, present, last, ending } = data;
  const back = placeLink(address, 'practice', code);
  if (!present) {
    return html`<h1 class="headline" tabindex="-1">${name}</h1>
      ${ending ? practiceEndedNote(address, ending) : ''}
      <p class="note">
        This practice is not in the extracts of ${formatMonth(period)}, so there is nothing to report.
        <a href=${address.href({ period: last })}>Report on ${formatMonth(last)}</a>
      </p>`;
  }
  const parts = html`${standsView(data)} ${comparesView(data, address)} ${changingView(data)} ${ending ? '' : takesView(data)}`;
  return html`
    <div class="report__doing">
      ${choosing(address, service, data, period)}
      <p class="doing">
        <button class="button report__print" type="button" data-print>Print this page</button>
        <a href=${back}>All about this practice</a>
      </p>
    </div>
    <article class="report">
      <header class="report__head">
        <p class="kicker">Practice ${code}${data.around.length ? html`, ${data.around.at(-1)!.name}` : ''} · ${serviceWords[service].name}, ${formatMonth(period)}${ending && period === last ? ', its last month' : ''}</p>
        <h1 class="report__title" tabindex="-1">
          <span class="headline__name">${name}:</span> ${practiceFinding(data)}
        </h1>
        ${ending ? practiceEndedNote(address, ending) : ''}
        ${part('revised', data.parts, address)}
      </header>
      ${parts} ${notesView(data, address, marksText(parts))}
    </article>
  `;
}

function notesView(data: PracticeFigures, address: Address, marks: string) {
  const { meta, period, registered, code, standings } = data;
  const above = services.some((one) => {
    const { numerator, denominator } = standings[`${one}_enabled`]?.figure ?? {};
    return (numerator ?? 0) > (denominator ?? Infinity);
  });
  const link = address.origin + address.href({ period, release: meta.release });
  return html`<footer class="report__part report__part--wide report__notes">
    <p>
      The practice has ${registered === null ? 'an unknown number of' : formatCount(registered)}
      registered patients. “Set up” (in the extracts: enabled) means signed up for the service on the
      last day of the month. The 95% confidence interval (Wilson) is the least uncertainty that counting
      so few people leaves. We say higher or lower only where it excludes the figure of the rest and the
      difference matters.
      ${marks}
      ${above ? 'Where more are counted than are registered, the figure is shown as published and has no interval.' : ''}
    </p>
    <p>
      Source: monthly Patient Online extracts, practice ${code}; release ${meta.release}, made
      ${madeWords(meta)}. Not an official publication.
      ${meta.kind === 'illustrative' ? html`<strong>Illustrative data: not real practices or real figures.</strong>` : ''}
      <span class="take__link">${link}</span>
    </p>
  </footer>`;
}

/** A practice on one page, designed to be printed on one sheet for a meeting. */
export const reportPage: Page<PracticeFigures> = {
  load: (ask, address) => loadPractice(ask, address, { full: false }),
  meta: ({ meta }) => meta,
  title: (data) => `Practice report: ${data.name} (${data.code}), ${formatMonth(data.period)}`,
  description: (data) =>
    `${data.name}: ${practiceFinding(data)}. One page for a meeting, ${formatMonth(data.period)}.`,
  crumbs: (data, address) => [
    ...practiceCrumbs(data, address),
    { text: data.name, href: placeLink(address, 'practice', data.code) },
  ],
  view,
};
