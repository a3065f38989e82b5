import { expect, it } from 'vitest';
import { indexOf } from '../../../../server/api/description/openapiSelf.ts';
import { endpoints } from '../../../../server/api/endpoints.ts';
import type { Codes } from '../../../../server/api/examples.ts';

const codes: Codes = {
  ...{ practice: 'A81001', practices: 'A81001,A81002', ccg: '00K', region: 'Y54' },
  ...{ release: '2018-09.1', first: '2018-04', last: '2018-09', today: '2019-05-01' },
};
const rows = indexOf(endpoints, '/uptake', codes);

it('the index has every endpoint with its own summary, and the description of all', () => {
  expect(rows.map(({ path, summary }) => [path, summary])).toEqual([
    ...endpoints.map(({ path, summary }) => [`/uptake/api/v1${path}`, summary]),
    ['/uptake/api/v1/openapi.json', 'This API, described for programs (OpenAPI 3.1)'],
  ]);
});

it.each([
  ['/measures', '/measures'],
  ['/practices/{code}', '/practices/A81001'],
  ['/peers', '/peers?practice=A81001&measure=records_enabled&period=latest'],
  ['/whereabouts', '/whereabouts?area=00K'],
  ['/releases/{release}/bundle.zip', '/releases/2018-09.1/bundle.zip'],
  ['/openapi.json', '/openapi.json'],
])('its example of %s works on the current release', (path, example) => {
  const row = rows.find((one) => one.path === `/uptake/api/v1${path}`);
  expect(row?.example).toBe(`/uptake/api/v1${example}`);
});
