import { describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';

interface Shapes {
  type: string;
  kind: string;
  missing: string | null;
  features: { id: string; properties: object; geometry: { type: string; coordinates: unknown } }[];
}

const bare = askIllustrative();
const shapes = async (answer: unknown): Promise<Shapes> => (await answer) as Shapes;

describe('/boundaries', () => {
  it('has no features and says so if the release has none', async () => {
    const found = await shapes(bare('/boundaries?level=region'));
    expect(found).toMatchObject({ type: 'FeatureCollection', kind: 'illustrative', features: [] });
    expect(found.missing).toBe(
      'The shapes of these areas are not known: this release has no boundaries of regions.',
    );
  });

  it('takes exactly one level with shapes', async () => {
    await expect(bare('/boundaries')).rejects.toThrow('level is missing: give exactly one');
    await expect(bare('/boundaries?level=practice')).rejects.toThrow(
      'no boundaries for this level (there are some for region, stp, ccg): practice',
    );
  });

  it.skipIf(!published)('is GeoJSON with codes of figures and of statistics', async () => {
    const askReal = asking(inject('referenced2018') ?? '');
    const found = await shapes(askReal('/boundaries?level=ccg'));
    expect(found.missing).toBeNull();
    const [first] = found.features;
    expect(first).toMatchObject({
      type: 'Feature',
      id: 'E38000006',
      properties: { area_code: '02P', ons_code: 'E38000006', name: 'NHS Barnsley CCG' },
      geometry: { type: 'Polygon' },
    });
    const positions = JSON.stringify(first!.geometry.coordinates).match(/-?[\d.]+/g)!;
    for (const one of positions) expect(one.split('.')[1]?.length ?? 0).toBeLessThanOrEqual(3);
  });
});
