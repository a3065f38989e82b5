/** A document with new text between the marks named after that text; throws if it has no such marks. */
export function withWritten(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: written by npm run describe -->\n`, `<!-- /${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`the document has no marks for ${name}: ${begin.trim()}`);
  return document.slice(0, from + begin.length) + text + document.slice(to);
}
