import { render } from 'lit';
import { type Part, viewOf } from './parts.ts';

/**
 * A section that arrived with the page as plain HTML. Once it is near the screen it is drawn again, so that what is in
 * it answers; after going on to another page it is drawn at once.
 */
export class PagePart extends HTMLElement {
  private asked: Part | null = null;
  private near = false;
  private drawn = false;
  private readonly sight = new IntersectionObserver(
    (entries) => {
      this.near ||= entries.some(({ isIntersecting }) => isIntersecting);
      this.update();
    },
    { rootMargin: '800px' },
  );

  set given(part: Part) {
    this.asked = part;
    this.update();
  }

  connectedCallback(): void {
    // A property set before the element was defined hides the setter: take it over.
    if (Object.hasOwn(this, 'given')) {
      const own = this.given;
      delete (this as Partial<PagePart>).given;
      this.given = own;
    }
    this.sight.observe(this);
  }

  disconnectedCallback(): void {
    this.sight.disconnect();
  }

  private update(): void {
    const arrived = !this.drawn && this.childElementCount > 0;
    if (!this.asked || (arrived && !this.near)) return;
    if (!this.drawn) this.replaceChildren();
    this.drawn = true;
    render(viewOf(this.asked), this);
  }
}
