import type embed from 'vega-embed';
import type { TopLevelSpec } from 'vega-lite';
import type { drawingOf } from './drawings.ts';
import type { ChartData, DrawnId } from './kind.ts';
import { Readings } from './readings.ts';
import type { CrowdPoint } from './specs/crowd.ts';
import type { Palette } from './specs/palette.ts';
import { wideFrom } from './specs/room.ts';

interface Drawing {
  name: DrawnId;
  input: ChartData;
}

interface Tools {
  drawingOf: typeof drawingOf;
  embed: typeof embed;
}

let tools: Tools | undefined;

async function bringTools(): Promise<Tools> {
  const [{ drawingOf }, { default: embed }] = await Promise.all([
    import('./drawings.ts'),
    import('vega-embed'),
  ]);
  tools = { drawingOf, embed };
  return tools;
}

/**
 * Draws what it is given in the room it has, once it is near the screen, and again when that changes. Its original
 * content keeps its height until then. Its points can be read by pointer, touch and arrow keys.
 */
export class UptakeChart extends HTMLElement {
  private asked: Drawing | null = null;
  private drawn = '';
  private given: readonly CrowdPoint[] | undefined;
  private place: HTMLElement | null = null;
  private readings: Readings | null = null;
  private finalize: (() => void) | null = null;
  private turn = 0;
  private near = false;
  private onPaper = false;
  private readonly size = new ResizeObserver(() => this.update());
  private readonly sight = new IntersectionObserver(
    (entries) => {
      this.near ||= entries.some(({ isIntersecting }) => isIntersecting);
      this.update();
    },
    { rootMargin: '600px' },
  );

  /** The name and data of a drawing. */
  set drawing(drawing: Drawing) {
    this.asked = drawing;
    this.update();
  }

  connectedCallback(): void {
    // A property set before the element was defined hides the setter, so it is taken over.
    if (Object.hasOwn(this, 'drawing')) {
      const own = this.drawing;
      delete (this as Partial<UptakeChart>).drawing;
      this.drawing = own;
    }
    this.size.observe(this);
    this.sight.observe(this);
    addEventListener('beforeprint', this.printed);
    addEventListener('afterprint', this.printed);
  }

  disconnectedCallback(): void {
    this.size.disconnect();
    this.sight.disconnect();
    removeEventListener('beforeprint', this.printed);
    removeEventListener('afterprint', this.printed);
    this.turn++;
    this.finalize?.();
    this.finalize = null;
    this.drawn = '';
  }

  /** Shows the reading of a place, as if its point were pointed at; nothing without a code. */
  read(code?: string): void {
    this.readings?.read(code);
  }

  private readonly printed = ({ type }: Event) => {
    this.onPaper = type === 'beforeprint';
    this.near = true;
    this.update();
  };

  private async update(): Promise<void> {
    if (!this.asked || !this.near) return;
    let { turn } = this;
    try {
      const { drawingOf, embed } = tools ?? (await bringTools());
      // The page around it is still being drawn, and measuring now would lay it out twice.
      await null;
      const { name, input } = this.asked;
      const room = { width: Math.floor(this.clientWidth), height: Math.floor(this.clientHeight) };
      const { width, height } = this.onPaper ? paperRoom(room, name) : room;
      if (!this.isConnected || width < 50) return;
      // On paper an existing drawing is scaled as it is, because its height there is not room to fill.
      if (this.drawn && matchMedia('print').matches) return;
      const { usermeta, ...spec } = drawingOf(name, input, {
        width,
        height,
        palette: paletteOf(this),
      });
      const given = usermeta?.readings as CrowdPoint[] | undefined;
      const text = JSON.stringify(spec, given?.length ? withoutShapes : undefined);
      if (text === this.drawn && alike(given, this.given)) {
        this.given = given;
        this.readings?.take(given);
        return;
      }
      this.drawn = text;
      this.given = given;
      turn = ++this.turn;
      const place = document.createElement('div');
      place.className = 'chart__drawing';
      place.setAttribute('aria-hidden', 'true');
      // Expressions are interpreted, not compiled, and no style sheet is added, because the page forbids both.
      const { view, finalize } = await embed(place, spec as TopLevelSpec, {
        ast: true,
        actions: false,
        defaultStyle: false,
        renderer: 'svg',
        tooltip: false,
      });
      if (turn !== this.turn) return finalize();
      this.finalize?.();
      this.finalize = finalize;
      if (this.place) this.place.replaceWith(place);
      else this.append(place);
      this.place = place;
      this.readings ??= new Readings(this);
      this.readings.take(given, view);
      this.dataset.state = 'drawn';
    } catch (error) {
      console.error('chart could not be drawn:', error);
      if (turn === this.turn) this.dataset.state = 'failed';
    }
  }
}

/**
 * The room of a chart on paper, in pixels, which is narrower than most screens: less wide, so that its letters do not
 * become too small, and for lines by month less high, so that they take no more of the page.
 */
const paperRoom = ({ width, height }: { width: number; height: number }, name: DrawnId) => ({
  width: Math.max(Math.min(width, width < wideFrom ? 380 : wideFrom), Math.round(width * 0.72)),
  height: name === 'months' || name === 'xmr' ? Math.round(height * 0.58) : height,
});

/** The shapes of thousands of points take long to compare as text, and follow from the points. */
const withoutShapes = (name: string, value: unknown): unknown =>
  name === 'geometry' ? undefined : value;

/** Whether points have the same positions and looks. */
const alike = (a: readonly CrowdPoint[] = [], b: readonly CrowdPoint[] = []): boolean =>
  a.length === b.length &&
  a.every(({ x, y, look }, i) => {
    const other = b[i]!;
    return (
      x === other.x &&
      y === other.y &&
      look.fill === other.look.fill &&
      look.shape === other.look.shape
    );
  });

const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `var(--${name}-${i + 1})`);

/** Colours by their names in the style sheet, so that dark mode, print and forced colours need no redrawing. */
const paletteOf = (element: Element): Palette => ({
  place: 'var(--place)',
  rest: 'var(--rest)',
  offered: 'var(--offered)',
  used: 'var(--used)',
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  rule: 'var(--rule)',
  page: 'var(--page)',
  bands: numbered('spread', 3),
  steps: numbered('step', 5),
  stepInks: numbered('step-ink', 5),
  font: getComputedStyle(element).fontFamily,
});
