import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { wideExtract } from './extracts.ts';
import { asked, scratchFolder, written } from './scratch.ts';

const scratch = scratchFolder();
const extract = wideExtract([{ enabled: 50 }]);

it('a file whose name says its service is not read as another', async () => {
  const files = [written(scratch, 'BOOK_CANCEL_APPOINTMENTS_POMI.csv', extract)];
  const dataFolder = join(scratch, 'contradicted');
  const { release, problems } = await ingest({ files, dataFolder, service: 'records' });
  expect(release).toBeNull();
  expect(problems).toMatchObject([
    {
      file: 'BOOK_CANCEL_APPOINTMENTS_POMI.csv',
      message:
        'the file name says that it is about appointments, and --service says records: leave out the option, or rename the file if its name is wrong',
    },
  ]);
  const same = await ingest({ files, dataFolder, service: 'appointments' });
  expect(same.problems).toEqual([]);
  const other = [written(scratch, 'april.csv', wideExtract([{ enabled: 40 }]))];
  const { release: named } = await ingest({ files: other, dataFolder, service: 'records' });
  expect(
    await asked(
      dataFolder,
      named!,
      'select records_enabled, appointments_enabled from practice_month',
    ),
  ).toEqual([{ records_enabled: 40, appointments_enabled: 50 }]);
});
