import {
  type Service,
  type ServiceChoice,
  services,
  serviceWords,
} from '../data/definitions/measures.ts';
import type { Address } from './page.ts';
import { PageProblem } from './problem.ts';

/** The service that an address names, or any, or the first; throws a 404 for one that does not exist. */
export function serviceOf({ query }: Address): ServiceChoice {
  const service = query.service ?? services[0];
  if (!(service in serviceWords)) throw new PageProblem(404, `no such service: ${service}`);
  return service as ServiceChoice;
}

/** The same for pages that are about one service at a time: the first, where an address names any. */
export function oneServiceOf(address: Address): Service {
  const service = serviceOf(address);
  return service === 'any' ? services[0] : service;
}
