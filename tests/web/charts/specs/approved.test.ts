import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drawingOf } from '../../../../web/charts/drawings.ts';
import { type ChartData, type DrawnId, drawnIds } from '../../../../web/charts/kind.ts';
import { findKind } from '../../../../web/charts/kinds.ts';
import { drawn, palette } from './drawn.ts';
import { inText } from './inText.ts';
import { otherWays } from './otherWays.ts';

/** Fixed charts, whose pictures are approved too. */
const folder = fileURLToPath(new URL('../../../fixtures/charts', import.meta.url));

const widths = { wide: 752, narrow: 342 };

async function drawnIn(size: keyof typeof widths, id: DrawnId, data: ChartData): Promise<string> {
  const room = { width: widths[size], height: findKind(id)!.height(data)[size], palette };
  return inText(await drawn(drawingOf(id, data, room)));
}

describe('every mark of a chart', () => {
  it.each(drawnIds)('%s is drawn as approved', async (id) => {
    const path = `${folder}/${id}/approved.txt`;
    const fixed = JSON.parse(readFileSync(`${folder}/${id}/data.json`, 'utf8'));
    const texts = [await drawnIn('wide', id, fixed), await drawnIn('narrow', id, fixed)];
    for (const { way, made } of otherWays.filter((one) => one.id === id)) {
      texts.push(`${way}\n${await drawnIn('wide', id, made(fixed))}`);
    }
    const now = texts.join('\n');
    // As with pictures: look at what changed.
    if (process.env.APPROVE_PICTURES) writeFileSync(path, now);
    expect(now).toBe(readFileSync(path, 'utf8'));
  });
});
