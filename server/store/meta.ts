import type { Release } from './releases.ts';

/** What every answer says about the release it comes from. */
export const metaOf = ({ id, about, standing }: Release) => ({
  release: id,
  kind: about.kind,
  note: about.note,
  made_at: about.made_at,
  first_period: about.first_period,
  last_period: about.last_period,
  ...standing(),
});

export type Meta = ReturnType<typeof metaOf> & { next?: string };
