import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { expect, it } from 'vitest';
import { isPassing, problemTitle, problemView, type Way } from '../../../web/pages/problem.ts';
import { addressOf } from '../../../web/route.ts';

it('an error says whether trying again may help', () => {
  const told = [400, 404, 429, 500, 503].map((status) => [
    status,
    isPassing(status),
    problemTitle({ status, detail: '' }),
  ]);
  expect(told).toEqual([
    [400, false, 'This address asks for something that does not exist'],
    [404, false, 'There is no such page'],
    [429, true, 'The site cannot answer just now'],
    [500, false, 'Something went wrong'],
    [503, true, 'The site cannot answer just now'],
  ]);
});

it('an error page offers each page once', () => {
  const linked = (near: Way[]) => {
    const address = addressOf(new URL('http://localhost/uptake/?period=1999-01'), '/uptake');
    const view = problemView({ status: 404, detail: 'no such month', near }, address);
    const html = collectResultSync(render(view)).replace(/<!--.*?-->/gs, '');
    return [...html.matchAll(/<a[^>]* href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href, text]) => [
      href,
      text,
    ]);
  };
  const england = { text: 'All of England', href: '/uptake/', detail: 'as it opens' };
  const about = { text: 'About these figures', href: '/uptake/about', detail: '' };
  const both = [
    ['/uptake/', 'All of England'],
    ['/uptake/about', 'About these figures'],
  ];
  expect(linked([])).toEqual(both);
  expect(linked([england])).toEqual(both);
  expect(linked([about])).toEqual(both.toReversed());
});
