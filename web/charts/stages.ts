import { html, type TemplateResult } from 'lit';
import { measureOf, type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import {
  formatCount,
  formatOf,
  formatOneIn,
  formatPercent,
} from '../../data/definitions/numbers.ts';
import { statuses } from '../../data/definitions/statuses.ts';
import { capital, counted } from '../../data/words/english.ts';
import {
  changeWords,
  figureSentence,
  practicesOf,
  type Stages,
  thousandSentence,
  transactionsCaveat,
} from '../../data/words/figure.ts';
import type { Meta } from '../ask.ts';
import { type Parts, stagesOf } from '../figures.ts';
import type { Address } from '../page.ts';
import { formSwitch, takeAway } from './figure.ts';
import type { ChartPlace } from './kinds/reading.ts';
import { chartTable } from './table.ts';
import { dotOf, movedMost, thousand } from './thousand.ts';
import { thousandForms, thousandOf } from './thousandForms.ts';

export interface StagesShown {
  meta: Meta;
  place: ChartPlace;
  service: Service;
  period: string;
  now: Parts;
  before: { period: string; parts: Parts } | null;
  /** "in England" */
  where: string;
  /** Where each measure is explained: the address to which `#records_enabled` is added. */
  definitions: string;
  /** England, to hold a place against. */
  england?: Parts;
  /** Of one practice: its published status of the service. It offers it to all its patients or to none. */
  status?: number | null;
}

const words: Record<keyof Stages, (does: string) => string> = {
  offered: (does) => `of patients are registered where they can ${does}`,
  enabled: () => 'of patients were set up for it',
  accessed: () => 'of patients did so in the month',
};

/** The official word for a stage, in brackets after its plain words. */
const official: Record<keyof Stages, string> = {
  offered: 'offered',
  enabled: 'enabled',
  accessed: 'accessed',
};

const id = 'thousand';

/**
 * The picture of a thousand patients with its sentence and, beside it, its figures with what they count; below,
 * what every chart has: its table, its sentence alone, and all there is to take away.
 */
export function stages(shown: StagesShown, address: Address): TemplateResult {
  const kind = thousandForms;
  const data = thousandOf(shown);
  const title = kind.title(data);
  return html`<figure class="figure figure--stages" id=${id} aria-label=${title}>
    <div class="figure__forms">
      <div class="figure__form figure__form--chart">${gap(shown)}</div>
      <div class="figure__form figure__form--table">${chartTable(kind.table(data), address)}</div>
      <div class="figure__form figure__form--words">
        <p class="figure__sentence">${kind.sentence(data)}</p>
      </div>
    </div>
    <div class="figure__below">
      ${formSwitch(title, id, 'chart')} ${takeAway(kind, data, address, id)}
    </div>
  </figure>`;
}

function gap(shown: StagesShown): TemplateResult {
  const { service, now, before, where, period, england } = shown;
  const stages = stagesOf(now);
  const then = before ? stagesOf(before.parts) : null;
  return html`<div class="gap">
    <div class="gap__picture">
      ${thousand(stages, then, 'thousand-sentence')} ${outlineNote(stages, then, before?.period)}
      <p class="gap__sentence" id="thousand-sentence">
        ${thousandSentence(service, stages, where)}
      </p>
    </div>
    <div class="gap__figures">
      <ol class="gap__stages">
        ${(['offered', 'enabled', 'accessed'] as const).map((stage) => stageItem(stage, shown))}
      </ol>
      <div class="gap__notes">
        ${practicesNote(shown)} ${useNote(now, service, where, period)}
        <p><a href=${`${shown.definitions}#${service}_enabled`}>How this is counted</a></p>
      </div>
      ${england ? englandPicture(service, stagesOf(england)) : ''}
    </div>
  </div>`;
}

const englandPicture = (service: Service, england: Stages) => html`<div class="gap__england">
  ${thousand(england, null, 'england-sentence')}
  <p class="gap__england-sentence" id="england-sentence">
    ${thousandSentence(service, england, 'in England')}
  </p>
</div>`;

function stageItem(stage: keyof Stages, shown: StagesShown) {
  const { service, now, before, period, definitions, england } = shown;
  const figure = now[stage];
  const { does } = serviceWords[service];
  if (!figure || figure.marker === '[z]') return '';
  if (stage === 'offered' && shown.status !== undefined) return switchItem(shown, figure.value);
  if (figure.value === null) {
    return html`<li class="gap__stage gap__stage--none">
      <p class="gap__value">${dotOf(stage)}<span>not known</span></p>
      <p class="gap__words">how many ${words[stage](does).replace('of ', '')}</p>
      <p class="gap__of">Not reported for ${formatMonth(period)}</p>
    </li>`;
  }
  const oneIn = formatOneIn(figure.value);
  const counts = formatOf(figure.numerator ?? 0, figure.denominator ?? 0);
  const change = before
    ? changeWords(figure, before.parts[stage], before.period, measureOf(`${service}_${stage}`))
    : null;
  const against = england?.[stage]?.value ?? null;
  return html`<li class="gap__stage">
    <p class="gap__value">${dotOf(stage)}<span>${formatPercent(figure.value)}</span></p>
    <p class="gap__words">
      ${words[stage](does)}
      <a class="gap__term" href=${`${definitions}#${service}_${stage}`}>(${official[stage]})</a>
    </p>
    <p class="gap__of">${oneIn ? `${counts}, ${oneIn}` : counts}</p>
    ${
      figure.value > 100
        ? html`<p class="gap__of">More than are registered: it was published so.</p>`
        : ''
    }
    ${
      change || against !== null
        ? html`<p class="gap__of">
            ${change ? html`<span class="gap__change">${change}</span>` : ''}${
              change && against !== null ? '; ' : ''
            }${against === null ? '' : `England ${formatPercent(against)}`}
          </p>`
        : ''
    }
  </li>`;
}

/** Whether one practice has switched the service on, where an area has a share of its patients. */
function switchItem(shown: StagesShown, value: number | null) {
  const { service, before, status, definitions, england } = shown;
  const words = statuses.find(({ code }) => code === status)?.meaning ?? 'not reported';
  const was = before?.parts.offered?.value ?? null;
  const since = value === 100 && was === 0 ? `Not so in ${formatMonth(before!.period)}; ` : '';
  const against = england?.offered?.value ?? null;
  return html`<li class="gap__stage">
    <p class="gap__value gap__value--words">
      ${dotOf('offered')}<span>${capital(words)}</span>
    </p>
    <p class="gap__words">
      ${value === 100 ? 'so all its patients can be set up to' : 'whether its patients can be set up to'}
      ${serviceWords[service].does}
      <a class="gap__term" href=${`${definitions}#${service}_offered`}>(${official.offered})</a>
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

const outlined: Record<keyof Stages, string> = {
  offered: 'whose practice offers it',
  enabled: 'who were set up',
  accessed: 'who did so',
};

function outlineNote(now: Stages, then: Stages | null, period: string | undefined) {
  const moved = movedMost(now, then);
  const before =
    moved?.was && period
      ? ` The dashed line surrounds the ${formatCount(moved.was)} ${outlined[moved.stage]} in ${formatMonth(period)}.`
      : '';
  return html`<p class="gap__outline">Each dot is one patient in a thousand.${before}</p>`;
}

function practicesNote({ now, where }: StagesShown) {
  const practices = now.offered_practices;
  if (!practices || practices.practices <= 1 || practices.value === null) return '';
  const unknown = practices.practices - practices.reported;
  return html`<p>
    ${formatPercent(practices.value)} of practices ${where} offer it
    (${formatOf(practices.numerator ?? 0, practices.denominator ?? 0)}).
    ${unknown > 0 ? `For ${counted(unknown, 'practice')} it is not known.` : ''}
  </p>`;
}

function useNote(now: Parts, service: Service, where: string, period: string) {
  if (!now.use || now.use.marker === '[z]') return '';
  return html`<p>
    ${figureSentence(now.use, measureOf(`${service}_use`), where, period)}
    ${now.use.value === null ? '' : transactionsCaveat}
    ${
      now.use.value !== null && now.use.practices > 1 && now.use.reported < now.use.practices
        ? `Counted at ${practicesOf(now.use)}.`
        : ''
    }
  </p>`;
}
