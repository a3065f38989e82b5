import { releaseFormat } from '../../data/definitions/releaseFolder.ts';
import { ReleaseFolder } from '../../server/store/releases/folder.ts';
import { currentRelease } from '../ingest/folder/publish.ts';
import { type IngestOptions, ingest } from '../ingest/ingest.ts';
import { releaseIn } from './change.ts';

/** Makes the current release of a folder again from its own contents, in the present format; returns the message. */
export async function convert(
  folder: string,
  options: Pick<IngestOptions, 'by' | 'only' | 'accept'>,
): Promise<string[]> {
  const id = currentRelease(folder);
  if (id === null) throw new Error('no release is current: there is none to convert');
  const { entry } = releaseIn(new ReleaseFolder(folder).look(), id);
  const format = entry.manifest?.format;
  if (format === releaseFormat) return [`${id} is in format ${releaseFormat} already.`];
  const { release, waits, doubts } = await ingest({ ...options, files: [], dataFolder: folder });
  if (!release) {
    const said = doubts.map(({ message }) => message).join('; ');
    throw new Error(`the gate has doubts, which --reason accepts: ${said}`);
  }
  return [
    `${release} holds what ${id} held, in format ${releaseFormat}.`,
    waits ?? `${release} is the current release.`,
  ];
}
