import { describe, expect, inject, it } from 'vitest';
import { drawing } from '../../web/drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));

describe('places and practices', () => {
  it('describe to data catalogues what they have', async () => {
    const { data } = await ask('/areas', { level: 'practice' });
    const code = data[0]!.area_code;
    const { html } = await draw(`/practices/${code}`);
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!;
    const { identifier, distribution } = JSON.parse(json!);
    expect(identifier).toContain(code);
    expect(distribution[0].contentUrl).toContain(`area=${code}`);
  });
});
