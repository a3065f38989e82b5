import { boundaryChoices } from '../../../data/definitions/levels.ts';
import { noticeKinds } from '../../../data/life/events.ts';
import type { Field } from '../../table.ts';
import { type Schema, schemaOf } from './schemas.ts';

/** An error as RFC 9457 problem+json. */
export const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', description: 'Always `about:blank`: the status says it all.' },
    title: { type: 'string', description: 'The status in words.' },
    status: { type: 'integer', description: 'The HTTP status.' },
    detail: {
      type: 'string',
      description: 'What was wrong, with the value and the nearest known.',
    },
    parameter: { type: 'string', description: 'The parameter that was wrong.' },
    value: { type: 'string', description: 'Its value, cut where it is long.' },
  },
};

const meta = schemaOf([
  { name: 'release', type: 'string', description: 'Id of the release that answers.' },
  {
    name: 'kind',
    type: 'string',
    enum: ['published', 'illustrative'],
    description: 'Whether its figures were published, or made to show what this does.',
  },
  {
    name: 'note',
    type: 'string',
    nullable: true,
    description: 'What to know before using its figures.',
  },
  { name: 'made_at', type: 'string', description: 'When it was made, in UTC.' },
  { name: 'first_period', type: 'string', description: 'First month of the release.' },
  { name: 'last_period', type: 'string', description: 'Last month of the release.' },
]);

const placed = (of: string): Field[] => [
  { name: of, type: 'integer', description: 'In the extracts of the month.' },
  { name: `${of}_placed`, type: 'integer', description: 'Of them, placed by the lookup.' },
  { name: `${of}_unplaced`, type: 'integer', description: 'Of them, not placed by it.' },
];

/** Fields that are present only if figures use a practice lookup. */
const placementFields = schemaOf([
  {
    name: 'boundaries',
    type: 'string',
    enum: boundaryChoices,
    description: 'On whose boundaries the figures are.',
  },
  { name: 'lookup', type: 'string', description: 'The day of the practice lookup.' },
  {
    name: 'placement',
    type: 'object',
    many: true,
    description: 'How much of each month the practice lookup places.',
    fields: [
      { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
      ...placed('practices'),
      ...placed('registered'),
      {
        name: 'share_of_patients_placed',
        type: 'number',
        nullable: true,
        description: 'Patients placed, in percent.',
      },
      { name: 'practices_in_pcn', type: 'integer', description: 'Practices in a PCN.' },
      { name: 'registered_in_pcn', type: 'integer', description: 'Their patients.' },
      {
        name: 'share_of_patients_in_pcn',
        type: 'number',
        nullable: true,
        description: 'Patients of practices in a PCN, in percent.',
      },
    ],
  },
]);

/** Fields that are present only if there is something to know about a release besides its figures. */
const standingFields = schemaOf([
  {
    name: 'later',
    type: 'object',
    description: 'That a later release is out, and answers where none is named.',
    fields: [
      { name: 'release', type: 'string', description: 'Its id.' },
      {
        name: 'published_at',
        type: 'string',
        nullable: true,
        description: 'When it came out, in UTC; none where that was not kept.',
      },
      { name: 'sentence', type: 'string', description: 'The same as a sentence.' },
    ],
  },
  {
    name: 'next_release',
    type: 'object',
    description: 'The next release that is announced.',
    fields: [
      { name: 'period', type: 'string', description: 'Its latest month.' },
      { name: 'due_at', type: 'string', description: 'When it comes out, in UTC.' },
      { name: 'provisional', type: 'boolean', description: 'Whether the date may change.' },
      { name: 'sentence', type: 'string', description: 'The same as a sentence.' },
    ],
  },
  {
    name: 'withdrawn',
    type: 'object',
    description: 'That the release was withdrawn: its figures are not to be used.',
    fields: [
      { name: 'withdrawn_at', type: 'string', description: 'When, in UTC.' },
      { name: 'reason', type: 'string', description: 'Why.' },
      { name: 'sentence', type: 'string', description: 'The same as a sentence.' },
    ],
  },
  {
    name: 'notices',
    type: 'object',
    many: true,
    description: 'What was said of the release after it was published.',
    fields: [
      { name: 'noticed_at', type: 'string', description: 'When, in UTC.' },
      {
        name: 'kind',
        type: 'string',
        enum: noticeKinds,
        description: 'What kind of notice it is.',
      },
      { name: 'text', type: 'string', description: 'The notice.' },
      { name: 'measure', type: 'string', nullable: true, description: 'Measure; none for all.' },
      { name: 'area', type: 'string', nullable: true, description: 'Place; none for all.' },
      { name: 'period', type: 'string', nullable: true, description: 'Month; none for all.' },
      { name: 'sentence', type: 'string', description: 'The same with its day, as a sentence.' },
    ],
  },
]);

/** What every answer says about itself, and what tables add to it. */
export const metaSchemas: Record<string, Schema> = {
  Meta: {
    ...meta,
    properties: { ...meta.properties, ...placementFields.properties, ...standingFields.properties },
  },
  TableMeta: {
    allOf: [
      { $ref: '#/components/schemas/Meta' },
      {
        type: 'object',
        properties: {
          total: {
            type: 'integer',
            description:
              'Rows of the whole answer, all its pages together; not there where a page ends before they are counted.',
          },
          next: { type: 'string', description: 'Cursor of the next page, where there is one.' },
        },
      },
    ],
  },
};

const problem = (status: number, title: string, description: string, about: object) => ({
  description,
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: { type: 'about:blank', title, status, ...about },
    },
  },
});

const retryAfter = {
  'Retry-After': {
    description: 'Seconds after which to ask again, where too much is asked for.',
    schema: { type: 'integer' },
    example: 5,
  },
};

/** Error responses. */
export const problemResponses = {
  NotModified: { description: 'The answer is the one whose ETag was sent in If-None-Match.' },
  PartialContent: {
    description: 'The part of the file that was asked for with Range.',
    headers: {
      'Content-Range': {
        description: 'Which bytes they are, and of how many.',
        schema: { type: 'string' },
        example: 'bytes 0-99/900',
      },
    },
  },
  BadRequest: problem(400, 'Bad request', 'A parameter is missing, unknown, repeated or wrong.', {
    detail: 'unknown measure: records_enabeld (did you mean records_enabled?)',
    parameter: 'measure',
    value: 'records_enabeld',
  }),
  NotFound: problem(404, 'Not found', 'There is no such release, practice or address.', {
    detail: 'unknown release: 2018-10.1 (did you mean 2018-09.1?)',
    parameter: 'release',
    value: '2018-10.1',
  }),
  MethodNotAllowed: problem(405, 'Method not allowed', 'Only GET and HEAD are answered.', {
    detail: 'only GET and HEAD are answered, not POST',
  }),
  AddressTooLong: problem(414, 'Address too long', 'The address is too long.', {
    detail: 'the address is longer than 8000 characters',
  }),
  RangeNotSatisfiable: problem(416, 'Range not satisfiable', 'The file ends before that part.', {
    detail: 'there are 900 bytes, and none of those asked for: bytes=900-',
  }),
  TooManyRequests: {
    ...problem(429, 'Too many requests', 'One client asks for too much at once.', {
      detail: '60 answers to one reader are under way: let some of them end, and ask again',
    }),
    headers: retryAfter,
  },
  NotReady: {
    ...problem(503, 'Not ready', 'No release has been made yet, or too much is under way.', {
      detail: 'no release has been made yet',
    }),
    headers: retryAfter,
  },
};

/** Responses that every operation may give besides the answer. */
export const otherAnswers = {
  '304': { $ref: '#/components/responses/NotModified' },
  '400': { $ref: '#/components/responses/BadRequest' },
  '404': { $ref: '#/components/responses/NotFound' },
  '405': { $ref: '#/components/responses/MethodNotAllowed' },
  '414': { $ref: '#/components/responses/AddressTooLong' },
  '429': { $ref: '#/components/responses/TooManyRequests' },
  '503': { $ref: '#/components/responses/NotReady' },
};

/** Responses that an operation may also give if some of its answers are files. */
export const answersInParts = {
  '206': { $ref: '#/components/responses/PartialContent' },
  '416': { $ref: '#/components/responses/RangeNotSatisfiable' },
};

/** Headers of answers. */
export const responseHeaders = {
  ETag: {
    description: 'Stays the same as long as the answer does; send it back in If-None-Match.',
    schema: { type: 'string' },
    example: 'W/"kFBJyVXxYyHVzfaRJ0gxjcNn1n8"',
  },
  Link: {
    description:
      'The next page of the same release (`rel="next"`), where there is one; of a CSV also the metadata of its columns (`rel="describedby"`).',
    schema: { type: 'string' },
    example: '</api/v1/figures?level=practice&limit=100&cursor=cm93IDEwMA>; rel="next"',
  },
  FileName: {
    description: 'The name under which to save it.',
    schema: { type: 'string' },
    example: 'attachment; filename="gp-online-bundle-2018-09.1.zip"',
  },
};
