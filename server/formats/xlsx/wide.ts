import { type Measure, measures } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { bareValue, capital } from '../../../data/words/english.ts';
import { kindWords } from '../../../data/words/source.ts';
import type { About } from '../format.ts';
import { type Cell, rowXml, textWidth, wrappedRowXml } from './cell.ts';
import { askedWords, titleOf } from './cover.ts';
import { lineHeight } from './styles.ts';
import type { Sheet } from './workbook.ts';

/** A figure of a place, as in tables of figures. */
interface FigureRow {
  period: string;
  area_code: string;
  area_name: string;
  measure: string;
  value: number | null;
  marker?: string | null;
  revised?: string | null;
  revised_from?: number | null;
}

const needed = ['period', 'area_code', 'area_name', 'measure', 'value'] as const;
const title = 'At_a_glance';
const widestName = 60;

/**
 * Figures laid out for reading: one row per place and one column per measure or, for a single measure, per month;
 * rounded as on the pages. Null for any other table, and if two rows would share a cell.
 */
export function wideSheet(about: About, rows: readonly object[]): Sheet | null {
  const names = about.columns.map(({ name }) => name);
  if (!rows.length || !needed.every((name) => names.includes(name))) return null;
  const laid = laidOut(rows as readonly FigureRow[]);
  return laid && sheetOf(about, laid);
}

interface Laid {
  headings: string[];
  rows: Cell[][];
}

function laidOut(figures: readonly FigureRow[]): Laid | null {
  const periods = [...new Set(figures.map(({ period }) => period))].sort();
  const known = measures.filter(({ id }) => figures.some(({ measure }) => measure === id));
  const [only] = known;
  if (!only) return null;
  const byMonth = known.length === 1 && periods.length > 1;
  const cells = new Map(figures.map((one) => [keyOf(one), one]));
  if (cells.size < figures.length) return null;
  const places = [...new Map(figures.map((one) => [one.area_code, one.area_name]))];
  const months = byMonth ? [periods[0]!] : periods;
  const columns: { heading: string; measure: Measure; period?: string }[] = byMonth
    ? periods.map((period) => ({ heading: formatMonth(period), measure: only, period }))
    : known.map((measure) => ({ heading: headingOf(measure), measure }));
  const isRevised = figures.some(({ revised }) => revised);
  const rows = places.flatMap(([area_code, name]) =>
    months.map((month): Cell[] => [
      { value: readableName(name), style: 'cell' },
      { value: area_code, style: 'cell' },
      ...(byMonth ? [] : [{ value: formatMonth(month), style: 'cell' } as const]),
      ...(isRevised
        ? [
            revisedCell(
              columns.map(({ heading, measure, period = month }) => ({
                heading,
                measure,
                figure: cells.get(keyOf({ period, area_code, measure: measure.id })),
              })),
            ),
          ]
        : []),
      ...columns.map(({ measure, period = month }) =>
        valueCell(cells.get(keyOf({ period, area_code, measure: measure.id })), measure),
      ),
    ]),
  );
  return {
    headings: [
      'Place',
      'Code',
      ...(byMonth ? [] : ['Month']),
      ...(isRevised ? ['Revised'] : []),
      ...columns.map(({ heading }) => heading),
    ],
    rows,
  };
}

const keyOf = ({ period, area_code, measure }: Omit<FigureRow, 'area_name' | 'value' | 'marker'>) =>
  `${period} ${area_code} ${measure}`;

const headingOf = ({ title, unit }: Measure): string => `${title} (${unit})`;

/** A value rounded as on the pages, as a number; its marker if there is none. */
function valueCell(figure: FigureRow | undefined, measure: Measure): Cell {
  if (figure?.value == null) return { value: figure?.marker ?? '[z]', style: 'marker' };
  const text = bareValue(figure.value, measure);
  const value = Number(text.replace(/[%,]/g, '').replace('−', '-'));
  return { value, style: /\.\d%?$/.test(text) ? 'tenth' : 'marker' };
}

/** Which figures of a row were revised, and from what, because a numeric cell has no room for a mark. */
function revisedCell(
  row: readonly { heading: string; measure: Measure; figure: FigureRow | undefined }[],
): Cell {
  const said = row.flatMap(({ heading, measure, figure }) => {
    if (!figure?.revised) return [];
    const from = figure.revised_from ?? null;
    return `${figure.revised} ${heading}: from ${from === null ? '[x]' : bareValue(from, measure)}`;
  });
  return { value: said.join('; ') || '[z]', style: 'cell' };
}

function sheetOf(about: About, { headings, rows }: Laid): Sheet {
  const above: Cell[] = [
    { value: `${titleOf(about)}, at a glance`, style: 'title' },
    ...(about.meta.note ? [{ value: about.meta.note, style: 'text' } as const] : []),
    {
      value: `${capital(kindWords(about.meta))}, release ${about.meta.release}, rounded as on the pages. ${askedWords(about, 10)}`,
      style: 'text',
    },
    { value: 'This sheet contains one table.', style: 'text' },
    { value: 'Notes: columns, measures and markers in square brackets', style: 'link' },
  ];
  const first = above.length + 1;
  const widths = headings.map((_, i) =>
    i === 0 || headings[i] === 'Revised'
      ? Math.min(widestName, Math.max(...rows.map((row) => textWidth(String(row[i]!.value)))) + 4)
      : 16,
  );
  return {
    name: title,
    widths,
    links: [{ cell: `A${above.length}`, to: 'Notes' }],
    *rows() {
      for (const [i, cell] of above.entries()) yield rowXml(i + 1, [cell], lineHeight(cell.style));
      const numbers = headings.length - rows[0]!.filter(({ style }) => style === 'cell').length;
      const cells = headings.map(
        (value, i): Cell => ({
          value,
          style: i < headings.length - numbers ? 'columnOfText' : 'columnOfNumbers',
        }),
      );
      yield wrappedRowXml(
        first,
        cells,
        widths.map((width) => width - 3),
      );
      for (const [i, row] of rows.entries()) yield rowXml(first + 1 + i, row);
    },
    table: () => ({ headings, first, last: first + rows.length }),
  };
}
