import { expect, it } from 'vitest';
import { publishedFigures } from '../../../../data/definitions/publishedFigures.ts';
import { askIllustrative } from '../../../support/asking.ts';

const ask = askIllustrative();
const months = [...new Set(publishedFigures.map(({ period }) => period))].sort();
const [second, fourth] = [months[1]!, months[3]!];

it.each([
  ['everything', '', () => true],
  ['a measure', '&measure=records_offered_practices', 'records_offered_practices'],
  ['from a month on', `&from=${second}`, (period: string) => period >= second],
  ['until a month', `&to=${second}`, (period: string) => period <= second],
  [
    'a span of months',
    `&from=${second}&to=${fourth}`,
    (period: string) => period >= second && period <= fourth,
  ],
])('/published-figures gives %s', async (_, question, wanted) => {
  const { data } = await ask(`/published-figures?limit=1000${question}`);
  const expected = publishedFigures.filter(({ measure, period }) =>
    typeof wanted === 'string' ? measure === wanted : wanted(period),
  );
  expect(expected.length).toBeGreaterThan(1);
  expect(data).toEqual(
    expected.map(({ sourceUrl, ...one }) => ({ ...one, source_url: sourceUrl })),
  );
});

it('/published-figures has no months from the end to the beginning', async () => {
  const asked = ask(`/published-figures?from=${fourth}&to=${second}`);
  await expect(asked).rejects.toThrow(`from is later than to: ${fourth}`);
});

it('each figure is a number of what was said', () => {
  for (const { value, said } of publishedFigures) {
    const numbers = [...said.matchAll(/(\d[\d,.]*)(%?)/g)];
    const percents = numbers.flatMap(([, number, sign]) => (sign ? [Number(number)] : []));
    if (value === null) expect(percents, said).toEqual([]);
    else expect(percents[0], said).toBe(value);
  }
});
