import type { About } from '../../../server/formats/format.ts';
import type { Column, Table } from '../../../server/table.ts';

/** A table with every type of column, missing values, and texts that are difficult in some formats. */
export const columns: readonly Column[] = [
  { name: 'period', type: 'string', description: 'Month.' },
  { name: 'area_name', type: 'string', description: 'Name.' },
  { name: 'measure', type: 'string', description: 'Measure.' },
  { name: 'numerator', type: 'integer', nullable: true, description: 'Count.' },
  { name: 'value', type: 'number', nullable: true, description: 'Value.' },
  { name: 'lower_95', type: 'number', nullable: true, missing: '[z]', description: 'Limit.' },
  { name: 'marker', type: 'string', nullable: true, description: 'Marker.' },
  { name: 'supplier', type: 'string', nullable: true, description: 'Supplier.' },
  { name: 'open', type: 'boolean', description: 'Whether it is open.' },
];

const row = (area_name: string, more: object = {}) => ({
  period: '2018-09',
  area_name,
  measure: 'records_enabled',
  numerator: 7566,
  value: 4.512345678901234,
  lower_95: null,
  marker: null,
  supplier: 'TPP',
  open: true,
  ...more,
});

export const rows: Record<string, unknown>[] = [
  row('Airedale, Wharfedale "and" Craven'),
  row('=1+1', { numerator: -12, supplier: '-12.5', open: false }),
  row('@SUM(A1)', { supplier: '-2+3' }),
  row('two\r\nlines', { measure: 'any_use', supplier: null }),
  row('Łódź <&> _x0041_ 🏥\u0001', { numerator: 2 ** 40, value: 1e-7, lower_95: 0 }),
  row(' edges ', { numerator: null, value: null, marker: '[x]' }),
  row('nothing', { numerator: null, value: null, marker: '[z]' }),
];

export const about: About = {
  name: 'figures',
  title: 'Made-up figures',
  description: 'Figures to try formats on.',
  columns,
  said: [],
  meta: {
    release: '2018-09.1',
    kind: 'published',
    note: null,
    made_at: '2018-11-05T09:30:00Z',
    first_period: '2018-04',
    last_period: '2018-09',
  },
  asked: [['measure', 'records_enabled,any_use']],
  address: '/api/v1/figures?measure=records_enabled,any_use&format=csv',
  contact: '',
};

export const illustrativeNote = 'Illustrative data made by this software: not real.';
export const illustrative: About = {
  ...about,
  meta: { ...about.meta, kind: 'illustrative', note: illustrativeNote },
};

/** The rows as a table, in chunks of a given size. */
export const tableOf = (all: object[] = rows, size = 3): Table => ({
  chunks: (function* () {
    for (let i = 0; i < all.length; i += size) yield all.slice(i, i + size);
  })(),
});
