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
    said.push(`${counted(duplicate, 'code')} ${plural(duplicate, 'was', 'were')} there before`);
  }
  return `${said.join('; ')}.`;
}
