import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../web/route.ts';
import { type ColumnsShown, columnChoices } from '../../../web/sections/columnChoices.ts';

/** Months that hold different figures; the last has more than the one that is looked at. */
const periods = [
  { period: '2014-10', measures: ['records_enabled'] },
  { period: '2014-11', measures: ['appointments_enabled'] },
  { period: '2014-12', measures: ['records_enabled', 'records_use'] },
  { period: '2015-01', measures: ['records_enabled', 'records_offered', 'records_use'] },
  { period: '2015-02', measures: ['records_enabled', 'appointments_use'] },
];
const shown = (more: Partial<ColumnsShown> = {}): ColumnsShown => ({
  ...{ chart: 'places', measure: 'records_enabled', period: '2015-01' },
  ...{ ofPractices: false, periods },
  ...more,
});

/** The lists of columns by their heading. */
function listsOf(of: ColumnsShown): Record<string, string[]> {
  const address = addressOf(new URL('http://localhost/explore'), '');
  const html = collectResultSync(render(columnChoices(of, address))).replace(/<!--.*?-->/gs, '');
  const [, ...lists] = html.split('<p class="figures__service">');
  return Object.fromEntries(
    lists.map((list) => [
      /^[^<]+/.exec(list)![0],
      [...list.matchAll(/<a [^>]*>([^<]+)</g)].map(([, text]) => text!),
    ]),
  );
}

describe('the columns that a table can have', () => {
  it('are the other figures of the month shown, and the months before that have its figure', () => {
    expect(listsOf(shown())).toMatchObject({
      'Other figures': ['Seeing your record: offered', 'Seeing your record: transactions'],
      'Earlier months': ['December 2014', 'October 2014'],
    });
    expect(listsOf(shown({ period: '2014-10' }))).not.toHaveProperty('Earlier months');
    expect(listsOf(shown({ period: '2014-10' }))).not.toHaveProperty('Other figures');
  });

  it('are none for practices that each of them has or has not', () => {
    expect(listsOf(shown({ ofPractices: true }))['Other figures']).toEqual([
      'Seeing your record: transactions',
    ]);
  });
});
