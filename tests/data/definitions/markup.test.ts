import { expect, it } from 'vitest';
import { escaped } from '../../../data/definitions/markup.ts';

it('escapes every character that HTML would interpret, and no other', () => {
  expect(escaped(`<b>"Tom" & 'Ann'</b> é`)).toBe(
    `&lt;b&gt;&quot;Tom&quot; &amp; 'Ann'&lt;/b&gt; é`,
  );
});
