import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { chartImage } from '../../../server/images/chartImage.ts';
import { pngOf } from '../../../server/images/png.ts';
import type { ChartData } from '../../../web/charts/kind.ts';
import { chartKinds, findKind } from '../../../web/charts/kinds.ts';
import { forgetDifference, showDifference } from '../../support/picturePage.ts';
import { difference, small } from '../../support/pictures.ts';

const ids = chartKinds.map(({ id }) => id);

/** Fixed charts with approved pictures, which somebody looked at. */
const folder = fileURLToPath(new URL('../../fixtures/charts', import.meta.url));
const approved = (id: string) => `${folder}/${id}/approved.png`;
const fixed = (id: string): ChartData =>
  JSON.parse(readFileSync(`${folder}/${id}/data.json`, 'utf8'));
const pictureOf = async (id: string, data = fixed(id)) =>
  pngOf(await chartImage(findKind(id)!, data, undefined, { width: 800 }));

/** Letters and lines may be drawn slightly differently; a missing or moved mark makes a far larger difference. */
const tolerance = 20;

describe('pictures from fixed figures', () => {
  it.each(ids)('%s looks as approved', async (id) => {
    const png = await pictureOf(id);
    // With APPROVE_PICTURES=1, the current pictures become the approved ones: look at each first.
    if (process.env.APPROVE_PICTURES) {
      mkdirSync(`${folder}/${id}`, { recursive: true });
      writeFileSync(approved(id), png);
    }
    const before = readFileSync(approved(id));
    const differs = difference(small(png), small(before));
    if (differs < tolerance) forgetDifference(id);
    const page = differs < tolerance ? '' : showDifference(id, { approved: before, now: png });
    expect(differs, `see ${page}`).toBeLessThan(tolerance);
  });

  it('differ from the approved ones if a figure does', async () => {
    const data = fixed('places') as ChartData & { rows: { value: number }[] };
    data.rows[0]!.value *= 0.8;
    const png = await pictureOf('places', data);
    expect(difference(small(png), small(readFileSync(approved('places'))))).toBeGreaterThan(
      tolerance,
    );
  });
});
