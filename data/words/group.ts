import { formatMonth } from '../definitions/months.ts';
import { formatCount } from '../definitions/numbers.ts';
import { counted, plural } from './english.ts';

/** What became of a pasted list of codes, as English. */
export function groupSentence(counts: {
  found: number;
  unknown: number;
  duplicate: number;
}): string {
  const { found, unknown, duplicate } = counts;
  const practices = found
    ? `${counted(found, 'practice')} ${plural(found, 'is', 'are')}`
    : 'No practice is';
  const said = [`${practices} in the group`];
  if (unknown) said.push(`${counted(unknown, 'code')} ${plural(unknown, 'is', 'are')} unknown`);
  if (duplicate) {
    said.push(`${counted(duplicate, 'code')} ${plural(duplicate, 'was', 'were')} listed twice`);
  }
  return `${said.join('; ')}.`;
}

/**
 * The name of a reader's group of practices; with how many of them the extract of a month contains, if not all:
 * "Custom group of 3 practices (2 in the extract)".
 */
export const groupName = (members: number, held = members): string =>
  `Custom group of ${counted(members, 'practice')}${held < members ? ` (${formatCount(held)} in the extract)` : ''}`;

/** That some of a group's practices are in no extract of a month, as a sentence; empty if all are in one. */
export function groupHeldSentence(
  { members, held }: { members: number; held: number },
  period: string,
): string {
  if (held >= members) return '';
  const month = formatMonth(period);
  if (members === 1) return `The one practice in the group is not in the extracts of ${month}.`;
  const those = held ? `Only ${formatCount(held)}` : 'None';
  return `${those} of the ${counted(members, 'practice')} in the group ${plural(held, 'is', 'are')} in the extracts of ${month}.`;
}
