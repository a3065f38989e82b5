import { html } from 'lit';
import { fetchDescription, type Input, type Operation, type Output } from '../apiDescription.ts';
import type { Address, Ask, Meta, Page } from '../page.ts';

interface Reference {
  meta: Meta;
  operations: Operation[];
  /** A practice of this release, to stand in examples. */
  practice: string;
}

async function load(ask: Ask, { query }: Address): Promise<Reference> {
  const [{ operations }, { data, meta }] = await Promise.all([
    fetchDescription(ask),
    ask<{ area_code: string }[]>('/figures', {
      measure: 'records_offered',
      level: 'practice',
      limit: '1',
      release: query.release,
    }),
  ]);
  return { meta, operations, practice: data[0]?.area_code ?? '' };
}

/** The place of an operation on the page: `figures`, `practices-code`. */
const idOf = ({ path }: Operation): string => path.replace(/\W+/g, '-').replace(/^-|-$/g, '');

/** A question that has an answer in this release: where an example names a practice, one that is there. */
export function exampleOf(
  { path, example }: Operation,
  { practice, meta }: Pick<Reference, 'practice' | 'meta'>,
): { path: string; query: string } {
  const codes: Record<string, string> = { code: practice, release: meta.release };
  return {
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => codes[name] ?? name),
    query: example
      .replace(/\bpractice=\w+/, `practice=${practice}`)
      .replace(/\bcodes=[^&]+/, `codes=${practice}`),
  };
}

const view = (data: Reference, address: Address) => html`
  <h1 class="headline" tabindex="-1">What the API answers</h1>
  <p class="lead">
    Everything these pages show comes from here. Each address answers a <code>GET</code>, without key
    or account.
  </p>
  <dl class="facts">
    <div class="facts__row">
      <dt><code>release</code></dt>
      <dd>
        A release by its id, such as ${data.meta.release}: the answer is then the same for good. Without
        it, the current one. Every question takes it.
      </dd>
    </div>
    <div class="facts__row">
      <dt><code>format</code></dt>
      <dd>
        <code>json</code>, and for tables <code>csv</code>, <code>xlsx</code>, <code>parquet</code> or
        <code>csvw</code>.
      </dd>
    </div>
    <div class="facts__row">
      <dt>What goes wrong</dt>
      <dd>
        is answered as <code>application/problem+json</code> with the parameter, its value and the reason.
      </dd>
    </div>
    <div class="facts__row">
      <dt>For programs</dt>
      <dd>
        <a href=${`${address.prefix}/api/v1/openapi.json`} data-leave>The same description as OpenAPI 3.1</a>,
        and <a href=${`${address.link('/data')}#promise`}>what you can build on</a>.
      </dd>
    </div>
  </dl>
  <nav class="contents contents--columns" aria-label="Questions">
    <ul>
      ${data.operations.map(
        (one) =>
          html`<li><a href=${`#${idOf(one)}`}><code>${one.path}</code></a> ${one.summary}</li>`,
      )}
    </ul>
  </nav>
  ${data.operations.map((one) => operation(one, data, address))}
`;

function operation(one: Operation, data: Reference, address: Address) {
  const example = exampleOf(one, data);
  const root = `${address.prefix}/api/v1${example.path}`;
  const url = example.query ? `${root}?${example.query}` : root;
  const isFile = !one.outputs.length && /\.\w+$/.test(one.path);
  const own = one.inputs.filter(({ name }) => !everywhere.includes(name));
  return html`<section class="section section--close" aria-labelledby=${idOf(one)}>
    <h2 class="section__subtitle operation__title" id=${idOf(one)}>
      <code class="operation__path">${one.path}</code> ${one.summary}
    </h2>
    <p>${marked(one.description)}</p>
    ${own.length ? inputs(one.path, own) : ''}
    <try-it class="try" data-root=${root} data-query=${example.query} data-file=${isFile ? 'yes' : 'no'}
      data-name=${one.path} .inputs=${one.inputs}>
      <p class="try__example">
        <a class="try__link" href=${url} data-leave ?download=${isFile}>${url}</a>
      </p>
    </try-it>
    ${one.outputs.length ? outputs(one.path, one.outputs) : ''}
  </section>`;
}

/** Parameters that are told once for all. */
const everywhere = ['release', 'format'];

/** A description with what stands between backticks as code. */
const marked = (text: string): unknown =>
  text.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : part));

const inputs = (of: string, list: readonly Input[]) => html`<div
  class="scroll" tabindex="0" role="region" aria-label=${`Parameters of ${of}`}
>
  <table class="table">
    <caption class="unseen">Parameters of ${of}</caption>
    <thead>
      <tr>
        <th scope="col" class="operation__name">Parameter</th>
        <th scope="col">What it is</th>
      </tr>
    </thead>
    <tbody>
      ${list.map(
        ({ name, description, required, values, many }) => html`<tr>
          <th scope="row">
            <code>${name}</code>${required ? html`<span class="table__note">needed</span>` : ''}
          </th>
          <td>${marked(description)} ${values ? choiceOf(values, many ?? false) : ''}</td>
        </tr>`,
      )}
    </tbody>
  </table>
</div>`;

const choiceOf = (values: readonly string[], many: boolean) => html`<span class="table__note"
  >${many ? 'Any of' : 'One of'}
  ${values.map((value, i) => html`${i ? ', ' : ''}<code>${value}</code>`)}</span
>`;

const outputs = (of: string, list: readonly Output[]) => html`<details class="more more--close">
  <summary class="more__summary">Its ${list.length} columns<span class="unseen">: ${of}</span></summary>
  <div class="scroll" tabindex="0" role="region" aria-label=${`Columns of ${of}`}>
    <table class="table">
      <caption class="unseen">Columns of ${of}</caption>
      <thead>
        <tr>
          <th scope="col" class="operation__name">Column</th>
          <th scope="col">What it holds</th>
        </tr>
      </thead>
      <tbody>
        ${list.map(
          ({ name, type, description, values }) => html`<tr>
            <th scope="row"><code>${name}</code><span class="table__note">${type.replace('null', 'none')}</span></th>
            <td>${marked(description)} ${values ? choiceOf(values, false) : ''}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>
</details>`;

/** Every question the API answers, rendered from its own description, each to be tried in place. */
export const apiReferencePage: Page<Reference> = {
  pattern: '/data/api',
  load,
  meta: ({ meta }) => meta,
  title: () => 'What the API answers',
  description: ({ operations }) =>
    `The ${operations.length} questions that the API of GP online services in England answers, with parameters, columns and examples.`,
  crumbs: (_, address) => [
    { text: 'England', href: address.link('/') },
    { text: 'Data', href: address.link('/data') },
  ],
  view,
  enliven: () => void import('../controls/try-it.ts'),
};
