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
  ['FREEZYWATER PCC', 'Freezywater PCC'],
  ['ARCH HEALTH CIC', 'Arch Health CIC'],
  ['NHS BARKING AND DAGENHAM CCG', 'NHS Barking and Dagenham CCG'],
  ['UOS STUDENT PCN', 'UOS Student PCN'],
  ['LS25/LS26 PCN', 'LS25/LS26 PCN'],
  ["DR SA SUBRAMONY'S PRACTICE", "Dr SA Subramony's Practice"],
  ['DRS DE ROSA & WILLIAMS', 'Drs De Rosa & Williams'],
  ['DRS LAMBERT & NG', 'Drs Lambert & Ng'],
  ['4TH AVENUE MEDICAL CTR. LTD', '4th Avenue Medical Ctr. Ltd'],
  ['STOKE-ON-TRENT', 'Stoke-on-Trent'],
  ['Devon, Cornwall and Isles of Scilly', 'Devon, Cornwall and Isles of Scilly'],
])('writes %s as %s', (published, read) => {
  expect(readableName(published)).toBe(read);
});
