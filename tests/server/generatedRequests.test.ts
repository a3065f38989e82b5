import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readSetting } from '../../data/definitions/settings.ts';
import { due, shareDue, whole } from '../support/due.ts';
import {
  startTrials,
  type Tried,
  tryApi,
  tryMangled,
  tryPages,
  tryRelations,
} from '../support/requests/trial.ts';

/**
 * Each kind of release with its share of a day's requests: two days cover all, and one request in five is for published
 * figures, which take longer.
 */
const folders: [name: string, folder: string | null, share: number][] = [
  ['illustrative figures', inject('illustrative'), 0.3],
  ['illustrative figures with reference files', inject('referenced'), 0.8],
  ['one month of one service', inject('oneService'), 0.5],
  ['published figures', inject('published2018'), 0.2],
  ['published figures with reference files', inject('referenced2018'), 0.2],
];

const requests = readSetting(process.env, 'UPTAKE_REQUESTS');

/** A request takes a few milliseconds; 200 ms are allowed, for machines that are busy with other work. */
const patience = 120_000 + requests * 200;

/** For so many API requests there is one of each other kind, as those take longer or find less. */
const apart = 30;
/** Of fewer it may be that none has an answer. */
const fewest = 6;

describe.each(due(folders, 2))(`%s (${shareDue(2)})`, (name, folder, share) => {
  describe.skipIf(!folder)('answer generated requests', () => {
    const count = Math.ceil((requests * share) / (whole ? 2 : 1));
    let tried: Tried;
    beforeAll(async () => {
      tried = await startTrials(folder!, !name.startsWith('published'));
    });
    afterAll(() => tried?.stop());

    it(
      'to the API as described, or say why not',
      async () => {
        const { answered, faults } = await tryApi(tried, count, 2018);
        expect(faults).toEqual([]);
        const all = [...answered.values()].reduce((sum, times) => sum + times, 0);
        expect(all / count).toBeGreaterThan(0.5);
        // Among many requests, every operation answers some.
        const { operations } = tried;
        if (count > 50 * operations.length) {
          const silent = operations.filter(({ path }) => !answered.get(path));
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
        const { answered, faults } = await attempt(
          tried,
          Math.max(fewest, Math.ceil(count / apart)),
          2018,
        );
        expect(faults).toEqual([]);
        expect(answered.size).toBeGreaterThan(0);
      },
      patience,
    );
  });
});
