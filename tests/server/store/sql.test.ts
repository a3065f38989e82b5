import { describe, expect, it } from 'vitest';
import { every, expression, ident, list, spellOut, sql } from '../../../server/store/sql.ts';

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
