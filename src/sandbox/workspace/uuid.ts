const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of a UUID, of whatever version: Attio's record ids are not all of one. */
export function isUuid(text: string): boolean {
  return PATTERN.test(text);
}
