import { ENGLAND } from '../../data/definitions/levels.ts';
import { monthsWords } from '../../data/words/source.ts';
import type { Questions } from '../../web/apiTypes.ts';
import type { Ask, Meta } from '../../web/ask.ts';
import type { Dataset, Download } from '../../web/page.ts';
import { dataTables, type FileFormat, fileOf, levelsWith } from '../../web/pages/dataTables.ts';
import { addressOf } from '../../web/route.ts';

/** What can be downloaded: everything about one release, and the files of every release. */
export interface Holdings {
  meta: Meta;
  whole: Dataset;
  releases: readonly HeldRelease[];
}

type HeldRelease = Questions['/releases']['answer']['data'][number] & {
  files: readonly Download[];
};

/** Pages about the whole site rather than one place. */
export const ofTheWhole = ['/', '/data'];

const formats = ['csv', 'xlsx', 'parquet', 'json'] as const satisfies readonly FileFormat[];

/** The downloads of a release, by default the current one, as paths of the site. */
export async function holdingsOf(ask: Ask, prefix: string, release?: string): Promise<Holdings> {
  const [places, listed] = await Promise.all([
    ask('/areas', { level: 'england,region,subregion,ccg', release }),
    ask('/releases'),
  ]);
  const { meta } = places;
  const releases = listed.data.map((one) => ({ ...one, files: filesOf(one, prefix) }));
  const named = new URL(`http://localhost${prefix}/data?release=${meta.release}`);
  const address = addressOf(named, prefix);
  const { figures, others } = dataTables(meta, levelsWith(places.data));
  const tables = [...figures, ...others].flatMap((table): Download[] =>
    formats
      .filter((format) => table.formats.includes(format))
      .map((format) => ({
        format,
        name: `${table.name}: ${table.holds}`,
        href: fileOf(address, table, format),
      })),
  );
  const files = releases.find((one) => one.release === meta.release)!.files;
  return {
    meta,
    releases,
    whole: {
      name: `GP online services in England: who can, who is set up, who does (${monthsWords(meta)})`,
      description:
        'How many patients of general practices in England can see their record, book appointments and order prescriptions online, how many are set up for it, and how many do, by month, for England and every region, subregion, CCG and practice.',
      place: { code: ENGLAND, name: 'England' },
      downloads: [...files, ...tables],
    },
  };
}

function filesOf(
  { release, bytes, sha256 }: Questions['/releases']['answer']['data'][number],
  prefix: string,
): Download[] {
  const file = (name: string) => `${prefix}/api/v1/releases/${release}/${name}`;
  return [
    {
      format: 'zip',
      name: `Everything of release ${release} as one zip`,
      href: file('bundle.zip'),
    },
    {
      format: 'duckdb',
      name: `Release ${release} as a DuckDB database`,
      href: file('release.duckdb'),
      bytes,
      sha256,
    },
  ];
}
