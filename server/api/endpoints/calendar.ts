import { unknownTime } from '../../../data/life/life.ts';
import { type Listed, listedStates } from '../../../data/life/listing.ts';
import { earlySentence, listedSentence, noticeSentence } from '../../../data/words/calendar.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';

export const calendar = table({
  path: '/calendar',
  summary: 'When releases come out, and when they came',
  description:
    'Every release that is announced, was cancelled or is published, the latest first, with former dates and the reasons for changing them. `/calendar.ics` has the announced ones for calendars.',
  parameters: [],
  columns: [
    {
      name: 'item',
      type: 'string',
      description: 'Stays the same through every change of an announcement.',
    },
    { name: 'period', type: 'string', description: 'The latest month of the release.' },
    {
      name: 'state',
      type: 'string',
      enum: listedStates,
      description: 'Where it is: `late` is due and not out yet.',
    },
    {
      name: 'due_at',
      type: 'string',
      nullable: true,
      description: 'When it was or is to come out, in UTC; none where it was not announced.',
    },
    { name: 'changed_at', type: 'string', description: 'When this was last changed, in UTC.' },
    { name: 'sequence', type: 'integer', description: 'How often it was changed.' },
    {
      name: 'release',
      type: 'string',
      nullable: true,
      description: 'Id of the release, once out.',
    },
    {
      name: 'published_at',
      type: 'string',
      nullable: true,
      description: 'When it came out, in UTC.',
    },
    {
      name: 'former_dates',
      type: 'string',
      nullable: true,
      description: 'When it was to come before, in UTC, separated by commas.',
    },
    {
      name: 'reasons',
      type: 'string',
      nullable: true,
      description: 'Why it was moved, cancelled or withdrawn.',
    },
    {
      name: 'notices',
      type: 'string',
      nullable: true,
      description: 'What was said of it after it was published.',
    },
    {
      name: 'early_access',
      type: 'string',
      nullable: true,
      description: 'Who sees or saw the figures before they are published, and from when.',
    },
    { name: 'sentence', type: 'string', description: 'The same in plain English.' },
  ],
  ofOthers: true,
  example: '',
  rows: ({ releases }) => whole(releases.listing().map(rowOf)),
});

const timeOf = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
const timeOrNone = (at: number | null): string | null =>
  at === null || at === unknownTime ? null : timeOf(at);

function rowOf(one: Listed) {
  const { former, cancelled, withdrawn, notices } = one;
  const reasons = [...former, ...[cancelled, withdrawn].filter((said) => said !== null)];
  return {
    item: one.id,
    period: one.month,
    state: one.state,
    due_at: timeOrNone(one.due),
    changed_at: timeOf(one.changedAt),
    sequence: one.sequence,
    release: one.release,
    published_at: timeOrNone(one.publishedAt),
    former_dates: former.map(({ due }) => timeOf(due)).join(',') || null,
    reasons: reasons.map(({ reason }) => reason).join('; ') || null,
    notices: notices.map(noticeSentence).join(' ') || null,
    early_access: one.early.map(earlySentence).join(' ') || null,
    sentence: listedSentence(one),
  };
}
