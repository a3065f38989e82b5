import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit';
import { expect, it } from 'vitest';
import { addressOf } from '../../../web/route.ts';
import { eventsView } from '../../../web/sections/events.ts';
import { groupingsView } from '../../../web/sections/groupings.ts';
import { naming } from '../../../web/sections/naming.ts';
import { placesFilter } from '../../../web/sections/placesFilter.ts';

const at = (path: string) => addressOf(new URL(path, 'http://localhost'), '');
const address = at('/areas/Y54');
const drawn = (view: TemplateResult | '') =>
  view === '' ? '' : collectResultSync(render(view)).replace(/<!--.*?-->/gs, '');

it('a list is narrowed from its first rows, whatever was shown', () => {
  const narrowed = { many: 'practices', shown: 3, all: 90, comparable: true };
  const html = drawn(placesFilter(at('/areas/Y54?rows=all&sort=name&filter=elm'), narrowed));
  const hidden = [...html.matchAll(/type="hidden" name="(\w+)" value="(\w+)"/g)];
  expect(hidden.map(([, name, value]) => [name, value])).toEqual([['sort', 'name']]);
});

it('a title and a note may each be as long as a view takes', () => {
  const longest = { title: 80, note: 400 };
  const html = drawn(naming({ title: 'Elm', note: '', longest }, at('/explore?chart=map')));
  const fields = [...html.matchAll(/name="(title|note)" maxlength="(\d+)"/g)];
  expect(fields.map(([, name, length]) => [name, Number(length)])).toEqual(Object.entries(longest));
});

it('events are told with the months that they affect', () => {
  const event = (from: string | null, to: string | null) => ({
    ...{ id: `${from}${to}`, from, to, title: 'T', text: 'X', source: 'S', url: 'https://x' },
  });
  const events = [
    event('2018-04', '2018-06'),
    event('2018-05', '2018-05'),
    event('2018-07', null),
    event(null, '2018-09'),
  ];
  expect(
    [...drawn(eventsView(events)).matchAll(/<dt>(.*?)<\/dt>/g)].map(([, text]) => text),
  ).toEqual(['April 2018 to June 2018', 'May 2018', 'From July 2018', 'Up to September 2018']);
});

it('a supplier’s mark is explained where one of the groups has it', () => {
  const group = (name: string) => ({
    ...{ code: name, name, numerator: 5, denominator: 90, value: 5.6, marker: null },
    ...{ practices: 3, reported: 3, interval: null, share: 50 },
  });
  const told = (...names: string[]) =>
    drawn(
      groupingsView(address, {
        groupings: [{ by: 'supplier', groups: names.map(group) }],
        ...{
          gist: '',
          service: 'records',
          period: '2019-03',
          area: '00K',
          where: 'in X',
          meta: { release: 'x' },
        },
      }),
    ).includes('(I): practices that sent two returns.');
  expect([told('EMIS'), told('EMIS', 'EMIS (I)'), told('TPP', 'EMIS')]).toEqual([
    false,
    true,
    false,
  ]);
});
