import { expect, it } from 'vitest';
import { escaped } from '../../../data/definitions/markup.ts';

it('leaves no character that HTML would read, and every other as it is', () => {
  expect(escaped(`<b>"Tom" & 'Ann'</b> é`)).toBe(
    `&lt;b&gt;&quot;Tom&quot; &amp; 'Ann'&lt;/b&gt; é`,
  );
});
