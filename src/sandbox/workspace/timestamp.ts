/** A moment as Attio writes it: UTC with nine fractional digits (seen in recordings; ours are milliseconds and zeros). */
export function timestamp(moment: Date): string {
  return moment.toISOString().replace('Z', '000000Z');
}
