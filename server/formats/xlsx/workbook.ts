import type { ZipEntry } from '../zip.ts';
import { columnLetters, xmlText } from './cell.ts';
import { stylesXml } from './styles.ts';

export interface Sheet {
  /** At most 31 letters, digits and underscores. */
  name: string;
  /** Column widths, in characters. */
  widths: readonly number[];
  /** Rows as XML, in order. */
  rows: () => AsyncIterable<string> | Iterable<string>;
  /** Cells that link to another sheet of the workbook. */
  links: readonly { cell: string; to: string }[];
  /** Cells that link to an address outside it. */
  addresses?: readonly { cell: string; address: string }[];
  /** The sheet's marked-up table; called once its rows have been read. */
  table?: () => SheetTable;
}

export interface SheetTable {
  headings: readonly string[];
  /** Row number of the headings, from 1, and of the last data row. */
  first: number;
  last: number;
}

export interface Properties {
  title: string;
  subject: string;
  author: string;
  description: string;
  /** RFC 3339, in UTC. */
  made: string;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/**
 * The parts of an Office Open XML workbook (ECMA-376) as entries of a zip. Sheets are made in the order of `made` and
 * shown in the order of `sheets`.
 */
export function workbookEntries(
  sheets: readonly Sheet[],
  made: readonly Sheet[],
  properties: Properties,
): ZipEntry[] {
  const number = (sheet: Sheet) => sheets.indexOf(sheet) + 1;
  return [
    part('[Content_Types].xml', contentTypes(sheets)),
    part('_rels/.rels', relationships(rootParts)),
    part('docProps/core.xml', core(properties)),
    part('docProps/app.xml', app(properties)),
    part('xl/workbook.xml', workbook(sheets)),
    part('xl/_rels/workbook.xml.rels', relationships(workbookParts(sheets))),
    part('xl/styles.xml', stylesXml),
    ...made.flatMap((sheet) => sheetEntries(sheet, number(sheet))),
  ];
}

const part = (name: string, xml: string): ZipEntry => ({ name, content: () => [head, xml] });

function sheetEntries(sheet: Sheet, number: number): ZipEntry[] {
  const entries: ZipEntry[] = [
    { name: `xl/worksheets/sheet${number}.xml`, content: () => worksheet(sheet, number) },
  ];
  const { table, addresses = [] } = sheet;
  const targets = [
    ...(table ? [[`${documents}/table`, `../tables/table${number}.xml`] as const] : []),
    ...addresses.map(({ address }) => [`${documents}/hyperlink`, address, 'External'] as const),
  ];
  if (targets.length) {
    const rels = relationships(targets);
    entries.push(part(`xl/worksheets/_rels/sheet${number}.xml.rels`, rels));
  }
  if (table) {
    const content = () => [head, tableXml(sheet.name, number, table())];
    entries.push({ name: `xl/tables/table${number}.xml`, content });
  }
  return entries;
}

async function* worksheet(sheet: Sheet, number: number): AsyncGenerator<string> {
  const widths = sheet.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${head}<worksheet xmlns="${main}" xmlns:r="${documents}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${number === 1 ? ' tabSelected="1"' : ''}><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.5"/><cols>${widths.join('')}</cols><sheetData>`;
  yield* sheet.rows();
  const { table, addresses = [] } = sheet;
  const links = [
    ...sheet.links.map(
      ({ cell, to }) => `<hyperlink ref="${cell}" location="'${to}'!A1" display="${to}"/>`,
    ),
    ...addresses.map(
      ({ cell }, i) => `<hyperlink ref="${cell}" r:id="rId${i + (table ? 2 : 1)}"/>`,
    ),
  ];
  yield `</sheetData>${links.length ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>${table ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : ''}</worksheet>`;
}

/** A table without filter buttons, banding or colours: its mark-up is for navigation. */
function tableXml(sheet: string, id: number, { headings, first, last }: SheetTable): string {
  const columns = headings.map((text, i) => `<tableColumn id="${i + 1}" name="${xmlText(text)}"/>`);
  const reference = `A${first}:${columnLetters(headings.length - 1)}${last}`;
  return `<table xmlns="${main}" id="${id}" name="${sheet}_table" displayName="${sheet}_table" ref="${reference}" totalsRowShown="0"><tableColumns count="${headings.length}">${columns.join('')}</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`;
}

const contentTypes = (sheets: readonly Sheet[]) => {
  const type = (name: string, kind: string) =>
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-${kind}+xml"/>`;
  const spreadsheet = 'officedocument.spreadsheetml';
  const ofSheets = sheets.map(
    ({ table }, i) =>
      type(`xl/worksheets/sheet${i + 1}.xml`, `${spreadsheet}.worksheet`) +
      (table ? type(`xl/tables/table${i + 1}.xml`, `${spreadsheet}.table`) : ''),
  );
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('xl/workbook.xml', `${spreadsheet}.sheet.main`)}${type('xl/styles.xml', `${spreadsheet}.styles`)}${type('docProps/core.xml', 'package.core-properties')}${type('docProps/app.xml', 'officedocument.extended-properties')}${ofSheets.join('')}</Types>`;
};

type Related = readonly [type: string, target: string, mode?: 'External'];

const relationships = (targets: readonly Related[]) =>
  `<Relationships xmlns="${packages}/relationships">${targets
    .map(
      ([type, to, mode], i) =>
        `<Relationship Id="rId${i + 1}" Type="${type}" Target="${xmlText(to)}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`;

const rootParts = [
  [`${documents}/officeDocument`, 'xl/workbook.xml'],
  [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  [`${documents}/extended-properties`, 'docProps/app.xml'],
] as const;

const workbookParts = (sheets: readonly Sheet[]) => [
  ...sheets.map((_, i) => [`${documents}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
  [`${documents}/styles`, 'styles.xml'] as const,
];

const workbook = (sheets: readonly Sheet[]) =>
  `<workbook xmlns="${main}" xmlns:r="${documents}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets
    .map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`;

const core = ({ title, subject, author, description, made }: Properties) =>
  `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>${xmlText(author)}</dc:creator><dc:description>${xmlText(description)}</dc:description><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified></cp:coreProperties>`;

const app = ({ author }: Properties) =>
  `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${xmlText(author)}</Application></Properties>`;
