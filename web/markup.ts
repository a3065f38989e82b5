import { type ChildPart, noChange } from 'lit';
import { directive } from 'lit/directive.js';
import { UnsafeHTMLDirective } from 'lit/directives/unsafe-html.js';

class MarkupDirective extends UnsafeHTMLDirective {
  private arrived: string | null = null;
  private isFirst = true;

  override update(part: ChildPart, [markup]: [string]) {
    // Content that came with the page is already there before its end is known; it is kept without being parsed or made
    // again.
    if (this.isFirst && part.startNode?.nextSibling !== part.endNode) this.arrived = markup;
    this.isFirst = false;
    if (markup === this.arrived) return noChange;
    this.arrived = null;
    return this.render(markup);
  }
}

/**
 * HTML from text, for content that comes by the thousand: a quarter of the cost of templates. Whoever makes it must
 * escape its values.
 */
export const markup = directive(MarkupDirective);
