import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit';
import { expect, it } from 'vitest';
import { absentView } from '../../../web/pages/areaAbsent.ts';
import { addressOf } from '../../../web/route.ts';
import { alikeView } from '../../../web/sections/alike.ts';
import { endedNote } from '../../../web/sections/ended.ts';
import { practiceEndedNote } from '../../../web/sections/practiceEnded.ts';
import { revisedView } from '../../../web/sections/revised.ts';
import { usualView } from '../../../web/sections/usual.ts';
import { waysOn } from '../../../web/sections/waysOn.ts';

const at = (path: string) => addressOf(new URL(path, 'http://localhost'), '');
const address = at('/areas/Y54?service=appointments&period=2019-02');
const drawn = (view: TemplateResult | '') =>
  view === '' ? '' : collectResultSync(render(view)).replace(/<!--.*?-->/gs, '');

/** Where the links of a section lead, by their text: the path, and its query without what is passed on. */
const linksIn = (view: TemplateResult | '') =>
  Object.fromEntries(
    [...drawn(view).matchAll(/<a\b[^>]*href="([^"]*)"[^>]*>(.*?)<\/a\s*>/gs)].map(
      ([, href, text]) => {
        const { pathname, searchParams } = new URL(href!.replaceAll('&amp;', '&'), 'http://x');
        for (const name of ['service', 'period']) searchParams.delete(name);
        const query = decodeURIComponent(searchParams.toString());
        return [text!.replace(/\s+/g, ' ').trim(), `${pathname}?${query}`];
      },
    ),
  );

it('the ways on from a place lead to it among those of its level', () => {
  const service = 'appointments';
  expect(linksIn(waysOn(address, { service, level: 'ccg', code: '00K' }))).toEqual({
    'Compare with others': '/compare?area=00K',
    'Is that unusual for its size?':
      '/explore?chart=funnel&measure=appointments_enabled&level=ccg&area=00K',
    'Follow this place': '/news?area=00K',
    'Download the trend': '/explore?chart=months&measure=appointments_enabled&area=00K',
  });
  const practice = { service, level: 'practice', code: 'A81001', around: '00K' } as const;
  expect(linksIn(waysOn(address, practice))).toMatchObject({
    'Is that unusual for its size?':
      '/explore?chart=funnel&measure=appointments_enabled&level=practice&parent=00K&area=A81001',
    'Follow this practice': '/news?area=A81001',
  });
});

it('what has ended leads to what is there in the latest month', () => {
  const of = at('/areas/00K?period=2018-06&service=appointments&release=2019-03.1');
  const places = [
    { code: '00L', name: 'NHS Elm CCG' },
    { code: '00M', name: 'NHS Ash CCG' },
  ];
  const where = { period: '2019-03', heldPeriod: '2018-06', places, sentence: '' };
  const whole = (view: TemplateResult) =>
    [...drawn(view).matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
  expect(whole(endedNote(of, { level: 'ccg', name: 'NHS Oak CCG', ended: where }))).toEqual([
    '/areas/00L?service=appointments&release=2019-03.1',
    '/areas/00M?service=appointments&release=2019-03.1',
  ]);
  const heir = { code: 'A81002', name: 'Elm Surgery' };
  expect(whole(practiceEndedNote(of, { title: 'Gone', sentence: 'It went.', heir }))).toEqual([
    '/practices/A81002?service=appointments&release=2019-03.1',
  ]);
});

it('what is not there in a month leads to its own month, and to what was there', () => {
  const of = at('/areas/00K?period=2018-11');
  const view = absentView(
    {
      ...{ absent: true, meta: {} as never, period: '2018-11', level: 'ccg', code: '00K' },
      ...{ name: 'NHS Oak CCG', held: { first: '2018-04', last: '2018-06' } },
      whereabouts: {
        ...{ period: '2018-11', heldPeriod: '2018-06', sentence: '' },
        places: [{ code: '00L', name: 'NHS Elm CCG' }],
      },
    },
    of,
  );
  const links = [...drawn(view).matchAll(/href="([^"]*)">(.*?)<\/a>/g)];
  expect(links.map(([, href, text]) => [text, href])).toEqual([
    ['NHS Oak CCG in June 2018', '/areas/00K?period=2018-06'],
    ['NHS Elm CCG in November 2018', '/areas/00L?period=2018-11'],
  ]);
});

it('what is usual leads to the chart that it was read from', () => {
  const asked = { usual: 'It rose.', area: '00K', measure: 'records_enabled' };
  expect(linksIn(usualView(address, asked))).toEqual({
    'See which months were usual':
      '/explore?chart=xmr&measure=records_enabled&area=00K&restarts=suggested',
  });
});

it('revised figures lead to all of the same question', () => {
  const file = {
    area: '00K',
    measure: 'records_enabled',
    release: '2019-03.1',
    against: '2019-04.1',
  };
  const view = revisedView({ lines: ['Three were revised.', 'One.'], file }, address);
  expect(linksIn(view)).toEqual({
    'All of them, before and after (CSV)':
      '/api/v1/revisions?area=00K&measure=records_enabled&release=2019-03.1&against=2019-04.1&format=csv',
  });
});

it('similar practices are compared with it, as many as there is room for', () => {
  const peer = (i: number) => ({
    ...{ code: `P${i}`, name: `P ${i}`, ccg: null, supplier: 'TPP', supplierChanged: null },
    ...{ registered: 4000, value: 5 },
  });
  const view = alikeView(
    {
      ...{ code: 'A81001', name: 'Elm', registered: 4000, supplier: 'EMIS', value: 4 },
      ...{ service: 'records', period: '2019-03' },
      peers: {
        ...{ peers: Array.from({ length: 9 }, (_, i) => peer(i)), inputs: ['supplier'] },
        ...{ explained: null, median: 5, sentence: '', supplierChanged: null },
      },
    },
    address,
  );
  expect(linksIn(view)['See the nearest side by side']).toBe(
    '/compare?area=A81001,P0,P1,P2,P3,P4,P5,P6',
  );
});
