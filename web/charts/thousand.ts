import { html, svg, type TemplateResult } from 'lit';
import { perThousand } from '../../data/definitions/numbers.ts';
import type { Stages } from '../../data/words/figure.ts';

const columns = 40;
const pitch = 10;

/** Dots from one number to before another, read as text is read, as one path of points for round line ends. */
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

/** The line around the first so many dots, closed; empty for none. */
export function outline(count: number): string {
  if (count <= 0) return '';
  const width = columns * pitch;
  const full = Math.floor(count / columns) * pitch;
  const rest = (count % columns) * pitch;
  if (rest === 0) return `M0 0H${width}V${full}H0Z`;
  if (full === 0) return `M0 0H${rest}V${pitch}H0Z`;
  return `M0 0H${width}V${full}H${rest}V${full + pitch}H0Z`;
}

/** The stage whose share has moved furthest between two months, in dots of a thousand; null where none moved. */
export function movedMost(
  now: Stages,
  before: Stages | null,
): { stage: keyof Stages; was: number } | null {
  let most: { stage: keyof Stages; was: number; by: number } | null = null;
  for (const stage of ['offered', 'enabled', 'accessed'] as const) {
    const is = perThousand(now[stage]);
    const was = before && perThousand(before[stage]);
    if (is === null || was === null) continue;
    const by = Math.abs(is - was);
    if (by > (most?.by ?? 0)) most = { stage, was, by };
  }
  return most && { stage: most.stage, was: most.was };
}

/**
 * A thousand patients as dots in one block: those who did, then those set up, then those who could, then the
 * rest, with the month before as an outline. `labelledBy` is the id of the sentence that says the same.
 */
export function thousand(now: Stages, before: Stages | null, labelledBy: string): TemplateResult {
  const accessed = perThousand(now.accessed) ?? 0;
  const enabled = Math.max(accessed, perThousand(now.enabled) ?? 0);
  const offered = Math.max(enabled, perThousand(now.offered) ?? 0);
  const then = movedMost(now, before);
  return html`<svg class="thousand" viewBox="-1.5 -1.5 403 253" role="img" aria-labelledby=${labelledBy}>
    <path class="thousand__rest" d=${dots(offered, 1000)}></path>
    <path class="thousand__offered" d=${dots(enabled, offered)}></path>
    <path class="thousand__enabled" d=${dots(accessed, enabled)}></path>
    <path class="thousand__ring" d=${dots(0, accessed)}></path>
    <path class="thousand__accessed" d=${dots(0, accessed)}></path>
    ${then ? svg`<path class="thousand__before" d=${outline(then.was)}></path>` : ''}
  </svg>`;
}

/** One dot of the picture, for the words of its stage. */
export const dotOf = (stage: keyof Stages): TemplateResult => html`<svg
  class="thousand thousand--key" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
  ${stage === 'accessed' ? svg`<path class="thousand__ring" d="M5 5h0"></path>` : ''}
  <path class=${`thousand__${stage}`} d="M5 5h0"></path>
</svg>`;
