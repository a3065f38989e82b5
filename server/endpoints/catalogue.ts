import { GROUP, levelIds } from '../../data/definitions/levels.ts';
import { measures, services } from '../../data/definitions/measures.ts';
import { ancestorsOf } from '../catalogue.ts';
import { table, whole } from '../endpoint.ts';
import type { AreaRow } from '../queries/areas.ts';
import { type SourceRow, sourcesQuery } from '../queries/sources.ts';
import { levelColumn, unitColumn } from './columns.ts';
import { levelsOf } from './figures.ts';

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
  ],
  example: '',
  async rows({ releases }) {
    const current = releases.currentReleaseId();
    const opened = await Promise.all(releases.list().map((id) => releases.get(id)));
    return whole(
      opened.map(({ id, about: { previous: _, ...about } }) => ({
        release: id,
        kind: about.kind,
        current: id === current,
        made_at: about.made_at,
        first_period: about.first_period,
        last_period: about.last_period,
        months: about.months,
        practices: about.practices,
        note: about.note,
      })),
    );
  },
});

export const measureList = table({
  path: '/measures',
  summary: 'What is measured, and how',
  description:
    'The declaration of every measure: wording, unit, numerator, denominator and source.',
  parameters: [],
  columns: [
    { name: 'id', type: 'string', description: 'Id, as the parameter `measure` takes it.' },
    {
      name: 'service',
      type: 'string',
      enum: [...services, 'any'],
      description: 'The online service; `any` is at least one of them.',
    },
    {
      name: 'stage',
      type: 'string',
      enum: ['offered', 'enabled', 'accessed', 'use'],
      description: 'The step of uptake: offered, enabled, accessed or use.',
    },
    unitColumn('What its values are in.'),
    { name: 'title', type: 'string', description: 'Title, as charts carry it.' },
    {
      name: 'phrase',
      type: 'string',
      description: 'What patients could do, were set up to or did.',
    },
    { name: 'numerator_label', type: 'string', description: 'What the numerator counts.' },
    { name: 'denominator_label', type: 'string', description: 'What the denominator counts.' },
    { name: 'description', type: 'string', description: 'How it is counted.' },
    { name: 'why_it_matters', type: 'string', description: 'Why it matters.' },
    {
      name: 'polarity',
      type: 'string',
      enum: ['higher is better', 'none'],
      description: 'Whether higher is better, or no judgement.',
    },
    {
      name: 'published_as_wide',
      type: 'string',
      nullable: true,
      description: 'Column in the wide files of 2014 to 2017.',
    },
    {
      name: 'published_as_long',
      type: 'string',
      nullable: true,
      description: 'Field in the long files from 2018.',
    },
    { name: 'first_period', type: 'string', nullable: true, description: 'First month with it.' },
    { name: 'last_period', type: 'string', nullable: true, description: 'Last month with it.' },
  ],
  example: '',
  rows({ release }) {
    const { periods, collected } = release.catalogue;
    return whole(
      measures.map((measure) => {
        const held = periods.filter(({ period }) => collected.get(period)!.has(measure.id));
        return {
          id: measure.id,
          service: measure.service,
          stage: measure.stage,
          unit: measure.unit,
          title: measure.title,
          phrase: measure.phrase,
          numerator_label: measure.numeratorLabel,
          denominator_label: measure.denominatorLabel,
          description: measure.description,
          why_it_matters: measure.whyItMatters,
          polarity: measure.polarity,
          published_as_wide: measure.publishedAs.wide,
          published_as_long: measure.publishedAs.long,
          first_period: held[0]?.period ?? null,
          last_period: held.at(-1)?.period ?? null,
        };
      }),
    );
  },
});

export const periodList = table({
  path: '/periods',
  summary: 'Months of the release',
  description:
    'Each month with its practices, their registered patients and the measures it holds.',
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
    { name: 'measures', type: 'string', description: 'Ids of the measures it holds, by commas.' },
  ],
  example: '',
  rows({ release }) {
    const { periods, collected } = release.catalogue;
    return whole(
      periods.map((row) => ({
        ...row,
        measures: measures
          .filter(({ id }) => collected.get(row.period)!.has(id))
          .map(({ id }) => id)
          .join(','),
      })),
    );
  },
});

export const areas = table({
  path: '/areas',
  summary: 'Places: England, regions, subregions, STPs, CCGs, PCNs and practices',
  description:
    'Every place that appears in the release, with its latest name, the areas it lies in and the months it appears in. PCNs and STPs only where the release holds a practice lookup; with `boundaries=lookup` regions and CCGs are those of the lookup too.',
  parameters: ['level', 'parent', 'area', 'boundaries'],
  columns: [
    levelColumn('Level of the place.'),
    { name: 'area_code', type: 'string', description: 'Its code.' },
    { name: 'area_name', type: 'string', description: 'Its latest name.' },
    { name: 'region_code', type: 'string', nullable: true, description: 'Its region.' },
    { name: 'subregion_code', type: 'string', nullable: true, description: 'Its subregion.' },
    {
      name: 'stp_code',
      type: 'string',
      nullable: true,
      description: 'Its STP (since July 2022 ICB), by the practice lookup.',
    },
    { name: 'ccg_code', type: 'string', nullable: true, description: 'Its CCG.' },
    {
      name: 'pcn_code',
      type: 'string',
      nullable: true,
      description: 'Its PCN, by the practice lookup; none where the practice is in none.',
    },
    {
      name: 'ons_code',
      type: 'string',
      nullable: true,
      description:
        'Its code in official statistics and on maps, where the practice lookup tells it.',
    },
    { name: 'first_period', type: 'string', description: 'First month it appears in.' },
    { name: 'last_period', type: 'string', description: 'Last month it appears in.' },
    {
      name: 'registered',
      type: 'integer',
      nullable: true,
      description: 'Registered patients in its last month.',
    },
  ],
  example: 'level=region',
  rows({ release, filters }) {
    const { level, parent, area } = filters;
    const wanted = level || area || parent ? levelsOf(filters) : levelIds;
    const isWithin = (row: AreaRow) =>
      !parent ||
      (parent.members?.includes(row.area_code) ?? ancestorsOf(row).includes(parent.area_code));
    const group = area?.filter((row) => row.level === GROUP) ?? [];
    return whole(
      [...release.catalogue.areas.values(), ...group].filter(
        (row) => wanted.includes(row.level) && isWithin(row) && (!area || area.includes(row)),
      ),
    );
  },
});

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
  ],
  example: '',
  rows: async ({ release }) => whole(await release.database.all<SourceRow>(sourcesQuery())),
});
