/**
 * A document with a new text between the marks that are there for it, which are named after the text; throws where
 * the document has no such marks.
 */
export function withWritten(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: written by npm run describe -->\n`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`the document has no marks for ${name}: ${begin.trim()}`);
  return document.slice(0, from + begin.length) + text + document.slice(to);
}
