import { markerSlug, type Setup } from '../../contract/setup.ts';
import type { Protection } from '../ledger/submission-table.ts';
import { ProblemError } from '../problem.ts';
import type { Attribute } from './attribute.ts';
import type { AttioClient } from './client.ts';
import { TokenRefused } from './read-answer.ts';
import { readRefusal, upstreamOf } from './refusal.ts';

/** What a workspace's deals can carry against a second one, and what keeps them from more. */
export interface MarkerJudgement {
  protection: Protection;
  markerFault: Setup['marker_fault'];
}

const isMarker = ({ api_slug }: Attribute): boolean => api_slug === markerSlug;

/** Whether an attribute takes the key of a submission: a text of the marker's slug that can be written. */
export const servesAsMarker = (attribute: Attribute): boolean =>
  isMarker(attribute) && attribute.type === 'text' && attribute.is_writable && !attribute.is_archived;

/** Looks for the marker among the attributes of deals. */
export function judgeMarker(attributes: readonly Attribute[]): MarkerJudgement {
  const marker = attributes.find(isMarker);
  if (!marker) return { protection: 'none', markerFault: null };
  if (marker.is_archived) return { protection: 'none', markerFault: 'archived' };
  if (marker.type !== 'text') return { protection: 'none', markerFault: 'not_text' };
  if (!marker.is_writable) return { protection: 'none', markerFault: 'not_writable' };
  return marker.is_unique ? { protection: 'unique', markerFault: null } : { protection: 'plain', markerFault: 'not_unique' };
}

/**
 * Makes the marker in the workspace (docs.attio.com, create an attribute; needs `object_configuration:read-write`).
 * @throws ProblemError, TokenRefused
 */
export async function createMarkerAttribute(client: AttioClient, token: string): Promise<void> {
  const answer = await client.call('createAttribute', {
    token,
    parameters: { object: 'deals' },
    body: {
      data: {
        title: 'Submission key',
        description: 'Written by Dealslip so that no deal is entered twice. Do not edit.',
        api_slug: markerSlug,
        type: 'text',
        is_required: false,
        is_unique: true,
        is_multiselect: false,
        config: {},
      },
    },
  });
  if (answer.kind !== 'answered') throw new ProblemError('attio_unreachable', { retryAfterS: 2 });
  if (answer.status >= 200 && answer.status < 300) return;
  if (answer.status === 401) throw new TokenRefused();
  const refusal = readRefusal(answer);
  const upstream = refusal ? upstreamOf(refusal) : undefined;
  if (answer.status === 403) throw new ProblemError('attio_forbidden', { upstream });
  // Archived attributes keep their slug, and are not listed.
  if (refusal?.code === 'slug_conflict') throw new ProblemError('marker_unsuitable', { upstream });
  throw new ProblemError(answer.status === 429 || answer.status >= 500 ? 'attio_busy' : 'attio_unexpected', {
    upstream,
    retryAfterS: 2,
  });
}
