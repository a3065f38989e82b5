import {
  type Annotation,
  annotationKinds,
  findAnnotations,
} from '../../../data/definitions/annotations.ts';
import { badParameter } from '../../errors.ts';
import { type Column, whole } from '../../table.ts';
import { concerns } from '../concernedPlaces.ts';
import { table } from '../endpoint.ts';
import { single } from '../scope.ts';
import { supplierAnnotations } from '../supplierAnnotations.ts';

const scopeColumn = (name: string, what: string): Column => ({
  name,
  type: 'string',
  nullable: true,
  missing: '[z]',
  description: `${what} it concerns, separated by commas; all where empty.`,
});

export const annotationList = table({
  path: '/annotations',
  summary: 'Known events: what a reader of a step or a gap should know of',
  description:
    'Contracts, changes of boundaries and of what is collected, known errors and the pandemic, each with its months, what it affects and its source. Without `from` and `to`, those of all time. A level is what an event affects, whatever the boundaries. With `area`, also the months of the release in which that practice, or practices with at least 1% of that area’s patients, changed supplier, and an event of some suppliers only where a practice of the area was on their systems in its months.',
  parameters: ['measure', 'level', 'area', 'boundaries', 'from', 'to'],
  one: ['area'],
  columns: [
    { name: 'id', type: 'string', description: 'Its id.' },
    { name: 'kind', type: 'string', enum: annotationKinds, description: 'What kind of event.' },
    {
      name: 'period_from',
      type: 'string',
      nullable: true,
      missing: '[z]',
      description: 'First month it affects; none for all before its end.',
    },
    {
      name: 'period_to',
      type: 'string',
      nullable: true,
      missing: '[z]',
      description: 'Last month it affects; none for what still goes on.',
    },
    scopeColumn('measures', 'Measures'),
    scopeColumn('suppliers', 'System suppliers'),
    scopeColumn('levels', 'Levels of place'),
    { name: 'title', type: 'string', description: 'Title, short enough for a chart.' },
    { name: 'text', type: 'string', description: 'What happened and what it means for figures.' },
    { name: 'source', type: 'string', description: 'Who says so.' },
    { name: 'source_url', type: 'string', description: 'Where.' },
  ],
  example: 'measure=records_enabled',
  async rows({ release, filters }) {
    const { measure, level, from, to } = filters;
    const area = filters.area && single('area', filters.area, ({ area_code }) => area_code);
    if (from && to && from > to) throw badParameter('from', from, `from is later than to: ${from}`);
    const known = findAnnotations({
      measures: measure?.map(({ id }) => id),
      levels: level,
      from,
      to,
    });
    const found: Annotation[] = [];
    for (const one of known) if (!area || (await concerns(release, area, one))) found.push(one);
    const moved = area ? await supplierAnnotations(release, area, measure?.[0]) : [];
    const within = moved.filter((one) => (!from || one.from! >= from) && (!to || one.from! <= to));
    const all = [...found, ...within].sort((a, b) => compareTexts(a.from ?? '', b.from ?? ''));
    return whole(all.map(annotationRow));
  },
});

const listed = (scope: readonly string[]): string | null => scope.join(',') || null;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const annotationRow = (annotation: Annotation) => ({
  id: annotation.id,
  kind: annotation.kind,
  period_from: annotation.from,
  period_to: annotation.to,
  measures: listed(annotation.measures),
  suppliers: listed(annotation.suppliers),
  levels: listed(annotation.levels),
  title: annotation.title,
  text: annotation.text,
  source: annotation.source,
  source_url: annotation.sourceUrl,
});
