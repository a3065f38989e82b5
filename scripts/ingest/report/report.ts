import { findingKinds } from '../../../data/definitions/findings.ts';
import { measures } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { formatCount, formatPercent } from '../../../data/definitions/numbers.ts';
import { referenceOf } from '../../../data/definitions/references.ts';
import { capital, counted, listed } from '../../../data/words/english.ts';
import type { Outcome } from '../ingest.ts';
import { formatProblem } from '../problem.ts';
import { formatContinuity, formatCoverage, shownValue } from './reportAgainst.ts';
import { formatDoubts, heldBack } from './reportDoubts.ts';
import type { Placement, ReferenceSummary, Summary, Unmatched } from './summarise.ts';

/** Problems shown on the terminal; the JSON has all of them. */
const mostShown = 200;

/**
 * The report of an ingest as lines of text: what was read, changed, unusual, doubted and made. `accept` is the reason
 * given for releasing in spite of doubts, null if there is none.
 */
export function formatReport(outcome: Outcome, accept: string | null = null): string[] {
  const { summary, previous } = outcome;
  if (!summary) return formatProblems(outcome);
  return [
    ...summary.files.map(
      ({ name, rows, layout, service }) =>
        `${name}: ${counted(rows, 'row')}, layout ${layout}${service ? `, ${service}` : ''}`,
    ),
    ...summary.unread.map((name) => `${name}: not read, as it is neither .csv nor .geojson`),
    ...summary.references.flatMap(formatReference),
    ...summary.unmatched.flatMap(formatUnmatched),
    ...(summary.periods.length ? [formatMonths(summary)] : []),
    ...(summary.placement ? [formatPlacement(summary.placement, summary.lastPeriod)] : []),
    '',
    ...formatNational(summary),
    '',
    ...formatCoverage(summary.coverage),
    '',
    ...(summary.continuity ? [...formatContinuity(summary.continuity, previous!), ''] : []),
    ...formatFindings(summary),
    '',
    ...formatDoubts(outcome, accept),
    formatResult(outcome),
  ];
}

function formatResult(outcome: Outcome): string {
  const { doubts, accepted, release, waits, previous } = outcome;
  if (release && waits) return `Release ${release} is made, as a draft. ${waits}`;
  if (release) {
    return `Release ${release} is made and current${previous ? ` (before: ${previous})` : ''}.`;
  }
  if (doubts.length > 0 && accepted === null) return heldBack(outcome);
  return 'Checked: no problems. Nothing was released.';
}

const formatReference = ({ name, id, rows, date, notes }: ReferenceSummary): string[] => [
  `${name}: ${counted(rows, 'row')}, ${referenceOf(id).title}${date ? ` of ${date}` : ''}`,
  ...notes.map((note) => `  ${note}`),
];

/** "Boundaries of regions have no shape for 1 area of the practice lookup: East of England (Y61)." */
function formatUnmatched({ level, areas, shapes }: Unmatched): string[] {
  const title = capital(referenceOf(`boundary-${level}`).title);
  return [
    ...(areas.length
      ? [
          `${title} have no shape for ${counted(areas.length, 'area')} of the practice lookup, which maps cannot draw: ${listed(areas)}.`,
        ]
      : []),
    ...(shapes.length
      ? [
          `${title} have ${counted(shapes.length, 'shape')} for no area of the practice lookup: ${listed(shapes)}.`,
        ]
      : []),
  ];
}

const formatMonths = ({ practices, periods }: Summary): string =>
  `${counted(practices, 'practice')} in ${counted(periods.length, 'month')}: ${periods.map(formatMonth).join(', ')}.`;

function formatPlacement(
  { practices, placed, registered, registeredPlaced }: Placement,
  period: string,
): string {
  const share = registered
    ? ` with ${formatPercent((registeredPlaced / registered) * 100)} of its patients`
    : '';
  return `The practice lookup places ${formatCount(placed)} of ${formatCount(practices)} practices of ${formatMonth(period)}${share}.`;
}

function formatProblems({ problems, previous }: Outcome): string[] {
  const more = problems.length - mostShown;
  return [
    ...problems.slice(0, mostShown).map(formatProblem),
    ...(more > 0 ? [`... and ${formatCount(more)} more: add --json to see them all`] : []),
    '',
    `${counted(problems.length, 'problem')}. Nothing was released; ${previous ? `${previous} stays current` : 'there is no release yet'}.`,
  ];
}

function formatFindings({ findings }: Summary): string[] {
  if (findings.length === 0) return ['No findings.'];
  return [
    'Findings (unusual, but published so):',
    ...findings.map(
      ({ kind, count }) => `  ${formatCount(count).padStart(7)}  ${findingKinds[kind].title}`,
    ),
  ];
}

/** England's figures: of the last month in both releases, before and after, and of the new last month. */
function formatNational({ national, firstPeriod, lastPeriod }: Summary): string[] {
  const months = [...new Set([firstPeriod, lastPeriod])].map(formatMonth).join(' to ');
  const lines = [`England (the release has ${months}):`];
  for (const measure of measures) {
    const before = national.before.filter((figure) => figure.measure === measure.id);
    const after = national.after.filter((figure) => figure.measure === measure.id);
    const last = after.at(-1);
    if (!last) continue;
    const told = [`${shownValue(measure, last)} in ${formatMonth(last.period)}`];
    const common = before.findLast(({ period }) =>
      after.some((figure) => figure.period === period),
    );
    if (common) {
      const now = after.find(({ period }) => period === common.period)!;
      told.unshift(
        `${formatMonth(common.period)} ${shownValue(measure, common)} → ${shownValue(measure, now)}`,
      );
    }
    if (common?.period === last.period) told.pop();
    lines.push(`  ${measure.id.padEnd(32)} ${told.join(', ')}`);
  }
  return lines;
}
