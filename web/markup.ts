import { type ChildPart, noChange } from 'lit';
import { directive } from 'lit/directive.js';
import { UnsafeHTMLDirective } from 'lit/directives/unsafe-html.js';

class MarkupDirective extends UnsafeHTMLDirective {
  private arrived: string | null = null;
  private isFirst = true;

  override update(part: ChildPart, [markup]: [string]) {
    // What came with the page stands there before its end is known: it is kept, and neither read nor made again.
    if (this.isFirst && part.startNode?.nextSibling !== part.endNode) this.arrived = markup;
    this.isFirst = false;
    if (markup === this.arrived) return noChange;
    this.arrived = null;
    return this.render(markup);
  }
}

/**
 * HTML made of text, for what comes by the thousand: a quarter of the weight of templates. Whoever makes it escapes
 * what it holds.
 */
export const markup = directive(MarkupDirective);
