import { measures } from '../../../data/definitions/measures.ts';
import { type Catalogue, measuresBeside } from '../../store/catalogue.ts';
import type { PeriodRow } from '../../store/queries/periods.ts';
import { type SourceRow, sourcesQuery } from '../../store/queries/sources.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';

export const releases = table({
  path: '/releases',
  summary: 'All releases, newest month first',
  description: 'A release is everything known at one time and never changes; older ones stay.',
  parameters: [],
  columns: [
    { name: 'release', type: 'string', description: 'Id: last month and number, as in 2018-09.1.' },
    {
      name: 'kind',
      type: 'string',
      enum: ['published', 'illustrative'],
      description: 'Whether its figures were published, or made to show what this does.',
    },
    {
      name: 'current',
      type: 'boolean',
      description: 'Whether it answers where no release is named.',
    },
    { name: 'made_at', type: 'string', description: 'When it was made, in UTC.' },
    { name: 'first_period', type: 'string', description: 'First month.' },
    { name: 'last_period', type: 'string', description: 'Last month.' },
    { name: 'months', type: 'integer', description: 'Number of months.' },
    {
      name: 'practices',
      type: 'integer',
      description: 'Practices in the extracts of the last month.',
    },
    { name: 'note', type: 'string', nullable: true, description: 'What to know before using it.' },
    {
      name: 'acceptances',
      type: 'integer',
      description: 'How many doubts about it were accepted: `/acceptances` says which, and why.',
    },
    {
      name: 'measures_lacking',
      type: 'string',
      nullable: true,
      description:
        'Ids of measures it was made without, separated by commas; they are `[z]` throughout.',
    },
    {
      name: 'measures_unknown',
      type: 'string',
      nullable: true,
      description: 'Ids of measures in it that this software does not know and never shows.',
    },
    {
      name: 'bytes',
      type: 'integer',
      description: 'The size of its file, `/releases/{release}/release.duckdb`.',
    },
    {
      name: 'sha256',
      type: 'string',
      nullable: true,
      description: 'The SHA-256 of that file, as it was when the release was made.',
    },
  ],
  ofOthers: true,
  example: '',
  async rows({ releases }) {
    const listed = await releases.list();
    const current = releases.currentReleaseId();
    return whole(
      listed.map((about) => {
        const { lacking, unknown } = measuresBeside(about.measures.split(','));
        return {
          release: about.release,
          kind: about.kind,
          current: about.release === current,
          made_at: about.made_at,
          first_period: about.first_period,
          last_period: about.last_period,
          months: about.months,
          practices: about.practices,
          note: about.note,
          acceptances: about.acceptances,
          measures_lacking: lacking.join(',') || null,
          measures_unknown: unknown.join(',') || null,
          ...releases.fileOf(about.release),
        };
      }),
    );
  },
});

export const periodList = table({
  path: '/periods',
  summary: 'Months of the release',
  description: 'Each month with its practices, their registered patients and the measures in it.',
  parameters: [],
  columns: [
    { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
    { name: 'practices', type: 'integer', description: 'Practices in the extracts of the month.' },
    {
      name: 'registered',
      type: 'integer',
      nullable: true,
      description: 'Patients registered at these practices.',
    },
    {
      name: 'measures',
      type: 'string',
      description: 'Ids of the measures in it, separated by commas.',
    },
  ],
  example: '',
  rows: ({ release }) => whole(periodsOf(release.catalogue)),
});

type PeriodOfRelease = PeriodRow & { measures: string };

const listed = new WeakMap<Catalogue, PeriodOfRelease[]>();

/** The months of a release with their measures, listed once, because every page asks several times. */
function periodsOf(catalogue: Catalogue): PeriodOfRelease[] {
  let rows = listed.get(catalogue);
  if (!rows) {
    const { periods, collected } = catalogue;
    const measuresOf = (period: string) =>
      measures.filter(({ id }) => collected.get(period)!.has(id)).map(({ id }) => id);
    rows = periods.map((row) => ({ ...row, measures: measuresOf(row.period).join(',') }));
    listed.set(catalogue, rows);
  }
  return rows;
}

export const sources = table({
  path: '/sources',
  summary: 'The files a release was made from',
  description:
    'Each published extract and reference file with its SHA-256, layout, rows and, for extracts, months.',
  parameters: [],
  columns: [
    { name: 'file_id', type: 'integer', description: 'Number of the file in this release.' },
    { name: 'name', type: 'string', description: 'Name of the file.' },
    { name: 'sha256', type: 'string', description: 'SHA-256 of the file as it was given.' },
    { name: 'bytes', type: 'integer', description: 'Its size.' },
    { name: 'layout', type: 'string', description: 'Layout it was recognised as.' },
    { name: 'service', type: 'string', nullable: true, description: 'Service, for wide files.' },
    { name: 'rows', type: 'integer', description: 'Data rows.' },
    { name: 'practices', type: 'integer', description: 'Practices.' },
    {
      name: 'first_period',
      type: 'string',
      nullable: true,
      description: 'First month; none for reference files.',
    },
    { name: 'last_period', type: 'string', nullable: true, description: 'Last month.' },
    {
      name: 'text_bytes',
      type: 'integer',
      description: 'Bytes of the text that was read: of a packed file, unpacked.',
    },
    {
      name: 'address',
      type: 'string',
      nullable: true,
      description: 'Address it was downloaded from; none where it was given as a file.',
    },
  ],
  example: '',
  rows: async ({ release }) => whole(await release.database.all<SourceRow>(sourcesQuery())),
});
