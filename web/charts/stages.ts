import { html, svg, type TemplateResult } from 'lit';
import {
  type Measure,
  measureOf,
  type ServiceChoice,
  serviceWords,
} from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatOf, formatOneIn, formatPercent } from '../../data/definitions/numbers.ts';
import { statuses } from '../../data/definitions/statuses.ts';
import { bareValue, capital, counted } from '../../data/words/english.ts';
import {
  aboveAll,
  changeWords,
  countsOf,
  coverageSentence,
  figureSentence,
  isAboveAll,
  peopleOrValue,
  type Stages,
  thousandSentence,
  transactionsCaveat,
} from '../../data/words/figure.ts';
import type { Meta } from '../ask.ts';
import { type Parts, type ReportedFigure, stagesOf } from '../figures.ts';
import type { Address } from '../page.ts';
import { formSwitch, takeAway } from './figure.ts';
import type { ChartPlace } from './kinds/chartPlace.ts';
import { chartTable } from './table.ts';
import { dotLabels, dotOf, thousand } from './thousand.ts';
import { thousandForms, thousandOf } from './thousandForms.ts';

/** A reader's next question answered in one line, with a link to where the page says more. */
export interface WayIn {
  /** For example "Target". */
  about: string;
  text: string;
  /** Id of the section. */
  to: string;
}

export interface StagesShown {
  meta: Meta;
  place: ChartPlace;
  service: ServiceChoice;
  period: string;
  now: Parts;
  before: { period: string; parts: Parts } | null;
  /** For example "in England". */
  where: string;
  /** The address of explanations, to which `#records_enabled` is added for a measure. */
  definitions: string;
  /** England, to compare a place with. */
  england?: Parts;
  /** For one practice: its published status of the service, which it offers to all its patients or none. */
  status?: number | null;
  ways?: readonly WayIn[];
}

/** The words for a stage, and the official term in brackets after them. */
const stageWords: Record<Counted, { words: (does: string) => string; official: string }> = {
  offered: {
    words: (does) => `of patients are registered where they can ${does}`,
    official: 'offered',
  },
  enabled: { words: () => 'of patients were set up for it', official: 'enabled' },
  accessed: { words: () => 'of patients did so in the month', official: 'accessed' },
  use: { words: () => 'uses per 1,000 patients in the month', official: 'transactions' },
};

/** The stages that count people and, if nobody counted who used it, the number of transactions. */
type Counted = keyof Stages | 'use';

const id = 'thousand';

/**
 * The picture of a thousand patients, its table, or its sentence, with its figures and counts beside it; below, how
 * they are counted, and all downloads.
 */
export function stages(shown: StagesShown, address: Address): TemplateResult {
  const kind = thousandForms;
  const data = thousandOf(shown);
  const title = kind.title(data);
  const { service, now, before, where, england } = shown;
  const stages = stagesOf(now);
  const sentence = thousandSentence(service, stages, where);
  return html`<figure class="figure figure--stages" id=${id} aria-label=${title}>
    <div class="gap">
      <div class="gap__picture figure__forms">
        <div class="figure__form figure__form--chart">
          ${labelled(stages, before && { period: before.period, ...stagesOf(before.parts) })}
        </div>
        <div class="figure__form figure__form--table">${chartTable(kind.table(data), address)}</div>
        <div class="figure__form figure__form--words">
          <p class="figure__sentence">${kind.sentence(data)}</p>
        </div>
      </div>
      <ol class="gap__stages">
        ${stagesShown(shown).map((stage) => stageItem(stage, shown))}
      </ol>
      <div class="gap__said">
        <p class="gap__sentence" id="thousand-sentence">${sentence}</p>
        ${england ? englandPicture(service, stagesOf(england)) : ''}
      </div>
      ${shown.ways?.length ? waysIn(shown.ways) : ''}
    </div>
    <div class="figure__below">
      ${formSwitch(title, id, 'chart')} ${countedNotes(shown)} ${takeAway(kind, data, address, id)}
    </div>
  </figure>`;
}

const waysIn = (ways: readonly WayIn[]) => html`<ul class="gap__ways">
  ${ways.map(
    ({ about, text, to }) =>
      html`<li class="gap__way"><a href=${`#${to}`}>${about}</a> ${text}</li>`,
  )}
</ul>`;

/** The picture with labels beside its dots, so that nobody needs a key. */
const labelled = (
  now: Stages,
  before: (Stages & { period: string }) | null,
) => html`<div class="labelled">
  ${thousand(now, before, 'thousand-sentence')}
  <svg class="labelled__labels" aria-hidden="true" focusable="false">
    ${dotLabels(now, before).map(
      ({ at, text, of }) =>
        svg`<text class=${`labelled__label labelled__label--${of}`} y=${`${at}%`} dy="0.35em">${text}</text>`,
    )}
  </svg>
</div>`;

const englandPicture = (service: ServiceChoice, england: Stages) => html`<div class="gap__england">
  ${thousand(england, null, 'england-sentence')}
  <p class="gap__england-sentence" id="england-sentence">
    ${thousandSentence(service, england, 'in England')}
  </p>
</div>`;

/** The stages of people that were collected, with transactions instead if nobody knows how many people used it. */
const stagesShown = ({ now }: StagesShown): Counted[] => {
  const collected = (stage: Counted) => now[stage] !== undefined && now[stage].marker !== '[z]';
  const people = (['offered', 'enabled', 'accessed'] as const).filter(collected);
  return !people.includes('accessed') && collected('use') ? [...people, 'use'] : people;
};

function stageItem(stage: Counted, shown: StagesShown) {
  const { service, now, before, period, definitions, england } = shown;
  const figure = now[stage]!;
  const { does } = serviceWords[service];
  if (stage === 'offered' && shown.status !== undefined) return switchItem(shown, figure.value);
  const { words, official } = stageWords[stage];
  const dot = stage === 'use' ? '' : dotOf(stage);
  if (figure.value === null) {
    return html`<li class="gap__stage gap__stage--none">
      <p class="gap__value">${dot}<span>not known</span></p>
      <p class="gap__words">how many ${words(does).replace('of ', '')}</p>
      <p class="gap__of">Not reported for ${formatMonth(period)}</p>
    </li>`;
  }
  const measure = measureOf(`${service}_${stage}`);
  const value = peopleOrValue({ ...figure, value: figure.value }, measure);
  const isPeople = value !== bareValue(figure.value, measure);
  const said =
    service === 'any' && stage === 'enabled'
      ? 'of patients were set up for at least one service'
      : words(does);
  const change = before ? changeWords(figure, before.parts[stage], before.period, measure) : null;
  const against = england?.[stage]?.value ?? null;
  return html`<li class="gap__stage">
    <p class="gap__value">${dot}<span>${value}</span></p>
    <p class="gap__words">
      ${isPeople ? said.replace('of patients ', '') : said}
      <a class="gap__term" href=${`${definitions}#${service}_${stage}`}>(${official})</a>
    </p>
    <p class="gap__of">
      ${countsText(stage, figure, measure)}.
      ${change ? html`<span class="gap__change">${capital(change)}${against === null ? '' : ';'}</span>` : ''}
      ${against === null ? '' : `England ${bareValue(against, measure)}`}
    </p>
    ${stage === 'offered' ? practicesNote(shown) : ''}
    ${isAboveAll(figure, measure) ? html`<p class="gap__of">${capital(aboveAll)}.</p>` : ''}
  </li>`;
}

/** What a figure counts: "4.3 of 59.1 million, about 1 in 14"; for transactions, that they are not people. */
function countsText(stage: Counted, figure: ReportedFigure, measure: Measure): string {
  if (stage === 'use') return `${countsOf(figure, measure)}; one person can make several`;
  const counts = formatOf(figure.numerator ?? 0, figure.denominator ?? 0);
  const oneIn = formatOneIn(figure.value!);
  return oneIn ? `${counts}, ${oneIn}` : counts;
}

/** For one practice whether it has switched the service on; for an area the share of its patients. */
function switchItem(shown: StagesShown, value: number | null) {
  const { service, before, status, definitions, england } = shown;
  const words = statuses.find(({ code }) => code === status)?.meaning ?? 'not reported';
  const was = before?.parts.offered?.value ?? null;
  const since =
    value === 100 && was === 0 ? `Not switched on in ${formatMonth(before!.period)}; ` : '';
  const against = england?.offered?.value ?? null;
  return html`<li class="gap__stage">
    <p class="gap__value gap__value--words">
      ${dotOf('offered')}<span>${capital(words)}</span>
    </p>
    <p class="gap__words">
      ${value === 100 ? 'so all its patients can be set up to' : 'whether its patients can be set up to'}
      ${serviceWords[service].does}
      <a class="gap__term" href=${`${definitions}#${service}_offered`}>(${stageWords.offered.official})</a>
    </p>
    ${
      against === null
        ? ''
        : html`<p class="gap__of">
            ${since}${since ? 'in' : 'In'} England ${formatPercent(against)} of patients are registered where they can
          </p>`
    }
  </li>`;
}

/** How the figures are counted, collapsed. */
const countedNotes = (shown: StagesShown) => html`<details class="more gap__notes">
  <summary class="more__summary">How this is counted</summary>
  ${useNote(shown)}
  <p><a href=${`${shown.definitions}#${shown.service}_enabled`}>Definitions</a></p>
</details>`;

function practicesNote({ now, where }: StagesShown) {
  const practices = now.offered_practices;
  if (!practices || practices.practices <= 1 || practices.value === null) return '';
  const unknown = practices.practices - practices.reported;
  return html`<p class="gap__of">
    ${formatPercent(practices.value)} of practices ${where} offer it
    (${formatOf(practices.numerator ?? 0, practices.denominator ?? 0)}).
    ${unknown > 0 ? `For ${counted(unknown, 'practice')} it is not known.` : ''}
  </p>`;
}

function useNote({ now: { use }, service, where, period }: StagesShown) {
  if (!use || use.marker === '[z]') return '';
  return html`<p>
    ${figureSentence(use, measureOf(`${service}_use`), where, period)}
    ${use.value === null ? '' : transactionsCaveat}
    ${use.value === null ? '' : coverageSentence(use, null, measureOf(`${service}_use`))}
  </p>`;
}
