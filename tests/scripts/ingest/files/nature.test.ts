import { describe, expect, it } from 'vitest';
import { natureOf, zipNature } from '../../../../scripts/ingest/files/nature.ts';

const header = 'report_period_end,region_code\r\n30APR2018,Y54\r\n';
const wide = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const hex = (text: string) => Buffer.concat([Buffer.from(text, 'hex'), Buffer.from('rest')]);

describe('the kind of an unreadable file', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'the file is empty'],
    ['only spaces', Buffer.from('\ufeff \r\n\t\n'), 'the file is empty but for spaces'],
    [
      'UTF-16 with its mark',
      wide(`\ufeff${header}`, 'le'),
      'the file is written in UTF-16: save it as CSV in UTF-8',
    ],
    [
      'UTF-16 with its mark, the other way round',
      wide(`\ufeff${header}`, 'be'),
      'the file is written in UTF-16: save it as CSV in UTF-8',
    ],
    [
      'UTF-16 without its mark',
      wide(header, 'le'),
      'the file is written in UTF-16 (without a mark of it): save it as CSV in UTF-8',
    ],
    [
      'UTF-16 without its mark, the other way round',
      wide(header, 'be'),
      'the file is written in UTF-16 (without a mark of it): save it as CSV in UTF-8',
    ],
    ['UTF-32', hex('fffe0000'), 'the file is written in UTF-32: save it as CSV in UTF-8'],
    ['an old workbook', hex('d0cf11e0a1b11ae1'), 'the file is an Excel workbook: save it as CSV'],
    [
      'a pointer',
      Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 6\n'),
      'the file is a Git LFS pointer, not the file that it points to: fetch that (git lfs pull, or the button Download)',
    ],
    [
      'a web page',
      Buffer.from('\n<!DOCTYPE html><html><head>'),
      'the file is a web page, as where a link to a download led to another page: fetch the file itself',
    ],
    [
      'XML',
      Buffer.from('<?xml version="1.0"?><kml>'),
      'the file is XML: give a CSV or, for boundaries, GeoJSON',
    ],
    [
      'a PDF',
      Buffer.from('%PDF-1.4'),
      'the file is a PDF: fetch the CSV that is published with it',
    ],
    ['a zip in a zip', hex('504b0304'), 'the file is a zip within a zip or gzip: unpack it first'],
    [
      'bytes',
      Buffer.from([7, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2]),
      'this is not a text file: it contains NUL bytes',
    ],
  ])('is recognised: %s', (_, head, message) => {
    expect(natureOf(head)).toBe(message);
  });

  it.each([
    ['a table', Buffer.from(header)],
    ['a table with a mark', Buffer.from(`\ufeff${header}`)],
    ['GeoJSON', Buffer.from('{"type":"FeatureCollection"')],
    ['a table with a NUL in a row', Buffer.from(`${header}\0`)],
    ['letters beyond English', Buffer.from('CAF\u00c9 SURGERY,\u4e2d\u6587\n')],
  ])('is not claimed for %s', (_, head) => {
    expect(natureOf(head)).toBeNull();
  });

  it('is recognised for a zip by its contents, naming five', () => {
    expect(zipNature(['1', '2', '3', '4', '5', '6', '7'])).toBe(
      'the zip contains no .csv or .geojson file, only 1, 2, 3, 4, 5 and 2 more',
    );
    expect(zipNature(['a.doc', 'doc.kml'])).toBe('the file is a KMZ: export it as GeoJSON');
  });
});
