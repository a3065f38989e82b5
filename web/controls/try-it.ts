import { html, render, type TemplateResult } from 'lit';
import type { Input } from '../apiDescription.ts';

/** The longest part of an answer that is shown, in characters; the link above it gives all of it. */
const longest = 20_000;
/** Formats that cannot be read in a page and are downloaded instead. */
const files = ['parquet', 'xlsx'];

interface Said {
  url: string;
  heading: string;
  text: string;
}

/**
 * A form to ask the API: fields for a question's parameters, the resulting address, and the answer below. The example
 * shown without script is its first question.
 */
export class TryIt extends HTMLElement {
  /** Only declared, so that a value set before the element was defined is kept. */
  declare inputs: readonly Input[] | undefined;
  private place: HTMLElement | null = null;
  private said: Said | null = null;
  private asking: AbortController | null = null;

  connectedCallback(): void {
    if (this.place || this.dataset.file === 'yes') return;
    this.place = document.createElement('div');
    this.append(this.place);
    this.show();
  }

  disconnectedCallback(): void {
    this.asking?.abort();
  }

  private show(): void {
    const { name = '', query = '' } = this.dataset;
    const given = new URLSearchParams(query);
    render(
      html`<details class="more more--close">
        <summary class="more__summary">Try it here<span class="unseen">: ${name}</span></summary>
        <form class="try__form" @submit=${this.submitted}>
          ${(this.inputs ?? [])
            .filter((input) => !this.isInPath(input))
            .map((input) => this.field(input, given.get(input.name) ?? ''))}
          <button class="button" type="submit">Ask</button>
        </form>
        <div class="try__answer" role="status">
          ${this.said ? html`<p class="try__said"><a href=${this.said.url} data-leave>${this.said.heading}</a></p>` : ''}
        </div>
        ${
          this.said?.text
            ? html`<pre class="copy__text try__text" tabindex="0" role="region" aria-label=${`Answer of ${name}`}>${this.said.text}</pre>`
            : ''
        }
      </details>`,
      this.place!,
    );
  }

  /** Codes in the path come with the example. */
  private isInPath({ name }: Input): boolean {
    return Boolean(this.dataset.name?.includes(`{${name}}`));
  }

  private field({ name, values, many, required }: Input, value: string): TemplateResult {
    const id = `${this.dataset.name}-${name}`;
    return html`<p class="try__field">
      <label class="try__name" for=${id}><code>${name}</code></label>
      ${
        values && !many
          ? html`<select class="try__input" id=${id} name=${name}>
              ${required ? '' : html`<option value=""></option>`}
              ${values.map((one) => html`<option value=${one} ?selected=${one === value}>${one}</option>`)}
            </select>`
          : html`<input class="try__input" id=${id} name=${name} .value=${value} autocomplete="off" spellcheck="false" />`
      }
    </p>`;
  }

  private readonly submitted = (event: SubmitEvent) => {
    event.preventDefault();
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(event.target as HTMLFormElement)) {
      if (typeof value === 'string' && value.trim()) asked.set(name, value.trim());
    }
    const query = asked.toString().replaceAll('%2C', ',');
    this.ask(this.dataset.root + (query ? `?${query}` : ''), asked.get('format'));
  };

  private async ask(url: string, format: string | null): Promise<void> {
    if (format && files.includes(format)) {
      location.assign(url);
      return;
    }
    this.asking?.abort();
    this.asking = new AbortController();
    const began = performance.now();
    try {
      const response = await fetch(url, { signal: this.asking.signal });
      const text = pretty(await response.text());
      const ms = Math.round(performance.now() - began);
      const status = response.ok ? 'Answered' : `Refused (${response.status})`;
      const more = text.length > longest ? `; the first ${longest / 1000} KB of it below` : '';
      this.say({
        url,
        heading: `${status} in ${ms} ms: ${url}${more}`,
        text: text.slice(0, longest),
      });
    } catch (error) {
      if ((error as Error).name !== 'AbortError') {
        this.say({ url, heading: `No answer: ${url}`, text: '' });
      }
    }
  }

  private say(said: Said): void {
    this.said = said;
    this.show();
  }
}

/** JSON with indentation, anything else unchanged. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

customElements.define('try-it', TryIt);
