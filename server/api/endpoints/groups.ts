import { groupSize } from '../../../data/definitions/levels.ts';
import { groupSentence } from '../../../data/words/group.ts';
import { badParameter } from '../../errors.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { codesIn, type GroupCode, readCodes } from '../groupCodes.ts';
import { sentenceField } from './columns.ts';

const statuses = ['found', 'unknown', 'duplicate'] as const;

export const groups = table({
  path: '/groups',
  summary: 'A list of practice codes as it was pasted, checked',
  description: `Reads up to ${groupSize} practice codes out of any text and says of each whether it is a practice of the release, was there before, or is unknown, then with the practice one typo away. \`meta.group\` is the clean list, as the parameter \`group\` takes it everywhere. Nothing is stored.`,
  parameters: ['codes'],
  required: ['codes'],
  columns: [
    { name: 'position', type: 'integer', description: 'Its place in the list, from 1.' },
    { name: 'code', type: 'string', description: 'The code, in capitals.' },
    {
      name: 'status',
      type: 'string',
      enum: statuses satisfies readonly GroupCode['status'][],
      description: 'Whether it is a practice, unknown, or the same as one before it.',
    },
    {
      name: 'area_name',
      type: 'string',
      nullable: true,
      description: 'Latest name of the place with this code.',
    },
    { name: 'ccg_code', type: 'string', nullable: true, description: 'Its latest CCG.' },
    {
      name: 'last_period',
      type: 'string',
      nullable: true,
      description: 'Last month it appears in.',
    },
    {
      name: 'nearest',
      type: 'string',
      nullable: true,
      description: 'Code of the practice that may be meant by an unknown one.',
    },
    {
      name: 'nearest_name',
      type: 'string',
      nullable: true,
      description: 'Latest name of that practice.',
    },
  ],
  meta: [
    { name: 'found', type: 'integer', description: 'Codes of practices.' },
    { name: 'unknown', type: 'integer', description: 'Codes that are unknown.' },
    { name: 'duplicate', type: 'integer', description: 'Codes that were there before.' },
    { name: 'group', type: 'string', description: 'The clean list, separated by commas.' },
    sentenceField,
  ],
  example: 'codes={practices}',
  rows({ release, filters }) {
    const text = filters.codes!;
    const codes = codesIn(text);
    if (!codes.length) throw badParameter('codes', text, 'no code found in the text');
    if (codes.length > groupSize) {
      const message = `a group can have at most ${groupSize} practices: ${codes.length} codes`;
      throw badParameter('codes', text, message);
    }
    const read = readCodes(codes, release.catalogue.areas);
    const ofStatus = (status: GroupCode['status']) => read.filter((one) => one.status === status);
    const found = ofStatus('found').map(({ code }) => code);
    const counts = {
      found: found.length,
      unknown: ofStatus('unknown').length,
      duplicate: ofStatus('duplicate').length,
    };
    return whole(
      read.map(({ position, code, status, area, nearest }) => ({
        position,
        code,
        status,
        area_name: area?.area_name ?? null,
        ccg_code: area?.ccg_code ?? null,
        last_period: area?.last_period ?? null,
        nearest: nearest?.area_code ?? null,
        nearest_name: nearest?.area_name ?? null,
      })),
      { ...counts, group: found.join(','), sentence: groupSentence(counts) },
    );
  },
});
