import { expect, it } from 'vitest';
import { addressOf } from '../../../web/route.ts';
import { outlookMarkup } from '../../../web/sections/outlook.ts';

const address = addressOf(new URL('http://localhost/areas/Y54'), '');
const asked = {
  ...{ area: 'Y54', measure: 'records_enabled', period: '2015-03' },
  meta: { release: '2015-03.1' } as never,
};

type Row = Record<string, unknown>;
const told = (targets: Row[], projections: Row[] = []) =>
  outlookMarkup(
    (async (path: string) => ({ data: path === '/targets' ? targets : projections })) as never,
    address,
    asked,
  );

const target = (due: string, state: string, read: string | null = '2015-03'): Row => ({
  ...{ measure: 'records_enabled', target_value: 10, target_period: due, read_period: read },
  ...{ state, value: 8, patients_short: 20, sentence: `Said of ${due}.` },
  ...{ outcome: null, outcome_period: read, outcome_measure: 'records_enabled', outcome_value: 8 },
});

it('targets are all told, and in brief the last of them', async () => {
  const { targets } = await told([target('2015-03', 'missed'), target('2016-03', 'likely')]);
  expect(targets.markup).toBe('<p>Said of 2015-03.</p><p>Said of 2016-03.</p>');
  expect(targets.gist).toBe(
    '8.0% set up to see their record online, 20 short of 10%; likely to reach 10% by March 2016.',
  );
});

it('targets without a figure near them are not told, nor those undecided beside others', async () => {
  const unread = target('2019-03', 'missed', null);
  const undecided = target('2016-03', 'cannot_say');
  const some = (await told([target('2015-03', 'missed'), undecided, unread])).targets;
  expect(some.markup).toBe('<p>Said of 2015-03.</p>');
  expect((await told([undecided, unread])).targets.markup).toBe('<p>Said of 2016-03.</p>');
  expect((await told([unread])).targets).toEqual({ markup: '', gist: '' });
});

it('of undecided targets the next is told alone, in brief too, and once all are past the last', async () => {
  const open = (due: string, value: number) => ({
    ...target(due, 'cannot_say'),
    ...{ target_value: value, patients_short: null },
  });
  const next = (await told([open('2015-03', 10), open('2019-03', 30)])).targets;
  expect(next).toEqual({
    markup: '<p>Said of 2015-03.</p>',
    gist: '8.0% set up to see their record online; whether the 10% target was met is not known.',
  });
  const past = (await told([open('2014-03', 10), open('2015-02', 30)])).targets;
  expect(past.markup).toBe('<p>Said of 2015-02.</p>');
});

it('a target that later months decided is told, and how it ended', async () => {
  const open = target('2016-03', 'cannot_say');
  const ended = { ...open, outcome: 'missed', outcome_period: '2016-03', outcome_value: 9 };
  const { targets } = await told([target('2015-06', 'cannot_say'), ended]);
  expect(targets.markup).toBe('<p>Said of 2016-03.</p>');
  expect(targets.gist).toBe(
    '8.0% set up to see their record online; the 10% target was missed, with 9.0% in March 2016.',
  );
});

it('a projection is told of its last month, with the file of the same question', async () => {
  const row = (month: string, projected: number | null) => ({
    ...{ target_period: month, projected, sentence: `Perhaps ${projected} in ${month}.` },
  });
  const { projection } = await told([], [row('2015-04', 9), row('2015-06', 11.25)]);
  expect(projection.gist).toBe('11.3% in June 2015 at its usual pace');
  expect(projection.markup).toContain(
    '<p>Perhaps 11.25 in 2015-06. <a class="on" href="/methods#projections"',
  );
  expect(projection.markup).toContain(
    'href="/api/v1/projections?area=Y54&amp;measure=records_enabled&amp;period=2015-03&amp;release=2015-03.1&amp;format=csv"',
  );
  expect((await told([], [row('2015-06', null)])).projection.gist).toBe('');
  expect((await told([], [])).projection).toEqual({ markup: '', gist: '' });
});
