import { inject } from 'vitest';
import { ask as askApi } from '../../server/api/api.ts';
import { endpoints } from '../../server/api/endpoints.ts';
import { chartImage } from '../../server/images/chartImage.ts';
import { askDirectly } from '../../server/pages/askDirectly.ts';
import type { Ask } from '../../web/ask.ts';
import type { ChartData, ChartKind, ChartQuery } from '../../web/charts/kind.ts';
import { findKind } from '../../web/charts/kinds.ts';
import { releasesIn } from './sharedReleases.ts';

/** A chart in all its forms. */
export interface Forms {
  kind: ChartKind;
  data: ChartData;
  /** Texts of the image: its visible text and the names of its marks. */
  image: string[];
  csv: Record<string, string>[];
}

/** Loads charts from the release in a folder; by default, the illustrative release that all tests share. */
export function charting(folder: string = inject('illustrative')): {
  ask: Ask;
  load: (id: string, query?: ChartQuery) => Promise<ChartData>;
  /** The texts of a chart's image: its visible text and the names of its marks. */
  image: (id: string, data: ChartData) => Promise<string[]>;
  forms: (id: string, query?: ChartQuery) => Promise<Forms>;
} {
  const releases = releasesIn(folder);
  const ask = askDirectly(releases, { prefix: '', contact: '' });
  const load = (id: string, query: ChartQuery = {}) => findKind(id)!.load(ask, query);
  const csvOf = async (kind: ChartKind, data: ChartData) => {
    const { path, params } = kind.csv(data);
    const search = new URLSearchParams({ format: 'csv' });
    for (const [name, value] of Object.entries(params)) if (value) search.set(name, value);
    const endpoint = endpoints.find((one) => one.path === path)!;
    const { pieces } = await (await askApi(endpoint, releases, {}, search)).answer();
    let text = '';
    for await (const piece of pieces) text += piece;
    return rowsOf(text);
  };
  const image = async (id: string, data: ChartData) =>
    textsOf(await chartImage(findKind(id)!, data));
  return {
    ask,
    load,
    image,
    async forms(id, query = {}) {
      const kind = findKind(id)!;
      const data = await load(id, query);
      return { kind, data, image: await image(id, data), csv: await csvOf(kind, data) };
    },
  };
}

/** Rows of a CSV that has no line breaks within cells. */
function rowsOf(text: string): Record<string, string>[] {
  const cellsOf = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
      cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!,
    );
  const [head, ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const names = cellsOf(head!);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#xA': '\n' };
const read = (text: string) =>
  text.replace(/&(#?\w+);/g, (_, name: string) => entities[name] ?? '');

/** The texts of an SVG: its visible text, and the names of its marks. */
export const textsOf = (svg: string): string[] => [
  ...[...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => read(text!)),
  ...[...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, text]) => read(text!)),
];
