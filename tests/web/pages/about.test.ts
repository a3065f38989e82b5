import { describe, expect, inject, it } from 'vitest';
import { drawing, origin } from '../drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));
const named = drawing(inject('illustrative'), 'Open data desk, data@uptake.example');

describe('the page About', () => {
  it('says how to cite the release, with a permanent address', async () => {
    const { text } = await draw('/about');
    const { meta } = await ask('/periods');
    expect(text).toContain(`release ${meta.release} (illustrative data, not real figures`);
    expect(text).toContain(`${origin}/uptake/?release=${meta.release}`);
  });

  it('has a section for each thing readers look for', async () => {
    const { html } = await draw('/about');
    for (const id of ['who', 'cite', 'official', 'accessibility', 'privacy']) {
      expect(html).toContain(`id="${id}"`);
    }
  });

  it('says whom to ask, if somebody is named', async () => {
    const { text, links } = await named.draw('/about');
    expect(text).toContain('Open data desk');
    expect(links).toContain('mailto:data@uptake.example');
    expect((await draw('/about')).html).not.toMatch(/id="contact"|tell us/i);
  });
});
