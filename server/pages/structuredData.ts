import type {
  DataCatalog,
  DataDownload,
  Dataset as DescribedDataset,
  Organization,
  PropertyValue,
  WithContext,
} from 'schema-dts';
import { measures } from '../../data/definitions/measures.ts';
import { attribution, citation, licence, source } from '../../data/words/source.ts';
import type { Meta } from '../../web/ask.ts';
import type { Dataset, Download } from '../../web/page.ts';
import { siteName } from '../../web/site.ts';

/** The media type of each kind of file. */
export const mediaTypes: Record<Download['format'], string> = {
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  duckdb: 'application/vnd.duckdb',
};

/** Words that people search for such data with. */
export const keywords = [
  'general practice',
  'GP',
  'NHS England',
  'patient online services',
  'POMI',
  'online access to records',
  'online appointments',
  'online prescriptions',
];

/** A name that marks illustrative data as not real. */
export const honestName = (name: string, { kind }: Pick<Meta, 'kind'>): string =>
  kind === 'illustrative' ? `Illustrative, not real: ${name}` : name;

/**
 * The downloads of a page as a schema.org/Dataset in JSON-LD, for data search engines. Illustrative data says so in its
 * name, and gives no place that it covers and no source.
 */
export function structuredData(
  { name, description, place, downloads }: Dataset,
  meta: Meta,
  { origin, prefix, canonical }: { origin: string; prefix: string; canonical: string },
): WithContext<DescribedDataset> {
  const root = `${origin}${prefix}`;
  const makers: Organization = { '@type': 'Organization', name: siteName, url: `${root}/` };
  const catalogue: DataCatalog = { '@type': 'DataCatalog', name: siteName, url: `${root}/data` };
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: honestName(name, meta),
    description: [meta.note, description, attribution(meta)].filter(Boolean).join(' '),
    url: canonical,
    identifier: `${meta.release}/${place.code}`,
    version: meta.release,
    datePublished: meta.made_at,
    dateModified: meta.made_at,
    inLanguage: 'en-GB',
    keywords,
    creator: makers,
    publisher: makers,
    includedInDataCatalog: catalogue,
    temporalCoverage: `${meta.first_period}/${meta.last_period}`,
    ...(meta.kind === 'published' && {
      spatialCoverage: { '@type': 'Place', name: place.name, identifier: place.code },
      license: licence.address,
      isBasedOn: {
        '@type': 'CreativeWork',
        name: source.name,
        publisher: { '@type': 'Organization', name: source.publisher },
        license: licence.address,
      },
    }),
    isAccessibleForFree: true,
    creditText: citation(meta),
    variableMeasured: measures.map(
      ({ id, title, unit }): PropertyValue => ({
        '@type': 'PropertyValue',
        name: title,
        propertyID: id,
        unitText: unit,
      }),
    ),
    distribution: downloads.map(
      ({ format, href, name, bytes, sha256 }): DataDownload => ({
        '@type': 'DataDownload',
        ...(name && { name }),
        encodingFormat: mediaTypes[format],
        contentUrl: `${origin}${href}`,
        ...(bytes && { contentSize: `${bytes} B` }),
        ...(sha256 && { sha256 }),
      }),
    ),
  };
}
