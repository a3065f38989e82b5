import type { Ask, Meta } from '../ask.ts';

/** A dated event that affects figures. */
export interface Event {
  id: string;
  from: string | null;
  to: string | null;
  title: string;
  text: string;
  source: string;
  url: string;
}

/** The known events of a release's months that affect a measure at a level of place. */
export async function fetchEvents(
  ask: Ask,
  { measure, level, meta }: { measure: string; level: string; meta: Meta },
): Promise<Event[]> {
  const { data } = await ask('/annotations', {
    measure,
    level,
    from: meta.first_period,
    to: meta.last_period,
    release: meta.release,
  });
  return data.map((row) => ({
    id: row.id,
    from: row.period_from,
    to: row.period_to,
    title: row.title,
    text: row.text,
    source: row.source,
    url: row.source_url,
  }));
}
