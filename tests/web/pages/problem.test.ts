import { expect, it } from 'vitest';
import { isPassing, problemTitle } from '../../../web/pages/problem.ts';

it('an error says whether trying again may help', () => {
  const told = [400, 404, 429, 500, 503].map((status) => [
    status,
    isPassing(status),
    problemTitle({ status, detail: '' }),
  ]);
  expect(told).toEqual([
    [400, false, 'This address asks for something that does not exist'],
    [404, false, 'There is no such page'],
    [429, true, 'The site cannot answer just now'],
    [500, false, 'Something went wrong'],
    [503, true, 'The site cannot answer just now'],
  ]);
});
