import jsonld from 'jsonld';

const csvw = 'http://www.w3.org/ns/csvw#';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

// The terms used here from the context of CSV on the Web. Other terms are refused.
const context = {
  dc: 'http://purl.org/dc/terms/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd,
  ...Object.fromEntries(
    ['gYearMonth', 'date', 'dateTime', 'string', 'integer', 'double', 'boolean'].map((type) => [
      type,
      `${xsd}${type}`,
    ]),
  ),
  url: { '@id': `${csvw}url`, '@type': `${xsd}anyURI` },
  dialect: { '@id': `${csvw}dialect`, '@type': '@id' },
  delimiter: { '@id': `${csvw}delimiter`, '@language': null },
  quoteChar: { '@id': `${csvw}quoteChar`, '@language': null },
  doubleQuote: { '@id': `${csvw}doubleQuote`, '@type': `${xsd}boolean` },
  encoding: { '@id': `${csvw}encoding`, '@language': null },
  header: { '@id': `${csvw}header`, '@type': `${xsd}boolean` },
  headerRowCount: { '@id': `${csvw}headerRowCount`, '@type': `${xsd}nonNegativeInteger` },
  lineTerminators: { '@id': `${csvw}lineTerminators`, '@language': null },
  tableSchema: { '@id': `${csvw}tableSchema`, '@type': '@id' },
  columns: { '@id': `${csvw}column`, '@type': '@id', '@container': '@list' },
  name: { '@id': `${csvw}name`, '@language': null },
  titles: { '@id': `${csvw}title`, '@container': '@language' },
  datatype: { '@id': `${csvw}datatype`, '@type': '@vocab' },
  required: { '@id': `${csvw}required`, '@type': `${xsd}boolean` },
  null: { '@id': `${csvw}null`, '@language': null },
};

const documentLoader = async (url: string): Promise<{ documentUrl: string; document: object }> => {
  if (url !== 'http://www.w3.org/ns/csvw') throw new Error(`a context from elsewhere: ${url}`);
  return { documentUrl: url, document: { '@context': context } };
};

/**
 * The statements of some metadata, one per line, as a JSON-LD processor reads them; throws if it would drop anything.
 */
export async function statementsOf(metadata: object): Promise<string[]> {
  const options = { documentLoader, base: 'http://example.org/', format: 'application/n-quads' };
  const quads = await jsonld.toRDF(metadata, { ...options, safe: true } as jsonld.Options.ToRdf);
  return String(quads).trimEnd().split('\n');
}
