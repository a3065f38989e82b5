import {
  attribution,
  citation,
  kindWords,
  licence,
  madeWords,
  monthsWords,
  subject,
} from '../../wordsOfSource.ts';
import type { About } from '../format.ts';
import { type Cell, wrappedRowXml } from './cell.ts';
import type { Sheet } from './workbook.ts';

/** The title of a workbook about one table. */
export const titleOf = ({ title }: About): string => `${subject}: ${title}`;

/** What was asked for, as a sentence. */
export const askedWords = ({ asked }: About): string =>
  asked.length
    ? `Asked for: ${asked.map(([name, value]) => `${name}=${value}`).join('; ')}.`
    : 'Asked for: everything.';

/** The first sheet: what this is, of which release and kind, how to cite it, whom to ask, what the sheets hold. */
export function coverSheet(
  about: About,
  others: readonly { name: string; holds: string }[],
): Sheet {
  const { meta, description, address, contact } = about;
  const lines: Cell[] = [
    { value: titleOf(about), style: 'title' },
    ...(meta.note ? [wrapped(meta.note)] : []),
    wrapped(description),
    wrapped(askedWords(about)),
    heading('Release'),
    wrapped(
      `Release ${meta.release}: ${kindWords(meta)} for ${monthsWords(meta)}, made on ${madeWords(meta)}. A release never changes.`,
    ),
    heading('Source and licence'),
    wrapped(attribution(meta)),
    ...(meta.kind === 'published' ? [wrapped(`Licence: ${licence.address}`)] : []),
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
  };
}

const widths = [100];

const wrapped = (value: string): Cell => ({ value, style: 'wrapped' });
const heading = (value: string): Cell => ({ value, style: 'heading' });
