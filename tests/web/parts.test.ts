import { html } from 'lit';
import { describe, expect, inject, it } from 'vitest';
import { part } from '../../web/partPlace.ts';
import { withPlaces } from '../../web/placed.ts';
import { drawing } from './drawing.ts';

describe('parts of a page', () => {
  const { draw } = drawing(inject('illustrative'));

  it('arrive filled, without markers that could be taken for the page’s own', async () => {
    const { html: page, text } = await draw('/');
    const [, inside] = /<page-part data-part="differences"\s*>(.*?)<\/page-part>/s.exec(page)!;
    expect(inside).toContain('<svg');
    expect(inside).toContain('<!--later:lit-part');
    expect(inside).not.toMatch(/<!--(?!later:)/);
    expect(text).toMatch(/\d+% of the difference is between (practices of the same CCG|CCGs)/);
  });

  it('are collected for filling, each where it is made', () => {
    const differences = {
      meta: {} as never,
      query: {},
      measure: 'records_enabled',
      period: '2015-03',
      shares: [],
      practices: 0,
      said: null,
      gist: '',
    };
    const { given } = withPlaces(() => html`${part('differences', { differences }, {} as never)}`);
    expect(given).toEqual([{ id: 'differences', data: differences, address: {} }]);
    part('differences', { differences }, {} as never);
    expect(given).toHaveLength(1);
  });
});
