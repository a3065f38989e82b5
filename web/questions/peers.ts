import type { PeerInput } from '../../data/statistics/peers.ts';
import type { Ask, Meta } from '../ask.ts';

export interface Peer {
  code: string;
  name: string;
  ccg: string | null;
  supplier: string | null;
  /** The first month on another supplier's system, if that is within the last twelve. */
  supplierChanged: string | null;
  registered: number | null;
  /** In percent of patients; null if it did not report. */
  value: number | null;
}

/** The practices most like one, and why they are. */
export interface Peers {
  peers: Peer[];
  /** The characteristics that peers are chosen by in this release. */
  inputs: readonly PeerInput[];
  /** How much those characteristics explain, as a sentence; null if unknown. */
  explained: string | null;
  median: number | null;
  sentence: string;
  /** The same for the practice itself. */
  supplierChanged: string | null;
}

/** The practices most like one in a month, most similar first, with their figures of a measure. */
export async function fetchPeers(
  ask: Ask,
  asked: { practice: string; measure: string; period: string; meta: Meta },
): Promise<Peers> {
  const { data, meta } = await ask('/peers', {
    practice: asked.practice,
    measure: asked.measure,
    period: asked.period,
    release: asked.meta.release,
  });
  const { inputs, median, sentence, explained_sentence: explained } = meta;
  const peers = data.map((row) => ({
    code: row.area_code,
    name: row.area_name,
    ccg: row.ccg_code,
    supplier: row.supplier,
    supplierChanged: row.supplier_changed_period,
    registered: row.registered,
    value: row.value,
  }));
  const supplierChanged = meta.practice.supplier_changed_period;
  return { peers, inputs, explained, median, sentence, supplierChanged };
}
