import { type CreateFault, createFaults } from './fault-names.ts';

/** One create of a deal as it came by. Times are epoch ms. */
export interface CreateEntry {
  /** The deal's name, which tells the submission. */
  name: string;
  /** Counts the creates of that name, from 1. */
  attempt: number;
  arrivedAt: number;
  fault: CreateFault | null;
  /** When the upstream got it: none, one or two times. */
  forwardedAt: number[];
  /** What the upstream answered, each time. */
  statuses: number[];
  /** What its caller read in full; null when it read nothing, or half of it. */
  answered: number | null;
  /** Until when a 429 asked for patience; null without one. */
  notBefore: number | null;
}

/** How many deals it made. */
export const timesApplied = ({ statuses }: CreateEntry): number => statuses.filter((status) => status === 200).length;

/** Whether its caller could not know what came of it. */
export function leftInTheDark({ fault, answered }: CreateEntry): boolean {
  if (answered === null || answered >= 500) return true;
  return fault !== null && fault !== 'sent twice' && !createFaults[fault].telling;
}
