import { describe, expect, inject, it } from 'vitest';
import { ENGLAND } from '../../data/definitions/levels.ts';
import { asking } from '../support/asking.ts';
import { enriched } from '../support/enriched.ts';
import { drawing } from '../web/drawing.ts';

const whole = asking(inject('illustrative'));

describe('a release made by software with other measures', async () => {
  const folder = await enriched(inject('illustrative'), [
    "delete from figure where measure = 'prescriptions_accessed'",
    "insert into figure select * replace ('pigeons_carried' as measure) from figure where measure = 'records_enabled'",
  ]);
  const ask = asking(folder);
  const pages = drawing(folder);
  const { data: practices } = await ask('/areas?level=practice');
  const [one, two] = practices.map(({ area_code }) => area_code as string);

  it('says which it lacks and which of its own are unknown', async () => {
    const { data } = await ask('/releases');
    expect(data[0]).toMatchObject({
      measures_lacking: 'prescriptions_accessed',
      measures_unknown: 'pigeons_carried',
    });
    expect((await whole('/releases')).data[0]).toMatchObject({
      measures_lacking: null,
      measures_unknown: null,
    });
    const { text } = await pages.draw('/quality');
    expect(text).toContain(
      'This release was made before “Ordering prescriptions: patients who did so in the month” was counted, so it has no such figures. It has figures that are not shown here: pigeons_carried.',
    );
  });

  it('has no figure of a missing measure at any level, though its practices sent the numbers', async () => {
    const measure = 'measure=prescriptions_accessed,records_accessed';
    for (const place of [
      `area=${ENGLAND}`,
      'level=region',
      `area=${one}`,
      `group=${one},${two}&area=group`,
    ]) {
      const { data } = await ask(`/figures?${measure}&${place}`);
      const full = await whole(`/figures?${measure}&${place}`);
      expect(data).toHaveLength(full.data.length);
      for (const [i, row] of data.entries()) {
        if (row.measure === 'records_accessed') expect(row).toEqual(full.data[i]);
        else
          expect(row).toMatchObject({ value: null, numerator: null, marker: '[z]', practices: 0 });
      }
    }
  });

  it.each([
    '/trends?level=region',
    '/xmr?area=E92000001',
    '/deciles?period=latest',
    '/breakdowns?by=supplier',
    '/changes?area=E92000001',
    '/comparisons?level=region',
    '/provenance?area=E92000001',
    `/peers?practice=${one}`,
  ])('%s of a missing measure has no value', async (address) => {
    const { data } = await ask(`${address}&measure=prescriptions_accessed`);
    expect(JSON.stringify(data)).not.toMatch(/"(value|p50|contribution)":-?\d/);
  });

  it('is served for the rest', async () => {
    const { data } = await ask('/periods');
    expect(data.at(-1).measures).not.toMatch(/prescriptions_accessed|pigeons/);
    const { data: all } = await ask(`/figures?area=${ENGLAND}`);
    expect(all.map((row) => row.measure)).not.toContain('pigeons_carried');
    for (const path of [
      '/',
      '/?service=prescriptions',
      `/practices/${one}?service=prescriptions`,
      '/explore?measure=prescriptions_accessed',
      '/methods',
    ]) {
      const { status, text } = await pages.draw(path);
      expect(status, path).toBe(200);
      expect(text, path).not.toMatch(/NaN|undefined/);
    }
  });
});
