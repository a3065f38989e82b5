import { describe, expect, inject, it } from 'vitest';
import { listReleases } from '../../scripts/ingest/folder/releaseList.ts';
import { enriched } from '../support/enriched.ts';
import { serve } from '../support/serving.ts';
import { drawing } from '../web/drawing.ts';

const folder = await enriched(inject('illustrative'), [
  "update release set made_at = '2026-07-01 23:30:00'",
]);

const { draw } = drawing(folder);

/** Checks that a text names the day in England and no other, except in the UTC timestamp. */
function expectDay(text: string): void {
  expect(text).toMatch(/\b2 July 2026|2026-07-02/);
  expect(text.replaceAll('2026-07-01T23:30:00Z', '')).not.toMatch(/\b1 July 2026|2026-07-01/);
}

describe('a release made half an hour after midnight in England', () => {
  it.each(['/about', '/data', '/practices/ZZ0001/report'])('has that date on %s', async (path) => {
    expectDay((await draw(path)).html);
  });

  it('has that date on images and for crawlers', async () => {
    const { origin, stop } = await serve(folder, { web: 'web' });
    try {
      for (const path of ['/charts/months.svg?measure=records_enabled', '/sitemap.xml']) {
        expectDay(await (await fetch(origin + path)).text());
      }
    } finally {
      await stop();
    }
  });

  it('is listed with the local time in England', async () => {
    expect((await listReleases(folder))[0]).toContain('made 2026-07-02 00:30');
  });
});
