import { statementIds } from '../../../data/definitions/statements.ts';
import { noticeKinds } from '../../../data/life/events.ts';
import type { Listed } from '../../../data/life/listing.ts';
import { noticeSentence, withdrawnSentence } from '../../../data/words/calendar.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { text } from './columns.ts';

export const notices = table({
  path: '/notices',
  summary: 'What was said of releases after they came out',
  description:
    'Every notice about a release, and every withdrawal, the latest first. None is ever changed: what was wrong in one is put right by another that follows it.',
  parameters: [],
  columns: [
    { name: 'about', type: 'string', description: 'Id of the release that it is about.' },
    { name: 'noticed_at', type: 'string', description: 'When it was given, in UTC.' },
    {
      name: 'kind',
      type: 'string',
      enum: [...noticeKinds, 'withdrawal'],
      description: 'What kind of notice it is.',
    },
    { name: 'text', type: 'string', description: 'The notice, or why the release was withdrawn.' },
    text('measure', 'Measure it is about; none for all.'),
    text('area', 'Place it is about; none for all.'),
    text('period', 'Month it is about; none for all.'),
    { name: 'sentence', type: 'string', description: 'The same with its day, as a sentence.' },
  ],
  ofOthers: true,
  example: '',
  rows: ({ releases }) =>
    whole(
      releases
        .listing()
        .flatMap(noticesOf)
        .sort((a, b) => b.noticed_at.localeCompare(a.noticed_at)),
    ),
});

const everywhere = { measure: null, area: null, period: null };

function noticesOf({ release: about, notices: said, withdrawn }: Listed) {
  if (about === null) return [];
  const timeOf = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');
  return [
    ...(withdrawn
      ? [
          {
            about,
            noticed_at: timeOf(withdrawn.at),
            kind: 'withdrawal' as const,
            text: withdrawn.reason,
            ...everywhere,
            sentence: withdrawnSentence(about, withdrawn),
          },
        ]
      : []),
    ...said.map((notice) => ({
      about,
      noticed_at: timeOf(notice.at),
      kind: notice.kind,
      text: notice.text,
      measure: notice.measure,
      area: notice.area,
      period: notice.period,
      sentence: noticeSentence(notice),
    })),
  ];
}

export const statements = table({
  path: '/statements',
  summary: 'Policies on revisions, corrections and releases, and the status of these statistics',
  description:
    'What those who run this copy state of its statistics, a row for each topic. Where they have stated nothing there is an example, and `is_example` says so.',
  parameters: [],
  columns: [
    { name: 'topic', type: 'string', enum: statementIds, description: 'What it is about.' },
    { name: 'title', type: 'string', description: 'The same as a heading.' },
    { name: 'text', type: 'string', description: 'What is stated.' },
    {
      name: 'is_example',
      type: 'boolean',
      description: 'Whether those who run this copy have stated nothing of their own.',
    },
  ],
  ofOthers: true,
  example: '',
  rows: ({ releases }) =>
    whole(
      releases.statements.all().map(({ topic, title, text, isExample }) => ({
        topic,
        title,
        text,
        is_example: isExample,
      })),
    ),
});
