import type { BodyReader } from '../http/body-reader.ts';

/** Reads the `api_slug` inside a part of a body. Snake case is only asked for in the documents, and their own examples have hyphens. */
export function apiSlug(reader: BodyReader, written: unknown, inside: readonly string[]): string {
  const path = [...inside, 'api_slug'];
  const slug = reader.string(written, path);
  if (typeof written === 'string' && !/^[a-z0-9][a-z0-9_-]*$/i.test(slug)) reader.invalid(path);
  return slug;
}
