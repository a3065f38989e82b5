/** Cell styles by name, with their index in the style sheet below. */
export const styles = {
  text: 0,
  title: 1,
  heading: 2,
  wrapped: 3,
  link: 4,
  columnOfText: 5,
  columnOfNumbers: 6,
  whole: 7,
  decimal: 8,
  marker: 9,
  cell: 10,
  sentence: 11,
  tenth: 12,
} as const;

/** The line height of a style, in points. */
export const lineHeight = (style: keyof typeof styles): number =>
  style === 'title' ? 22 : style === 'heading' ? 26 : 16;

const font = (size: number, { bold = false, link = false } = {}) =>
  `<font>${bold ? '<b/>' : ''}${link ? '<u/>' : ''}<sz val="${size}"/><color rgb="${link ? 'FF0563C1' : 'FF000000'}"/><name val="Arial"/><family val="2"/></font>`;

const border = (bottom: string) => `<border><left/><right/><top/>${bottom}<diagonal/></border>`;

/** A cell format: its parent style (none, heading 1, heading 2, link), font, number format and alignment. */
const format = (
  parent: number,
  fontId: number,
  alignment: string,
  numberFormat = 0,
  borderId = 0,
) =>
  `<xf numFmtId="${numberFormat}" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="${parent}" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`;

const top = 'vertical="top"';
const wrap = `${top} wrapText="1"`;
// Indented, so that text does not touch the number before it.
const left = 'horizontal="left" indent="1"';
const right = 'horizontal="right" indent="1"';

/** Sans serif of at least 12 points, black on white; titles and links use the built-in styles for them. */
export const stylesXml = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.000000"/><numFmt numFmtId="165" formatCode="#,##0.0"/></numFmts>
<fonts count="5">${font(12)}${font(16, { bold: true })}${font(14, { bold: true })}${font(12, { bold: true })}${font(12, { link: true })}</fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="2">${border('<bottom/>')}${border('<bottom style="thin"><color rgb="FF000000"/></bottom>')}</borders>
<cellStyleXfs count="4">${[0, 1, 2, 4].map((fontId) => `<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="0"/>`).join('')}</cellStyleXfs>
<cellXfs count="13">
${format(0, 0, top)}
${format(1, 1, top)}
${format(2, 2, 'vertical="bottom"')}
${format(0, 0, wrap)}
${format(3, 4, top)}
${format(0, 3, `${left} ${wrap}`, 0, 1)}
${format(0, 3, `${right} ${wrap}`, 0, 1)}
${format(0, 0, `${right} ${top}`, 3)}
${format(0, 0, `${right} ${top}`, 164)}
${format(0, 0, `${right} ${top}`)}
${format(0, 0, `${left} ${top}`)}
${format(0, 0, `${left} ${wrap}`)}
${format(0, 0, `${right} ${top}`, 165)}
</cellXfs>
<cellStyles count="4"><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Heading 1" xfId="1" builtinId="16"/><cellStyle name="Heading 2" xfId="2" builtinId="17"/><cellStyle name="Hyperlink" xfId="3" builtinId="8"/></cellStyles>
</styleSheet>`;
