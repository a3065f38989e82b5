import { publishedLevelIds } from '../../../data/definitions/levels.ts';
import { type Measure, measures } from '../../../data/definitions/measures.ts';
import { source, subject } from '../../../data/words/source.ts';
import type { JudgedFigure } from '../../figures/judgement.ts';
import type { Release } from '../../store/releases.ts';
import { type Column, whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { figuresAsked } from '../size.ts';
import { judgedFigures } from './figures.ts';

/** The layout, as descriptions name it. */
const layout =
  'NHS England’s Central Metrics Library (CML, proforma 2.0, as its package `cml-schemas` 2 has it)';

const text = (name: string, description: string, nullable = false): Column => ({
  name,
  type: 'string',
  nullable,
  description,
});
const time = (name: string, description: string, nullable = false): Column => ({
  ...text(name, description, nullable),
  holds: 'time',
});

/** A prefix keeps our ids apart from those of others. */
const metricId = ({ id }: Pick<Measure, 'id'>): string => `gp_online_${id}`;

const startOf = (month: string): string => `${month}-01T00:00:00Z`;

const grain = 'month';

const names = ['measure', 'level', 'area', 'parent', 'boundaries', 'period', 'from', 'to'] as const;

export const cmlMetrics = table({
  path: '/cml/metrics',
  summary: 'Figures in the layout of the Central Metrics Library',
  description: `A row for each figure of \`/figures\` that has a value, in the table "metric" of ${layout}. A figure that is not known has no row: the layout has no place for it. \`/cml/metadata\` says what each metric is, \`/cml/sources\` where they come from.`,
  parameters: names,
  columns: [
    text(
      'datapoint_id',
      'Its id, the same in every release: metric, place and month, and `lookup` where it is on those boundaries.',
    ),
    text('metric_id', 'The measure, as `/cml/metadata` names it.'),
    text('dimension_id', 'None: figures are not split.', true),
    text('reporting_grain', 'What a figure is of: always a month.'),
    text('location_id', 'Code of the place.'),
    text('location_type', 'Level of the place.'),
    time('reporting_period_start_datetime', 'The beginning of its month.'),
    time('publication_datetime', 'When the release was made.', true),
    { name: 'metric_value', type: 'number', description: 'The value, in the unit of the metric.' },
    text(
      'additional_metric_values',
      'As JSON: numerator, denominator, practices in the extract and those that reported, and the limits of the 95% interval.',
      true,
    ),
  ],
  example: 'measure=records_offered,records_enabled&level=region&period=latest',
  most: figuresAsked,
  rows(question) {
    const { chunks } = judgedFigures(question);
    const { made_at } = question.release.about;
    const on = question.filters.boundaries === 'lookup' ? '/lookup' : '';
    async function* metrics() {
      for await (const rows of chunks) {
        const known = rows.filter(({ value }) => value !== null);
        yield known.map((row) => metricOf(row, made_at, on));
      }
    }
    return { chunks: metrics() };
  },
});

/** A figure as a metric. `on` is appended to its id if it is not on the published boundaries. */
function metricOf(figure: JudgedFigure, made_at: string, on: string): object {
  const { measure, level, area_code, period } = figure;
  const metric_id = metricId({ id: measure });
  const { numerator, denominator, practices, practices_reported, lower_95, upper_95 } = figure;
  return {
    datapoint_id: `${metric_id}/${level}/${area_code}/${period}${on}`,
    metric_id,
    dimension_id: null,
    reporting_grain: grain,
    location_id: area_code,
    location_type: level,
    reporting_period_start_datetime: startOf(period),
    publication_datetime: made_at,
    metric_value: figure.value,
    additional_metric_values: JSON.stringify({
      numerator,
      denominator,
      practices,
      practices_reported,
      lower_95,
      upper_95,
    }),
  };
}

export const cmlMetadata = table({
  path: '/cml/metadata',
  summary: 'Measures in the layout of the Central Metrics Library',
  description: `A row for each measure that the release has, in the table "metadata" of ${layout}.`,
  parameters: [],
  columns: [
    text('metric_family_id', 'The online service.'),
    text('metric_id', 'The measure.'),
    text('metric_status', 'Whether the latest month has it: `live`, or else `ended`.'),
    text('metric_title', 'Title.'),
    time('metric_start_date', 'Beginning of the first month with it.'),
    time('metric_end_date', 'Beginning of the last month with it, where it ended.', true),
    text('available_metric_category', 'What its values are: a share, a rate or a count.'),
    text('available_reporting_grain', 'What figures are of.'),
    text('available_location_types', 'Levels of place, by commas.'),
    text('available_dimension_types', 'None: figures are not split.', true),
    text('business_area', 'Always primary care.'),
    text('business_sub_area', 'Always general practice.'),
    text('domain', 'Always patient online services.', true),
    text('source_name', 'What it is made from.'),
    text('project_id', 'None.', true),
    text('source_platform', 'None.', true),
    text('metric_owner', 'Who works it out.'),
    text('metric_short_name', 'What it is called for short.', true),
    text('metric_alias', 'The published columns it is made from.', true),
    text('metric_description', 'How it is counted.'),
    text('calculation', 'Numerator and denominator.', true),
    text('metric_purpose', 'Why it matters.'),
    text('unit', 'What its values are in.'),
    text('format', 'The type of its values.'),
    text('target', 'None: `/targets` has what was promised.', true),
    text('frequency_of_refresh', 'How often there are new figures.'),
    text('aggregation', 'How figures of areas are made from those of practices.'),
    text('statistical_disclosure_control_flag', 'Always `N`: nothing was suppressed here.'),
    text('statistical_disclosure_control_description', 'None.', true),
    text('interpretation', 'Which way it should go.', true),
    text('inclusion_exclusion_rules', 'Which practices count.', true),
    text('usage', 'None.', true),
    text('organisation_geog_type', 'None.', true),
    text('footnotes', 'What to know before using it.', true),
    text('notes', 'None.', true),
  ],
  example: '',
  rows({ release }) {
    return whole(measures.flatMap((measure) => metadataOf(measure, release)));
  },
});

const bases = {
  extract: 'Every practice in the extract of the month.',
  reported: 'Practices that reported it in the month.',
} as const;

function metadataOf(measure: Measure, { catalogue, about }: Release): object[] {
  const { periods, collected, codesByLevel } = catalogue;
  const held = periods.filter(({ period }) => collected.get(period)!.has(measure.id));
  if (!held.length) return [];
  const [first, last] = [held[0]!.period, held.at(-1)!.period];
  const ended = last !== periods.at(-1)!.period;
  const { wide, long } = measure.publishedAs;
  return [
    {
      metric_family_id: `gp_online_${measure.service}`,
      metric_id: metricId(measure),
      metric_status: ended ? 'ended' : 'live',
      metric_title: measure.title,
      metric_start_date: startOf(first),
      metric_end_date: ended ? startOf(last) : null,
      available_metric_category: measure.form,
      available_reporting_grain: grain,
      available_location_types: publishedLevelIds
        .filter((level) => codesByLevel[level].length > 0)
        .join(','),
      available_dimension_types: null,
      business_area: 'Primary care',
      business_sub_area: 'General practice',
      domain: 'Patient online services',
      source_name: sourceName(about.kind),
      project_id: null,
      source_platform: null,
      metric_owner: subject,
      metric_short_name: measure.short,
      metric_alias: [wide, long].filter(Boolean).join(',') || null,
      metric_description: measure.description,
      calculation: `${measure.numeratorLabel} / ${measure.denominatorLabel}`,
      metric_purpose: measure.whyItMatters,
      unit: measure.unit,
      format: 'float',
      target: null,
      frequency_of_refresh: 'With each release, by month',
      aggregation:
        'Numerators and denominators are added up over practices; values are made of the sums.',
      statistical_disclosure_control_flag: 'N',
      statistical_disclosure_control_description: null,
      interpretation: measure.polarity,
      inclusion_exclusion_rules: bases[measure.base],
      usage: null,
      organisation_geog_type: null,
      footnotes: about.note,
      notes: null,
    },
  ];
}

const sourceName = (kind: Release['about']['kind']): string =>
  kind === 'illustrative' ? 'Made by software: not real' : source.name;

export const cmlSources = table({
  path: '/cml/sources',
  summary: 'The source in the layout of the Central Metrics Library',
  description: `What the figures of the release are made from, in the table "source" of ${layout}. \`/sources\` names the files.`,
  parameters: [],
  columns: [
    text('source_name', 'What they are made from.'),
    text('project_id', 'None.', true),
    text('source_platform', 'None.', true),
    time('first_record_timestamp', 'Beginning of the first month.'),
    time('last_record_timestamp', 'Beginning of the last month.'),
    time('last_ingest_timestamp', 'When the release was made.'),
    time('version_release_date', 'The same.'),
    {
      name: 'version_release',
      type: 'integer',
      description: 'Number of the release among those with the same last month.',
    },
  ],
  example: '',
  rows({ release: { id, about } }) {
    return whole([
      {
        source_name: sourceName(about.kind),
        project_id: null,
        source_platform: null,
        first_record_timestamp: startOf(about.first_period),
        last_record_timestamp: startOf(about.last_period),
        last_ingest_timestamp: about.made_at,
        version_release_date: about.made_at,
        version_release: Number(id.split('.')[1]),
      },
    ]);
  },
});
