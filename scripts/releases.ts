import { readSetting } from '../data/definitions/settings.ts';
import { dataFolder } from '../server/store/dataFolder.ts';
import { listReleases, useRelease, verifyReleases } from './ingest/folder/releaseList.ts';
import { removeRelease } from './ingest/folder/removeRelease.ts';

const usage = `usage: npm run releases                          lists the releases, newest month first
       npm run releases -- use ID                makes an older one current
       npm run releases -- verify [ID]           compares each file with its checksum
       npm run releases -- remove ID [--check]   removes one for good (never the current one) and says
                                                 what pointed to it; with --check only says so`;

try {
  await run();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const [command, id, ...surplus] = process.argv.slice(2);
  const folder = dataFolder();
  if (command === undefined) {
    print(await listReleases(folder));
  } else if (command === 'use' && id && surplus.length === 0) {
    await useRelease(folder, id, readSetting(process.env, 'UPTAKE_KIND'));
    console.log(`${id} is the current release.`);
  } else if (command === 'verify' && surplus.length === 0) {
    const { lines, areWhole } = await verifyReleases(folder, id);
    print(lines);
    process.exitCode = areWhole ? 0 : 1;
  } else if (command === 'remove' && id && surplus.every((one) => one === '--check')) {
    print(await removeRelease(folder, id, { check: surplus.length > 0 }));
  } else {
    console.error(usage);
    process.exitCode = 2;
  }
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}
