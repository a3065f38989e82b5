import { ENGLAND } from '../../data/definitions/levels.ts';
import { attribution, citation, licence, source } from '../../data/words/source.ts';
import type { Meta } from '../../web/ask.ts';
import type { Download } from '../../web/page.ts';
import { siteName } from '../../web/site.ts';
import type { Holdings } from './holdings.ts';
import { honestName, keywords, mediaTypes } from './structuredData.ts';

/** Vocabulary terms, included so that the document is complete by itself. */
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

export interface CatalogueSettings {
  origin: string;
  prefix: string;
  /** Whom to ask about the data; empty if not known. */
  contact: string;
}

/**
 * Everything there is as a DCAT 3 catalogue in JSON-LD, for other catalogues to harvest: the figures with the files of
 * the current release, each release as a version of them, and the API as a service.
 */
export function dcatCatalogue(
  { meta, whole, releases }: Holdings,
  { origin, prefix, contact }: CatalogueSettings,
): object {
  const root = `${origin}${prefix}`;
  const home = { '@id': `${root}/` };
  const data = `${root}/data`;
  const service = { '@id': `${root}/api/v1/` };
  const maker = { '@id': `${root}/#publisher` };
  const texts = [whole.description, attribution(meta)];
  const common = {
    'dct:publisher': maker,
    'dct:creator': maker,
    'dct:language': {
      '@id': 'http://publications.europa.eu/resource/authority/language/ENG',
    },
    ...(contact && {
      'dcat:contactPoint': { '@type': 'vcard:Kind', 'vcard:fn': contact },
    }),
  };
  const distributionOf = distributing({ origin, data, service }, meta);
  const datasetOf = (name: string, said: SaidOfVersion) => ({
    '@type': 'dcat:Dataset',
    'dct:title': english(honestName(name, said)),
    'dct:description': english([said.note, ...texts].filter(Boolean).join(' ')),
    'dct:issued': time(said.made_at),
    'dcat:version': said.release,
    'dcat:keyword': keywords.map(english),
    'dcat:theme': { '@id': 'http://publications.europa.eu/resource/authority/data-theme/HEAL' },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': month(said.first_period),
      'dcat:endDate': month(said.last_period),
    },
    ...(said.kind === 'published' && {
      'dct:license': { '@id': licence.address },
      'dct:spatial': {
        '@id': `http://statistics.data.gov.uk/id/statistical-geography/${ENGLAND}`,
      },
      'prov:wasDerivedFrom': {
        '@type': 'dcat:Resource',
        'dct:title': english(source.name),
        'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': source.publisher },
      },
    }),
    'dct:bibliographicCitation': citation(said),
    ...common,
  });
  return {
    '@context': context,
    '@id': `${root}/data.json`,
    '@type': 'dcat:Catalog',
    'dct:title': english(siteName),
    'dct:description': english(texts[0]!),
    'dct:modified': time(meta.made_at),
    'foaf:homepage': home,
    ...common,
    'dct:publisher': {
      ...maker,
      '@type': 'foaf:Agent',
      'foaf:name': siteName,
      'foaf:homepage': home,
    },
    'dcat:dataset': {
      '@id': data,
      ...datasetOf(whole.name, meta),
      'dcat:landingPage': { '@id': data },
      'dcat:distribution': whole.downloads.map(distributionOf),
      'dcat:hasCurrentVersion': { '@id': versionId(data, meta.release) },
      'dcat:hasVersion': releases.map((release) => ({
        '@id': versionId(data, release.release),
        ...datasetOf(`${siteName}, release ${release.release}`, release),
        'dcat:isVersionOf': { '@id': data },
        'dcat:distribution': release.files.map(
          release.release === meta.release
            ? ({ href }) => ({ '@id': origin + href })
            : distributing({ origin, data, service }, release),
        ),
      })),
    },
    'dcat:service': {
      ...service,
      '@type': 'dcat:DataService',
      'dct:title': english(`${siteName}: API`),
      'dct:description': english('Every figure, table and file, in one line from any tool.'),
      'dcat:endpointURL': service,
      'dcat:endpointDescription': { '@id': `${root}/api/v1/openapi.json` },
      'dcat:landingPage': { '@id': `${root}/data/api` },
      'dcat:servesDataset': { '@id': data },
      ...common,
    },
  };
}

type SaidOfVersion = Pick<
  Meta,
  'release' | 'kind' | 'note' | 'made_at' | 'first_period' | 'last_period'
>;

const versionId = (data: string, release: string): string => `${data}?release=${release}`;

const distributing =
  (
    { origin, data, service }: { origin: string; data: string; service: object },
    { kind, made_at }: Pick<Meta, 'kind' | 'made_at'>,
  ) =>
  ({ format, href, name, bytes, sha256 }: Download) => ({
    '@id': origin + href,
    '@type': 'dcat:Distribution',
    ...(name && { 'dct:title': english(name) }),
    'dct:issued': time(made_at),
    'dcat:accessURL': { '@id': data },
    'dcat:downloadURL': { '@id': origin + href },
    'dcat:mediaType': {
      '@id': `http://www.iana.org/assignments/media-types/${mediaTypes[format]}`,
    },
    'dcat:accessService': service,
    ...(kind === 'published' && { 'dct:license': { '@id': licence.address } }),
    ...(bytes && {
      'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
    }),
    ...(sha256 && {
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
      },
    }),
  });

const english = (text: string) => ({ '@value': text, '@language': 'en' });
const time = (text: string) => ({ '@value': text, '@type': 'xsd:dateTime' });
const month = (text: string) => ({ '@value': text, '@type': 'xsd:gYearMonth' });
