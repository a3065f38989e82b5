import type { Ask } from '../../web/ask.ts';
import { arrangedRows, ownTitles } from '../../web/charts/arrangedTable.ts';
import { headingOf, headingText } from '../../web/charts/heading.ts';
import type { ChartCell, ChartTable } from '../../web/charts/kind.ts';
import { arrangedBy, shownExtensions, shownHref } from '../../web/charts/shownFiles.ts';
import { keptQuery } from '../../web/charts/taking.ts';
import type { Query } from '../../web/page.ts';
import { csv } from '../formats/csv.ts';
import type { Format } from '../formats/format.ts';
import { parquet } from '../formats/parquet.ts';
import { xlsx } from '../formats/xlsx.ts';
import { type Column, whole } from '../table.ts';
import { kindOf, loaded, type SentChart } from './images.ts';

const formats: Record<(typeof shownExtensions)[number], Format> = { csv, xlsx, parquet };

/** Parses a file name such as `places.xlsx` as the table of a chart; null if it is something else. */
export function tableFile(file: string): { id: string; format: Format } | null {
  const [, id, extension] = /^([\w-]+)\.(\w+)$/.exec(file) ?? [];
  const found = shownExtensions.find((one) => one === extension);
  return id && found ? { id, format: formats[found] } : null;
}

/** Where files are sent from. */
interface Site {
  origin: string;
  prefix: string;
  contact: string;
}

/**
 * A chart's table exactly as a page shows it, with the sorting and filters of an address: one row per place and one
 * column per shown column, with the code beside the name and numbers at full precision.
 */
export async function shownTable(
  { id, format }: { id: string; format: Format },
  search: URLSearchParams,
  ask: Ask,
  site: Site,
): Promise<SentChart> {
  const kind = kindOf(id);
  const asked = new URLSearchParams(search);
  const arranging: Query = {};
  for (const name of arrangedBy) {
    const value = asked.get(name)?.trim();
    if (value) arranging[name] = value;
    asked.delete(name);
  }
  const data = await loaded(kind, ask, asked);
  const table = kind.table(data);
  const columns = columnsOf(table);
  const rows = arrangedRows(table, arranging)
    .slice()
    .map((row) => rowOf(row, columns));
  const heading = headingOf(kind, data);
  const extension = format.extension as (typeof shownExtensions)[number];
  const query = { ...keptQuery(data), ...arranging };
  const pieces = format.write(whole(rows), {
    name: kind.id,
    title: heading.title,
    description: `${headingText(heading)}. ${kind.sentence(data)}`,
    columns,
    said: [],
    meta: data.meta,
    asked: [...search].filter(([name]) => name !== 'release'),
    address: `${site.origin}${shownHref(site, kind, query, extension)}`,
    contact: site.contact,
  });
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  return { type: format.type, body: Buffer.concat(parts) };
}

/** A title as a column name: "95% confidence interval (Wilson) from" becomes `95_confidence_interval_wilson_from`. */
const named = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** The columns of a file. The first becomes two: the name, and the code of what it names. */
function columnsOf(table: ChartTable): Column[] {
  const titles = ownTitles(table);
  const names = titles.map(named);
  const [first, ...others] = table.columns.map(
    ({ numeric }, i): Column => ({
      // Two lines of a chart can have the same name.
      name: names.indexOf(names[i]!) < i ? `${names[i]}_${i + 1}` : names[i]!,
      type: numeric ? 'number' : 'string',
      description: titles[i]!,
      nullable: true,
    }),
  );
  return [
    first!,
    { name: 'code', type: 'string', description: `Code: ${titles[0]}`, nullable: true },
    ...others,
  ];
}

function rowOf([place, ...cells]: ChartCell[], columns: readonly Column[]): object {
  const values = [
    place!.text,
    place!.value,
    ...cells.map(({ value, text }, i) =>
      columns[i + 2]!.type === 'number' || value === null ? value : text,
    ),
  ];
  return Object.fromEntries(columns.map(({ name }, i) => [name, values[i]]));
}
