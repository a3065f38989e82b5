/** A cell as someone who reads the XML understands it. */
export interface ReadCell {
  reference: string;
  column: string;
  row: number;
  style: number;
  value: string | number | boolean | null;
}

export interface ReadSheet {
  cells: ReadCell[];
  rows: Map<number, ReadCell[]>;
}

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** The cells of a worksheet's XML; throws on a cell that is neither number, boolean nor inline text. */
export function readSheet(xml: string): ReadSheet {
  const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)" s="(\d+)"(?: t="(\w+)")?>(.*?)<\/c>/gs)].map(
    ([, column, row, style, type, inner]): ReadCell => {
      const text = /^<is><t(?: xml:space="preserve")?>(.*)<\/t><\/is>$/s.exec(inner!)?.[1];
      const number = /^<v>(.*)<\/v>$/.exec(inner!)?.[1];
      if ((type === 'inlineStr' ? text : number) === undefined) {
        throw new Error(`not a cell: ${inner}`);
      }
      return {
        reference: `${column}${row}`,
        column: column!,
        row: Number(row),
        style: Number(style),
        value:
          type === 'inlineStr' ? unescaped(text!) : type === 'b' ? number === '1' : Number(number),
      };
    },
  );
  const count = xml.match(/<c\b/g)?.length ?? 0;
  if (cells.length !== count) throw new Error(`${count} cells, ${cells.length} of them readable`);
  const rows = new Map<number, ReadCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return { cells, rows };
}

/** Throws if tags are not closed in order; returns the names of all elements. */
export function checkXml(xml: string): Set<string> {
  const open: string[] = [];
  const names = new Set<string>();
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  if (body === xml) throw new Error('no XML declaration');
  for (const [, close, name, self] of body.matchAll(
    /<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g,
  )) {
    names.add(name!);
    if (close) {
      if (open.pop() !== name) throw new Error(`closed out of order: ${name}`);
    } else if (!self) open.push(name!);
  }
  if (open.length) throw new Error(`never closed: ${open}`);
  const rest = body.replace(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g, '');
  if (/[<>]|&(?!(lt|gt|amp|quot);)/.test(rest)) throw new Error('stray mark in text');
  return names;
}
