import { dataFolder } from '../server/store/dataFolder.ts';
import { listReleases, useRelease } from './ingest/folder/releaseList.ts';

const usage = `usage: npm run releases             lists the releases, newest month first
       npm run releases -- use ID   makes an older one current`;

const [command, id, ...surplus] = process.argv.slice(2);
try {
  if (command === undefined) {
    for (const line of await listReleases(dataFolder())) console.log(line);
  } else if (command === 'use' && id && surplus.length === 0) {
    await useRelease(dataFolder(), id);
    console.log(`${id} is the current release.`);
  } else {
    console.error(usage);
    process.exitCode = 2;
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
