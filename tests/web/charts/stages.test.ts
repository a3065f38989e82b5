import { expect, it } from 'vitest';
import { filled } from '../../../server/pages/filled.ts';
import { stages } from '../../../web/charts/stages.ts';
import { type ThousandData, thousandForms } from '../../../web/charts/thousandForms.ts';
import type { Parts } from '../../../web/figures.ts';
import { withPlaces } from '../../../web/placed.ts';
import { addressOf } from '../../../web/route.ts';
import { charting } from '../../support/charts.ts';

const charts = charting();

it('the picture of a page has the table, the words and the image of its kind of chart', async () => {
  const { data: practices } = await charts.ask('/areas', { level: 'practice' });
  const area = practices[7]!.area_code;
  const forms = await charts.forms('thousand', { area, service: 'appointments' });
  const data = forms.data as ThousandData;
  const address = addressOf(new URL('http://localhost/practices/X'), '');
  const shown = {
    ...data,
    now: data.figures as Parts,
    before: null,
    where: 'here',
    definitions: '/methods',
  };
  const { made, given } = withPlaces(() => stages(shown, address));
  const html = filled(made, given).replace(/<!--.*?-->/gs, '');
  for (const { text, of = '' } of thousandForms.table(data).rows.slice().flat()) {
    expect(html).toContain(`${text}${of ? `<span class="table__of">${of}</span>` : ''}`);
  }
  expect(html).toContain(thousandForms.sentence(data));
  expect(html.match(/<input class="figure__radio"/g)).toHaveLength(3);
  const query = `service=appointments&amp;area=${area}&amp;period=2015-03&amp;release=2015-03.1`;
  for (const format of ['svg', 'png'])
    expect(html).toContain(`/charts/thousand.${format}?${query}`);
  expect(html).toContain('format=csv');
  expect(html).toContain(`aria-label="${thousandForms.title(data)}"`);
});
