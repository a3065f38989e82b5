import { describe, expect, it } from 'vitest';
import { addFound, formatProblem, type Problem } from '../../../scripts/ingest/problem.ts';

const found = (row: number, value: string, message = `not a whole number: ${value}`, rows = 1) => ({
  row,
  column: 'value',
  value,
  message,
  rows,
});

describe('problems', () => {
  it('are one per fault, column and file, with the first five rows and their number', () => {
    const problems: Problem[] = [];
    for (let row = 1; row <= 100; row++) addFound(problems, 'a.csv', [found(row, `x${row}`)]);
    addFound(problems, 'a.csv', [found(7, '-1', 'below zero: -1'), found(101, 'x101')]);
    addFound(problems, 'b.csv', [found(3, 'y')]);
    addFound(problems, 'a.csv', [{ ...found(4, 'z'), column: 'other' }]);
    expect(problems).toEqual([
      {
        file: 'a.csv',
        row: 1,
        column: 'value',
        value: 'x1',
        message: 'not a whole number: x1',
        more: {
          rows: 100,
          first: [2, 3, 4, 5].map((row) => ({ row, value: `x${row}` })),
        },
      },
      { file: 'a.csv', row: 7, column: 'value', value: '-1', message: 'below zero: -1' },
      { file: 'b.csv', row: 3, column: 'value', value: 'y', message: 'not a whole number: y' },
      { file: 'a.csv', row: 4, column: 'other', value: 'z', message: 'not a whole number: z' },
    ]);
  });

  it('include the rows counted by a query', () => {
    const problems: Problem[] = [];
    addFound(problems, 'a.csv', [found(1, 'x', undefined, 541_000), found(2, 'x'), found(3, 'y')]);
    expect(problems[0]!.more).toMatchObject({ rows: 541_001 });
    expect(formatProblem(problems[0]!)).toBe(
      'a.csv, rows 1, 2, 3 and 540,999 more, column value: not a whole number: x (then y)',
    );
  });

  it.each([
    [1, 'a.csv, row 1, column value: not a whole number: x'],
    [2, 'a.csv, rows 1 and 2, column value: not a whole number: x'],
    [5, 'a.csv, rows 1, 2, 3, 4 and 5, column value: not a whole number: x'],
    [6, 'a.csv, rows 1, 2, 3, 4, 5 and 1 more, column value: not a whole number: x'],
  ])('of %d rows read as one line', (rows, line) => {
    const problems: Problem[] = [];
    for (let row = 1; row <= rows; row++) addFound(problems, 'a.csv', [found(row, 'x')]);
    expect(problems.map(formatProblem)).toEqual([line]);
  });

  it('call a column without a name by its place', () => {
    const problem = { file: 'a.csv', row: 1, column: 'column 13', value: 'x', message: 'no: x' };
    expect(formatProblem(problem)).toBe('a.csv, row 1, column 13: no: x');
  });

  it('show hidden and control characters, and cut long values', () => {
    const problems: Problem[] = [];
    addFound(problems, 'a.csv', [found(1, `A\u200b\u202e\u001b[31m${'x'.repeat(200_000)}`)]);
    expect(problems[0]!.value).toMatch(/^A<U\+200B><U\+202E><U\+001B>\[31mx{171}…$/);
    expect(problems[0]!.message).toHaveLength(601);
  });
});
