import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { expect, it } from 'vitest';
import { sourceTable } from '../../../web/pages/sourceTable.ts';

it('files have the months that they are of', () => {
  const file = (first_period: string | null, last_period: string | null) => ({
    ...{ name: 'a.csv', sha256: 'abc', rows: 1234, address: null, layout: 'long-2018' },
    ...{ first_period, last_period },
  });
  const files = [
    file('2018-04', '2018-06'),
    file('2018-04', '2018-04'),
    file(null, null),
  ] as unknown as Parameters<typeof sourceTable>[0];
  const html = collectResultSync(render(sourceTable(files))).replace(/<!--.*?-->/gs, '');
  expect([...html.matchAll(/<td>([^<]*)<\/td>/g)].map(([, months]) => months)).toEqual([
    'April 2018 to June 2018',
    'April 2018',
    'no month: for reference',
  ]);
});
