import { describe, expect, inject, it } from 'vitest';
import { readSetting } from '../../data/definitions/settings.ts';
import { endpoints } from '../../server/api/endpoints.ts';
import { tryApi, tryMangled, tryPages, tryRelations } from '../support/requests/trial.ts';

/** Each kind of release with its share of the requests: one in five goes to published figures, which take longer. */
const folders: [name: string, folder: string | null, share: number][] = [
  ['illustrative figures', inject('illustrative'), 0.15],
  ['illustrative figures with reference files', inject('referenced'), 0.55],
  ['one month of one service', inject('oneService'), 0.1],
  ['published figures', inject('published2018'), 0.08],
  ['published figures with reference files', inject('referenced2018'), 0.12],
];

const requests = readSetting(process.env, 'UPTAKE_REQUESTS');

/** A request takes some milliseconds; a machine with much else to do is given two hundred for each. */
const patience = 120_000 + requests * 200;

/** Beside so many questions to the API there is one of each other kind: they take longer, or tell less. */
const apart = 30;

describe.each(folders)('%s', (_, folder, share) => {
  describe.skipIf(!folder)('answer generated requests', () => {
    const count = Math.ceil(requests * share);

    it(
      'to the API as described, or say why not',
      async () => {
        const { answered, faults } = await tryApi(folder!, count, 2018);
        expect(faults).toEqual([]);
        const all = [...answered.values()].reduce((sum, times) => sum + times, 0);
        expect(all / count).toBeGreaterThan(0.5);
        // Of many requests some are answered by every operation.
        if (count > 50 * endpoints.length) {
          const silent = endpoints.filter(({ path }) => !answered.get(path));
          expect(silent.map(({ path }) => path)).toEqual([]);
        }
      },
      patience,
    );

    it.each([
      ['asked in other ways alike', tryRelations],
      ['for pages, images and frames without failing', tryPages],
      ['that nobody means without failing', tryMangled],
    ])(
      '%s',
      async (_, attempt) => {
        const { answered, faults } = await attempt(folder!, Math.ceil(count / apart), 2018);
        expect(faults).toEqual([]);
        expect(answered.size).toBeGreaterThan(0);
      },
      patience,
    );
  });
});
