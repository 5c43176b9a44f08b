const two = (number: number): string => String(number).padStart(2, '0');

/** The day and the minute on the wall clock where this runs, `YYYY-MM-DDTHH:MM`: what "today" and "now" are to the rep. */
export function localMoment(at: Date): string {
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
