import { readableName } from '../../data/definitions/names.ts';
import type { Ask, Meta } from '../ask.ts';

/**
 * The events of a practice in the months of a release, oldest first, one sentence each. That it was away says when it
 * was back, so its return is no sentence of its own.
 */
export async function fetchLifecycle(
  ask: Ask,
  { practice, meta }: { practice: string; meta: Meta },
): Promise<string[]> {
  const { data } = await ask('/lifecycle', {
    area: practice,
    from: meta.first_period,
    to: meta.last_period,
    release: meta.release,
  });
  const told = data.filter(({ event, before }) => event !== 'appeared' || before === null);
  return told.map(({ sentence, practice_name: name }, i) => {
    const called = `${readableName(name ?? '')} (${practice}) `;
    return i && sentence.startsWith(called) ? `It ${sentence.slice(called.length)}` : sentence;
  });
}

/** When a practice changed supplier and the effect on a measure, one sentence each. */
export async function fetchMoved(
  ask: Ask,
  { area, measure, meta }: { area: string; measure: string; meta: Meta },
): Promise<string[]> {
  const { data } = await ask('/annotations', { area, measure, release: meta.release });
  return data.filter(({ kind }) => kind === 'supplier').map(({ text }) => text);
}
