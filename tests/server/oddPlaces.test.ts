import { describe, expect, inject, it } from 'vitest';
import { ENGLAND } from '../../data/definitions/levels.ts';
import { ask } from '../../server/api/api.ts';
import type { Endpoint } from '../../server/api/endpoint.ts';
import { endpoints } from '../../server/api/endpoints.ts';
import { HttpError } from '../../server/errors.ts';
import { gathered } from '../support/bytes.ts';
import { releasesIn } from '../support/sharedReleases.ts';

const releases = releasesIn(inject('referenced'));

/** A measure of patients, one of practices, one of transactions, and one that no extract contains. */
const measures = [
  'records_enabled',
  'appointments_offered_practices',
  'prescriptions_use',
  'any_enabled',
];

const answers = (endpoint: Endpoint, query: string): Promise<string> =>
  ask(endpoint, releases, {}, new URLSearchParams(query))
    .then((asked) => asked.answer())
    .then(async ({ pieces }) => (await gathered(pieces)).toString());

/** The parameter for a place, if an operation has one. */
const placeOf = ({ parameters }: Endpoint) =>
  ['area', 'within', 'parent', 'practice'].find((name) => parameters.includes(name));

describe('new practices, closed practices, areas of one practice and months without the measure', async () => {
  const { catalogue, about } = await releases.get();
  const places = [...catalogue.areas.values()];
  const practices = places.filter(({ level }) => level === 'practice');
  const odd = [
    practices.find(({ last_period }) => last_period < about.last_period)!,
    practices.find(({ first_period }) => first_period > about.first_period)!,
    places.find(
      ({ level, area_code }) =>
        level === 'pcn' && practices.filter((one) => one.pcn_code === area_code).length <= 2,
    )!,
  ].map(({ area_code }) => area_code);
  const asked = endpoints.filter(
    (endpoint) => endpoint.parameters.includes('measure') && placeOf(endpoint),
  );

  it.each(asked.map((endpoint) => [endpoint.path, endpoint] as const))(
    'are answered or refused by %s, in every month and on every boundary',
    async (_, endpoint) => {
      const names = endpoint.parameters as readonly string[];
      const months = names.includes('period') ? 'period' : 'to';
      let answered = 0;
      for (const place of odd) {
        for (const measure of measures) {
          for (const month of [about.first_period, about.last_period]) {
            for (const boundaries of ['published', 'lookup']) {
              const query = new URLSearchParams({ measure, [placeOf(endpoint)!]: place });
              if (names.includes('by')) query.set('by', 'supplier');
              if (endpoint.path === '/differences') query.set('against', ENGLAND);
              if (names.includes('across')) query.set('across', 'list_size');
              if (names.includes(months)) query.set(months, month);
              if (names.includes('boundaries')) query.set('boundaries', boundaries);
              const told = `${endpoint.path}?${query}`;
              const text = await answers(endpoint, String(query)).catch((error: unknown) => {
                expect(error, told).toBeInstanceOf(HttpError);
                return null;
              });
              if (text === null) continue;
              answered++;
              JSON.parse(text);
              expect(text, told).not.toMatch(/undefined|NaN|Infinity|\[object|null%/);
            }
          }
        }
      }
      expect(answered).toBeGreaterThan(0);
    },
    60_000,
  );
});
