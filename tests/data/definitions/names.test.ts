import { expect, it } from 'vitest';
import { readableName } from '../../../data/definitions/names.ts';

it.each([
  ['NHS BARNSLEY CCG', 'NHS Barnsley CCG'],
  ['NHS ENGLAND NORTH (YORKSHIRE AND HUMBER)', 'NHS England North (Yorkshire and Humber)'],
  ["ST MARY'S SURGERY", "St Mary's Surgery"],
  ["DR MCDONALD & O'BRIEN", "Dr McDonald & O'Brien"],
  ['THE OLD FORGE', 'The Old Forge'],
  ['NORTH OF ENGLAND COMMISSIONING REGION', 'North of England'],
  ['MERSEYSIDE AREA TEAM', 'Merseyside'],
  ['STOKE-ON-TRENT', 'Stoke-on-Trent'],
  ['Devon, Cornwall and Isles of Scilly', 'Devon, Cornwall and Isles of Scilly'],
])('writes %s as %s', (published, read) => {
  expect(readableName(published)).toBe(read);
});
