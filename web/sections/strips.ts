import { html, svg, type TemplateResult } from 'lit';
import { isFormedLater } from '../../data/definitions/levels.ts';
import { measureOf, serviceWords } from '../../data/definitions/measures.ts';
import { fixed, formatOf, formatPercent } from '../../data/definitions/numbers.ts';
import { capital, listed } from '../../data/words/english.ts';
import { aboveAll, isAboveAll, isFew } from '../../data/words/figure.ts';
import { placeAmong } from '../../data/words/verdict.ts';
import { besideOf, type Standings } from '../questions/standing.ts';
import type { Strip } from '../questions/strips.ts';
import { type ServiceStatus, statusWords } from './status.ts';

export interface StripsShown {
  period: string;
  strips: readonly Strip[];
  standings: Standings;
  /** Whether each service is switched on. */
  statuses: readonly ServiceStatus[];
  /** Name of its CCG; null if it has none. */
  ccg: string | null;
}

/** A practice's three services: its position among the practices of its CCG and of England, as a strip for each. */
export const stripsView = (shown: StripsShown): TemplateResult => html`<div class="strips">
  ${shown.strips.map((strip) => stripOf(strip, shown))}
  <p class="small">
    Blue: this practice.${shown.ccg ? ` Rings: the other practices of ${shown.ccg}.` : ''} Grey bands: practices in
    England. Two in ten are in the darkest, six in ten within the middle one, eight in ten within all three.
  </p>
</div>`;

function stripOf(strip: Strip, { period, standings, statuses }: StripsShown): TemplateResult {
  const { service, own, others, deciles, england } = strip;
  const figure = standings[`${service}_enabled`]?.figure;
  const status = statuses.find((one) => one.service === service)?.status ?? null;
  const most =
    Math.max(own ?? 0, ...others, deciles?.p90 ?? 0, england ?? 0, strip.ccg ?? 0) * 1.04 || 1;
  const at = (value: number) => `${fixed((Math.max(0, value) / most) * 100, 2)}%`;
  const band = (from: number, to: number, step: number) =>
    svg`<rect class=${`strips__band strips__band--${step}`} x=${at(from)} width=${`${fixed(((to - from) / most) * 100, 2)}%`} y="18" height="30"></rect>`;
  const level = (value: number | null, name: string, y: number, kind: string) =>
    value === null
      ? ''
      : svg`<line class=${`strips__level strips__level--${kind}`} x1=${at(value)} x2=${at(value)} y1="14" y2="52"></line>
          <text class="strips__name" x=${at(value)} y=${y} text-anchor=${value > most / 2 ? 'end' : 'start'}>${name} ${formatPercent(value)}</text>`;
  return html`<div class="strips__one">
    <h3 class="strips__title">
      ${serviceWords[service].name}: <span class="table__status">${statusWords(status)}</span>
    </h3>
    <p class="strips__words">${stripWords(strip, period, figure, standings)}</p>
    <svg class="strips__picture" aria-hidden="true" focusable="false">
      ${deciles ? [band(deciles.p10, deciles.p90, 1), band(deciles.p20, deciles.p80, 2), band(deciles.p40, deciles.p60, 3)] : ''}
      ${level(england, 'England', 11, 'england')} ${level(strip.ccg, 'CCG', 66, 'ccg')}
      ${others.map((value) => svg`<circle class="strips__other" cx=${at(value)} cy="33" r="4"></circle>`)}
      ${own === null ? '' : svg`<circle class="strips__own" cx=${at(own)} cy="33" r="8"></circle>`}
    </svg>
  </div>`;
}

/** "12 of 4,095 patients set up (0.29%). 22nd of 31 in NHS Bolton CCG and 4th of 6 in Farnworth PCN." */
function stripWords(
  { service, own }: Strip,
  period: string,
  figure: Standings[string]['figure'] | undefined,
  standings: Standings,
): string {
  if (own === null || figure?.numerator == null || figure.denominator == null)
    return 'How many patients are set up was not reported.';
  const places = (['ccg', 'pcn'] as const).flatMap((level) => {
    const rank = besideOf(standings[`${service}_enabled`], level)?.rank;
    return rank && rank.places > 1
      ? [
          `${placeAmong(rank)} in its ${isFormedLater(level, period) ? 'later ' : ''}${level === 'ccg' ? 'CCG' : 'network'}`,
        ]
      : [];
  });
  const rank = places.length ? ` ${capital(listed(places))}.` : '';
  const measure = measureOf(`${service}_enabled`);
  const share = isFew(figure, measure) ? '' : ` (${formatPercent(own)})`;
  const above = isAboveAll(figure, measure) ? `: ${aboveAll}` : '';
  return `${formatOf(figure.numerator, figure.denominator)} patients set up${share}${above}.${rank}`;
}
