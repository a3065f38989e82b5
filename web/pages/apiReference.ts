import { html } from 'lit';
import { listed } from '../../data/words/english.ts';
import {
  fetchDescription,
  type Input,
  type Operation,
  type Output,
  type Topic,
} from '../apiDescription.ts';
import type { Ask, Meta } from '../ask.ts';
import type { Address, Page } from '../page.ts';

interface Reference {
  meta: Meta;
  topics: Topic[];
  operations: Operation[];
}

async function load(ask: Ask, { query }: Address): Promise<Reference> {
  const [{ topics, operations }, { meta }] = await Promise.all([
    fetchDescription(ask),
    ask('/periods', { release: query.release }),
  ]);
  return { meta, topics, operations };
}

/** The id of an operation on the page: `figures`, `practices-code`. */
const idOf = ({ path }: Operation): string =>
  path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'index';

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
    ${common.map(
      (name) => html`<div class="facts__row">
        <dt><code>${name}</code></dt>
        <dd>
          ${marked(inputOf(data.operations, name).description)} The questions that take it say so.
        </dd>
      </div>`,
    )}
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
        and <a href=${`${address.link('/data')}#promise`}>what the API promises</a>.
      </dd>
    </div>
  </dl>
  <nav class="contents contents--columns" aria-label="Questions">
    ${data.topics.map(
      (topic) => html`<div class="contents__group">
        <h2 class="contents__title">${topic.name}</h2>
        <ul>
          ${data.operations
            .filter((one) => one.topic === topic.name)
            .map(
              (one) =>
                html`<li><a href=${`#${idOf(one)}`}><code>${one.path}</code></a> ${one.summary}</li>`,
            )}
        </ul>
      </div>`,
    )}
  </nav>
  ${data.topics.map(
    (topic) => html`<section class="section" aria-labelledby=${`topic-${topic.name}`}>
      <h2 class="section__title" id=${`topic-${topic.name}`}>${topic.name}</h2>
      <p class="section__lead">${topic.description}</p>
      ${data.operations
        .filter((one) => one.topic === topic.name)
        .map((one) => operation(one, address))}
    </section>`,
  )}
`;

function operation(one: Operation, address: Address) {
  const { path, query } = one.example;
  const root = `${address.prefix}/api/v1${path}`;
  const url = query ? `${root}?${query}` : root;
  const own = one.inputs.filter(({ name }) => ![...everywhere, ...common].includes(name));
  const also = common.filter((name) => one.inputs.some((input) => input.name === name));
  return html`<section class="operation" aria-labelledby=${idOf(one)}>
    <h3 class="section__subtitle operation__title" id=${idOf(one)}>
      <code class="operation__path">${one.path}</code> ${one.summary}
    </h3>
    <p>${marked(one.description)}</p>
    ${own.length ? inputs(one.path, own) : ''}
    ${also.length ? html`<p class="small">${own.length ? 'Also' : 'Takes'} ${marked(listed(also.map((name) => `\`${name}\``)))}.</p>` : ''}
    <try-it class="try" data-root=${root} data-query=${query} data-file=${one.isFile ? 'yes' : 'no'}
      data-name=${one.path} .inputs=${one.inputs}>
      <p class="try__example">
        <a class="try__link" href=${url} data-leave ?download=${one.isFile}>${url}</a>
      </p>
    </try-it>
    ${one.outputs.length ? outputs(one.path, one.outputs) : ''}
  </section>`;
}

/** Parameters that every question takes. */
const everywhere = ['release', 'format'];

/** Parameters that most questions take. Like those of every question, they are described once for all. */
const common = ['limit', 'cursor', 'asOf'];

const inputOf = (operations: readonly Operation[], name: string): Input =>
  operations.flatMap(({ inputs }) => inputs).find((input) => input.name === name)!;

/** A description with text in backticks as code. */
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
  <summary class="more__summary">What it answers: ${list.length} columns<span class="unseen">: ${of}</span></summary>
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

/** Every question to the API, rendered from its own description, each with a form to try it. */
export const apiReferencePage: Page<Reference> = {
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
