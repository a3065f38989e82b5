import type { View } from 'vega';
import type { CrowdPoint, Reading } from './specs/crowd.ts';

interface Point extends Box {
  reading: Reading;
  /** Code of the place that it stands for, if any. */
  code?: string;
  /** Its mark, if it has one of its own. */
  item?: Item;
  /** Whether its outline shows it better than its bounding box. */
  shaped?: boolean;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Item {
  datum?: { code?: string };
  tooltip?: unknown;
  bounds?: { x1: number; y1: number; x2: number; y2: number };
  x?: number;
  y?: number;
  items?: { items: Item[]; marktype: string }[];
}

/** What an element of a drawing stands for. Vega attaches it to the element. */
const itemOf = (element: Element): Item | undefined => (element as { __data__?: Item }).__data__;

/** How close to a point, in pixels, a pointer reads it. */
const reach = 28;

/**
 * The readings of a chart's points: shown beside the point near the pointer, and announced for the one reached by
 * keyboard.
 */
export class Readings {
  private view: View | undefined;
  private given: readonly CrowdPoint[] = [];
  private found: Point[] | null = null;
  private at = -1;
  private outline: SVGPathElement | undefined;
  private readonly words = document.createElement('div');
  private readonly ring = document.createElement('div');
  private readonly said = document.createElement('div');

  constructor(private readonly chart: HTMLElement) {
    this.words.className = 'chart__reading';
    this.words.setAttribute('aria-hidden', 'true');
    this.ring.className = 'chart__ring';
    this.said.className = 'unseen';
    this.said.setAttribute('role', 'status');
    this.hide();
    chart.append(this.ring, this.words, this.said);
    chart.tabIndex = 0;
    chart.setAttribute('role', 'application');
    chart.setAttribute('aria-roledescription', 'chart, read its points with the arrow keys');
    chart.addEventListener('pointermove', (event) => this.pointed(event));
    chart.addEventListener('pointerdown', (event) => this.pointed(event));
    chart.addEventListener('click', () => this.chosen());
    chart.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') this.hide();
    });
    chart.addEventListener('keydown', (event) => this.pressed(event));
    chart.addEventListener('blur', () => this.hide());
  }

  /** Takes over the points given with a drawing and, for a new drawing, all its marks that have a reading. */
  take(given: readonly CrowdPoint[] = [], view = this.view): void {
    if (view !== this.view) this.hide();
    this.view = view;
    this.given = given;
    this.found = null;
    this.chart.toggleAttribute('data-crowd', given.length > 0);
  }

  /** The points of the drawing, collected when the first is read. */
  private get points(): Point[] {
    this.found ??= this.view ? this.find(this.view) : [];
    return this.found;
  }

  private find(view: View): Point[] {
    const [x, y] = view.origin();
    const { left, top } = view.padding() as { left: number; top: number };
    const points: Point[] = [];
    const walk = (items: readonly Item[], dx: number, dy: number, shaped = false) => {
      for (const item of items) {
        const { bounds, tooltip } = item;
        if (tooltip && bounds) {
          points.push({
            item,
            shaped,
            code: item.datum?.code,
            reading: () => String(tooltip),
            left: bounds.x1 + dx,
            top: bounds.y1 + dy,
            right: bounds.x2 + dx,
            bottom: bounds.y2 + dy,
          });
        }
        for (const mark of item.items ?? [])
          walk(mark.items, dx + (item.x ?? 0), dy + (item.y ?? 0), mark.marktype === 'shape');
      }
    };
    const { root } = view.scenegraph() as unknown as { root: { items: Item[] } };
    walk(root.items, x + left, y + top);
    for (const { reading, look, code, ...point } of this.given) {
      const across = point.x + x + left;
      const down = point.y + y + top;
      points.push({
        reading,
        code,
        left: across - look.radius,
        top: down - look.radius,
        right: across + look.radius,
        bottom: down + look.radius,
      });
    }
    // From left to right, as charts are read; points above each other from the top.
    return points.sort((a, b) => a.left - b.left || a.top - b.top);
  }

  private pointed({ clientX, clientY }: PointerEvent): void {
    const { points } = this;
    // Points of a crowd have no mark to themselves: finding what lies under the pointer would take most of a frame.
    const items = this.given.length ? [] : document.elementsFromPoint(clientX, clientY).map(itemOf);
    const under = points.findIndex(({ item }) => item && items.includes(item));
    const box = this.chart.getBoundingClientRect();
    const x = clientX - box.left;
    const y = clientY - box.top;
    let nearest = -1;
    let least = reach ** 2;
    points.forEach((point, i) => {
      const dx = Math.max(point.left - x, 0, x - point.right);
      const dy = Math.max(point.top - y, 0, y - point.bottom);
      const away = dx ** 2 + dy ** 2;
      if (away < least) {
        least = away;
        nearest = i;
      }
    });
    const read = under >= 0 ? under : nearest;
    if (read < 0) this.hide();
    else this.show(read);
  }

  private pressed(event: KeyboardEvent): void {
    const last = this.points.length - 1;
    const to: Record<string, number> = {
      ArrowRight: Math.min(last, this.at + 1),
      ArrowDown: Math.min(last, this.at + 1),
      ArrowLeft: Math.max(0, this.at - 1),
      ArrowUp: Math.max(0, this.at - 1),
      Home: 0,
      End: last,
    };
    if (event.key === 'Escape' && this.at >= 0) {
      event.preventDefault();
      this.hide();
    }
    if (event.key === 'Enter') this.chosen();
    const next = to[event.key];
    if (next === undefined || last < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.show(next);
    this.said.textContent = this.points[next]!.reading();
  }

  /** Tells the page about the place whose point is read, or that none is, and when it is chosen. */
  private tell(what: 'point-read' | 'point-chosen', code: string | undefined): void {
    this.chart.dispatchEvent(new CustomEvent(what, { bubbles: true, detail: code }));
  }

  private chosen(): void {
    const code = this.points[this.at]?.code;
    if (code) this.tell('point-chosen', code);
  }

  /** Shows the point of a place as if it were pointed at. */
  read(code: string | undefined): void {
    const at = code ? this.points.findIndex((point) => point.code === code) : -1;
    if (at < 0) this.hide();
    else this.show(at);
  }

  private hide(): void {
    if (this.at >= 0) this.tell('point-read', undefined);
    this.at = -1;
    this.words.hidden = true;
    this.ring.hidden = true;
    this.outline?.remove();
  }

  /** Draws the outline of a shape again on top, so that no neighbour covers it. */
  private outlined({ item }: Point): void {
    const drawn = [...this.chart.querySelectorAll('path')].find((path) => itemOf(path) === item);
    this.outline = drawn?.cloneNode() as SVGPathElement | undefined;
    if (!drawn || !this.outline) return;
    this.outline.setAttribute('class', 'chart__outline');
    drawn.parentNode!.append(this.outline);
  }

  private show(i: number): void {
    if (i === this.at) return;
    this.at = i;
    const point = this.points[i]!;
    const { left, top, right, bottom, shaped } = point;
    this.outline?.remove();
    this.tell('point-read', point.code);
    if (shaped) this.outlined(point);
    const { clientWidth: width, clientHeight: height } = this.chart;
    const tall = bottom - top > 60;
    this.ring.hidden = Boolean(shaped);
    this.ring.classList.toggle('chart__ring--band', tall || right - left > 60);
    Object.assign(this.ring.style, {
      left: `${left - 3}px`,
      top: `${top - 3}px`,
      width: `${right - left + 6}px`,
      height: `${bottom - top + 6}px`,
    });
    this.words.hidden = false;
    this.words.textContent = point.reading();
    const across = width - this.words.offsetWidth;
    const beside = right + 10 <= across ? right + 10 : left - this.words.offsetWidth - 10;
    const under = tall ? top : bottom + 8;
    const room = height - this.words.offsetHeight;
    this.words.style.left = `${Math.max(0, Math.min(across, beside))}px`;
    this.words.style.top = `${Math.max(0, under <= room ? under : Math.max(0, top - this.words.offsetHeight - 8))}px`;
  }
}
