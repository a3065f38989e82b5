import { type Service, services, serviceWords } from '../data/definitions/measures.ts';
import type { Address } from './page.ts';
import { PageProblem } from './problem.ts';

/** The service that an address names, or the first; throws a 404 for one that does not exist. */
export function serviceOf({ query }: Address): Service {
  const service = query.service ?? services[0];
  if (!(service in serviceWords)) throw new PageProblem(404, `no such service: ${service}`);
  return service as Service;
}
