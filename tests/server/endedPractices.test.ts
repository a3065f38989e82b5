import { describe, expect, it } from 'vitest';
import { due, shareDue } from '../support/due.ts';
import { published } from '../support/published.ts';
import { publishedYear } from '../support/publishedYear.ts';
import { drawing } from '../web/drawing.ts';

/** The number of days over which one in twelve of the ended practices is tested. */
const days = 5;

/** Questions that do not apply to an ended practice. */
const asks = [
  'What it would take',
  'would bring it to',
  'Similar practices',
  'most like it by',
  'short of the target',
];

describe.skipIf(!published)('practices that ended in the published year', () => {
  it(`say so first, link onwards, and get no advice (${shareDue(days)})`, async () => {
    const { ask, draw } = drawing(await publishedYear());
    const { data, meta } = await ask('/areas', { level: 'practice' });
    const gone = data.filter(({ last_period }) => last_period < meta.last_period);
    expect(gone.length).toBeGreaterThan(150);
    const { data: merged } = await ask('/lifecycle', {
      event: 'may_have_merged',
      from: meta.first_period,
      to: meta.last_period,
    });
    const heirs = new Map(merged.map((row) => [row.practice_code, row.after]));
    const some = gone.filter((_, i) => i % 12 === 0);
    expect(some.filter(({ area_code }) => heirs.has(area_code)).length).toBeGreaterThan(1);
    for (const { area_code: code } of due(some, days)) {
      const { data: practice } = await ask(
        `/practices/${code}` as '/practices/{code}',
        {} as never,
      );
      const title = practice.close_date
        ? 'This practice has closed'
        : heirs.has(code)
          ? 'This practice may have merged into another'
          : 'This practice has left the extracts';
      for (const path of [`/practices/${code}`, `/practices/${code}/report`]) {
        const { text, links } = await draw(path);
        const main = text.slice(text.indexOf('its last month'));
        expect(main.startsWith('its last month'), path).toBe(true);
        expect(main.indexOf(title), path).toBeGreaterThan(0);
        expect(main.indexOf(title), path).toBeLessThan(900);
        for (const asked of asks) expect(text, path).not.toContain(asked);
        const heir = heirs.get(code);
        if (heir) expect(links, path).toContain(`/uptake/practices/${heir}`);
        else expect(text, path).toContain('does not say where its patients went.');
      }
    }
  }, 180_000);

  it('with few people say how many, and those with more than all say so', async () => {
    const { ask, draw } = drawing(await publishedYear());
    const { data } = await ask('/figures', { level: 'practice', measure: 'records_enabled' });
    const known = data.filter(({ value }) => value !== null);
    const few = known.filter(({ numerator }) => numerator! > 0 && numerator! < 10);
    for (const { area_code, numerator } of few.filter((_, i) => i % 40 === 0)) {
      for (const path of [`/practices/${area_code}`, `/practices/${area_code}/report`]) {
        const { text } = await draw(path);
        expect(text, path).toContain(numerator === 1 ? '1 patient ' : `${numerator} patients `);
        expect(text, path).not.toMatch(/\b0\.00?\d*% of (our )?patients/);
      }
    }
    const { data: any } = await ask('/figures', { level: 'practice', measure: 'any_enabled' });
    const above = any.filter(({ numerator, denominator }) => numerator! > denominator!);
    expect(above.length).toBeGreaterThan(0);
    for (const { area_code } of above) {
      for (const path of [`/practices/${area_code}`, `/practices/${area_code}/report`]) {
        const { text } = await draw(`${path}?service=any`);
        expect(text, path).toMatch(/ore than are registered, as published/);
      }
    }
  }, 180_000);
});
