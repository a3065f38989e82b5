import { html, type TemplateResult } from 'lit';

/** The markers of tables, in plain words. */
const meanings: Record<string, string> = {
  '[x]': 'not available, because it was not reported',
  '[z]':
    'not applicable: it was not collected that month, the place is not in that month’s extract, or it cannot be worked out',
  '[low]': 'rounds to zero but is not zero',
  '[r]': 'revised since the release before',
};

/** Adds the markers in texts, or in the values of a template, to a set. */
function findMarks(part: unknown, found: Set<string>): void {
  if (typeof part === 'string') {
    const at = part.lastIndexOf('[');
    if (at >= 0 && meanings[part.slice(at)]) found.add(part.slice(at));
  } else if (Array.isArray(part)) {
    for (const one of part) findMarks(one, found);
  } else {
    findMarks((part as Partial<TemplateResult> | null)?.values ?? '', found);
  }
}

/** What the markers in texts, or in the values of a template, mean, as sentences; empty if there are none. */
export function marksText(part: unknown): string {
  const found = new Set<string>();
  findMarks(part, found);
  return [...found].map((mark) => `${mark}: ${meanings[mark]}.`).join(' ');
}

/** A table with an explanation of its markers below, if it has any: those of its template, or of the texts given. */
export function withMarks(table: TemplateResult, texts: unknown = table): TemplateResult {
  const text = marksText(texts);
  return html`${table}${text ? html`<p class="small">${text}</p>` : ''}`;
}
