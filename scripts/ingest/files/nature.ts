/** How files that are not text begin, and what to do about each. */
const signatures: readonly { begins: Buffer; what: string }[] = [
  { begins: Buffer.from('d0cf11e0a1b11ae1', 'hex'), what: 'an Excel workbook: save it as CSV' },
  {
    begins: Buffer.from('PK\x03\x04', 'latin1'),
    what: 'a zip within a zip or gzip: unpack it first',
  },
  {
    begins: Buffer.from('1f8b', 'hex'),
    what: 'a gzip within a zip or gzip: unpack it first',
  },
  { begins: Buffer.from('%PDF'), what: 'a PDF: fetch the CSV that is published with it' },
  { begins: Buffer.from('PAR1'), what: 'a Parquet file: save it as CSV' },
  { begins: Buffer.from('{\\rtf'), what: 'a text document: save its table as CSV' },
  { begins: Buffer.from('BZh'), what: 'packed with bzip2: unpack it first' },
  { begins: Buffer.from('fd377a585a00', 'hex'), what: 'packed with xz: unpack it first' },
  { begins: Buffer.from('28b52ffd', 'hex'), what: 'packed with zstd: unpack it first' },
  { begins: Buffer.from('377abcaf271c', 'hex'), what: 'packed with 7-Zip: unpack it first' },
  { begins: Buffer.from('Rar!'), what: 'packed with RAR: unpack it first' },
  {
    begins: Buffer.from('0000270a', 'hex'),
    what: 'a shapefile: export it as GeoJSON in longitude and latitude',
  },
  {
    begins: Buffer.from('SQLite format 3'),
    what: 'a database (such as a GeoPackage): export it as CSV or GeoJSON',
  },
];

const pointer = /^version https:\/\/git-lfs\.github\.com\/spec\//;
const webPage = /^\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)\b/is;
const xml = /^\s*<(?:\?xml|kml|gml)\b/i;

/**
 * What a file is that cannot be read as a table or GeoJSON in UTF-8, judging by its beginning, and what to do: "written
 * in UTF-16: save it as CSV in UTF-8". Null if it may be readable.
 */
export function natureOf(head: Buffer): string | null {
  if (head.length === 0) return 'the file is empty';
  const wide = wideEncoding(head);
  if (wide) return `the file is written in ${wide}: save it as CSV in UTF-8`;
  const packed = signatures.find(({ begins }) => head.subarray(0, begins.length).equals(begins));
  if (packed) return `the file is ${packed.what}`;
  const text = head.toString('utf8').replace(/^\ufeff+/, '');
  if (text.trim() === '') return 'the file is empty but for spaces';
  if (pointer.test(text)) {
    return 'the file is a Git LFS pointer, not the file that it points to: fetch that (git lfs pull, or the button Download)';
  }
  if (webPage.test(text))
    return 'the file is a web page, as where a link to a download led to another page: fetch the file itself';
  if (xml.test(text)) return 'the file is XML: give a CSV or, for boundaries, GeoJSON';
  if (/^[^\r\n]*\0/.test(text)) return 'this is not a text file: it contains NUL bytes';
  return null;
}

/** The multi-byte encoding of a text, by its byte order mark or its many NUL bytes; null for none. */
function wideEncoding(head: Buffer): string | null {
  const begins = head.toString('hex', 0, 4);
  if (begins === 'fffe0000' || begins === '0000feff') return 'UTF-32';
  if (begins.startsWith('fffe') || begins.startsWith('feff')) return 'UTF-16';
  // English text in UTF-16 has a NUL in every other byte.
  const looked = head.subarray(0, 1000);
  const nuls = [0, 0];
  looked.forEach((byte, i) => {
    if (byte === 0) nuls[i % 2]!++;
  });
  const most = Math.max(...nuls);
  return most > looked.length * 0.4 && Math.min(...nuls) < looked.length * 0.05
    ? 'UTF-16 (without a mark of it)'
    : null;
}

/** File types that are zips in disguise, recognised by their contents. */
const packages: readonly { holds: RegExp; what: string }[] = [
  { holds: /^xl\/workbook\.(xml|bin)$/, what: 'an Excel workbook: save it as CSV' },
  { holds: /^word\/document\.xml$/, what: 'a Word document: save its table as CSV' },
  { holds: /^content\.xml$/, what: 'an OpenDocument file: save it as CSV' },
  {
    holds: /^Index\/.*\.iwa$|^Index\.zip$/,
    what: 'a Numbers document: export it as CSV',
  },
  {
    holds: /\.shp$/i,
    what: 'a shapefile: export it as GeoJSON in longitude and latitude',
  },
  { holds: /\.kml$/i, what: 'a KMZ: export it as GeoJSON' },
];

/** Up to this many files of a zip are named if none of them can be read. */
const mostNamed = 5;

/** What a zip without CSV or GeoJSON is, by the names of its files. */
export function zipNature(names: readonly string[]): string {
  const found = packages.find(({ holds }) => names.some((name) => holds.test(name)));
  if (found) return `the file is ${found.what}`;
  const named = names.slice(0, mostNamed).join(', ');
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return `the zip contains no .csv or .geojson file${named ? `, only ${named}${more}` : ''}`;
}
