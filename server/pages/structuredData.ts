import { measures } from '../../data/definitions/measures.ts';
import { attribution, citation, licence } from '../../data/words/source.ts';
import type { Meta } from '../../web/ask.ts';
import type { Dataset } from '../../web/page.ts';

const mediaTypes: Record<Dataset['downloads'][number]['format'], string> = {
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/**
 * What a page has to take away, as schema.org/Dataset in JSON-LD for those who search for data. Invented data
 * says so in its name, and names no place that it would be about.
 */
export function structuredData(
  { name, description, place, downloads }: Dataset,
  meta: Meta,
  { origin, canonical }: { origin: string; canonical: string },
): object {
  const invented = meta.kind === 'illustrative';
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: invented ? `Illustrative, not real: ${name}` : name,
    description: [meta.note, description, attribution(meta)].filter(Boolean).join(' '),
    url: canonical,
    identifier: `${meta.release}/${place.code}`,
    version: meta.release,
    dateModified: meta.made_at,
    temporalCoverage: `${meta.first_period}/${meta.last_period}`,
    ...(!invented && {
      spatialCoverage: { '@type': 'Place', name: place.name, identifier: place.code },
      license: licence.address,
    }),
    isAccessibleForFree: true,
    creditText: citation(meta),
    variableMeasured: measures.map(({ id, title, unit }) => ({
      '@type': 'PropertyValue',
      name: title,
      propertyID: id,
      unitText: unit,
    })),
    distribution: downloads.map(({ format, href }) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaTypes[format],
      contentUrl: `${origin}${href}`,
    })),
  };
}
