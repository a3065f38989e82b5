import { gateChecks } from '../../../data/definitions/gate.ts';
import { formatCount } from '../../../data/definitions/numbers.ts';
import type { Outcome } from '../ingest.ts';

/** Doubts shown on the terminal; the JSON has all of them. */
const mostShown = 50;

/** The gate's doubts about a release, and what came of them, as lines; `asked` is the reason given with `--accept`. */
export function formatDoubts({ doubts, accepted }: Outcome, asked: string | null): string[] {
  if (doubts.length === 0) {
    return asked === null ? [] : ['There was nothing to accept: the reason is not recorded.', ''];
  }
  const more = doubts.length - mostShown;
  return [
    accepted === null
      ? 'Stopped at the gate:'
      : `Accepted at the gate, and recorded in the release (“${accepted}”):`,
    ...doubts
      .slice(0, mostShown)
      .map(({ kind, message }) => `  ${gateChecks[kind].title}: ${message}`),
    ...(more > 0 ? [`  ... and ${formatCount(more)} more: add --json to see them all`] : []),
    '',
  ];
}

/** What to do about a release that is held back. */
export const heldBack = ({ doubts, previous }: Outcome): string =>
  `${formatCount(doubts.length)} ${doubts.length === 1 ? 'doubt' : 'doubts'}. Nothing was released; ${previous ? `${previous} stays current` : 'there is no release yet'}. Where the files are right, add --accept "REASON": the release records it.`;
