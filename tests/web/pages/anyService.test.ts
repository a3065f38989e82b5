import { describe, expect, inject, it } from 'vitest';
import { formatPercent } from '../../../data/definitions/numbers.ts';
import { drawing } from '../drawing.ts';

const published = inject('published2018') ?? '';
const choice = />\s*Any online service\s*<\/a>/;
const plain = (html: string): string => html.replace(/<!--.*?-->/gs, '');
const text = (html: string): string =>
  html
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe.skipIf(!published)('any online service', () => {
  const { ask, draw } = drawing(published);

  it('is a choice of its own if the files contain it, without stages that nobody counted', async () => {
    const { html, status } = await draw('/?service=any');
    expect(status).toBe(200);
    const said = text(html);
    const [england] = (await ask('/figures', { measure: 'any_enabled', period: 'latest' })).data;
    expect(said).toContain(formatPercent(england!.value!));
    expect(said).toMatch(/is|are set up to use at least one online service/);
    expect(said).toContain('of patients were set up for at least one service (enabled)');
    expect(html).not.toContain('any_offered');
    expect(html).not.toContain('any_accessed');
    expect(plain(html)).toMatch(choice);
  });

  it('has pages of areas and practices, reports and comparisons', async () => {
    const { data: regions } = await ask('/areas', { level: 'region' });
    const { data: practices } = await ask('/areas', { level: 'practice', limit: '1' });
    const region = regions.at(-1)!.area_code;
    const practice = practices[0]!.area_code;
    for (const path of [
      `/areas/${region}?service=any`,
      `/practices/${practice}?service=any`,
      `/practices/${practice}/report?service=any`,
      `/compare?area=${region},${practice}&service=any`,
    ]) {
      const { html, status } = await draw(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text(html)).toContain('at least one online service');
    }
  });
});

describe('any online service', () => {
  it('is not a choice if no file contains it', async () => {
    const { html } = await drawing(inject('illustrative')).draw('/');
    expect(plain(html)).not.toMatch(choice);
  });

  it('is said to be in no file on the page of an area, whose CCGs the files do name', async () => {
    const { draw } = drawing(inject('illustrative'));
    const said = text((await draw('/areas/Y56?service=any')).html);
    expect(said).toContain('Any online service is not in the extracts of March 2015.');
    expect(said).not.toContain('name no');
  });
});
