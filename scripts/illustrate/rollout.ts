import type { Service } from '../../data/definitions/measures.ts';
import type { Supplier } from './areaTeams.ts';
import { chooseHoldouts, choosePioneers } from './extremes.ts';
import type { Field } from './field.ts';
import { equipmentMonths } from './functionality.ts';
import { bell, randomStream } from './random.ts';
import { reachByMonth } from './reach.ts';

/** A practice's status as published: switched on, available, no functionality, unknown. */
export type Status = 2 | 1 | 0 | 9;

/** How a service spreads over the practices, which are given by position. */
export interface Rollout {
  /** The status of an open practice in a month. */
  status(practice: number, month: number): Status;
  /** Months since the practice began to offer the service; negative before that. */
  age(practice: number, month: number): number;
}

/** The month around which a supplier's practices switch a service on; keen ones do so earlier. */
const steps: Record<Service, Record<Supplier, number>> = {
  records: { TPP: 5.2, INPS: 8.5, EMIS: 10.2, MICROTEST: 10.8 },
  appointments: { EMIS: 0, TPP: 0.2, INPS: 0.7, MICROTEST: 2.5 },
  prescriptions: { EMIS: 0, TPP: 0.5, INPS: 0.6, MICROTEST: 2 },
};

/**
 * Plans how a service spreads: practices are in a fixed order, pioneers first and holdouts last, and each month more of
 * them, from the start, offer the service, as far as was stated in public.
 */
export function planRollout(service: Service, field: Field): Rollout {
  const { practices, gaps } = field;
  const random = randomStream(field.seed, `rollout ${service}`);
  const reluctance = practices.map(({ need, keen }) => bell(random) + 0.5 * need - 0.8 * keen);
  const time = practices.map(({ supplier }, i) => steps[service][supplier] + 0.8 * reluctance[i]!);
  const keen = [...practices.keys()].sort((a, b) => reluctance[a]! - reluctance[b]! || a - b);
  const { could, cannot } = chooseHoldouts(service, field, keen.toReversed());
  const holdouts = new Set([...could, ...cannot]);
  const rest = keen.filter((i) => !holdouts.has(i));
  const pioneers = choosePioneers(service, field, rest);
  const place = (i: number) => (pioneers.has(i) ? 0 : holdouts.has(i) ? 2 : 1);
  const order = [...practices.keys()].sort(
    (a, b) => place(a) - place(b) || time[a]! - time[b]! || a - b,
  );

  const reach = reachByMonth(service, field, order, holdouts.size);
  const never = 9999;
  const began = new Int16Array(practices.length).fill(never);
  for (const [rank, i] of order.entries()) {
    const month = reach.findIndex((end) => rank < end);
    // Those that offer it in April 2014 began at some time in the three years before.
    if (month === 0) began[i] = -Math.round(36 * (1 - rank / reach[0]!));
    else if (month > 0) began[i] = month;
  }
  const idle = order.filter((i) => began[i]! > 0).reverse();
  const equipped = equipmentMonths(service, field, idle, cannot);
  return {
    status(practice, month) {
      if (gaps.unknown(month).has(practice)) return 9;
      if (began[practice]! <= month) return 2;
      return month < (equipped.get(practice) ?? 0) ? 0 : 1;
    },
    age: (practice, month) => month - began[practice]!,
  };
}
