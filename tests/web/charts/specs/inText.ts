import type { Drawn } from './drawn.ts';

/** What Vega keeps in a mark for itself, or derives from the rest. */
const unseen = new Set(['mark', 'datum', 'bounds', 'zindex', 'font', 'exit', 'tooltip']);

const inTenths = (text: string): string =>
  text.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10 + 0));

const shown = (value: unknown): string =>
  inTenths(typeof value === 'string' ? value : JSON.stringify(value));

/** A property of a mark; an outline by its path. */
const valueIn = (row: Row, name: string): unknown =>
  typeof row[name] === 'function' ? row[name](row) : row[name];

type Row = Record<string, unknown>;

/** The part of Vega's scene that marks of a group belong to, and the panel that it is in. */
interface Group {
  aria?: boolean;
  clip?: unknown;
  interactive?: boolean;
  group?: { x?: number; y?: number; mark?: Group };
}

/**
 * A drawing as text: its size, then each group of marks with every property that shows. One that all marks of the group
 * share stands once; others in the order of the marks, a dash for those without.
 */
export function inText({ width, height, marks, warnings }: Drawn): string {
  const groups = marks.filter(({ items }) => items.length).map(groupInText);
  return `${[`${width} × ${height}`, ...warnings, ...groups].join('\n')}\n`;
}

function groupInText({ kind, role, items }: Drawn['marks'][number]): string {
  const rows = items as unknown as Row[];
  const lines = namesOf(rows).map((name) => {
    const values = rows.map((row) => {
      const value = valueIn(row, name);
      return isShown(value) ? shown(value) : '-';
    });
    const all = new Set(values).size === 1 ? values[0]! : values.join(' | ');
    return `  ${name} ${all.replaceAll('\n', ' / ')}`;
  });
  const group = rows[0]!.mark as Group;
  return [`${role} ${kind} × ${rows.length}${asGroup(group)}`, ...lines].join('\n');
}

/** The names of what shows in some marks; how they are read by pointing only where it differs from what is announced. */
const namesOf = (rows: readonly Row[]): string[] =>
  [...new Set(rows.flatMap((row) => Object.keys(row)))]
    .filter((name) => !unseen.has(name) && !name.startsWith('_'))
    .concat(rows.some(({ tooltip, description }) => tooltip !== description) ? ['tooltip'] : [])
    .filter((name) => rows.some((row) => isShown(row[name])))
    .sort();

/** Whether marks are announced, cut at their panel and pointed at, and where the panel lies. */
function asGroup({ aria, clip, interactive, group }: Group): string {
  let [x, y] = [0, 0];
  for (let panel = group; panel; panel = panel.mark?.group) {
    x += panel.x ?? 0;
    y += panel.y ?? 0;
  }
  return [
    x || y ? ` at ${shown(x)}, ${shown(y)}` : '',
    aria === false ? '' : ', announced',
    clip ? ', cut' : '',
    interactive === false ? ', not pointed at' : '',
  ].join('');
}

const isShown = (value: unknown): boolean => value !== undefined && value !== null;
