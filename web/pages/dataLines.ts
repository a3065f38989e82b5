import { html, type TemplateResult } from 'lit';
import { copyable } from '../controls/copyable.ts';

/** Lines that fetch a CSV from an address of the API, to copy into a terminal, R or Python. */
const linesFor = (url: string, file: string): { name: string; text: string }[] => [
  { name: 'curl', text: `curl --fail --compressed --output ${file} '${url}'` },
  { name: 'R', text: `figures <- read.csv("${url}", na.strings = "")` },
  { name: 'Python', text: `import pandas; figures = pandas.read_csv("${url}")` },
];

/** The same as they appear on a page, each with a way to copy it. */
export const lines = (url: string, file: string): TemplateResult => html`<div class="copies">
  ${linesFor(url, file).map(({ name, text }) => copyable(name, text))}
</div>`;
