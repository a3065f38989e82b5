import { describe, expect, it } from 'vitest';
import { parseViews, viewAt, viewsText, withView } from '../../../web/controls/views.ts';

const first = viewAt('?chart=map&title=North&note=Low+in+spring')!;
const second = viewAt('?chart=scatter&title=South')!;

describe('a named view', () => {
  it('is what its address says, and missing without a title', () => {
    expect(first).toEqual({
      title: 'North',
      note: 'Low in spring',
      search: '?chart=map&title=North&note=Low+in+spring',
    });
    expect(second.note).toBe('');
    expect(viewAt('?chart=map&note=none')).toBeNull();
    expect(viewAt('?title=+')).toBeNull();
  });

  it('replaces one with the same title', () => {
    const other = viewAt('?chart=places&title=North')!;
    expect(withView([first, second], other)).toEqual([second, other]);
    expect(withView([], first)).toEqual([first]);
  });

  it('is kept in a list of the latest two hundred', () => {
    const many = Array.from({ length: 205 }, (_, i) => viewAt(`?title=View+${i}`)!);
    const kept = many.reduce(withView, [first]);
    expect(kept).toHaveLength(200);
    expect(kept[0]!.title).toBe('View 5');
  });

  it('is the same after being saved to a file, on whatever site', () => {
    const text = viewsText([first, second], 'https://elsewhere.example/uptake/explore');
    expect(JSON.parse(text)[0].address).toBe(
      'https://elsewhere.example/uptake/explore?chart=map&title=North&note=Low+in+spring',
    );
    expect(parseViews(text)).toEqual([first, second]);
  });

  it.each([
    '',
    'views',
    '{}',
    '[]',
    '[{"address":"https://elsewhere.example/"}]',
    '[{"address":"?chart=map"}]',
    '[{"address":7}]',
    '[null]',
    `[{"address":"?title=long&q=${'x'.repeat(5000)}"}]`,
    '[{"address":"?title=good"},{"address":"?chart=map"}]',
  ])('is not in other kinds of file: %s', (text) => {
    expect(() => parseViews(text)).toThrow('This file is no list of views.');
  });

  it('never links to another site: only its query is used', () => {
    const [view] = parseViews('[{"address":"javascript:alert(1)?title=Trick#top"}]');
    expect(view!.search).toBe('?title=Trick');
  });
});
