import { describe, expect, inject, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { bareValue } from '../../../data/words/english.ts';
import { longestFinding } from '../../../data/words/findings.ts';
import { headingOf } from '../../../web/charts/heading.ts';
import type { ChartQuery } from '../../../web/charts/kind.ts';
import type { MonthsData } from '../../../web/charts/kinds/monthLines.ts';
import type { PlacesData } from '../../../web/charts/kinds/places.ts';
import type { SpreadData } from '../../../web/charts/kinds/spread.ts';
import { findKind } from '../../../web/charts/kinds.ts';
import type { ThousandData } from '../../../web/charts/thousandForms.ts';
import { charting } from '../../support/charts.ts';
import { due, shareDue } from '../../support/due.ts';
import { published } from '../../support/published.ts';
import { publishedYear } from '../../support/publishedYear.ts';

const measure = measureOf('records_enabled');
const text = (value: number) => bareValue(value, measure);

const hasValue = <One extends { value: number | null }>(one: One): one is One & { value: number } =>
  one.value !== null;

/**
 * What the title of a chart of months says that its figures do not: direction, both numbers, and the side of England.
 */
function wrongOfMonths({ lines, months }: MonthsData, title: string | null): string[] {
  const [main, ...others] = lines;
  const known = months.flatMap((month) => main!.months[month] ?? []).filter(hasValue);
  const values = known.map(({ value }) => value);
  if (!values.length) return title === null ? [] : [title];
  if (title === null) return ['no title'];
  const [first, last] = [values[0]!, values.at(-1)!];
  const wrong: string[] = [];
  const few = /: (\d+ patients?|none) in \w+ \d{4}, (\d+ patients?|none) in \w+ \d{4}$/.exec(title);
  if (few) {
    const counts = [known[0]!, known.at(-1)!].map(({ numerator }) => numerator);
    const said = few.slice(1).map((one) => Number.parseInt(one, 10) || 0);
    return said.join() === counts.join() && counts.every((count) => count! < 10) ? [] : [title];
  }
  const moved = /(rose|fell) from (\S+) to ([^ ,]+)/.exec(title);
  if (moved) {
    const [, way, from, to] = moved;
    if (way !== (last > first ? 'rose' : 'fell')) wrong.push(title);
    if (from !== text(first) || to !== text(last)) wrong.push(title);
  } else if (/ hardly changed/.test(title)) {
    const ends = / hardly changed: (\S+)% to ([^%]+)%/.exec(title)?.slice(1) ?? [];
    const isNear = [first, last].every((value, i) => {
      const places = ends[i]?.split('.')[1]?.length ?? 0;
      return Math.abs(Number(ends[i]) - value) <= 0.500001 * 10 ** -places;
    });
    if (!isNear || Math.abs(last - first) >= 0.1) wrong.push(title);
  } else if (!title.includes(text(last)) || first !== last) wrong.push(title);
  const beside = /(above|below) England’s (\S+)$/.exec(title);
  const at = months.findLast((month) => main!.months[month]?.value != null)!;
  const england = others.find(({ place }) => place.level === 'england')?.months[at]?.value;
  if (beside) {
    if (beside[1] !== (last > england! ? 'above' : 'below')) wrong.push(title);
    if (beside[2] !== text(england!)) wrong.push(title);
  } else if (england != null && text(england) !== text(last)) wrong.push(title);
  return wrong;
}

function wrongOfPractices({ rows, england }: PlacesData, title: string | null): string[] {
  const values = rows.flatMap(({ value }) => value ?? []);
  if (!values.length) return title === null ? [] : [title];
  if (values.length === 1) return title?.includes(text(values[0]!)) ? [] : [String(title)];
  const whole = england!.value!;
  const above = values.filter((value) => value > whole).length;
  const below = values.filter((value) => value < whole).length;
  const all = /^All ([\d,]+) practices are (above|below) England’s (\S+)$/.exec(title!);
  const some = /^(\d+) of (\d+) practices (?:is|are) above England’s (\S+), (\d+) below$/.exec(
    title!,
  );
  const right = all
    ? Number(all[1]) === values.length &&
      (all[2] === 'above' ? above : below) === values.length &&
      all[3] === text(whole)
    : some &&
      [Number(some[1]), Number(some[2]), Number(some[4])].join() ===
        [above, values.length, below].join() &&
      some[3] === text(whole);
  return right ? [] : [String(title)];
}

function wrongOfThousand({ figures }: ThousandData, title: string | null): string[] {
  const told = [...(title ?? '').matchAll(/(offered to|set up for|used by) (\S+?%)/gi)].map(
    ([, stage, share]) => `${stage!.toLowerCase()} ${share}`,
  );
  const held = (
    [
      ['offered', 'offered to'],
      ['enabled', 'set up for'],
      ['accessed', 'used by'],
    ] as const
  ).flatMap(([stage, words]) => {
    const value = figures[stage]?.value;
    return value == null ? [] : [`${words} ${text(value)}`];
  });
  return told.join() === held.join() ? [] : [String(title)];
}

function wrongOfSpread({ here, points, deciles }: SpreadData, title: string | null): string[] {
  if (!deciles) return title === null ? [] : [title];
  if (!here || here.percentile === null) return [];
  const others = points!.filter(({ code }) => code !== here.code);
  const below = others.filter(({ value }) => value < here.value).length;
  const [, said] = /above (.+? )(?:of the )?other practices$/.exec(title!) ?? [];
  const share = Math.floor((below / others.length) * 100 + 1e-9);
  const some =
    others.length < 100
      ? `${below} of ${others.length} `
      : `${share || 'fewer than 1'} in every 100 `;
  const right = below === 0 ? 'none ' : below === others.length ? 'all ' : some;
  return said === right && title!.includes(text(here.value))
    ? []
    : [`${title} (${below} of ${others.length})`];
}

const checks: Record<string, (data: never, title: string | null) => string[]> = {
  months: wrongOfMonths,
  places: wrongOfPractices,
  thousand: wrongOfThousand,
  spread: wrongOfSpread,
};

function findingsOf(folder: string) {
  const charts = charting(folder);
  const wrongOf = async (id: string, query: ChartQuery): Promise<string[]> => {
    const kind = findKind(id)!;
    const data = await charts.load(id, query);
    const title = kind.lacks(data)?.all ? null : kind.finding(data);
    const heading = headingOf(kind, data);
    return [
      ...checks[id]!(data as never, title),
      ...(title !== null && title.length > longestFinding ? [`too long: ${title}`] : []),
      ...(heading.title === (title ?? kind.title(data)) ? [] : [`not shown: ${title}`]),
      ...(/NaN|undefined|null/.test(`${heading.title} ${heading.subtitle}`) ? [heading.title] : []),
    ].map((text) => `${id} ${JSON.stringify(query)}: ${text}`);
  };
  return { charts, wrongOf };
}

/** How many practices of each release are read, and the number of days in which all titles are. */
const releases: [string, () => Promise<string>, number, number][] = [
  ['illustrative', async () => inject('illustrative'), 60, 1],
];
if (published) releases.push(['published', publishedYear, 500, 7]);

describe.each(releases)('titles of the %s release', (_, folderOf, count, days) => {
  it(`agree with the figures of every CCG (${shareDue(days)})`, async () => {
    const { charts, wrongOf } = findingsOf(await folderOf());
    const { data, meta } = await charts.ask('/areas', { level: 'ccg' });
    const codes = data
      .filter(({ last_period }) => last_period === meta.last_period)
      .map(({ area_code }) => area_code);
    const read = due(codes, days);
    expect(read.length).toBeGreaterThan(3);
    const wrong: string[] = [];
    for (const code of read) {
      wrong.push(...(await wrongOf('months', { measure: measure.id, area: code })));
      wrong.push(...(await wrongOf('places', { measure: measure.id, parent: code })));
      wrong.push(...(await wrongOf('thousand', { area: code })));
    }
    expect(wrong).toEqual([]);
  });

  it(`agree with the figures of practices (${shareDue(days)})`, async () => {
    const { charts, wrongOf } = findingsOf(await folderOf());
    const { data, meta } = await charts.ask('/areas', { level: 'practice' });
    const here = data.filter(
      ({ last_period, ccg_code }) => last_period === meta.last_period && ccg_code,
    );
    const step = Math.max(1, Math.floor(here.length / count));
    const some = due(here.filter((_row, i) => i % step === 0).slice(0, count), days);
    expect(some.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const { area_code: area, ccg_code } of some) {
      wrong.push(...(await wrongOf('months', { measure: measure.id, area })));
      wrong.push(...(await wrongOf('thousand', { area })));
      wrong.push(...(await wrongOf('spread', { measure: measure.id, parent: ccg_code!, area })));
    }
    expect(wrong).toEqual([]);
  });
});
