import { html, type TemplateResult } from 'lit';

/** The markers of tables, in plain words. */
const meanings: Record<string, string> = {
  '[x]': 'not available, because it was not reported',
  '[z]':
    'not applicable: it was not collected that month, the place is not in that month’s extract, or it cannot be worked out',
  '[low]': 'rounds to zero but is not zero',
  '[r]': 'revised since the release before',
};

function marksIn(part: unknown): string[] {
  if (typeof part === 'string') {
    const mark = part.slice(part.lastIndexOf('['));
    return meanings[mark] ? [mark] : [];
  }
  if (Array.isArray(part)) return part.flatMap(marksIn);
  return marksIn((part as Partial<TemplateResult> | null)?.values ?? '');
}

/** What the markers in texts, or in the values of a template, mean, as sentences; empty if there are none. */
export const marksText = (part: unknown): string =>
  [...new Set(marksIn(part))].map((mark) => `${mark}: ${meanings[mark]}.`).join(' ');

/** A table with an explanation of its markers below, if it has any: those of its template, or of the texts given. */
export function withMarks(table: TemplateResult, texts: unknown = table): TemplateResult {
  const text = marksText(texts);
  return html`${table}${text ? html`<p class="small">${text}</p>` : ''}`;
}
