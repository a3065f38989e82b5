import { ENGLAND } from '../../data/definitions/levels.ts';
import { type Service, services } from '../../data/definitions/measures.ts';
import type { Ask, Meta } from '../ask.ts';

/** Shares of patients set up for one service, in percent: the deciles of all practices, and those of one CCG singly. */
export interface Strip {
  service: Service;
  /** Of England's practices; null if too few reported. */
  deciles: { p10: number; p20: number; p40: number; p60: number; p80: number; p90: number } | null;
  /** Of every practice of the CCG except the one shown. */
  others: number[];
  own: number | null;
  ccg: number | null;
  england: number | null;
}

/**
 * The position of a practice's shares set up among those of its CCG and of England, for each service with figures in
 * the month.
 */
export async function fetchStrips(
  ask: Ask,
  asked: { practice: string; ccg: string | null; measures: string[]; period: string; meta: Meta },
): Promise<Strip[]> {
  const { practice, ccg, period, meta } = asked;
  const held = services.filter((service) => asked.measures.includes(`${service}_enabled`));
  if (!held.length) return [];
  const common = {
    measure: held.map((service) => `${service}_enabled`).join(','),
    period,
    release: meta.release,
  };
  const [{ data: deciles }, { data: areas }, { data: practices }] = await Promise.all([
    ask('/deciles', common),
    ask('/figures', { ...common, area: [practice, ccg, ENGLAND].filter(Boolean).join(',') }),
    ccg ? ask('/figures', { ...common, level: 'practice', parent: ccg }) : { data: [] },
  ]);
  return held.map((service) => {
    const measure = `${service}_enabled`;
    const shareOf = (code: string | null) =>
      areas.find((row) => row.measure === measure && row.area_code === code)?.value ?? null;
    const spread = deciles.find((row) => row.measure === measure);
    return {
      service,
      deciles: spread && spread.p50 !== null ? (spread as NonNullable<Strip['deciles']>) : null,
      others: practices.flatMap((row) =>
        row.measure === measure && row.area_code !== practice && row.value !== null
          ? [row.value]
          : [],
      ),
      own: shareOf(practice),
      ccg: shareOf(ccg),
      england: shareOf(ENGLAND),
    };
  });
}
