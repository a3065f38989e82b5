import type { Manifest } from '../../../data/definitions/manifest.ts';
import type { LedgerEvent } from '../../../data/life/events.ts';
import { unknownTime } from '../../../data/life/life.ts';

/** A release of a folder without a ledger. */
interface Found {
  id: string;
  manifest: Manifest | null;
}

/**
 * The first events of a ledger for a folder that had none: each release was published when it was made, and the one
 * that `current` names was chosen. A release built as a draft is left out: its ledger was lost, and nothing else says
 * whether it was ever published.
 */
export function takenOver(
  found: Iterable<Found>,
  current: string | null,
  now: number,
): LedgerEvent[] {
  const said = { at: new Date(now).toISOString(), by: null };
  const all = [...found]
    .filter(({ manifest }) => !manifest?.draft)
    .map(({ id, manifest }) => ({
      release: id,
      sha256: manifest?.sha256 ?? null,
      due: new Date(manifest?.made_at ?? unknownTime).toISOString(),
    }))
    .sort((a, b) => a.due.localeCompare(b.due));
  const chosen = all.find(({ release }) => release === current);
  return [
    ...all.map((one): LedgerEvent => ({ ...said, event: 'published', ...one, late: null })),
    ...(chosen && chosen !== all.at(-1)
      ? [{ ...said, event: 'used' as const, release: chosen.release, sha256: chosen.sha256 }]
      : []),
  ];
}
