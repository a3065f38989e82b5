import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { describe, expect, it } from 'vitest';
import { htmlOf } from '../../../server/pages/htmlOf.ts';
import { markup } from '../../../web/markup.ts';

/** A template's HTML by Lit's own server. */
const byLit = (template: TemplateResult): string => collectResultSync(render(template));

const row = (cells: readonly unknown[]) =>
  html`<tr>${cells.map((cell) => html`<td class=${`cell cell--${cell}`}>${cell}</td>`)}</tr>`;

const templates: [string, () => TemplateResult][] = [
  ['without values', () => html`<p class="a">One &amp; <br /> two</p>`],
  ['that is empty', () => html``],
  ['that is one value', () => html`${'one'}`],
  [
    'of texts that must be escaped',
    () => html`<p>${'<b>&"\'</b>'} ${1.5} ${true} ${false} ${0}</p>`,
  ],
  ['of values that show nothing', () => html`<p>${null}${undefined}${nothing}${''}|${[]}</p>`],
  [
    'of attributes',
    () =>
      html`<a href="/a?x=${1}&amp;y=${'"é&"'}" class=${'one two'} title="${null}">${'there'}</a>`,
  ],
  ['without an attribute', () => html`<a href=${nothing} title="a ${nothing} b" id=${'i'}>x</a>`],
  [
    'of booleans',
    () =>
      html`<input ?checked=${true} ?disabled=${false} required ?readonly=${1} ?hidden=${nothing} />`,
  ],
  [
    'of properties and events',
    () =>
      html`<input name=${'n'} .value=${'<v>'} @input=${() => {}} /><input .value=${nothing} /><input .value=${null} .checked=${true} /><page-part data-part=${'p'} .given=${{ a: 1 }}></page-part>`,
  ],
  ['of rows', () => html`<table>${[row([1, 'two', '<3>']), row([])]}</table>`],
  ['of a set', () => html`<p>${new Set(['a', html`<b>b</b>`])}</p>`],
  [
    'kept by a key',
    () => html`<div>${keyed('k', html`<i>${'in it'}</i>`)}${keyed('l', 'text')}</div>`,
  ],
  ['of markup', () => html`<tbody>${markup('<tr><td>"a" & é</td></tr>')}</tbody>`],
  ['of markup that is empty', () => html`<tbody>${markup('')}</tbody>`],
  [
    'of pictures',
    () => html`<svg viewBox="0 0 ${8} 8"><text>${'x < y'}</text><path d=${'M0 0'} /></svg>`,
  ],
  [
    'with comments',
    () => html`<!-- a comment --><p>${1}</p><!-- and one more --><i id=${'i'}></i>`,
  ],
];

describe('a template as HTML', () => {
  it.each(templates)("is the same as Lit's: one %s", (_, template) => {
    expect(htmlOf(template())).toBe(byLit(template()));
  });

  it('takes other values the next time', () => {
    const of = (text: string | typeof nothing, on: boolean) =>
      html`<p title=${text} ?hidden=${on}>${text}</p>`;
    const all = [of('a', true), of('b', false), of(nothing, true), of('d', true)];
    expect(all.map((one) => htmlOf(one))).toEqual(all.map(byLit));
    expect(htmlOf(of('b', false))).toMatch(/<p title="b" >.*b.*<\/p>/);
  });

  it.each(templates)('has comments that begin as asked: one %s', (_, template) => {
    const begun = byLit(template()).replaceAll('<!--', '<!--later:later:');
    expect(htmlOf(template(), '<!--later:later:')).toBe(begun);
  });

  it("has the value of a text area inside it, where Lit's server leaves it out", () => {
    const of = (first: string, second: string | null) =>
      html`<p>${1}</p><textarea rows="2"></textarea><textarea
          name="a" .value=${first}></textarea><textarea id=${'b'} .value=${second} ?hidden=${true}></textarea>`;
    const [one, other] = [of('A <1> & "B"', null), of('', '\u00e9')];
    const bare = byLit(one);
    expect(bare.split('></textarea>')).toHaveLength(4);
    const withTexts = (...texts: string[]) =>
      bare.replaceAll('></textarea>', () => `>${texts.shift()}</textarea>`);
    expect(htmlOf(one)).toBe(withTexts('', 'A &lt;1&gt; &amp; &quot;B&quot;', ''));
    expect(htmlOf(other)).toBe(withTexts('', '', '\u00e9'));
  });

  it('rejects a directive in an attribute', () => {
    expect(() => htmlOf(html`<p class=${keyed('k', 'a')}></p>`)).toThrow(
      'a directive in an attribute: class',
    );
  });

  it('has a place for each of its values', () => {
    expect(() => htmlOf(html`<p ${keyed('k', 'a')}></p>`)).toThrow(
      'no place for a value in the template: <p …></p>',
    );
  });
});
