import type { DraftOwner } from '../deal-form/draft-store.ts';
import { pinsKey } from './pins-key.ts';

/** A field that the next deal starts with as the last one had it. */
export interface Pin {
  /** Attio's id of the attribute: it stays when an admin changes its slug. */
  id: string;
  /** What stood in the field of the last deal. */
  entry: unknown;
  /** BCP 47, by which it was typed: dates and amounts may read otherwise in another. Pins of earlier releases have none. */
  locale?: string;
}

/** What nobody has sent a deal with for so many days is forgotten, like a draft. */
const keptDays = 30;

function isPin(value: unknown): value is Pin {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('entry' in value)) return false;
  return typeof value.id === 'string' && (!('locale' in value) || typeof value.locale === 'string');
}

/** What is pinned; never throws. */
export function readPins(owner: DraftOwner): Pin[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(pinsKey(owner)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('saved_at' in kept) || !('pins' in kept)) return [];
    const isOld = Date.now() - Number(kept.saved_at) > keptDays * 86_400_000;
    return isOld || !Array.isArray(kept.pins) ? [] : kept.pins.filter(isPin);
  } catch {
    return [];
  }
}

/** Keeps what is pinned; a browser that keeps nothing (private windows, a full disk) pins nothing. */
export function keepPins(owner: DraftOwner, pins: readonly Pin[]): void {
  try {
    if (pins.length === 0) localStorage.removeItem(pinsKey(owner));
    else localStorage.setItem(pinsKey(owner), JSON.stringify({ saved_at: Date.now(), pins }));
  } catch {
    // The next deal starts as every other.
  }
}
