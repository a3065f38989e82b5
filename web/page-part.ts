import { hydrate } from '@lit-labs/ssr-client';
import { render } from 'lit';
import { viewOf } from './parts.ts';
import type { Given } from './placed.ts';

/**
 * A part of a page whose code loads after the page. A part that came with the page is taken over once it is near the
 * screen or is printed, so that it responds. After navigating to another page it is drawn at once.
 */
export class PagePart extends HTMLElement {
  private asked: Given | null = null;
  /** What the part that came with the page shows. */
  private arrived: Given | null = null;
  private near = false;
  private drawn = false;
  private readonly sight = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.wake();
    },
    { rootMargin: '800px' },
  );

  set given(part: Given) {
    if (!this.asked && this.hasChildNodes()) this.arrived = part;
    this.asked = part;
    this.update();
  }

  connectedCallback(): void {
    // A property set before the element was defined hides the setter, so it is taken over.
    if (Object.hasOwn(this, 'given')) {
      const own = this.given;
      delete (this as Partial<PagePart>).given;
      this.given = own;
    }
    this.sight.observe(this);
    addEventListener('beforeprint', this.wake);
  }

  disconnectedCallback(): void {
    this.sight.disconnect();
    removeEventListener('beforeprint', this.wake);
  }

  private readonly wake = () => {
    this.near = true;
    this.update();
  };

  private update(): void {
    if (!this.asked || (this.arrived && !this.drawn && !this.near)) return;
    const view = viewOf(this.asked);
    if (this.drawn || !this.takeOver(view)) render(view, this);
    this.drawn = true;
  }

  /** Takes over what came with the page; returns false, and discards it, if it shows something else. */
  private takeOver(view: ReturnType<typeof viewOf>): boolean {
    if (!this.arrived) return false;
    try {
      if (this.asked !== this.arrived) throw new Error('asked for something else');
      restoreMarks(this);
      hydrate(view, this);
      return true;
    } catch {
      this.replaceChildren();
      return false;
    }
  }
}

/**
 * The prefix that the server puts on each Lit marker of a part, so that the page around it does not take it for its
 * own.
 */
const kept = 'later:';

/** Removes one prefix from each marker of a part. Those of parts within it had more, and keep the rest. */
function restoreMarks(element: Element): void {
  const marks = document.createTreeWalker(element, NodeFilter.SHOW_COMMENT);
  while (marks.nextNode()) {
    const mark = marks.currentNode as Comment;
    if (mark.data.startsWith(kept)) mark.data = mark.data.slice(kept.length);
  }
}
