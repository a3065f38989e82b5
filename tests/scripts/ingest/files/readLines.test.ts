import { expect, it } from 'vitest';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { formatProblem } from '../../../../scripts/ingest/problem.ts';
import { allFields, longExtract } from '../extracts.ts';
import { asked, scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();

/** Names as somebody published them who had already lost a letter, in a file of more than one chunk. */
const practices = Array.from({ length: 200 }, (_, i) => ({
  code: `A8${1001 + i}`,
  name: `CAFÉ ${i} SURG\ufffdRY`,
  fields: allFields(1000, 100),
}));
const plain = longExtract(practices);
const mixed = plain.replace('\r\n', '\n');

it.each([
  ['one kind', plain],
  ['two kinds', mixed],
  ['two kinds and a byte order mark', `\ufeff${mixed}`],
])('U+FFFD is a character as any other in a file with line ends of %s', async (kind, text) => {
  expect(text.length).toBeGreaterThan(1 << 18);
  const dataFolder = `${scratch}/${kind}`;
  const { release, problems } = await ingest({
    ...{ files: [written(scratch, 'a.csv', text)], dataFolder },
  });
  expect(problems).toEqual([]);
  expect(
    await asked(
      dataFolder,
      release!,
      'select practice_code as code, practice_name as name from practice_month order by 1',
    ),
  ).toEqual(practices.map(({ code, name }) => ({ code, name })));
});

it('a byte that is not UTF-8 is a problem of its line, also within a cell of several lines', async () => {
  const text = mixed
    .replace('CAFÉ 1 SURG', 'CAF# 1 SURG')
    .replace(/CAFÉ 2 SURG.RY/, '"CAFÉ\nCAF#"');
  const bytes = Buffer.from(text).map((byte) => (byte === 0x23 ? 0xc9 : byte));
  const { problems } = await ingest({
    files: [written(scratch, 'a.csv', Buffer.from(bytes))],
    dataFolder: `${scratch}/none`,
  });
  expect(problems.map(formatProblem)).toEqual([
    'a.csv, rows 14 and 28: not written in UTF-8: save the file as CSV in UTF-8',
    'a.csv, row 27: a quote is opened and not closed',
  ]);
});
