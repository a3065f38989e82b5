import { describe, expect, it } from 'vitest';
import { fromColumns, toColumns } from '../../web/rowsAsColumns.ts';

const back = (value: unknown) => fromColumns(JSON.parse(JSON.stringify(toColumns(value))));
const rows = (row: (i: number) => unknown) => Array.from({ length: 20 }, (_, i) => row(i));

describe('data as columns', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['short lists', [{ a: 1 }, { a: 2 }]],
    ['like rows', rows((i) => ({ code: `P${i}`, level: 'practice', value: i / 3, marker: null }))],
    ['rows that differ', rows((i) => (i % 2 ? { a: i } : { a: i, b: 1 }))],
    [
      'rows within rows',
      rows((i) => ({ name: `P${i}`, parts: { enabled: { value: i, of: [i, 2] } } })),
    ],
    ['rows of which some lack a part', rows((i) => ({ part: i === 0 ? { a: 1 } : null }))],
    ['rows that begin with none', rows((i) => ({ part: i === 0 ? null : { a: i } }))],
    ['lists of lists', rows((i) => [i, [i]])],
    ['empty rows', rows(() => ({}))],
    ['rows deep down', { a: { b: rows((i) => ({ list: rows((j) => ({ i, j })) })) } }],
  ])('come back the same: %s', (_, value) => {
    expect(back(value)).toEqual(value);
  });

  it('keeps the order of names', () => {
    const [first] = back(rows((i) => ({ z: i, a: i }))) as object[];
    expect(Object.keys(first!)).toEqual(['z', 'a']);
  });

  it('leaves out the same values as JSON', () => {
    const value = rows((i) => ({ a: i, b: undefined }));
    expect(back(value)).toEqual(rows((i) => ({ a: i })));
  });

  it('takes a fraction of the space', () => {
    const value = rows((i) => ({ area_level: 'practice', area_code: `P${i}`, marker: null }));
    expect(JSON.stringify(toColumns(value)).length).toBeLessThan(JSON.stringify(value).length / 3);
  });
});
