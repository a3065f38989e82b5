import { beforeAll, describe, expect, it } from 'vitest';
import { measureOf, services } from '../../../data/definitions/measures.ts';
import { type ChangeReading, changeSentence } from '../../../data/words/change.ts';
import { changeParts } from '../../../data/words/changeParts.ts';
import { atPlace } from '../../../data/words/english.ts';
import { placeFinding } from '../../../data/words/headlines.ts';
import { xmrSaid } from '../../../server/api/endpoints/xmr.ts';
import { standing } from '../../../server/api/peerStanding.ts';
import { drawnFrom } from '../../../server/api/xmrOf.ts';
import { peerGroups } from '../../../server/figures/peerGroups.ts';
import { supplierChanges } from '../../../server/figures/supplierChanges.ts';
import { askDirectly } from '../../../server/pages/askDirectly.ts';
import { renderPage } from '../../../server/pages/pages.ts';
import type { FigureRow } from '../../../server/store/queries/figures.ts';
import type { SupplierChangeRow } from '../../../server/store/queries/supplierChanges.ts';
import type { Releases } from '../../../server/store/releases.ts';
import { type Asking, asking } from '../../support/asking.ts';
import { cutShort } from '../../support/cutShort.ts';
import { due, shareDue } from '../../support/due.ts';
import { published } from '../../support/published.ts';
import { publishedYear } from '../../support/publishedYear.ts';
import { releasesIn } from '../../support/sharedReleases.ts';
import { funnelOf, processLimits, quantileOf, signalsOf, wilson } from '../recomputed/methods.ts';
import { meaningOf, verdictOn } from '../recomputed/verdicts.ts';
import {
  areFew,
  inPeople,
  type Row,
  readAreaHeading,
  readChange,
  readComparison,
  readFinding,
  readHeading,
  readMove,
  readOddity,
  readParts,
  readPeers,
  readSentence,
  readTarget,
  readUsual,
} from './reading.ts';

const months = Array.from({ length: 12 }, (_, i) =>
  i < 9 ? `2018-${String(i + 4).padStart(2, '0')}` : `2019-0${i - 8}`,
);
const last = '2019-03';
const toldOfPractices =
  'records_offered,records_enabled,records_use,prescriptions_offered_practices,any_enabled,any_new';
const nothing = Object.fromEntries(changeParts.map((part) => [part, 0]));

/** How many days it takes to read the sentences about all places. */
const days = 11;

const title = `no sentence about the published year contradicts its numbers (${shareDue(days)})`;

describe.skipIf(!published)(title, () => {
  let ask: Asking;
  let releases: Releases;
  beforeAll(async () => {
    const folder = await publishedYear();
    ask = asking(folder);
    releases = releasesIn(folder);
  });
  const rowsOf = async (address: string) => (await ask<Row[]>(address)).data;

  /** The same rows of two tables side by side. */
  async function beside(query: string): Promise<Row[]> {
    const [figures, said] = [
      await rowsOf(`/figures?${query}`),
      await rowsOf(`/sentences?${query}`),
    ];
    return figures.map((row, i) => ({ ...row, sentence: said[i]!.sentence }));
  }

  it.each([
    ['practices', `level=practice&period=2019-03&measure=${toldOfPractices}`, 40_000],
    ['CCGs and regions', 'level=ccg,region,subregion&from=2019-01&to=2019-03', 9000],
  ])('sentences of %s', async (_, query, least) => {
    const rows = await beside(query);
    expect(rows.length).toBeGreaterThan(least);
    const wrong = due(rows, days).flatMap((row) => readSentence(row.sentence, row));
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it.each(
    due(
      [
        ['records_enabled', '&benchmark=england,ccg,pcn,peers'],
        ['any_enabled', '&benchmark=peers'],
      ] as const,
      2,
    ),
  )('verdicts on practices, of %s', async (measure, some) => {
    const query = `level=practice&measure=${measure}&period=${last}${some}`;
    const rows = await rowsOf(`/comparisons?${query}`);
    expect(rows.length).toBeGreaterThan(6500);
    expect(wrongly(rows, await areasOf(measure), await likeThem(measure))).toEqual([]);
  });

  it('verdicts on areas', async () => {
    const rows = await rowsOf(`/comparisons?level=ccg,region,subregion&period=${last}`);
    expect(rows.length).toBeGreaterThan(9000);
    const measures = [...new Set(rows.map(({ measure }) => measure as string))];
    const wrong: string[] = [];
    for (const measure of measures) {
      const of = rows.filter((row) => row.measure === measure);
      wrong.push(...wrongly(of, await areasOf(measure)));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it.each(due(['records_use', 'records_offered'], 2))('%s of practices', async (measure) => {
    const query = `level=practice&measure=${measure}&period=${last}&benchmark=england,ccg`;
    const rows = await rowsOf(`/comparisons?${query}`);
    expect(rows.length).toBeGreaterThan(12_000);
    expect(wrongly(rows, await areasOf(measure))).toEqual([]);
  });

  it.each(due(['records_enabled', 'records_use', 'prescriptions_offered'], 3))(
    'practices among their peers, of %s',
    async (id) => {
      const release = await releases.get();
      const groups = await peerGroups(release, last);
      const rows = await rowsOf(`/figures?level=practice&measure=${id}&period=${last}`);
      const values = new Map(rows.map(({ area_code, value }) => [area_code, value]));
      const wrong = due(rows, days).flatMap((row) => {
        const { peers, inputs } = groups.of(row.area_code);
        const known = peers.flatMap(({ code }) => values.get(code) ?? []);
        const said = standing(
          row as FigureRow,
          peers.map(({ code }) => values.get(code) ?? null),
          inputs,
          null,
        );
        const { word, why } = verdictOn(row as never, said.median, { middle: middleOf(known) });
        const own = { ...row, word: said.word };
        const judged =
          said.word === word && (why ? said.reason?.startsWith(why) : said.reason === null);
        return [
          ...(judged
            ? []
            : [`${row.area_code}: ${said.word} (${said.reason}), not ${word} (${why})`]),
          ...readPeers(said.sentence, own, known, peers.length),
        ];
      });
      expect(rows.length).toBeGreaterThan(6800);
      expect(wrong.slice(0, 5)).toEqual([]);
    },
  );

  describe.each(due(['records_use', 'records_enabled'], 2))('%s by month', (id) => {
    const measure = measureOf(id);
    let series: [string, Row[]][];
    let moved: SupplierChangeRow[];
    beforeAll(async () => {
      const rows = await rowsOf(`/figures?level=practice&measure=${id}&from=2018-04&to=${last}`);
      series = [...grouped(rows, ({ area_code }) => area_code)];
      moved = await supplierChanges(await releases.get());
    });

    it('changes of practices', () => {
      const wrong: string[] = [];
      for (const [, rows] of due(series, days)) {
        const known = rows.filter(({ value }) => value !== null);
        const after = known.at(-1);
        for (const before of after
          ? [known[0]!, known.at(-2)!].filter((one) => one && one !== after)
          : []) {
          const reading = {
            ...{ measure, where: atPlace('practice', after!.area_name), alone: true },
            ...{ from: before.period, to: after!.period, before, after, parts: nothing },
          };
          const said = changeSentence(reading as ChangeReading);
          const read = readChange(said, before, after!);
          if (!(inPeople(before) && inPeople(after!))) readOddity(read, after!);
          wrong.push(...read.wrong());
        }
      }
      expect(series.length).toBeGreaterThan(7000);
      expect(wrong.slice(0, 5)).toEqual([]);
    });

    it('what is usual of practices', () => {
      const wrong = due(series, days).flatMap(([code, rows]) => {
        const own = moved.filter((one) => one.practice_code === code);
        const asked = {
          measure,
          periods: months,
          view: 'changes',
          restarts: ['suggested'],
        } as const;
        const drawn = drawnFrom(asked, rows as FigureRow[], own);
        const said = xmrSaid(drawn, atPlace('practice', rows.at(-1)!.area_name), 'changes');
        const byMonth = months.map((one) => rows.find(({ period }) => period === one));
        return usually(said, byMonth, drawn.restarts, own);
      });
      expect(wrong.slice(0, 5)).toEqual([]);
    });
  });

  it('changes of areas and their parts', async () => {
    const query = `level=ccg,region&measure=records_enabled`;
    const [before, after] = [
      await rowsOf(`/figures?${query}&period=2018-04`),
      await rowsOf(`/figures?${query}&period=${last}`),
    ];
    const wrong: string[] = [];
    for (const row of due(after, days)) {
      const asked = `area=${row.area_code}&measure=records_enabled&from=2018-04&to=${last}`;
      const { data, meta } = await ask(`/changes?${asked}`);
      const former = before.find(({ area_code }) => area_code === row.area_code)!;
      const reading = readChange(meta.sentence, former, row);
      const parts = data.filter(({ part }: Row) => part !== 'total');
      if (!areFew(former, row)) readParts(reading, parts, row.value - former.value);
      wrong.push(...reading.wrong());
    }
    expect(after.length).toBe(200);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('practices that changed supplier', async () => {
    const rows = [
      ...(await rowsOf('/events/supplier/practices?measure=any_enabled')),
      ...(await rowsOf('/events/supplier/practices?measure=records_enabled')),
    ];
    expect(rows.length).toBe(278);
    expect(rows.flatMap(readMove).slice(0, 5)).toEqual([]);
  });

  it('findings with numbers', async () => {
    const kinds = [
      'fell_to_none',
      'more_enabled_than_registered',
      'system_changed',
      'unusual_move',
    ];
    const rows = (await rowsOf('/findings')).filter(({ kind }) => kinds.includes(kind));
    expect(rows.length).toBeGreaterThan(2500);
    expect(rows.flatMap(readFinding).slice(0, 5)).toEqual([]);
  });

  it.each(due(services, 3))('headings of areas, of %s', async (service) => {
    const query = `level=ccg,region,subregion&measure=${service}_enabled&period=${last}`;
    const rows = await rowsOf(`/comparisons?${query}&benchmark=england`);
    const wrong = rows.flatMap((row) => {
      const stand = { level: row.level, england: row.against_value, verdict: row.word };
      const counts = { numerator: row.numerator, denominator: row.denominator };
      const stages = { offered: 50, enabled: row.value, accessed: null };
      const said = placeFinding(service, stages, { ...stand, counts }, last);
      return readAreaHeading(said, row, row.against_value, row.word);
    });
    expect(rows.length).toBe(214);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('whole pages agree with the API', async () => {
    const shell = '<!--head--><!--page--><!--data-->';
    const settings = { prefix: '', shell, origin: 'http://localhost', contact: '' };
    const wrong: string[] = [];
    for (const code of [...looked.practices, ...looked.areas]) {
      const kind = looked.areas.includes(code) ? 'areas' : 'practices';
      const { html } = await renderPage(
        new URL(`/${kind}/${code}`, 'http://localhost'),
        askDirectly(releases, settings),
        settings,
      );
      const text = textOf(html);
      const query = `area=${code}&measure=records_enabled`;
      const compared = await rowsOf(`/comparisons?${query}&period=${last}&benchmark=england`);
      const usual = await ask(`/xmr?${query}&view=changes&restarts=suggested`);
      const { meta: change } = await ask(`/changes?${query}`);
      // What is usual from month to month is said beside the trend, and not again with the change.
      const changed = change.sentence.replace(` ${change.usual}`, '');
      if (change.usual && text.includes(change.sentence)) wrong.push(`${code} says twice: usual`);
      for (const said of [compared[0]!.sentence, usual.meta.sentence, changed])
        if (!text.includes(said)) wrong.push(`${code} does not say: ${said}`);
      if (/NaN|undefined|\bnull\b/.test(text)) wrong.push(`${code} says NaN or undefined`);
    }
    expect(wrong).toEqual([]);
  });

  it('what is usual of areas', async () => {
    const wrong: string[] = [];
    const rows = await rowsOf(
      `/figures?level=ccg,region&measure=any_enabled&from=2018-04&to=${last}`,
    );
    const places = grouped(rows, ({ area_code }) => area_code);
    for (const [code, own] of due([...places], days)) {
      const query = `area=${code}&measure=any_enabled&view=changes&restarts=suggested`;
      const { meta } = await ask(`/xmr?${query}`);
      const byMonth = months.map((one) => own.find(({ period }) => period === one));
      wrong.push(...usually(meta.sentence, byMonth, meta.restarts, []));
    }
    expect(places.size).toBe(200);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it.each([
    ['level=practice', last],
    ['level=practice', '2018-06'],
    ['level=ccg,region', '2018-10'],
    ['level=ccg,region', '2019-01'],
    ['level=ccg,region', last],
  ])('targets of %s in %s', async (level, period) => {
    const rows = await rowsOf(`/targets?${level}&period=${period}`);
    const figures = await rowsOf(`/figures?${level}&measure=any_enabled&from=2018-04&to=${last}`);
    const read = grouped(figures, ({ area_code }) => area_code);
    const wrong = rows.flatMap((row) => readTarget(row, read.get(row.area_code)!, last));
    expect(rows.length).toBeGreaterThan(390);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it.each([
    ['level=ccg,region', '2019-01'],
    ['level=practice', '2019-01'],
    ['level=ccg,region', '2018-06'],
  ])('targets still to come, of %s in %s', async (level, period) => {
    const askThen = asking(await cutShort(await publishedYear(), '2019-01'));
    const { data: rows } = await askThen(
      `/targets?${level}&period=${period}&target=thirty-percent-2019`,
    );
    const { data: figures } = await askThen(`/figures?${level}&measure=any_enabled&from=2018-04`);
    const read = grouped(figures, ({ area_code }) => area_code);
    const wrong = rows.flatMap((row) => readTarget(row, read.get(row.area_code)!, '2019-01'));
    expect(rows.length).toBeGreaterThan(190);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it.each(due(services, 3))('headings of practices, of %s', async (service) => {
    const query = `level=practice&period=${last}&measure=${service}`;
    const enabled = await rowsOf(`/figures?${query}_enabled`);
    const offered = await rowsOf(`/figures?${query}_offered`);
    const percentiles = await rowsOf(`/percentiles?measure=${service}_enabled&period=${last}`);
    const percentileOf = new Map(percentiles.map((row) => [row.area_code, row.percentile]));
    const all = enabled.flatMap(({ value }) => value ?? []).sort((a, b) => a - b);
    const wrong = enabled.flatMap((row, i) => {
      const own = { ...row, offered: offered[i]!.value };
      const said = placeFinding(
        service,
        { offered: own.offered, enabled: row.value, accessed: null },
        {
          ...{ level: 'practice', england: 7, verdict: 'not compared' },
          percentile: percentileOf.get(row.area_code) ?? null,
          counts: row.value === null ? null : (row as never),
        },
        last,
      );
      const share = (count: number) => (count / (all.length - 1)) * 100;
      const below = all.findIndex((one) => one >= row.value);
      const above = all.length - 1 - all.findLastIndex((one) => one <= row.value);
      return readHeading(said, own, { below: share(below), above: share(above) });
    });
    expect(enabled.length).toBeGreaterThan(6800);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  /** The figures of each practice's peers, by its code. */
  async function likeThem(measure: string): Promise<Map<string, number[]>> {
    const groups = await peerGroups(await releases.get(), last);
    const rows = await rowsOf(`/figures?level=practice&measure=${measure}&period=${last}`);
    const values = new Map(rows.map(({ area_code, value }) => [area_code, value as number | null]));
    const known = (code: string) =>
      groups.of(code).peers.flatMap((peer) => values.get(peer.code) ?? []);
    return new Map(rows.map(({ area_code }) => [area_code, known(area_code)]));
  }

  /** The figures of all areas by code. */
  async function areasOf(measure: string): Promise<Map<string, Row>> {
    const query = `level=england,region,subregion,stp,ccg,pcn&measure=${measure}&period=${last}`;
    const rows = await rowsOf(`/figures?${query}`);
    return new Map(rows.map((row) => [row.area_code, row]));
  }

  /** What is wrong with some comparisons: their numbers, verdicts and sentences; the first five faults. */
  function wrongly(
    rows: readonly Row[],
    areas: ReadonlyMap<string, Row>,
    peers?: ReadonlyMap<string, number[]>,
  ): string[] {
    const groups = grouped(rows, (row) => `${row.level} ${row.against_code}`);
    const wrong: string[] = [];
    for (const [key, members] of groups) {
      const [level] = key.split(' ');
      const values = members.flatMap(({ value }) => value ?? []).sort((a, b) => b - a);
      const model =
        level === 'practice' || members.length < 20
          ? null
          : funnelOf(members.map(({ numerator: x, denominator: n }) => ({ x, n })));
      for (const row of level === 'practice' ? due(members, days) : members) {
        const like = row.against_level === 'peers' ? peers!.get(row.area_code)! : null;
        const own = judged(row, {
          ...{ values: like ? likeIt(row, like) : values, model },
          ...{ whole: areas.get(row.against_code) ?? null, middle: like && middleOf(like) },
        });
        const below = like?.filter((other) => other < row.value).length;
        wrong.push(...own, ...readComparison({ ...row, below }));
      }
    }
    return wrong.slice(0, 5);
  }
});

/** Places whose pages are checked as a whole. */
const looked = {
  practices: ['B86658', 'C88627'],
  areas: ['00T', 'Y56'],
};

const entities: Record<string, string> = {
  amp: '&',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  lt: '<',
  gt: '>',
};

/** The text of a page, without its scripts. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all)
    .replace(/\s+/g, ' ');

/** The limits of the middle half of some figures; null if there are none. */
const middleOf = (values: readonly number[]) =>
  values.length ? { low: quantileOf(values, 0.25)!, high: quantileOf(values, 0.75)! } : null;

/** The figures of a practice and its peers, the highest first. */
const likeIt = ({ value }: Row, like: readonly number[]): number[] =>
  (value === null ? [...like] : [...like, value]).sort((a, b) => b - a);

/** What is wrong with what is called usual for a place, given its figures of all months and the months set aside. */
function usually(
  said: string,
  byMonth: readonly (Row | undefined)[],
  aside: readonly string[],
  moved: readonly SupplierChangeRow[],
): string[] {
  const values = byMonth.map((row): number | null => row?.value ?? null);
  const all = values.map((value, i) => {
    const before = values[i - 1] ?? null;
    return value === null || before === null ? null : value - before;
  });
  const usual = all.map((change, i) => (aside.includes(months[i]!) ? null : change));
  const signals = signalsOf(usual);
  const known = byMonth.filter((row): row is Row => row?.value != null);
  const causeIn = (period: string) => {
    const change = moved.find((one) => one.period === period);
    return change
      ? `the practice moved from ${change.old_supplier} to ${change.new_supplier}`
      : null;
  };
  const unsaid = moved.filter(
    ({ period }) => (all[months.indexOf(period)] ?? null) !== null && !aside.includes(period),
  );
  return [
    ...unsaid.map(
      ({ practice_code, period }) =>
        `${practice_code}: nothing of its change of supplier in ${period}`,
    ),
    ...readUsual(said, byMonth.findLast(Boolean)!, {
      changes: usual.flatMap((change, i) =>
        change === null
          ? []
          : [{ period: months[i]!, value: values[i]!, change, signal: signals[i]! }],
      ),
      limits: processLimits(usual),
      aside: aside.flatMap((period) => {
        const change = all[months.indexOf(period)] ?? null;
        return change === null ? [] : [{ period, change, cause: causeIn(period) }];
      }),
      people:
        known.length > 1 && known.every(inPeople)
          ? byMonth.map((row) => (row?.value == null ? null : row.numerator))
          : null,
    }),
  ];
}

function grouped(rows: readonly Row[], by: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group) group.push(row);
    else groups.set(by(row), [row]);
  }
  return groups;
}

/** What is wrong with the numbers and the verdict of one comparison. */
function judged(
  row: Row,
  among: {
    /** The figures of everything in the group, including its own, the highest first. */
    values: readonly number[];
    model: ReturnType<typeof funnelOf>;
    whole: Row | null;
    middle: ReturnType<typeof middleOf>;
  },
): string[] {
  const { measure, value, numerator: x, denominator: n, rest_value: rest } = row;
  const wrong: string[] = [];
  const hold = (isTrue: boolean, what: string) => {
    if (!isTrue) wrong.push(`${row.area_code} against ${row.against_code}, ${measure}: ${what}`);
  };
  const scale = /_(use|new)$/.test(measure) ? 1000 : 100;
  if (row.against_level === 'peers') {
    const right = quantileOf(among.values.toSpliced(among.values.indexOf(value), 1), 0.5);
    hold(value === null || rest === right || Math.abs(rest - right!) < 1e-9, `median ${right}`);
  } else {
    const { numerator: all, denominator: of } = among.whole!;
    const counted = all !== null && x !== null && of > n;
    const right = counted ? ((all - x) / (of - n)) * scale : null;
    hold(right === rest || Math.abs(right! - rest) < 1e-9 * Math.max(1, right!), `rest ${right}`);
  }
  const none = scale === 1000 || (row.level === 'practice' && /_offered/.test(measure));
  const { lower, upper } = none ? { lower: null, upper: null } : wilson(x, n, 95);
  const close = (a: number | null, b: number | null) => a === b || Math.abs(a! - b!) < 1e-9;
  hold(close(lower, row.lower_95) && close(upper, row.upper_95), `interval ${lower} to ${upper}`);
  const { word, why } = verdictOn(row as never, rest, among);
  hold(word === row.word, `${row.word}, not ${word}`);
  hold(why === null ? row.reason === null : row.reason?.startsWith(why), `${row.reason}: ${why}`);
  hold(row.meaning === meaningOf(word, measure), `${word} means ${row.meaning}`);
  if (row.place !== null) {
    const { values } = among;
    const above = values.findIndex((other) => other <= value);
    hold(row.place === above + 1, `place ${row.place}, not ${above + 1}`);
    hold(row.places === values.length, `of ${row.places} places, not ${values.length}`);
    const equal = values.filter((other) => other === value).length - 1;
    hold(row.places_equal === equal, `${row.places_equal} equal, not ${equal}`);
  }
  return wrong;
}
