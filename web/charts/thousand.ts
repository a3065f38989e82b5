import { html, svg, type TemplateResult } from 'lit';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount, perThousand } from '../../data/definitions/numbers.ts';
import { outOfThousand, type Stages } from '../../data/words/figure.ts';

const columns = 40;
const pitch = 10;

/**
 * Dots from one number up to but not including another, in reading order, as one path of points with round line ends.
 */
export function dots(from: number, to: number): string {
  let path = '';
  for (let i = from; i < to; i++) {
    const start = i === from || i % columns === 0;
    const x = (i % columns) * pitch + pitch / 2;
    const y = Math.floor(i / columns) * pitch + pitch / 2;
    path += start ? `M${x} ${y}h0` : `m${pitch} 0h0`;
  }
  return path;
}

/** The closed line around the first dots; empty for none. */
export function outline(count: number): string {
  if (count <= 0) return '';
  const width = columns * pitch;
  const full = Math.floor(count / columns) * pitch;
  const rest = (count % columns) * pitch;
  if (rest === 0) return `M0 0H${width}V${full}H0Z`;
  if (full === 0) return `M0 0H${rest}V${pitch}H0Z`;
  return `M0 0H${width}V${full}H${rest}V${full + pitch}H0Z`;
}

/** How many of the thousand dots each stage reaches, each at least as many as the next stage. */
export function reached(stages: Stages) {
  const accessed = perThousand(stages.accessed) ?? 0;
  const enabled = Math.max(accessed, perThousand(stages.enabled) ?? 0);
  const offered = Math.max(enabled, perThousand(stages.offered) ?? 0);
  return { accessed, enabled, offered };
}

/**
 * The number of dots set up in an earlier month, which the dashed line surrounds; null if it is unknown now or then.
 */
function setUpBefore(now: Stages, before: Stages | null): number | null {
  const then = before && perThousand(before.enabled);
  return then && now.enabled !== null ? then : null;
}

/**
 * A thousand patients as dots in one block: those who did, then those set up, then those who could, then the rest. A
 * dashed line surrounds as many as were set up in an earlier month. `labelledBy` is the id of the sentence that says
 * the same.
 */
export function thousand(now: Stages, before: Stages | null, labelledBy: string): TemplateResult {
  const { accessed, enabled, offered } = reached(now);
  const then = setUpBefore(now, before);
  return html`<svg class="thousand" viewBox="-1.5 -1.5 403 253" role="img" aria-labelledby=${labelledBy}>
    <path class="thousand__rest" d=${dots(offered, 1000)}></path>
    <path class="thousand__offered" d=${dots(enabled, offered)}></path>
    <path class="thousand__enabled" d=${dots(accessed, enabled)}></path>
    <path class="thousand__ring" d=${dots(0, accessed)}></path>
    <path class="thousand__accessed" d=${dots(0, accessed)}></path>
    ${then ? svg`<path class="thousand__before" d=${outline(then)}></path>` : ''}
  </svg>`;
}

/** A label of dots, with the height of its middle beside the picture, in percent from the top. */
export interface DotLabel {
  of: keyof Stages | 'before' | 'rest';
  at: number;
  text: string;
}

/** The least distance between labels, in percent of the height of the picture. */
const apart = 12;

/**
 * The labels of a picture's dots, from the top: "72 set up", "58 in April 2018" for the dashed line, "984 offered it".
 * Each is beside the middle of its own dots, moved down if two would touch.
 */
export function dotLabels(now: Stages, before: (Stages & { period: string }) | null): DotLabel[] {
  const { accessed, enabled, offered } = reached(now);
  const then = setUpBefore(now, before);
  const middle = (from: number, to: number) => (from + to) / 20;
  const labels: DotLabel[] = [];
  if (now.accessed !== null)
    labels.push({
      of: 'accessed',
      at: middle(0, accessed),
      text: `${outOfThousand(now.accessed)} used it`,
    });
  if (now.enabled !== null)
    labels.push({
      of: 'enabled',
      at: middle(accessed, enabled),
      text: `${outOfThousand(now.enabled)} set up`,
    });
  if (then && then !== perThousand(now.enabled))
    labels.push({
      of: 'before',
      at: then / 10,
      text: `${formatCount(then)} in ${formatMonth(before!.period)}`,
    });
  if (now.offered === 0)
    labels.push({ of: 'rest', at: middle(enabled, 1000), text: 'none offered it' });
  else if (now.offered !== null) {
    labels.push({
      of: 'offered',
      at: middle(enabled, offered),
      text: `${outOfThousand(now.offered)} offered it`,
    });
    if (offered < 1000)
      labels.push({
        of: 'rest',
        at: middle(offered, 1000),
        text: `${formatCount(1000 - offered)} not offered it`,
      });
  }
  return spaced(labels.sort((a, b) => a.at - b.at));
}

/** Labels moved as little as necessary to keep them separate and within the picture. */
function spaced(labels: DotLabel[]): DotLabel[] {
  const moved = labels.map((label) => ({ ...label }));
  const [low, high] = [apart / 3, 100 - apart / 3];
  moved.forEach((label, i) => {
    label.at = Math.max(label.at, i ? moved[i - 1]!.at + apart : low);
  });
  for (let i = moved.length - 1; i >= 0; i--)
    moved[i]!.at = Math.min(moved[i]!.at, i < moved.length - 1 ? moved[i + 1]!.at - apart : high);
  return moved.map((label) => ({ ...label, at: Math.round(label.at * 10) / 10 }));
}

/** One dot of the picture, for the words of its stage. */
export const dotOf = (stage: keyof Stages): TemplateResult => html`<svg
  class="thousand thousand--key" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
  ${stage === 'accessed' ? svg`<path class="thousand__ring" d="M5 5h0"></path>` : ''}
  <path class=${`thousand__${stage}`} d="M5 5h0"></path>
</svg>`;
