import { layouts } from '../../../data/definitions/extracts.ts';
import {
  bareName,
  fingertipsColumns,
  lookupLayouts,
  lookupOptional,
  referenceOf,
  registerColumns,
  registerWidth,
} from '../../../data/definitions/references.ts';

/** A kind of file recognised by its column names. */
interface Kind {
  title: string;
  /** The columns it must have: for each, its possible names, the usual one first. */
  columns: readonly (readonly string[])[];
  /** Whether it has no other columns, and names must match exactly. */
  strict: boolean;
}

const kinds: readonly Kind[] = [
  ...layouts.map(({ id, description, columns }) => ({
    title: `${id} (${description})`,
    columns: Object.keys(columns).map((name) => [name]),
    strict: true,
  })),
  ...lookupLayouts.map((layout) => ({
    title: `the ${referenceOf('lookup').title}`,
    columns: Object.entries(layout)
      .filter(([, role]) => !lookupOptional.has(role))
      .map(([name]) => [name]),
    strict: false,
  })),
  {
    title: `the ${referenceOf('register').title} with a header`,
    columns: Object.values(registerColumns)
      .filter(({ optional }) => !optional)
      .map(({ names }) => names),
    strict: false,
  },
  {
    title: `${referenceOf('deprivation').title} (a download from Fingertips)`,
    columns: Object.values(fingertipsColumns).map((name) => [name]),
    strict: false,
  },
];

const known = new Set(kinds.flatMap(({ columns }) => columns.flat().map(bareName)));

/** How many of some names are columns of any known kind of file. */
export const knownCount = (names: readonly string[]): number =>
  names.filter((name) => known.has(bareName(name))).length;

/** A single column proves nothing, because several kinds share columns such as a postcode. */
const fewestOfReference = 2;

/** "unknown layout: the nearest is long-2018 (...); missing: ccg_code; not in that layout: CCG" */
export function unknownLayout(names: readonly string[]): string {
  if (looksLikeRegister(names)) {
    const { title } = referenceOf('register');
    return `unknown layout: the nearest is the ${title} without a header, which has ${registerWidth} columns; this has ${names.length}`;
  }
  const nearest = kinds
    .map((kind) => ({ kind, ...held(kind, names) }))
    .filter(({ kind, count }) => count >= (kind.strict ? 1 : fewestOfReference))
    .reduce<{ kind: Kind; share: number } | null>(
      (best, next) => (best && best.share >= next.share ? best : next),
      null,
    );
  if (!nearest) return `unknown layout: none of its columns is known: ${shown(names)}`;
  const { kind } = nearest;
  const text = `unknown layout: the nearest is ${kind.title}`;
  const parts = kind.strict ? strictDifferences(kind, names) : looseDifferences(kind, names);
  return [text, ...parts].join('; ');
}

/** Whether a practice with its opening date is where the header should be. */
const looksLikeRegister = (cells: readonly string[]): boolean =>
  /^[A-Z0-9]{3,6}$/.test(cells[registerColumns.practice_code.place] ?? '') &&
  /^\d{8}$/.test(cells[registerColumns.open_date.place] ?? '');

/**
 * How many columns of a kind are among some names, ignoring case and punctuation, and the share of both that they make
 * up.
 */
function held({ columns, strict }: Kind, names: readonly string[]) {
  const bare = new Set(names.map(bareName));
  const count = columns.filter((column) => column.some((name) => bare.has(bareName(name)))).length;
  const others = strict ? names.length - count : 0;
  return { count, share: count / (columns.length + others) };
}

/** In a reference file only missing columns matter; it may have others. */
function looseDifferences({ columns }: Kind, names: readonly string[]): string[] {
  const bare = new Set(names.map(bareName));
  const gone = columns.filter((column) => !column.some((name) => bare.has(bareName(name))));
  return gone.length ? [`missing: ${gone.map(([name]) => name).join(', ')}`] : [];
}

function strictDifferences({ columns }: Kind, names: readonly string[]): string[] {
  const wanted = columns.map(([name]) => name!);
  const missing = wanted.filter((name) => !names.includes(name));
  const surplus = names.filter((name) => !wanted.includes(name));
  const sameName = (name: string, others: readonly string[]) =>
    others.find((other) => bareName(other) === bareName(name));
  const otherwise = missing.flatMap((name) => {
    const written = sameName(name, surplus);
    return written ? [`${written} should be ${name}`] : [];
  });
  const gone = missing.filter((name) => !sameName(name, surplus));
  const strange = surplus.filter((name) => !sameName(name, missing));
  const twice = [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
  return [
    ...(otherwise.length ? [`written otherwise: ${otherwise.join(', ')}`] : []),
    ...(gone.length ? [`missing: ${gone.join(', ')}`] : []),
    ...(strange.length ? [`not in that layout: ${shown(strange)}`] : []),
    ...(twice.length ? [`given twice: ${shown(twice)}`] : []),
  ];
}

const shown = (names: readonly string[]): string => {
  const text = names.map((name) => name || '(a column without a name)').join(', ');
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};
