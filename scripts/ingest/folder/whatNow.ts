import { type Life, stateOf } from '../../../data/life/life.ts';
import { counted, plural } from '../../../data/words/english.ts';
import { told } from './scheduling.ts';

/** The state of a release, and what it waits for. */
export function whatNow({ releases, approvals }: Life, id: string): string {
  const one = releases.get(id)!;
  const state = stateOf(one, approvals);
  if (state === 'published') return `${id} is published.`;
  const wanted = Math.max(0, approvals - one.approvals.length);
  const more = `${counted(wanted, 'other person', 'other people')} ${plural(wanted, 'has', 'have')} approved it`;
  if (one.due === null) {
    const when = `${id} is not scheduled: \`npm run releases -- schedule ${id}\` does that.`;
    return wanted ? `${when} It is published only once ${more}.` : when;
  }
  return `${id} will be published at ${told(one.due)}${wanted ? `, once ${more}` : ''}.`;
}
