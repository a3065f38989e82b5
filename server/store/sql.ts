export type Bindable = string | number | boolean | null;

/** A piece of SQL with its bound values. Only `sql`, `ident`, `expression`, `list` and `joined` make one. */
export class Sql {
  constructor(
    readonly text: string,
    readonly values: readonly Bindable[],
  ) {}
}

/** SQL from a template. Nested pieces are spliced; every other value is bound. */
export function sql(strings: TemplateStringsArray, ...parts: (Sql | Bindable)[]): Sql {
  let text = strings[0]!;
  const values: Bindable[] = [];
  parts.forEach((part, i) => {
    if (part instanceof Sql) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[i + 1];
  });
  return new Sql(text, values);
}

/** The declared name of a table or column; throws on anything but plain snake_case. */
export function ident(name: string): Sql {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`not a column name: ${name}`);
  return new Sql(name, []);
}

/** An expression from the declarations of measures and layouts; never anything a caller sent. */
export const expression = (declared: string): Sql => new Sql(declared, []);

/** Pieces or values separated by commas, as in `in (...)`. */
export const list = (parts: readonly (Sql | Bindable)[]): Sql => joined(parts, ', ');

/** Conditions that must all hold; true if there are none. */
export const every = (conditions: readonly Sql[]): Sql =>
  conditions.length ? joined(conditions, ' and ') : new Sql('true', []);

/** Pieces or values with a separator between them. */
export function joined(parts: readonly (Sql | Bindable)[], separator: string): Sql {
  const pieces = parts.map((part) => (part instanceof Sql ? part : new Sql('?', [part])));
  return new Sql(
    pieces.map((piece) => piece.text).join(separator),
    pieces.flatMap((piece) => piece.values),
  );
}

/** Letters, digits and what codes, months and names contain besides: nothing that could end a text in SQL. */
const plain = /^[\w .-]*$/;

const isPlain = (value: Bindable): boolean =>
  typeof value === 'string'
    ? plain.test(value)
    : typeof value !== 'number' || (Number.isSafeInteger(value) && value >= 0);

/**
 * The SQL with its plain values written out: whole numbers, codes, months and the like. All others stay bound. DuckDB
 * plans a statement with bound values twice.
 */
export function writePlainValues({ text, values }: Sql): Sql {
  const bound: Bindable[] = [];
  let next = 0;
  const written = text.replaceAll(/'[^']*'|\?/g, (found) => {
    if (found !== '?') return found;
    const value = values[next++]!;
    if (isPlain(value)) return literal(value);
    bound.push(value);
    return found;
  });
  return new Sql(written, bound);
}

/** The SQL as text with its values written out, for people to run themselves; never run by the server. */
export function spellOut({ text, values }: Sql): string {
  let next = 0;
  const written = text.replaceAll('?', () => literal(values[next++]!));
  return written
    .replace(/\n {2,}/g, (indent) => `\n${indent.slice(1).replace(/^ {4}/, '')}`)
    .trim();
}

const literal = (value: Bindable): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
