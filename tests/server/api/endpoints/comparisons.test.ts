import { describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { enriched } from '../../../support/enriched.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

const ask = askIllustrative();

describe('/comparisons', () => {
  it('compares each practice with England, its areas of the month and its peers', async () => {
    const question = 'measure=records_enabled,appointments_accessed';
    const { data: practices } = await ask(`/figures?${question}&level=practice`);
    const { data: areas } = await ask(`/figures?${question}&level=england,region,subregion,ccg`);
    const values = new Map(areas.map((row) => [`${row.area_code} ${row.measure}`, row.value]));
    const { data } = await ask(`/comparisons?${question}&level=practice`);
    expect(data).toHaveLength(practices.length * 5);
    for (const [i, own] of practices.entries()) {
      const rows = data.slice(i * 5, i * 5 + 5);
      expect(rows.map((row) => row.against_level)).toEqual([
        'england',
        'region',
        'subregion',
        'ccg',
        'peers',
      ]);
      for (const row of rows.slice(0, 4)) {
        expect(row.against_value).toBe(values.get(`${row.against_code} ${row.measure}`));
      }
      for (const row of rows) {
        expect(row).toMatchObject({
          area_code: own.area_code,
          measure: own.measure,
          value: own.value,
          lower_95: own.lower_95,
        });
        for (const level of ['95', '998']) {
          const [lower, upper] = [own[`lower_${level}`], own[`upper_${level}`]];
          const expected =
            lower === null || row.against_value === null
              ? 'not_compared'
              : lower > row.against_value
                ? 'higher'
                : upper < row.against_value
                  ? 'lower'
                  : 'similar';
          expect(row[`comparison_${level}`]).toBe(expected);
        }
        const sided = ['higher', 'lower', 'about the same'].includes(row.word);
        expect(row.reason === null).toBe(sided);
      }
      expect(rows[0].comparison_95).toBe(own.vs_england);
    }
    const some = practices.filter((row, i) => row.measure === 'records_enabled' && i % 50 === 0);
    for (const { area_code } of some) {
      const { meta } = await ask(`/peers?practice=${area_code}&measure=records_enabled`);
      const row = data.find(
        (one) =>
          one.area_code === area_code &&
          one.measure === 'records_enabled' &&
          one.against_level === 'peers',
      );
      expect(row.against_value).toBe(meta.median);
    }
  });

  it('judges a practice by its interval and the least difference, against the rest', async () => {
    const question = 'level=practice&measure=records_enabled';
    const { data: measures } = await ask('/measures');
    const least = measures.find(({ id }) => id === 'records_enabled').least_difference;
    const { data: areas } = await ask('/figures?measure=records_enabled&level=england,ccg');
    const counts = new Map(areas.map((row) => [row.area_code, row]));
    const { data } = await ask(`/comparisons?${question}&benchmark=england,ccg`);
    const seen = new Set<string>();
    for (const row of data) {
      const whole = counts.get(row.against_code)!;
      if (row.value === null) continue;
      const rest =
        ((whole.numerator - row.numerator) / (whole.denominator - row.denominator)) * 100;
      expect(row.rest_value).toBeCloseTo(rest, 10);
      if (row.lower_95 === null) continue;
      const beyond = row.lower_95 > rest ? 'higher' : row.upper_95 < rest ? 'lower' : null;
      const apart = Math.abs(row.value - rest);
      const isSmall = apart < least && apart < rest / 4;
      const expected = isSmall ? 'about the same' : (beyond ?? 'no clear difference');
      expect(row.word).toBe(expected);
      seen.add(expected);
      const claimed = / (higher|lower|about the same) (than|as) the /.exec(row.sentence)?.[1];
      expect(claimed ?? 'no clear difference').toBe(expected);
    }
    expect([...seen].sort()).toEqual(['about the same', 'higher', 'lower', 'no clear difference']);
  });

  it('gives ranks among practices, but none for what one practice offers', async () => {
    const { data: practices } = await ask('/figures?level=practice&measure=records_enabled');
    const values = practices.map((row) => row.value).filter((value) => value !== null);
    const { data } = await ask(
      '/comparisons?level=practice&measure=records_enabled&benchmark=england',
    );
    for (const { value, place, places } of data) {
      expect(places).toBe(value === null ? null : values.length);
      if (value !== null) expect(place).toBe(values.filter((other) => other > value).length + 1);
    }
    const { data: besidePeers } = await ask(
      '/comparisons?level=practice&measure=records_enabled&benchmark=peers',
    );
    for (const { value, places, sentence } of besidePeers) {
      const rank = /It is higher than (?:none of|all|\d+ of) (\d+)\./.exec(sentence)?.[1];
      expect(rank).toBe(value === null ? undefined : String(places - 1));
    }
    const offered = await ask('/comparisons?level=practice&measure=records_offered');
    for (const row of offered.data) {
      expect([row.word, row.place, row.lower_95, row.meaning]).toEqual([
        'not compared',
        null,
        null,
        null,
      ]);
      expect(row.sentence).not.toMatch(/confidence| than /);
    }
  });

  it('gives no rank beside peers of which none has a figure', async () => {
    const { data: practices } = await ask('/figures?level=practice&measure=records_enabled');
    const { area_code: only } = practices.find(({ value }) => value !== null)!;
    const askAlone = asking(
      await enriched(inject('illustrative'), [
        `update practice_month set records_enabled = null where practice_code <> '${only}'`,
      ]),
    );
    const { data } = await askAlone(
      `/comparisons?measure=records_enabled&area=${only}&benchmark=peers`,
    );
    expect(data).toHaveLength(1);
    expect(data[0].value).not.toBeNull();
    expect(data[0]).toMatchObject({
      rest_value: null,
      place: null,
      places: null,
      places_equal: null,
    });
  });

  it.each(['ccg', 'practice'])('ranks each %s among those of its own month', async (level) => {
    for (const period of ['2015-03', '2014-04']) {
      const asked = `measure=records_enabled&level=${level}&period=${period}`;
      const { data: figures } = await ask(`/figures?${asked}`);
      const values = figures.flatMap(({ value }) => value ?? []);
      const { data } = await ask(`/comparisons?${asked}&benchmark=england`);
      expect(data.map(({ place, places }) => [place, places])).toEqual(
        figures.map(({ value }) =>
          value === null
            ? [null, null]
            : [values.filter((other) => other > value).length + 1, values.length],
        ),
      );
    }
  });

  it('judges areas only by the funnel of their level, and too few not at all', async () => {
    const { data, meta } = await ask('/comparisons?level=region,ccg&measure=records_enabled');
    const { data: funnel, meta: model } = await ask('/funnel?level=ccg&measure=records_enabled');
    const position = new Map(funnel.map((row) => [row.area_code, row.position]));
    expect(model.units).toBeGreaterThanOrEqual(20);
    for (const row of data) {
      if (row.level === 'region') {
        expect(row.word).toBe('not compared');
        expect(row.reason).toBe('too few regions to tell unusual from usual');
      } else if (row.against_level === 'england') {
        const where = position.get(row.area_code)!;
        const beyond = where.startsWith('above') ? 'higher' : 'lower';
        const expected =
          Math.abs(row.value - row.rest_value) < 1
            ? 'about the same'
            : where === 'inside'
              ? 'no clear difference'
              : beyond;
        expect(row.word).toBe(expected);
      }
      expect(row.sentence).not.toContain('confidence interval');
    }
    expect(meta.confidence_interval).toContain('no sampling error');
    // The API promises that the old name stays.
    expect(meta.natural_variation).toBe(meta.confidence_interval);
  });

  it('leaves out an area that consists only of the place', async () => {
    const { data } = await ask('/comparisons?level=practice,ccg&measure=records_enabled');
    for (const row of data)
      expect(row.value === row.against_value && row.rest_value).not.toBe(null);
  });

  it('compares regions by default, and a place never with itself', async () => {
    const { data } = await ask('/comparisons?measure=records_enabled');
    expect(new Set(data.map((row) => `${row.level} ${row.against_level}`))).toEqual(
      new Set(['region england']),
    );
    expect((await ask('/comparisons?measure=records_enabled&level=england')).data).toEqual([]);
    const { data: ccg } = await ask('/comparisons?measure=records_enabled&level=ccg');
    for (const row of ccg) expect(row.against_code).not.toBe(row.area_code);
  });

  it('answers many months without peers, and a group against England', async () => {
    const { data } = await ask('/comparisons?measure=records_enabled&area=ZZ0003&from=2015-01');
    expect(new Set(data.map((row) => row.period)).size).toBe(3);
    expect(data.some((row) => row.against_level === 'peers')).toBe(false);
    const group = await ask('/comparisons?measure=records_enabled&group=ZZ0003,ZZ0005');
    expect(group.data.map((row) => row.against_level)).toEqual(['england']);
    expect(group.data[0].sentence).toContain('in the custom group of 2 practices');
  });
});

describe('/sentences', () => {
  it('has a sentence for every figure, in the same order and steps', async () => {
    const question = 'level=region,practice&measure=records_enabled,records_offered&from=2015-02';
    const { data: figures } = await ask(`/figures?${question}`);
    const { data } = await ask(`/sentences?${question}`);
    const key = (row: Record<string, unknown>) =>
      [row.period, row.level, row.area_code, row.measure].join();
    expect(data.map(key)).toEqual(figures.map(key));
    const { data: some, meta } = await ask(`/sentences?${question}&limit=7`);
    expect(some).toEqual(data.slice(0, 7));
    const { data: more } = await ask(`/sentences?${question}&limit=7&cursor=${meta.next}`);
    expect(more).toEqual(data.slice(7, 14));
    for (const { sentence } of data) expect(sentence).toMatch(/ 2015.*\.$/);
  });
});

describe.skipIf(!published)('/comparisons of April to September 2018', () => {
  const askReal = asking(inject('published2018') ?? '');

  it('gives a reason and no number if no comparison is possible', async () => {
    const { data } = await askReal(
      '/comparisons?area=C88627&measure=any_enabled,any_use&period=2018-09',
    );
    for (const row of data) {
      expect(row.word).toBe('not compared');
      expect(row.lower_95).toBeNull();
      expect(row.sentence).toContain('The two are not compared, because');
    }
    const reasons = new Set(data.map((row) => row.reason));
    expect(reasons).toEqual(
      new Set([
        'more are counted than there are, 35,101 of 30,662',
        'transactions are not people, so a rate of transactions has no confidence interval',
      ]),
    );
  });

  it('mentions coverage if it matters', async () => {
    const { data } = await askReal('/sentences?level=ccg&measure=any_use&period=2018-09');
    const { data: figures } = await askReal('/figures?level=ccg&measure=any_use&period=2018-09');
    figures.forEach(({ practices, practices_reported: reported }, i) => {
      const said = data[i].sentence.includes(`leaves out ${practices - reported} of ${practices}`);
      expect(said).toBe(reported > 0 && reported < practices);
    });
    expect(data.some((row) => row.sentence.includes('leaves out'))).toBe(true);
  });
});

describe('/comparisons of a release with a practice lookup', () => {
  const askReferenced = asking(inject('referenced'));
  const question = '/comparisons?measure=records_enabled';

  it('says that England is only the practices placed, like for like', async () => {
    const named = async (boundaries: string) => {
      const { data } = await askReferenced(`${question}&level=ccg&benchmark=england${boundaries}`);
      expect(data.length).toBeGreaterThan(5);
      return [...new Set(data.map((row) => row.against_name))];
    };
    expect(await named('')).toEqual(['England']);
    expect(await named('&boundaries=lookup')).toEqual(['England (practices placed by the lookup)']);
  });

  it('calls the rest of a network the rest of what later became it, before networks began', async () => {
    const { data } = await askReferenced(`${question}&level=practice&benchmark=pcn,ccg`);
    const told = (level: string) =>
      data
        .filter((row) => row.against_level === level && / than | as the /.test(row.sentence))
        .map((row) => /in the rest of what later became|in the rest of/.exec(row.sentence)?.[0]);
    expect(new Set(told('pcn'))).toEqual(new Set(['in the rest of what later became']));
    expect(new Set(told('ccg'))).toEqual(new Set(['in the rest of']));
  });
});

describe.skipIf(!published)('/comparisons of networks, some of them divided between areas', () => {
  const columns = {
    region: 'region_code',
    subregion: 'subregion_code',
    stp: 'stp_code',
    ccg: 'ccg_code',
  } as const;

  it.each(['published', 'lookup'])(
    'are with the practices of each area that are not in them: %s',
    async (boundaries) => {
      const askYear = asking(await publishedYear());
      const query = `measure=any_enabled&boundaries=${boundaries}`;
      const [{ data: figures }, { data: areas }, { data }] = await Promise.all([
        askYear(`/figures?${query}&level=practice`),
        askYear(`/areas?boundaries=${boundaries}&level=practice`),
        askYear(`/comparisons?${query}&level=pcn`),
      ]);
      const placeOf = new Map(areas.map((row) => [row.area_code, row]));
      const practices = figures.map((row) => ({ ...row, ...placeOf.get(row.area_code) }));
      let divided = 0;
      for (const row of data) {
        if (row.against_level === 'england') continue;
        const column = columns[row.against_level as keyof typeof columns];
        const inArea = practices.filter((one) => one[column] === row.against_code);
        const others = inArea.filter(({ pcn_code }) => pcn_code !== row.area_code);
        const total = (part: 'numerator' | 'denominator') =>
          others.reduce((sum, one) => sum + (one[part] ?? 0), 0);
        expect(row.rest_value).toBeCloseTo((total('numerator') / total('denominator')) * 100, 9);
        const own = practices.filter(({ pcn_code }) => pcn_code === row.area_code);
        if (own.some((one) => one[column] !== row.against_code)) divided++;
      }
      expect(data.length).toBeGreaterThan(4000);
      expect(divided).toBeGreaterThan(10);
    },
  );

  it('are with areas that lie in each other, which some of its practices are in', async () => {
    const askYear = asking(await publishedYear());
    const { data: pcns } = await askYear('/areas?level=pcn');
    const { data: practices } = await askYear('/areas?level=practice');
    const held = new Set(
      practices.map((row) =>
        ['pcn', ...Object.keys(columns)].map((level) => row[`${level}_code`]).join(),
      ),
    );
    const astray = pcns.filter(
      (row) =>
        !held.has(['pcn', ...Object.keys(columns)].map((level) => row[`${level}_code`]).join()),
    );
    expect(pcns.length).toBeGreaterThan(1200);
    expect(astray).toEqual([]);
  });
});
