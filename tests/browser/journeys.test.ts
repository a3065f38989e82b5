import { describe } from 'vitest';
import { journeys } from './journeys.ts';
import { asNewcomer } from './newcomer.ts';
import { workbench } from './workbench.ts';

const at = asNewcomer();

describe('from the first page, without instruction', () => {
  journeys(at);
});

describe('exploring', () => {
  workbench(at);
});
