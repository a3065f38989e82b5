import { describe, expect, inject, it } from 'vitest';
import { structuredData } from '../../../server/pages/structuredData.ts';
import { drawing, origin } from '../../web/drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));

describe('places and practices', () => {
  it('describe their data for data catalogues', async () => {
    const { data } = await ask('/areas', { level: 'practice' });
    const code = data[0]!.area_code;
    const { html } = await draw(`/practices/${code}`);
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!;
    const { identifier, distribution } = JSON.parse(json!);
    expect(identifier).toContain(code);
    expect(distribution[0].contentUrl).toContain(`area=${code}`);
  });
});

describe('the whole site', () => {
  it.each(['/', '/data'])('is described fully at %s: who made it, and each file', async (path) => {
    const { html } = await draw(path);
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!;
    const dataset = JSON.parse(json!);
    expect(dataset.creator).toMatchObject({ '@type': 'Organization', url: `${origin}/uptake/` });
    expect(dataset.publisher).toEqual(dataset.creator);
    expect(dataset.includedInDataCatalog.url).toBe(`${origin}/uptake/data`);
    // What search engines for datasets accept as a description.
    expect(dataset.description.length).toBeGreaterThanOrEqual(50);
    expect(dataset.description.length).toBeLessThanOrEqual(5000);
    const { data } = await ask('/releases');
    const { release, bytes, sha256 } = data.find(({ current }) => current)!;
    const file = dataset.distribution.find(
      ({ encodingFormat }: { encodingFormat: string }) =>
        encodingFormat === 'application/vnd.duckdb',
    );
    expect(file).toMatchObject({
      contentUrl: `${origin}/uptake/api/v1/releases/${release}/release.duckdb`,
      contentSize: `${bytes} B`,
      sha256,
    });
  });

  it('claims to be made from the published extracts if it is', () => {
    const meta = {
      release: '2018-09.1',
      kind: 'published',
      note: null,
      made_at: '2018-10-25T08:30:00Z',
      first_period: '2018-04',
      last_period: '2018-09',
    } as const;
    const place = { code: 'E92000001', name: 'England' };
    const settings = { origin, prefix: '', canonical: `${origin}/data` };
    const dataset = { name: 'Figures', description: 'Of places.', place, downloads: [] };
    const real = structuredData(dataset, meta, settings);
    expect(real).toMatchObject({
      url: `${origin}/data`,
      identifier: '2018-09.1/E92000001',
      version: '2018-09.1',
      ...{ datePublished: meta.made_at, dateModified: meta.made_at },
      temporalCoverage: '2018-04/2018-09',
      variableMeasured: expect.arrayContaining([
        {
          '@type': 'PropertyValue',
          name: 'Seeing your record: transactions in the month',
          propertyID: 'records_use',
          unitText: 'per 1,000 patients',
        },
      ]),
      isBasedOn: { name: 'Patient Online Management Information (POMI)' },
      license: expect.stringContaining('open-government-licence'),
      spatialCoverage: { name: 'England' },
    });
    const invented = structuredData(dataset, { ...meta, kind: 'illustrative' }, settings);
    expect(invented).not.toHaveProperty('isBasedOn');
    expect(invented).not.toHaveProperty('license');
  });
});
