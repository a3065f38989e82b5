import { type FilterId, filterIds } from '../../../data/definitions/filterIds.ts';
import { filterText } from '../../../data/definitions/practiceFilters.ts';
import { listedOr, uncapital } from '../../../data/words/english.ts';
import {
  attribution,
  citation,
  kindWords,
  licence,
  madeWords,
  monthsWords,
  subject,
} from '../../../data/words/source.ts';
import { columnTitle } from '../columnTitle.ts';
import type { About } from '../format.ts';
import { type Cell, wrappedRowXml } from './cell.ts';
import type { Sheet } from './workbook.ts';

/** The title of a workbook about one table. */
export const titleOf = ({ title }: About): string => `${subject}: ${title}`;

/** What was asked for, as a sentence. Of a list longer than `most` it gives only the number of values. */
export function askedWords({ asked }: About, most = Number.POSITIVE_INFINITY): string {
  const said = asked.map(([name, value]) => {
    const count = value.split(',').length;
    return count > most
      ? `${name}=${count} values, see the cover`
      : `${name}=${value}${explained(name, value)}`;
  });
  return `Asked for: ${said.length ? said.join('; ') : 'everything'}.`;
}

/** The meaning of a choice of practices in brackets; empty for what says it itself. */
function explained(name: string, value: string): string {
  if (!isFilter(name)) return '';
  const texts = value.split(',').map((one) => filterText(name, one));
  return texts.join() === value ? '' : ` (${listedOr(texts.map(uncapital))})`;
}

const isFilter = (name: string): name is FilterId =>
  (filterIds as readonly string[]).includes(name);

/** The first sheet: what this is, its release and kind, how to cite it, whom to ask, and what is on each sheet. */
export function coverSheet(
  about: About,
  others: readonly { name: string; holds: string }[],
): Sheet {
  const { meta, description, address, contact } = about;
  const lines: Cell[] = [
    { value: titleOf(about), style: 'title' },
    ...(meta.note ? [wrapped(meta.note)] : []),
    wrapped(plain(description)),
    wrapped(askedWords(about)),
    heading('Release'),
    wrapped(
      `Release ${meta.release}: ${kindWords(meta)} for ${monthsWords(meta)}, made on ${madeWords(meta)}. A release never changes.`,
    ),
    heading('Source and licence'),
    wrapped(attribution(meta)),
    ...(meta.kind === 'published' ? [licenceLink] : []),
    heading('How to cite'),
    wrapped(citation(meta)),
    ...(address ? [wrapped(`Taken from: ${address}`)] : []),
    heading('Contact'),
    wrapped(contact || 'Questions go to those who run the site that this was taken from.'),
    heading('Sheets of this workbook'),
  ];
  const links = others.map(({ name }, i) => ({ cell: `A${lines.length + 1 + i}`, to: name }));
  for (const { name, holds } of others) lines.push({ value: `${name}: ${holds}`, style: 'link' });
  return {
    name: 'Cover',
    widths,
    rows: () => lines.map((line, i) => wrappedRowXml(i + 1, [line], widths)),
    links,
    addresses: lines.flatMap((line, i) =>
      line === licenceLink ? [{ cell: `A${i + 1}`, address: licence.address }] : [],
    ),
  };
}

/** A description with quotation marks for backticks. What the API calls `meta` is the sheet of notes, with its names. */
export const plain = (text: string): string =>
  text
    .replace(/`meta\.(\w+)`/g, (_, name: string) => `“${columnTitle(name)}” in the sheet of notes`)
    .replace(/(^|\. )`meta`/g, '$1The sheet of notes')
    .replace(/`meta`/g, 'the sheet of notes')
    .replace(/`([^`]*)`/g, '“$1”');

const licenceLink: Cell = { value: `Terms of the ${licence.name}`, style: 'link' };

const widths = [100];

const wrapped = (value: string): Cell => ({ value, style: 'wrapped' });
const heading = (value: string): Cell => ({ value, style: 'heading' });
