import { describe, expect, it } from 'vitest';
import { readableName } from '../../../data/definitions/names.ts';
import { asking } from '../../support/asking.ts';
import { due, shareDue } from '../../support/due.ts';
import { published } from '../../support/published.ts';
import { publishedYear } from '../../support/publishedYear.ts';
import { drawing } from '../../web/drawing.ts';
import { type Row, readAreaHeading, readHeading } from './reading.ts';

const last = '2019-03';
const measure = 'records_enabled';

/** The interval between tested practices, so that at least 500 of the month's are tested. */
const step = 13;
/** The number of days in which each of these pages is read. */
const days = 11;

/** A page's heading without the name of its place, with which it begins. */
function findingIn(html: string, name: string): string {
  const [, heading] = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)!;
  const text = heading!
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
    .trim();
  const begins = `${readableName(name).replace(/\s+/g, ' ')}: `;
  return text.startsWith(begins) ? text.slice(begins.length) : `not of ${begins}${text}`;
}

describe.skipIf(!published)('the headings of pages agree with the figures of March 2019', () => {
  it(`on every CCG (${shareDue(days)})`, async () => {
    const folder = await publishedYear();
    const [ask, { draw }] = [asking(folder), drawing(folder)];
    const query = `level=ccg&measure=${measure}&period=${last}&benchmark=england`;
    const { data } = await ask<Row[]>(`/comparisons?${query}`);
    const wrong: string[] = [];
    const read = due(data, days);
    for (const row of read) {
      const { html } = await draw(`/areas/${row.area_code}`);
      const said = findingIn(html, row.area_name);
      wrong.push(...readAreaHeading(said, row, row.against_value, row.word));
    }
    expect(data).toHaveLength(195);
    expect(read.length).toBeGreaterThan(15);
    expect(wrong.slice(0, 5)).toEqual([]);
  }, 900_000);

  it(`on 500 practices (${shareDue(days)})`, async () => {
    const folder = await publishedYear();
    const [ask, { draw }] = [asking(folder), drawing(folder)];
    const of = async (id: string) =>
      (await ask<Row[]>(`/figures?level=practice&period=${last}&measure=${id}`)).data;
    const [enabled, offered] = await Promise.all([of(measure), of('records_offered')]);
    const all = enabled.flatMap(({ value }) => value ?? []).sort((a, b) => a - b);
    const share = (count: number) => (count / (all.length - 1)) * 100;
    const some = enabled.flatMap((row, i) =>
      i % step === 0 ? [{ ...row, offered: offered[i]!.value } as Row] : [],
    );
    const wrong: string[] = [];
    const read = due(some, days);
    for (const [i, row] of read.entries()) {
      // The report has the same heading and needs fewer queries; now and then the page itself is read.
      const { html } = await draw(`/practices/${row.area_code}${i % 10 ? '/report' : ''}`);
      const said = findingIn(html, row.area_name);
      const below = all.findIndex((one) => one >= row.value);
      const above = all.length - 1 - all.findLastIndex((one) => one <= row.value);
      wrong.push(...readHeading(said, row, { below: share(below), above: share(above) }));
    }
    expect(some.length).toBeGreaterThanOrEqual(500);
    expect(read.length).toBeGreaterThan(40);
    expect(wrong.slice(0, 5)).toEqual([]);
  }, 900_000);
});
