import { expect, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import { columnTitle } from '../../../server/formats/columnTitle.ts';

it.each([
  ['area_code', 'Area code'],
  ['ccg_code', 'CCG code'],
  ['upper_95', 'Upper 95%'],
  ['lower_998', 'Lower 99.8%'],
  ['vs_england', 'Compared with England'],
  ['sha256', 'SHA-256'],
  ['file_id', 'File ID'],
])('the heading of %s is “%s”', (name, title) => {
  expect(columnTitle(name)).toBe(title);
});

it('no two columns of a table have one heading', () => {
  for (const { path, columns = [] } of endpoints) {
    const titles = columns.map(({ name }) => columnTitle(name));
    expect(new Set(titles).size, path).toBe(columns.length);
  }
});
