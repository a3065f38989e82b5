import { layouts, missingTexts } from '../../data/definitions/extracts.ts';
import { statuses } from '../../data/definitions/statuses.ts';
import type { Month } from './calendar.ts';
import type { Practice } from './practices.ts';
import type { Status } from './rollout.ts';
import type { Row } from './uptake.ts';

const wide = layouts.find(({ id }) => id === 'wide-2015')!;
const missing = missingTexts.find((text) => text !== '')!;

/** The header line of the wide layout, as published. */
export const header = `${Object.keys(wide.columns).join(',')}\r\n`;

const texts = new Map<Status, string>(statuses.map(({ code, texts }) => [code, texts[0]]));

/** Values as the cells of a CSV row, quoted where necessary. */
export const cells = (values: readonly string[]): string =>
  values
    .map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(',');

/** Prints rows of a month in the wide layout. Rows refer to practices by their position. */
export function extractPrinter(
  practices: readonly Practice[],
): (rows: readonly Row[], month: Month) => string {
  const places = practices.map(({ code, group }) => {
    const { region, ...team } = group.team;
    return cells([region.code, region.name, team.code, team.name, group.code, group.name, code]);
  });
  const names = practices.map(({ name }) => cells([name]));
  return (rows, month) => {
    const period = `${month.start},${month.end},${month.period}`;
    let text = '';
    for (const { practice, registered, status, enabled, used } of rows) {
      const { supplier, renamed, moved } = practices[practice]!;
      const name =
        renamed && month.index >= renamed.month ? cells([renamed.name]) : names[practice];
      const known = moved && month.index >= moved.month ? moved.supplier : supplier;
      text += `${period},${places[practice]},${name},${status === 9 ? 'NK' : known},${registered},${texts.get(status)},${enabled ?? missing},${used ?? missing}\r\n`;
    }
    return text;
  };
}
