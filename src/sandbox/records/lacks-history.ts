import type { Attribute } from '../workspace/attribute.ts';
import type { Collection } from '../workspace/collection.ts';
import { isSystemValue } from './system-value.ts';

/**
 * Why the past of an attribute's values cannot be asked for, if it cannot. Communication intelligence has no past, and
 * neither has what Attio fills in itself on people and companies: there, what nobody may write is enriched (both in the
 * official OpenAPI document). The values kept on the record itself are neither.
 */
export function lacksHistory(attribute: Attribute, { kind, slug }: Collection): 'comint' | 'enriched' | undefined {
  if (!attribute.isSystem || attribute.isWritable || isSystemValue(attribute)) return undefined;
  if (attribute.type === 'interaction' || attribute.slug.startsWith('strongest_connection_')) return 'comint';
  return kind === 'object' && (slug === 'people' || slug === 'companies') ? 'enriched' : undefined;
}
