import { expect, it } from 'vitest';
import { csvRows, foldedRows } from '../../../../scripts/ingest/files/csvRows.ts';
import { openFiles, readHead } from '../../../../scripts/ingest/files/extractFile.ts';
import { type Header, readHeader } from '../../../../scripts/ingest/files/readHeader.ts';
import { TextCounter } from '../../../../scripts/ingest/files/textCounter.ts';
import { readLimits } from '../../../../scripts/ingest/limits.ts';
import { groupFolded, groupRows } from '../../../../scripts/ingest/rows/groupRows.ts';
import { DuckDatabase } from '../../../../server/store/duckDatabase.ts';
import { sql } from '../../../../server/store/sql.ts';
import { allFields, longExtract } from '../extracts.ts';
import { scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();

it('the lines of a folded file are grouped to the same rows as the file itself', async () => {
  const text = longExtract([
    { fields: allFields(1000, 100) },
    { code: 'A81002', ccg: '00C', supplier: 'TPP', fields: { Total_Use: '', New_Pat_Enbld: -1 } },
    { code: 'A81003', region: 'Y55,MIDLANDS', supplier: 'NULL', fields: allFields(90, 0) },
    { code: 'A81003', date: '31MAY2018', supplier: '', fields: { Sys_Appts_Enbld: 2 } },
  ]);
  const path = written(scratch, 'a.csv', text);
  const given = [{ path, name: 'a.csv', address: null }];
  const counter = new TextCounter();
  const [file] = await openFiles(given, { work: scratch, limits: readLimits({}), counter }, []);
  const header = readHeader('a.csv', readHead(file!)) as Header;
  const folded = await file!.folded();
  const database = await DuckDatabase.openToWrite(':memory:', { threads: '1' });
  const { layout } = header;
  const rows = await database.all<Record<string, unknown>>(
    sql`from (${groupRows(layout, null, csvRows(file!, header))}) order by row`,
  );
  expect(rows.map(({ row, rows, fields }) => [row, rows, fields])).toEqual([
    [1, 13, 2 ** 13 - 1],
    [14, 2, 2 ** 2 + 2 ** 3],
    [16, 13, 2 ** 13 - 1],
    [29, 1, 2 ** 7],
  ]);
  expect(
    await database.all(
      sql`from (${groupFolded(layout, foldedRows(folded!, header))}) order by row`,
    ),
  ).toEqual(rows);
  database.close();
  await counter.stop();
});
