import type { PeerInput } from '../../data/statistics/peers.ts';
import type { Ask, Meta } from '../ask.ts';

export interface Peer {
  code: string;
  name: string;
  ccg: string | null;
  supplier: string | null;
  /** The first month on the system of another supplier, where that is within the last twelve. */
  supplierChanged: string | null;
  registered: number | null;
  /** In percent of patients; null where it did not report. */
  value: number | null;
}

/** The practices most like one, and why they are. */
export interface Peers {
  peers: Peer[];
  /** What likeness is measured by, in this release. */
  inputs: readonly PeerInput[];
  /** How much likeness explains, as a sentence; null where that cannot be told. */
  explained: string | null;
  median: number | null;
  sentence: string;
  /** As of a peer, of the practice itself. */
  supplierChanged: string | null;
}

/** The practices most like one in a month, the most like it first, with their figures of a measure. */
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
