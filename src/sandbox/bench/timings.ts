/** How long something took, again and again, in milliseconds. */
export type Timings = { p50: number; p99: number };

/** Runs every one of these once a round, in turn, so that whatever else the computer does disturbs all of them alike. */
export function interleaved<Name extends string>(
  rounds: number,
  tasks: Readonly<Record<Name, (round: number) => void>>,
): Record<Name, Timings> {
  const names = Object.keys(tasks) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const started = performance.now();
      tasks[name](round);
      taken.get(name)?.push(performance.now() - started);
    }
  }
  return Object.fromEntries(names.map((name) => [name, timings(taken.get(name) ?? [])])) as Record<Name, Timings>;
}

function timings(taken: number[]): Timings {
  const sorted = taken.sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
