import { describe, expect, it } from 'vitest';
import {
  arrangedRows,
  boundedColumn,
  nextOrder,
  orderOf,
  ownTitles,
} from '../../../web/charts/arrangedTable.ts';
import type { ChartCell, ChartTable } from '../../../web/charts/kind.ts';

const row = (name: string, value: number | null, other: number | null): ChartCell[] => [
  { text: name, value: `C${name[0]}`, place: { level: 'ccg', code: `C${name[0]}` } },
  { text: value === null ? '[x]' : `${value}%`, value },
  { text: other === null ? '[z]' : `${other}`, value: other },
];
const table: ChartTable = {
  caption: 'CCGs',
  columns: [
    { title: 'CCG' },
    { title: 'Percent', numeric: true },
    { title: 'Deprived', numeric: true },
  ],
  rows: [
    row('Ash Hill', 5, 10),
    row('Birch', null, 40),
    row('Cedar Hill', 2, 30),
    row('Dogwood', 10, null),
  ],
};
const names = (query: Parameters<typeof arrangedRows>[1]) =>
  arrangedRows(table, query)
    .slice()
    .map(([first]) => first!.text);

describe('the rows of a table', () => {
  it('are limited by numbers as people write them', () => {
    const asked = { column: '3', least: ' 30 ', most: '1,000' };
    expect(names(asked)).toEqual(['Birch', 'Cedar Hill']);
    expect(names({ column: '3', most: '0,030' })).toEqual(['Ash Hill', 'Cedar Hill']);
    expect(names({ column: '3', least: 'many' })).toHaveLength(4);
  });

  it("are in the chart's order by default", () => {
    expect(names({})).toEqual(['Ash Hill', 'Birch', 'Cedar Hill', 'Dogwood']);
    expect(names({ sort: '9' })).toEqual(names({}));
    expect(names({ sort: 'enabled' })).toEqual(names({}));
  });

  it('are sorted by a column, those without a value last in either direction', () => {
    expect(names({ sort: '2' })).toEqual(['Cedar Hill', 'Ash Hill', 'Dogwood', 'Birch']);
    expect(names({ sort: '-2' })).toEqual(['Dogwood', 'Ash Hill', 'Cedar Hill', 'Birch']);
    expect(names({ sort: '-1' })).toEqual(['Dogwood', 'Cedar Hill', 'Birch', 'Ash Hill']);
  });

  it('are those with every word in name or code, and with a number within limits, both included', () => {
    expect(names({ filter: 'hill' })).toEqual(['Ash Hill', 'Cedar Hill']);
    expect(names({ filter: 'HILL ca' })).toEqual(['Ash Hill']);
    expect(names({ column: '3', least: '30' })).toEqual(['Birch', 'Cedar Hill']);
    expect(names({ column: '3', least: '10', most: '30' })).toEqual(['Ash Hill', 'Cedar Hill']);
    expect(names({ column: '2', most: '5', sort: '2' })).toEqual(['Cedar Hill', 'Ash Hill']);
    expect(names({ least: 'many' })).toEqual(names({}));
  });

  it('are limited by the first column with numbers unless another is named', () => {
    expect(boundedColumn({}, table)).toBe(1);
    expect(boundedColumn({ column: '3' }, table)).toBe(2);
    expect(boundedColumn({ column: '1' }, table)).toBe(1);
  });

  it('are sorted by a heading from the highest number or from A, then in reverse', () => {
    expect(nextOrder(null, 1, true)).toBe('-2');
    expect(nextOrder(null, 0, false)).toBe('1');
    expect(nextOrder(orderOf({ sort: '-2' }, table), 1, true)).toBe('2');
    expect(nextOrder(orderOf({ sort: '-2' }, table), 2, true)).toBe('-3');
  });
});

it('gives columns that continue the one before complete titles', () => {
  const columns = ['CCG', 'Limits at 95% from', 'to', 'Where it is'].map((title) => ({ title }));
  expect(ownTitles({ columns })).toEqual([
    'CCG',
    'Limits at 95% from',
    'Limits at 95% to',
    'Where it is',
  ]);
});
