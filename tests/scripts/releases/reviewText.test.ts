import { expect, it } from 'vitest';
import { reviewLines, reviewPage } from '../../../scripts/releases/reviewText.ts';

const sections = [
  { title: 'First', sentences: ['One.', 'Two <2>.'] },
  {
    title: 'Second',
    head: ['name', 'count'],
    rows: [
      ['A & B', '1,234'],
      ['Longer', '5'],
    ],
    more: 1200,
  },
  { title: 'Third', head: ['name', 'count'], rows: [] },
];

it('a review is read on a terminal', () => {
  expect(reviewLines(sections)).toEqual([
    ...['First', '  One.', '  Two <2>.', ''],
    ...['Second', '  name    count', '  A & B   1,234', '  Longer  5', '  and 1,200 more', ''],
    ...['Third', '  none', ''],
  ]);
});

it('a review is read as a page, with its tables named', () => {
  const page = reviewPage('Sign-off of <1>', sections);
  expect(page).toContain('<title>Sign-off of &lt;1&gt;</title>');
  const main = page.slice(page.indexOf('<main>'), page.indexOf('</main>')).split('\n');
  expect(main).toEqual([
    ...['<main>', '<h1>Sign-off of &lt;1&gt;</h1>'],
    ...['<section>', '<h2>First</h2>', '<p>One.</p>', '<p>Two &lt;2&gt;.</p>', '</section>'],
    ...['<section>', '<h2>Second</h2>', '<table>', '<caption>Second</caption>'],
    '<thead><tr><th scope="col">name</th><th scope="col">count</th></tr></thead>',
    '<tbody>',
    '<tr><th scope="row">A &amp; B</th><td>1,234</td></tr>',
    '<tr><th scope="row">Longer</th><td>5</td></tr>',
    ...['</tbody>', '</table>', '<p>And 1,200 more.</p>', '</section>'],
    ...['<section>', '<h2>Third</h2>', '<p>None.</p>', '</section>', ''],
  ]);
});
