import { expect, it } from 'vitest';
import type { Deed } from '../../../data/life/events.ts';
import { logOf } from '../../../scripts/releases/log.ts';

const id = '2018-05.1';
const of = { release: id, sha256: 'abc' };
const [due, other] = ['2099-05-28T08:30:00.000Z', '2099-06-04T08:30:00.000Z'];
const month = '2018-05';

/** Every kind of event, with what the log says of it. */
const told: Record<Deed['event'], [Deed, string][]> = {
  policy: [
    [{ event: 'policy', approvals: 1 }, 'asked for 1 approval of each release'],
    [{ event: 'policy', approvals: 2 }, 'asked for 2 approvals of each release'],
  ],
  built: [[{ event: 'built', ...of }, `built ${id}, SHA-256 abc`]],
  reviewed: [[{ event: 'reviewed', ...of }, `reviewed ${id}`]],
  approved: [[{ event: 'approved', ...of }, `approved ${id}, SHA-256 abc`]],
  used: [[{ event: 'used', ...of }, `made ${id} current`]],
  removed: [[{ event: 'removed', ...of }, `removed ${id}`]],
  scheduled: [
    [{ event: 'scheduled', ...of, due }, `scheduled ${id} for 9:30am on Thursday 28 May 2099`],
  ],
  published: [
    [{ event: 'published', ...of, due: null, late: null }, `published ${id}`],
    [
      { event: 'published', ...of, due, late: null },
      `published ${id}, due at 9:30am on Thursday 28 May 2099`,
    ],
    [
      { event: 'published', ...of, due, late: 2500 },
      `published ${id}, due at 9:30am on Thursday 28 May 2099, 2.5 seconds late`,
    ],
  ],
  noticed: [
    [
      {
        ...{ event: 'noticed', ...of, kind: 'correction', text: 'Wrong.' },
        ...{ measure: 'any_enabled', area: 'A81001', period: '2018-04' },
      },
      `correction about ${id}, any_enabled, A81001, 2018-04: Wrong.`,
    ],
    [
      {
        ...{ event: 'noticed', ...of, kind: 'note', text: 'Odd.' },
        ...{ measure: null, area: null, period: null },
      },
      `note about ${id}: Odd.`,
    ],
  ],
  withdrawn: [
    [{ event: 'withdrawn', ...of, reason: 'Wrong file.' }, `withdrew ${id}: Wrong file.`],
  ],
  previewed: [
    [
      { event: 'previewed', ...of, who: 'Office', token: 'x', until: null },
      `gave Office a preview of ${id}`,
    ],
    [
      { event: 'previewed', ...of, who: 'Office', token: 'x', until: due },
      `gave Office a preview of ${id} until 9:30am on Thursday 28 May 2099`,
    ],
  ],
  revoked: [
    [{ event: 'revoked', ...of, who: 'Office' }, `revoked the preview of ${id} for Office`],
  ],
  announced: [
    [
      { event: 'announced', month, due, provisional: false },
      'announced May 2018 for 9:30am on Thursday 28 May 2099',
    ],
    [
      { event: 'announced', month, due, provisional: true },
      'announced May 2018 for 9:30am on Thursday 28 May 2099, provisionally',
    ],
  ],
  confirmed: [[{ event: 'confirmed', month }, 'confirmed May 2018']],
  moved: [
    [
      { event: 'moved', month, due: other, reason: 'A holiday.' },
      'moved May 2018 to 9:30am on Thursday 4 June 2099: A holiday.',
    ],
  ],
  cancelled: [
    [{ event: 'cancelled', month, reason: 'No files.' }, 'cancelled May 2018: No files.'],
  ],
};

it.each(Object.values(told).flat())('the log has the whole of %o', (deed, what) => {
  const at = '2019-07-01T11:05:00.000Z';
  expect(logOf([{ at, by: 'Ann', ...deed }])).toEqual([
    { when: '2019-07-01 12:05', who: 'Ann', what },
  ]);
});
