import { describe, expect, inject, it } from 'vitest';
import { movedMonth } from '../../../../data/definitions/months.ts';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { enriched } from '../../../support/enriched.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

const bare = askIllustrative();
const ask = asking(inject('referenced'));
const all = 'from=2014-04&to=2015-03';

const key = ({ period, practice_code }: { period: string; practice_code: string }) =>
  `${period} ${practice_code}`;

describe('/lifecycle', () => {
  it('lists the events in findings, in order of month and practice', async () => {
    const kinds = {
      appeared: 'practice_appeared',
      vanished: 'practice_vanished',
      renamed: 'name_changed',
      // The published supplier changes with the system, and with “(I)” alone.
      'changed_supplier,supplier_renamed': 'supplier_changed',
      moved: 'ccg_changed',
    };
    for (const [event, kind] of Object.entries(kinds)) {
      const asked = event
        .split(',')
        .map(async (one) => (await ask(`/lifecycle?${all}&event=${one}`)).data);
      const data = (await Promise.all(asked)).flat().sort((a, b) => (key(a) < key(b) ? -1 : 1));
      const found = await ask(`/findings?kind=${kind}`);
      const comesOrGoes = event === 'appeared' || event === 'vanished';
      const keys = data.map((row) =>
        [key(row), ...(comesOrGoes ? [] : [row.before, row.after])].join(' '),
      );
      expect(keys, event).toEqual(
        found.data.map((row) =>
          [key(row), ...(comesOrGoes ? [] : [row.other, row.value])].join(' '),
        ),
      );
    }
  });

  it('counts a change of supplier as /events/supplier does, also past months without one', async () => {
    const { data: practices } = await bare('/areas?level=practice&parent=Y56');
    const [through, renamed, back] = practices.map(({ area_code }) => area_code);
    const put = (code: string, supplier: string, period: string) =>
      `update practice_month set supplier = '${supplier}' where practice_code = '${code}' and period ${period}`;
    const folder = await enriched(inject('illustrative'), [
      ...[through, renamed, back].map((code) => put(code, 'EMIS', "<= '2015-03'")),
      put(through, 'NK', "= '2014-12'"),
      put(through, 'TPP', "> '2014-12'"),
      put(renamed, 'EMIS (I)', "> '2014-12'"),
      put(back, 'NK', "= '2014-12'"),
    ]);
    const askChanged = asking(folder);
    const { data: events } = await askChanged(`/lifecycle?${all}&event=changed_supplier`);
    const { data: moves } = await askChanged('/events/supplier/practices?measure=any_enabled');
    expect(events.map((row) => [key(row), row.since, row.before, row.after])).toEqual(
      moves.map((row) => [key(row), row.base_period, row.old_supplier, row.new_supplier]),
    );
    expect(events.filter(({ practice_code }) => practice_code === renamed)).toEqual([]);
    expect(events.filter(({ practice_code }) => practice_code === back)).toEqual([]);
    const [event] = events.filter(({ practice_code }) => practice_code === through);
    expect(event.sentence).toMatch(
      / changed its system supplier from EMIS to TPP between November 2014 and January 2015\.$/,
    );
  });

  it('names practices as they are called latest, and the month before that a file shows', async () => {
    const { data } = await ask(`/lifecycle?${all}`);
    const { data: areas } = await ask('/areas?level=practice');
    const nameOf = new Map(areas.map(({ area_code, area_name }) => [area_code, area_name]));
    expect(data.length).toBeGreaterThan(20);
    for (const row of data) {
      expect(row.practice_name).toBe(nameOf.get(row.practice_code));
      // The release has every month.
      expect(row.since).toBe(row.source === 'register' ? null : movedMonth(row.period, -1));
      expect(row.date === null).toBe(row.source === 'extracts');
    }
  });

  it('gives of one practice the events and months asked for, whichever were asked for before', async () => {
    const { data } = await ask(`/lifecycle?${all}`);
    const { practice_code: code } = data.find((one, i) =>
      data.some(
        (other, j) =>
          j < i && other.practice_code === one.practice_code && other.event !== one.event,
      ),
    );
    const own = data.filter((row) => row.practice_code === code);
    const ofOne = `/lifecycle?${all}&area=${code}`;
    expect((await ask(ofOne)).data).toEqual(own);
    for (const event of new Set(own.map((row) => row.event))) {
      const some = own.filter((row) => row.event === event);
      expect((await ask(`${ofOne}&event=${event}`)).data).toEqual(some);
    }
    for (const period of ['2015-03', ...new Set(own.map((row) => row.period))]) {
      const some = own.filter((row) => row.period === period);
      expect((await ask(`/lifecycle?area=${code}&period=${period}`)).data).toEqual(some);
    }
  });

  it('gives the dates of the register, which agree with the extracts', async () => {
    const { data: closed } = await ask(`/lifecycle?${all}&event=closed`);
    const { data: vanished } = await ask(`/lifecycle?${all}&event=vanished`);
    expect(closed.length).toBeGreaterThan(3);
    expect(closed.length).toBe(vanished.length);
    for (const { practice_code, date, period, source, sentence } of closed) {
      expect(source).toBe('register');
      expect(date.slice(0, 7)).toBe(period);
      expect(sentence).toMatch(/ closed on \d+ \w+ 201[45]\.$/);
      expect(vanished.find((row) => row.practice_code === practice_code)!.period > period).toBe(
        true,
      );
      const { data: practice } = await ask<{ close_date: string; open: boolean }>(
        `/practices/${practice_code}`,
      );
      expect(practice).toMatchObject({ close_date: date, open: false, register_status: 'closed' });
      const { data: found } = await ask(`/search?q=${practice_code}`);
      expect(found[0]).toMatchObject({ open: false, close_date: date });
    }
  });

  it('names a practice that may have absorbed another only if its list grew enough', async () => {
    const { data } = await ask(`/lifecycle?${all}&event=may_have_merged`);
    expect(data.length).toBeGreaterThan(0);
    for (const { practice_code, after, period, before } of data) {
      expect(before).toBe(practice_code);
      type Practice = {
        ccg_code: string;
        months: { period: string; registered: number; ccg_code: string }[];
      };
      const { data: gone } = await ask<Practice>(`/practices/${practice_code}`);
      const { data: heir } = await ask<Practice>(`/practices/${after}`);
      const last = gone.months.at(-1)!;
      expect(last.period < period).toBe(true);
      const list = (month: string) => heir.months.find((one) => one.period === month)!;
      const grown = list(period).registered - list(last.period).registered;
      expect(list(period).ccg_code).toBe(last.ccg_code);
      expect(grown).toBeGreaterThanOrEqual(last.registered / 2);
      expect(grown).toBeGreaterThanOrEqual(list(last.period).registered / 20);
    }
  });

  it('names of several that grew enough the one whose list grew most', async () => {
    const asked = `/lifecycle?${all}&event=may_have_merged`;
    const [merged] = (await ask(asked)).data;
    const { practice_code: gone, after, period } = merged;
    const { data: practice } = await ask<{ ccg_code: string }>(`/practices/${gone}`);
    const { data: near } = await ask(`/areas?parent=${practice.ccg_code}&level=practice`);
    const other = near.find(
      ({ area_code, first_period, last_period }) =>
        first_period < period && last_period >= period && area_code !== after,
    );
    const grown = `update practice_month set registered = registered + 100000
      where practice_code = '${other.area_code}' and period >= '${period}'`;
    const { data } = await asking(await enriched(inject('referenced'), [grown]))(asked);
    expect(data.find((row) => row.practice_code === gone).after).toBe(other.area_code);
  });

  it('is about the latest month and all of England by default', async () => {
    const { data } = await ask('/lifecycle');
    expect(data.every(({ period }) => period === '2015-03')).toBe(true);
    const everywhere = (await ask(`/lifecycle?${all}`)).data;
    const { data: london } = await ask(`/lifecycle?${all}&area=Y56`);
    expect(london.length).toBeGreaterThan(0);
    expect(london.length).toBeLessThan(everywhere.length);
    const code = london[0]!.practice_code;
    expect((await ask(`/lifecycle?${all}&area=${code}`)).data).toEqual(
      everywhere.filter(({ practice_code }) => practice_code === code),
    );
  });

  it('says what is missing without the register, and gives the rest', async () => {
    const { data, meta } = await bare(`/lifecycle?${all}`);
    expect(meta.missing).toBe(
      'Opening and closing dates are not known: this release has no register of practices.',
    );
    expect(new Set(data.map(({ source }) => source))).toEqual(new Set(['extracts']));
    expect((await bare(`/lifecycle?${all}&event=closed`)).data).toEqual([]);
    expect((await ask('/lifecycle')).meta.missing).toBeNull();
  });

  it('rejects an unknown event', async () => {
    await expect(ask('/lifecycle?event=close')).rejects.toThrow(
      'unknown event: close (did you mean closed?)',
    );
  });
});

describe.skipIf(!published)('practices of April to September 2018', () => {
  const askReal = asking(inject('referenced2018') ?? '');

  it('may have merged if their lists say so, like known mergers but not stable lists', async () => {
    const { data } = await askReal('/lifecycle?from=2018-05&to=2018-09&event=may_have_merged');
    const into = new Map(data.map((row) => [row.practice_code, row.after]));
    expect(into.get('L85060')).toBe('L85029');
    expect(into.get('L85005')).toBe('L85066');
    expect(into.has('J82046')).toBe(false);
    expect(data.length).toBeGreaterThan(25);
    expect(data.length).toBeLessThan(45);
  });

  it('that left and came back are reported so, and not as merged', async () => {
    type Practice = { months: { period: string }[] };
    const months = async (code: string) => {
      const { data } = await askReal<Practice>(`/practices/${code}`);
      return data.months.map(({ period }) => period);
    };
    const left = await askReal('/lifecycle?from=2018-05&to=2018-09&event=vanished');
    const merged = await askReal('/lifecycle?from=2018-05&to=2018-09&event=may_have_merged');
    const back = left.data.filter(({ after }) => after !== null);
    expect(back.length).toBeGreaterThan(3);
    for (const { practice_code, period, after } of left.data) {
      const later = (await months(practice_code)).filter((month) => month > period);
      expect(after, practice_code).toBe(later[0] ?? null);
    }
    const away = new Set(back.map(key));
    expect(merged.data.filter((row) => away.has(key(row)))).toEqual([]);
    const came = await askReal('/lifecycle?from=2018-05&to=2018-09&event=appeared');
    for (const { practice_code, period, before } of came.data) {
      const earlier = (await months(practice_code)).filter((month) => month < period);
      expect(before, practice_code).toBe(earlier.at(-1) ?? null);
    }
  });

  it('distinguishes a change of system from a new name of the same one', async () => {
    const asked = (event: string) =>
      askReal(`/lifecycle?from=2018-05&to=2018-09&event=${event}`).then(({ data }) => data);
    const system = (name: string) => name.replace(/ \(I\)$/, '');
    const [changed, renamed] = [await asked('changed_supplier'), await asked('supplier_renamed')];
    expect(changed.length).toBeGreaterThan(0);
    expect(renamed.length).toBeGreaterThan(0);
    for (const { before, after } of changed) expect(system(before)).not.toBe(system(after));
    for (const { before, after, sentence } of renamed) {
      expect(system(before)).toBe(system(after));
      expect(sentence).toMatch(/ was listed under .+: the same system under another name\.$/);
    }
  });
});

it.skipIf(!published)('a practice moved from one CCG to another if both go on', async () => {
  const { data } = await asking(await publishedYear())('/lifecycle?period=2019-01&event=moved');
  expect(data.map(({ sentence }) => sentence)).toEqual([
    'Narborough Health Centre (C82119) moved from NHS East Leicestershire and Rutland CCG (03W) to NHS Leicester City CCG (04C) in January 2019.',
  ]);
});
