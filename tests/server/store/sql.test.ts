import { describe, expect, it } from 'vitest';
import {
  every,
  expression,
  ident,
  list,
  spellOut,
  sql,
  writePlainValues,
} from '../../../server/store/sql.ts';

const hostile = `'; drop table practice_month; --`;

describe('sql', () => {
  it('binds values and never splices them', () => {
    const query = sql`select * from t where a = ${hostile} and b in (${list([1, 2])})`;
    expect(query.text).toBe('select * from t where a = ? and b in (?, ?)');
    expect(query.values).toEqual([hostile, 1, 2]);
  });

  it('nests pieces in the order they are written', () => {
    const inner = sql`x between ${1} and ${2}`;
    const query = sql`select ${ident('x')} where ${every([inner, sql`y = ${3}`])} limit ${4}`;
    expect(query.text).toBe('select x where x between ? and ? and y = ? limit ?');
    expect(query.values).toEqual([1, 2, 3, 4]);
  });

  it('is true without conditions', () => {
    expect(every([]).text).toBe('true');
  });

  it.each([hostile, 'a b', 'A', '1a', '', 'a.b'])('rejects names such as %j', (name) => {
    expect(() => ident(name)).toThrow(`not a column name: ${name}`);
  });
});

describe('writePlainValues', () => {
  it.each([
    ['a code', 'B82007', `'B82007'`],
    ['a month', '2018-09', `'2018-09'`],
    ['several words', 'Pat_Appts_Use v1.2', `'Pat_Appts_Use v1.2'`],
    ['nothing', '', `''`],
    ['a whole number', 122_880, '122880'],
    ['one of more than 32 bits', 4_000_000_000, '4000000000'],
    ['null', null, 'null'],
    ['false', false, 'false'],
  ])('writes out %s', (_, value, written) => {
    const { text, values } = writePlainValues(sql`select ${value}`);
    expect(text).toBe(`select ${written}`);
    expect(values).toEqual([]);
  });

  it.each([
    hostile,
    `O'Hara`,
    'a\\',
    'a;b',
    'a"b',
    'a?b',
    'a\nb',
    'a\u0000b',
    'São',
    'a\u2019b',
    '20%',
    'a/*b',
    -1,
    1.5,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('leaves %j bound', (value) => {
    const query = writePlainValues(sql`select ${1} + ${value} where ${'x'} = ${hostile}`);
    expect(query.text).toBe(`select 1 + ? where 'x' = ?`);
    expect(query.values).toEqual([value, hostile]);
  });

  it('takes no question mark within a text for a value', () => {
    const query = sql`select 'who''s? ', ${expression(`'?'`)}, ${'A'}, ${'?'}, '?'`;
    const { text, values } = writePlainValues(query);
    expect(text).toBe(`select 'who''s? ', '?', 'A', ?, '?'`);
    expect(values).toEqual(['?']);
  });
});

describe('spellOut', () => {
  it('writes values out as SQL literals, quotes doubled', () => {
    expect(spellOut(sql`select ${`O'Hara`}, ${2}, ${null}, ${true}`)).toBe(
      `select 'O''Hara', 2, null, true`,
    );
  });

  it('keeps declared expressions as they are', () => {
    expect(spellOut(sql`select ${expression('a + 1')}`)).toBe('select a + 1');
  });
});
