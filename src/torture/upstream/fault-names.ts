import { seeded } from '../seeded.ts';

/** What became of the create, whatever its caller was told. */
type Effect = 'none' | 'once' | 'late' | 'twice';

/**
 * What can go wrong with a create on its way. `share`: how often, against the others. `telling`: whether the caller is told
 * that nothing was applied; all others leave it in the dark, and one (`sent twice`) tells it nothing of what went wrong.
 * A 429 halts every write of the workspace, so a few of them go a long way.
 */
export const createFaults = {
  'dropped before': { share: 8, effect: 'none', telling: false },
  'dropped after': { share: 8, effect: 'once', telling: false },
  'reset in the body': { share: 6, effect: 'once', telling: false },
  'answered too late': { share: 6, effect: 'once', telling: false },
  'dropped, applied later': { share: 8, effect: 'late', telling: false },
  'timed out, applied later': { share: 6, effect: 'late', telling: false },
  'sent twice': { share: 5, effect: 'twice', telling: false },
  '429 with seconds': { share: 1, effect: 'none', telling: true },
  '429 with a date': { share: 1, effect: 'none', telling: true },
  '429 alone': { share: 1, effect: 'none', telling: true },
  '429 with an absurd date': { share: 1, effect: 'none', telling: true },
  '500': { share: 4, effect: 'none', telling: false },
  '500, applied': { share: 4, effect: 'once', telling: false },
  '502 in HTML': { share: 3, effect: 'none', telling: false },
  '502 in HTML, applied': { share: 3, effect: 'once', telling: false },
  '503': { share: 3, effect: 'none', telling: false },
  '503, applied': { share: 3, effect: 'once', telling: false },
  '200 in HTML': { share: 3, effect: 'none', telling: false },
  '200 in HTML, applied': { share: 3, effect: 'once', telling: false },
  '200 cut short': { share: 3, effect: 'once', telling: false },
  '200 with other JSON': { share: 3, effect: 'none', telling: false },
  '200 with other JSON, applied': { share: 3, effect: 'once', telling: false },
  'answer in drips': { share: 4, effect: 'once', telling: false },
} as const satisfies Record<string, { share: number; effect: Effect; telling: boolean }>;

export type CreateFault = keyof typeof createFaults;

/** What can go wrong with a read. */
export const readFaults = ['reset', '429', '500'] as const;
export type ReadFault = (typeof readFaults)[number];

/** Which fault hits a create; `attempt` counts from 1. Null lets it through. */
export type CreateFaultPlan = (name: string, attempt: number) => CreateFault | null;
/** Which fault hits a read; `nth` counts the reads of one address from 1. */
export type ReadFaultPlan = (line: string, nth: number) => ReadFault | null;

export const noCreateFaults: CreateFaultPlan = () => null;
export const noReadFaults: ReadFaultPlan = () => null;

/** No submission is hit more often than this: the rest of its attempts go through. */
const mostPerSubmission = 3;

function oneOf(chance: number, names: readonly CreateFault[]): CreateFault | null {
  const tickets = names.flatMap((name) => Array<CreateFault>(createFaults[name].share).fill(name));
  return tickets[Math.floor(chance * tickets.length)] ?? null;
}

const allNames = Object.keys(createFaults) as CreateFault[];

/**
 * Hits such a share of the creates, by seed, deal and attempt, so that the order in which they arrive changes nothing.
 * @param among which faults there are
 */
export function seededCreateFaults(seed: number, rate: number, among: readonly CreateFault[] = allNames): CreateFaultPlan {
  const isHit = (name: string, attempt: number) => seeded(seed, 'hit', name, attempt) < rate;
  return (name, attempt) => {
    let hits = 0;
    for (let earlier = 1; earlier < attempt && hits < mostPerSubmission; earlier += 1) hits += isHit(name, earlier) ? 1 : 0;
    if (hits >= mostPerSubmission || !isHit(name, attempt)) return null;
    return oneOf(seeded(seed, 'fault', name, attempt), among);
  };
}

/** Hits such a share of the reads, by seed, address and count. */
export const seededReadFaults =
  (seed: number, rate: number): ReadFaultPlan =>
  (line, nth) =>
    seeded(seed, 'read hit', line, nth) < rate
      ? (readFaults[Math.floor(seeded(seed, 'read fault', line, nth) * readFaults.length)] ?? null)
      : null;
