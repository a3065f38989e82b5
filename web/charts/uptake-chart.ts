import type { TopLevelSpec } from 'vega-lite';
import type { Palette, Room } from './specs/palette.ts';

export type Drawing = (room: Room) => TopLevelSpec;

/**
 * Draws a specification in the width it has, once it is near the screen, and again when its width or its drawing
 * change. What stands inside it keeps its height until then. The words and the table beside it
 * say the same, so to assistive technology it is one picture with the name it is given.
 */
export class UptakeChart extends HTMLElement {
  private drawing: Drawing | null = null;
  private drawn = '';
  private place: HTMLElement | null = null;
  private reading: HTMLElement | null = null;
  private finalize: (() => void) | null = null;
  private turn = 0;
  private near = false;
  private readonly size = new ResizeObserver(() => this.update());
  private readonly sight = new IntersectionObserver(
    (entries) => {
      this.near ||= entries.some(({ isIntersecting }) => isIntersecting);
      this.update();
    },
    { rootMargin: '600px' },
  );

  /** The specification for a width and colours. */
  set draw(drawing: Drawing) {
    this.drawing = drawing;
    this.update();
  }

  connectedCallback(): void {
    // A property set before the element was defined hides the setter: take it over.
    if (Object.hasOwn(this, 'draw')) {
      const own = this.draw;
      delete (this as Partial<UptakeChart>).draw;
      this.draw = own;
    }
    this.size.observe(this);
    this.sight.observe(this);
    addEventListener('beforeprint', this.printed);
  }

  disconnectedCallback(): void {
    this.size.disconnect();
    this.sight.disconnect();
    removeEventListener('beforeprint', this.printed);
    this.turn++;
    this.finalize?.();
    this.finalize = null;
    this.drawn = '';
  }

  private readonly printed = () => {
    this.near = true;
    this.update();
  };

  private async update(): Promise<void> {
    const width = Math.floor(this.clientWidth);
    if (!this.drawing || !this.near || !this.isConnected || width < 50) return;
    const spec = this.drawing({ width, palette: paletteOf(this) });
    const text = JSON.stringify(spec);
    if (text === this.drawn) return;
    this.drawn = text;
    const turn = ++this.turn;
    try {
      const { default: embed } = await import('vega-embed');
      if (turn !== this.turn) return;
      const place = document.createElement('div');
      place.className = 'chart__drawing';
      place.setAttribute('aria-hidden', 'true');
      // Expressions are interpreted, never compiled, and no style sheet is added: the page forbids both.
      const view = await embed(place, spec, {
        ast: true,
        actions: false,
        defaultStyle: false,
        renderer: 'svg',
        tooltip: (_handler, event, _item, words) => this.read(event, words),
      });
      if (turn !== this.turn) return view.finalize();
      this.finalize?.();
      this.finalize = () => view.finalize();
      if (this.place) this.place.replaceWith(place);
      else this.append(place);
      this.place = place;
      this.dataset.state = 'drawn';
    } catch (error) {
      console.error('chart could not be drawn:', error);
      if (turn === this.turn) this.dataset.state = 'failed';
    }
  }

  /** Shows what the pointer reads, beside it; null when it reads nothing. */
  private read(event: MouseEvent | null, words: unknown): void {
    if (!this.reading) {
      this.reading = document.createElement('div');
      this.reading.className = 'chart__reading';
      this.reading.setAttribute('aria-hidden', 'true');
      this.append(this.reading);
    }
    this.reading.hidden = !words;
    if (!words || !event) return;
    this.reading.textContent = String(words);
    const box = this.getBoundingClientRect();
    const room = box.width - this.reading.offsetWidth;
    this.reading.style.left = `${Math.max(0, Math.min(room, event.clientX - box.left + 14))}px`;
    this.reading.style.top = `${event.clientY - box.top + 14}px`;
  }
}

/** Colours by the names that the style sheet gives them, so that dark, print and forced colours need no redrawing. */
const paletteOf = (element: Element): Palette => ({
  place: 'var(--place)',
  rest: 'var(--rest)',
  offered: 'var(--offered)',
  used: 'var(--used)',
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  rule: 'var(--rule)',
  font: getComputedStyle(element).fontFamily,
});
