import { describe, expect, inject, it } from 'vitest';
import { readableName } from '../../data/definitions/names.ts';
import { placeColumns } from '../../server/api/endpoints/columns.ts';
import type { ChartQuery } from '../../web/charts/kind.ts';
import { asking } from '../support/asking.ts';
import { charting } from '../support/charts.ts';

const ask = asking(inject('referenced'));
const charts = charting(inject('referenced'));
const { data: networks } = await ask('/areas?level=pcn&limit=1');
const { area_code: code, area_name } = networks[0]!;
const name = readableName(area_name);
const measure = 'records_enabled';

describe('sentences of a network before networks began', () => {
  it.each([
    `/xmr?measure=${measure}&view=changes&area=${code}`,
    `/xmr?measure=${measure}&area=${code}`,
    `/changes?measure=${measure}&area=${code}`,
    `/inequality?measure=${measure}&area=${code}&period=latest`,
    `/pairs?measure=${measure}&across=list_size&level=practice&parent=${code}`,
    `/projections?measure=${measure}&area=${code}`,
  ])('call it what later became it: %s', async (question) => {
    const { meta, data } = await ask(question);
    const sentence: string = (meta as { sentence?: string }).sentence ?? data[0]!.sentence;
    expect(sentence).toContain(` in what later became ${name}`);
    expect(sentence).not.toContain(` in ${name}`);
  });

  it('call it so in each of its targets', async () => {
    const { data } = await ask(`/targets?area=${code}`);
    expect(data.length).toBeGreaterThan(0);
    for (const { sentence } of data) {
      expect(sentence).toContain(` in what later became ${name}`);
      expect(sentence).not.toContain(` in ${name}`);
    }
  });

  it.each(['months', 'thousand'])('call it so under its chart: %s', async (id) => {
    const { kind, data } = await charts.forms(id, { area: code });
    expect(kind.sentence(data)).toContain(` in what later became ${name}`);
    expect(kind.sentence(data)).not.toContain(` in ${name}`);
  });

  it.each<[string, ChartQuery]>([
    ['places', { parent: code, level: 'practice' }],
    ['spread', { parent: code }],
    ['funnel', { parent: code, level: 'practice' }],
    ['change', { parent: code, level: 'practice' }],
    ['multiples', { parent: code, level: 'practice' }],
    ['scatter', { parent: code, level: 'practice' }],
    ['deprivation', { area: code }],
  ])('call it so in all the words of a chart of its practices: %s', async (id, of) => {
    const { kind, data } = await charts.forms(id, { measure, ...of });
    const { caption } = kind.table(data);
    const said = [kind.finding?.(data), kind.subtitle(data), kind.sentence(data), caption];
    expect(kind.subtitle(data)).toContain(` in what later became ${name}`);
    for (const text of said) expect(text ?? '').not.toContain(` in ${name}`);
  });
});

it('figures of a network before networks began have its name in the practice lookup, as their column says', async () => {
  const { data } = await ask(`/figures?measure=${measure}&area=${code}&period=latest`);
  expect(data.map(({ area_name }) => area_name)).toEqual([area_name]);
  expect(placeColumns.find(({ name }) => name === 'area_name')!.description).toBe(
    'Name of the place in that month; of a place that only the practice lookup defines, its name there.',
  );
});
