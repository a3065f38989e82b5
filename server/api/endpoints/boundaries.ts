import { type BoundaryLevel, boundaryLevels } from '../../../data/definitions/levels.ts';
import { formatCount } from '../../../data/definitions/numbers.ts';
import { levelTitles, missingReference } from '../../../data/definitions/references.ts';
import { listed } from '../../../data/words/english.ts';
import { badParameter } from '../../errors.ts';
import { inTurns } from '../../pace.ts';
import {
  type BoundaryRow,
  boundariesQuery,
  type UnshapedRow,
  unshapedQuery,
} from '../../store/queries/boundaries.ts';
import type { Release } from '../../store/releases.ts';
import type { Field } from '../../table.ts';
import { file, type Question } from '../endpoint.ts';
import { single } from '../scope.ts';

const featureFields: readonly Field[] = [
  { name: 'type', type: 'string', enum: ['Feature'], description: 'What it is.' },
  { name: 'id', type: 'string', description: 'Its ONS code.' },
  {
    name: 'properties',
    type: 'object',
    description: 'What the area is.',
    fields: [
      {
        name: 'area_code',
        type: 'string',
        nullable: true,
        description: 'Its code in figures with `boundaries=lookup`, where the lookup gives it.',
      },
      { name: 'ons_code', type: 'string', description: 'Its ONS code.' },
      { name: 'name', type: 'string', description: 'Its name.' },
    ],
  },
  { name: 'geometry', type: 'object', description: 'Its shape, in longitude and latitude.' },
];

export const boundaries = file({
  path: '/boundaries',
  summary: 'Shapes of areas, for maps',
  description:
    'A GeoJSON FeatureCollection of the areas of one level (region, stp or ccg), each with its ONS code, its name and, where the release has a practice lookup, the code that figures carry with `boundaries=lookup`. Where the release has no boundaries of the level there are no features, and `missing` says so; as it does where there is no lookup to link them to figures, and where areas of the lookup have no shape because the shapes are of another year. Regions and CCGs are drawn as in the year of their file, so their codes are those of the lookup alone: there are no shapes of the boundaries published each month.',
  parameters: ['level'],
  required: ['level'],
  one: ['level'],
  media: { name: 'geojson', type: 'application/geo+json; charset=utf-8', extension: 'geojson' },
  fields: [
    { name: 'type', type: 'string', enum: ['FeatureCollection'], description: 'What it is.' },
    { name: 'release', type: 'string', description: 'Id of the release that answers.' },
    {
      name: 'kind',
      type: 'string',
      enum: ['published', 'illustrative'],
      description:
        'Whether the figures of the release were published, or made to show what this does.',
    },
    {
      name: 'note',
      type: 'string',
      nullable: true,
      description: 'What to know before using its figures.',
    },
    { name: 'level', type: 'string', enum: boundaryLevels, description: 'Level of the areas.' },
    {
      name: 'missing',
      type: 'string',
      nullable: true,
      description: 'What the release lacks to draw figures on the shapes; none where nothing does.',
    },
    {
      name: 'features',
      type: 'object',
      many: true,
      description: 'The areas.',
      fields: featureFields,
    },
  ],
  example: 'level=region',
  content: { pieces: (question, pace) => inTurns(shapes(question), pace) },
});

function shapes({ release, filters }: Question<'level'>): AsyncIterable<string> {
  const asked = single('level', filters.level, (id) => id);
  const level = boundaryLevels.find((one) => one === asked);
  if (!level) {
    throw badParameter(
      'level',
      asked,
      `no boundaries for this level (there are some for ${boundaryLevels.join(', ')}): ${asked}`,
    );
  }
  return shapesOf(level, release);
}

async function* shapesOf(level: BoundaryLevel, release: Release): AsyncGenerator<string> {
  const { id, about, catalogue, database } = release;
  const rows = catalogue.tables.has('boundary')
    ? await database.all<BoundaryRow>(boundariesQuery(level, catalogue.lookup !== null))
    : [];
  const unshaped =
    rows.length && catalogue.lookup ? await database.all<UnshapedRow>(unshapedQuery(level)) : [];
  const { kind, note } = about;
  const head = {
    type: 'FeatureCollection',
    release: id,
    kind,
    note,
    level,
    missing: missing(level, rows, unshaped),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"features":[`;
  for (const [i, row] of rows.entries()) yield `${i ? ',' : ''}${feature(row)}`;
  yield '\n]}\n';
}

/** Why figures cannot be drawn on all or some of the shapes; null if they can. */
function missing(
  level: BoundaryLevel,
  rows: readonly BoundaryRow[],
  unshaped: readonly UnshapedRow[],
): string | null {
  if (!rows.length) {
    return `${missingReference(`boundary-${level}`, 'The shapes of these areas are not known')}.`;
  }
  const linked = rows.filter((row) => row.area_code).length;
  if (!linked && !unshaped.length)
    return `${missingReference('lookup', 'Shapes cannot be matched with areas')}.`;
  if (!unshaped.length) return null;
  const all = formatCount(linked + unshaped.length);
  const names = unshaped.map(({ area_name, area_code }) => `${area_name} (${area_code})`);
  return `${formatCount(unshaped.length)} of ${all} ${levelTitles[level]} of the practice lookup have no shape in this release: ${listed(names)}.`;
}

/** The geometry is stored as JSON text. */
const feature = ({ area_code, ons_code, name, geometry }: BoundaryRow): string => {
  const properties = JSON.stringify({ area_code, ons_code, name });
  return `\n{"type":"Feature","id":${JSON.stringify(ons_code)},"properties":${properties},"geometry":${geometry}}`;
};
