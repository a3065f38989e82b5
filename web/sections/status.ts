import type { Service } from '../../data/definitions/measures.ts';
import { statuses } from '../../data/definitions/statuses.ts';

export interface ServiceStatus {
  service: Service;
  /** As published: 2 switched on, 1 could be, 0 cannot be, 9 unknown; null if the extract is blank. */
  status: number | null;
}

/** Whether a service is switched on at a practice, in words. */
export const statusWords = (status: number | null): string =>
  statuses.find(({ code }) => code === status)?.meaning ?? 'not reported';
