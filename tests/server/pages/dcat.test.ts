import { describe, expect, inject, it } from 'vitest';
import { licence } from '../../../data/words/source.ts';
import { dcatCatalogue } from '../../../server/pages/dcat.ts';
import { holdingsOf } from '../../../server/pages/holdings.ts';
import type { Meta } from '../../../web/ask.ts';
import { breachesOf, graphOf } from '../../support/graph.ts';
import { drawing, origin } from '../../web/drawing.ts';

const { ask } = drawing(inject('illustrative'));
const root = `${origin}/uptake`;
const settings = { origin, prefix: '/uptake', contact: '' };
const dcat = 'http://www.w3.org/ns/dcat#';
const dct = 'http://purl.org/dc/terms/';

/** A property that a node must have a given number of times, and its kind of value. */
const property = (path: string, what: object = {}) => ({
  'sh:path': { '@id': path },
  'sh:minCount': 1,
  ...what,
});
const iri = { 'sh:nodeKind': { '@id': 'sh:IRI' } };
const text = { 'sh:nodeKind': { '@id': 'sh:Literal' } };
const one = { 'sh:maxCount': 1 };
const of = (type: string) => ({ 'sh:class': { '@id': type } });
const typed = (type: string) => ({ 'sh:datatype': { '@id': `xsd:${type}` }, ...one });

/** What DCAT-AP 3 requires, and what this product promises in addition. */
const shapes = {
  '@context': { sh: 'http://www.w3.org/ns/shacl#', xsd: 'http://www.w3.org/2001/XMLSchema#', dcat },
  '@graph': Object.entries({
    'dcat:Catalog': [
      property(`${dct}title`, text),
      property(`${dct}description`, text),
      property(`${dct}publisher`, { ...of('http://xmlns.com/foaf/0.1/Agent'), ...one }),
      property(`${dcat}dataset`, of('dcat:Dataset')),
      property(`${dcat}service`, of('dcat:DataService')),
      property(`${dct}modified`, typed('dateTime')),
    ],
    'dcat:Dataset': [
      property(`${dct}title`, text),
      property(`${dct}description`, text),
      property(`${dct}publisher`, of('http://xmlns.com/foaf/0.1/Agent')),
      property(`${dcat}distribution`, of('dcat:Distribution')),
      property(`${dcat}version`, { ...text, ...one }),
      property(`${dct}temporal`, of(`${dct}PeriodOfTime`)),
      property(`${dct}issued`, typed('dateTime')),
    ],
    'dcat:Distribution': [
      property(`${dcat}accessURL`, iri),
      property(`${dcat}downloadURL`, { ...iri, ...one }),
      property(`${dcat}mediaType`, { ...iri, ...one }),
    ],
    'dcat:DataService': [
      property(`${dcat}endpointURL`, iri),
      property(`${dct}title`, text),
      property(`${dcat}endpointDescription`, iri),
      property(`${dcat}servesDataset`, of('dcat:Dataset')),
    ],
    'http://xmlns.com/foaf/0.1/Agent': [property('http://xmlns.com/foaf/0.1/name', text)],
    'http://spdx.org/rdf/terms#Checksum': [
      property('http://spdx.org/rdf/terms#algorithm', { ...iri, ...one }),
      property('http://spdx.org/rdf/terms#checksumValue', typed('hexBinary')),
    ],
  }).map(([target, properties]) => ({
    '@type': 'sh:NodeShape',
    'sh:targetClass': { '@id': target },
    'sh:property': properties,
  })),
};

const cataloguing = async (changes: Partial<Meta> = {}) => {
  const holdings = await holdingsOf(ask, '/uptake');
  const releases = holdings.releases.map((release) => ({ ...release, ...changes }));
  return dcatCatalogue(
    { ...holdings, meta: { ...holdings.meta, ...changes }, releases } as typeof holdings,
    settings,
  );
};
const published = { kind: 'published', note: null } as const;

describe('the catalogue for other catalogues', () => {
  it.each([
    ['illustrative', {}],
    ['published', published],
  ])('has, for %s figures, everything that DCAT 3 requires', async (_, changes) => {
    const graph = await graphOf(await cataloguing(changes));
    expect(graph.length).toBeGreaterThan(200);
    expect(await breachesOf(graph, await graphOf(shapes))).toEqual([]);
  });

  it('is rejected without it', async () => {
    const graph = await graphOf(await cataloguing());
    const without = graph.filter(({ predicate }) => predicate.value !== `${dcat}accessURL`);
    const breaches = await breachesOf(without, await graphOf(shapes));
    expect(breaches.length).toBeGreaterThan(10);
    expect(breaches[0]).toContain('accessURL');
  });

  it('names each release as a version, with its file, its size and its checksum', async () => {
    const { data } = await ask('/releases');
    const graph = await graphOf(await cataloguing());
    const said = (subject: string, predicate: string) =>
      graph
        .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
        .map(({ object }) => object.value);
    for (const { release, bytes, sha256 } of data) {
      expect(said(`${root}/data`, `${dcat}hasVersion`)).toContain(
        `${root}/data?release=${release}`,
      );
      const file = `${root}/api/v1/releases/${release}/release.duckdb`;
      expect(said(file, `${dcat}byteSize`)).toEqual([String(bytes)]);
      const [checksum] = said(file, 'http://spdx.org/rdf/terms#checksum');
      expect(said(checksum!, 'http://spdx.org/rdf/terms#checksumValue')).toEqual([sha256]);
    }
    expect(data.length).toBeGreaterThan(0);
  });

  it('says of an earlier release what is true of that one, not of the current', async () => {
    const holdings = await holdingsOf(ask, '/uptake');
    const [current] = holdings.releases;
    const files = current!.files.map((file) => ({
      ...file,
      href: file.href.replace(current!.release, '2013-12.1'),
    }));
    const earlier = {
      ...{
        ...current!,
        ...published,
        files,
        release: '2013-12.1',
        made_at: '2014-01-02T03:04:05Z',
      },
      ...{ first_period: '2013-11', last_period: '2013-12' },
    };
    const releases = [current!, earlier];
    const graph = await graphOf(dcatCatalogue({ ...holdings, releases }, settings));
    const said = (subject: string, predicate: string) =>
      graph
        .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
        .map(({ object }) => object.value);
    for (const { href } of files) {
      expect(said(origin + href, `${dct}issued`)).toEqual(['2014-01-02T03:04:05Z']);
      expect(said(origin + href, `${dct}license`)).toEqual([licence.address]);
    }
    for (const { href } of current!.files) {
      expect(said(origin + href, `${dct}issued`)).toEqual([current!.made_at]);
      expect(said(origin + href, `${dct}license`)).toEqual([]);
    }
    const version = `${root}/data?release=2013-12.1`;
    const one = (predicate: string) => said(version, predicate)[0];
    expect(one(`${dct}issued`)).toBe('2014-01-02T03:04:05Z');
    expect(one(`${dcat}version`)).toBe('2013-12.1');
    expect(one(`${dct}bibliographicCitation`)).toMatch(/November 2013 to December 2013/);
    const span = one(`${dct}temporal`)!;
    expect(said(span, `${dcat}startDate`)).toEqual(['2013-11']);
    expect(said(span, `${dcat}endDate`)).toEqual(['2013-12']);
    expect(said(version, `${dcat}distribution`)).toEqual(files.map(({ href }) => origin + href));
  });

  it('marks invented figures, and claims no licence, place or source for them', async () => {
    const invented = JSON.stringify(await cataloguing());
    expect(invented).toContain('Illustrative, not real: ');
    expect(invented).not.toMatch(/licence|E92000001"\}|wasDerivedFrom/);
    const real = JSON.stringify(await cataloguing(published));
    expect(real).not.toContain('Illustrative');
    expect(real).toMatch(/open-government-licence.*wasDerivedFrom/s);
  });
});
