import { measureOf, type ServiceChoice } from '../../data/definitions/measures.ts';
import { countedOf, peopleOrValue } from '../../data/words/figure.ts';

/** A practice's share of patients set up, for a table: "4.5%"; for few people their number: "3 patients". */
export function setUpText(value: number, registered: number, service: ServiceChoice): string {
  const measure = measureOf(`${service}_enabled`);
  return peopleOrValue({ value, ...countedOf(value, registered, measure) }, measure);
}
