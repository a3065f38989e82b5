import { html } from 'lit';
import { expect, test } from 'vitest';
import { marksText } from '../../web/marks.ts';

test('markers in the values of a table are explained in words, each once, however deep they are', () => {
  const cell = (text: string) => html`<td>${text}</td>`;
  const table = html`<table>${['4.5%', '[x]', '[x]'].map(cell)}${html`<tr>${cell('[low]')}</tr>`}</table>`;
  expect(marksText(table)).toBe(
    '[x]: not available, because it was not reported. [low]: rounds to zero but is not zero.',
  );
});

test('what does not apply and what was revised are told apart', () => {
  expect(marksText(['[z]', '5% [r]'])).toBe(
    '[z]: not applicable: it was not collected that month, the place is not in that month’s extract, or it cannot be worked out. [r]: revised since the release before.',
  );
});

test('a table of plain figures has nothing to explain, nor has text that only contains a marker', () => {
  expect(marksText(html`<table>${null}${undefined}${12}${'see [x] below'}</table>`)).toBe('');
});
