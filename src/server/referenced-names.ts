import * as z from 'zod/mini';
import type { AttioClient } from './attio/client.ts';
import { readRecordNames } from './attio/record-names.ts';
import type { Clock } from './clock.ts';
import type { Visitor } from './session/visitor.ts';

const referenceSchema = z.object({ id: z.string(), object: z.string() });
export type Reference = z.infer<typeof referenceSchema>;

/** The names of the records that a deal refers to, and which of them are gone. */
export interface ReferencedNames {
  names: Readonly<Record<string, string>>;
  vanished: ReadonlySet<string>;
}

const nothing: ReferencedNames = { names: {}, vanished: new Set() };

/**
 * Looks up the records that a deal refers to. It only serves the words of the receipt or of a refusal, so a failure is
 * no more than names that are not known.
 */
export async function readReferencedNames(
  client: AttioClient,
  { token }: Visitor,
  values: Readonly<Record<string, unknown>>,
  now: Clock,
): Promise<ReferencedNames> {
  const references = referencesIn(values);
  if (references.length === 0) return nothing;
  try {
    const names = await readRecordNames(client, token, references, now);
    return { names, vanished: new Set(references.flatMap(({ id }) => (Object.hasOwn(names, id) ? [] : [id]))) };
  } catch {
    return nothing;
  }
}

/** The records that a deal's values refer to and that were in Attio. */
export const referencesIn = (values: Readonly<Record<string, unknown>>): Reference[] =>
  Object.values(values)
    .flat()
    .flatMap((value) => {
      const reference = z.safeParse(referenceSchema, value);
      return reference.success ? [reference.data] : [];
    });
