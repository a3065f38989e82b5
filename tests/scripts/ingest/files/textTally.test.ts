import { describe, expect, it } from 'vitest';
import { TextTally } from '../../../../scripts/ingest/files/textTally.ts';

function tallied(text: string, size = text.length) {
  const bytes = Buffer.from(text);
  const tally = new TextTally();
  for (let at = 0; at < bytes.length; at += size) tally.add(bytes.subarray(at, at + size));
  return tally.sum;
}

describe('the counts of a text', () => {
  it.each([
    ['nothing', '', 0],
    ['a line without its end', 'a,b', 1],
    ['lines', 'a,b\n1,2\n3,4\n', 3],
    ['lines of Windows', 'a,b\r\n1,2\r\n3,4\r\n', 3],
    ['lines of old Macs', 'a,b\r1,2\r\r3,4\r', 3],
    ['both after a first line of an old Mac', 'a,b\r1,2\r\n3,4\n', 3],
    ['a carriage return within lines that end otherwise', 'a,b\n1\r,2\n', 2],
    ['blank lines', '\n \t\na,b\n\r\n1,2\n\n', 2],
    ['quoted line ends', 'a,b\n"1\n\n2",3\n4,"5\n', 3],
    ['doubled quotes', 'a,b\n"1""\n",2\n', 2],
    ['doubled quotes at both ends', 'a,b\n"""1\n""",2\n3,""\n', 3],
    ['quotes within cells', 'a,b\n5" X,2\n3,4"\n5""6,""\n7"",8\n9,10\n', 6],
    ['rows without anything between their delimiters', 'a,b\n1,2\n,\n;;\n , \n||\n3,4\n,,\n', 3],
    ['rows of nothing but quotes', 'a,b\n"",""\n1,2\n""," "\n"\n",\n3,4\n', 3],
    ['lines under a byte order mark', '\ufeff\na,b\n1,2\n', 2],
    ['a byte order mark further below', '\n\na,b\n\ufeff\n1,2\n', 3],
    ['a space that is not plain', 'a,b\n\u00a0\n1,2\n', 3],
    ['a quoted cell after a byte order mark', '\ufeff"a\n",b\n1,2\n', 2],
  ])('include the rows of %s, in whatever pieces it arrives', (_, text, rows) => {
    for (const size of [5, 6, 7, 100]) expect(tallied(text, size).rows).toBe(rows);
  });

  it('include bytes, and the longest line with its row', () => {
    const text = 'a,b\n1,2\n"é\néé",7\n4,5\n';
    for (const size of [5, 6, 7, 100]) {
      expect(tallied(text, size)).toEqual({
        bytes: 24,
        rows: 4,
        longest: { bytes: 7, row: 2 },
      });
    }
    expect(tallied('a\n1234567').longest).toEqual({ bytes: 7, row: 1 });
  });
});
