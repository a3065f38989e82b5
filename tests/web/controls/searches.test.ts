import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit';
import { expect, it } from 'vitest';
import { pickAMonth } from '../../../web/controls/pick-a-month.ts';
import { pickAPlace } from '../../../web/controls/pick-a-place.ts';
import { searchForm } from '../../../web/controls/search-form.ts';

const drawn = (view: TemplateResult) => collectResultSync(render(view)).replace(/<!--.*?-->/gs, '');

it('a search still has the words that were typed, and the choices made before', () => {
  const along = { service: 'appointments', period: undefined };
  const picking = {
    id: 'x',
    label: 'Add a place',
    does: 'Add',
    action: '/compare',
    others: along,
    found: null,
  };
  const to = (code: string) => `/compare?area=${code}`;
  for (const view of [
    searchForm('x', 'Find', '/find', { q: 'elm & oak', along }),
    pickAPlace({ ...picking, q: 'elm & oak', to }),
  ]) {
    const html = drawn(view);
    expect(html).toMatch(/name="q"[^>]*value="elm &amp; oak"/);
    const hidden = [...html.matchAll(/type="hidden" name="(\w+)" value="(\w+)"/g)];
    expect(hidden.map(([, name, value]) => [name, value])).toEqual([['service', 'appointments']]);
  }
});

it('months are listed from the latest, the one shown chosen', () => {
  const html = drawn(pickAMonth(['2018-04', '2018-05', '2018-06'], '2018-05', '/', {}));
  const options = [...html.matchAll(/<option value="([^"]*)"( selected)?[^>]*>([^<]*)/g)];
  expect(options.map(([, value, chosen, text]) => [value, Boolean(chosen), text])).toEqual([
    ['2018-06', false, 'June 2018'],
    ['2018-05', true, 'May 2018'],
    ['2018-04', false, 'April 2018'],
  ]);
});
