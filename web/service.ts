import {
  findMeasure,
  type Service,
  type ServiceChoice,
  services,
  serviceWords,
} from '../data/definitions/measures.ts';
import type { Address } from './page.ts';
import { PageProblem } from './problem.ts';

/** The service in an address, or any, or else the first available; throws a 404 if it does not exist. */
export function serviceOf(
  { query }: Address,
  held: readonly ServiceChoice[] = services,
): ServiceChoice {
  const service = query.service ?? held[0] ?? services[0];
  if (!(service in serviceWords)) throw new PageProblem(404, `no such service: ${service}`);
  return service as ServiceChoice;
}

/** The services of some measures, including any service if they count people set up for one. */
export const servicesIn = (collected: readonly string[]): ServiceChoice[] => [
  ...services.filter((service) =>
    collected.some((measure) => findMeasure(measure)?.service === service),
  ),
  ...(collected.includes('any_enabled') ? (['any'] as const) : []),
];

/** The same for pages about one service at a time: the first, if an address asks for any. */
export function oneServiceOf(address: Address): Service {
  const service = serviceOf(address);
  return service === 'any' ? services[0] : service;
}
