import type { Router } from 'express';
import type { Answers } from './answer.ts';
import type { Config } from './config.ts';
import type { Releases } from './releases.ts';

export interface SiteParts {
  config: Config;
  releases: Releases;
  answers: Answers;
  web: string;
}
export function mountSite(_site: Router, _parts: SiteParts): void {}
