import type { FastifyInstance } from 'fastify';
import { attributeIdsOf, followSlugs } from '../../attributes/settings/follow-slugs.ts';
import { judgeSettings } from '../../attributes/settings/judge-settings.ts';
import { paths } from '../../contract/paths.ts';
import type { Setup } from '../../contract/setup.ts';
import { type SavedSettings, settingsRequestSchema } from '../../contract/workspace-settings.ts';
import { problemOf } from '../answer-errors.ts';
import type { AttioClient } from '../attio/client.ts';
import { createMarkerAttribute } from '../attio/marker-attribute.ts';
import { isWorkspaceAdmin } from '../attio/members.ts';
import { TokenRefused } from '../attio/read-answer.ts';
import { readSelf, withToken } from '../attio/self.ts';
import type { WorkspaceDealForms } from '../attio/workspace-deal-forms.ts';
import type { Clock } from '../clock.ts';
import type { KeptSettings, SettingsStore } from '../ledger/workspace-settings.ts';
import { type Found, preflight } from '../preflight.ts';
import { ProblemError } from '../problem.ts';
import { parseRequest, readRequestJson } from '../request-json.ts';
import { requireVisitor } from '../require-visitor.ts';
import type { Visitor, Visitors } from '../session/visitor.ts';
import { protectionWord } from './health-routes.ts';

export interface SetupRoutesOptions {
  visitors: Visitors;
  client: AttioClient;
  dealForms: WorkspaceDealForms;
  settings: SettingsStore;
  now: Clock;
}

/** A hundred rules and as many rates have more keys than any other request. */
const maxSettingsKeys = 2_000;

/**
 * `GET /api/setup`: how a workspace is set up; `POST /api/setup/marker`: an admin gives it the marker; `GET` and
 * `PUT /api/setup/settings`: its rules and rates, which an admin changes.
 */
export function addSetupRoutes(app: FastifyInstance, { visitors, client, dealForms, settings, now }: SetupRoutesOptions): void {
  const isAdmin = ({ token, member }: Visitor) =>
    withToken(client, token, now, () => isWorkspaceAdmin(client, token, member.id, now));

  async function identityOf({ token }: Visitor) {
    const self = await readSelf(client, token, now);
    if (!self) throw new TokenRefused();
    return self;
  }

  async function setupOf(visitor: Visitor): Promise<Setup> {
    const [self, members, read, saved] = await Promise.all([
      found(identityOf(visitor)),
      found(isAdmin(visitor)),
      found(dealForms.read(visitor, 'now')),
      found(settings.read(visitor.workspace.id)),
    ]);
    // Members that cannot be read are told as such, and of the rest what is true.
    const dealForm = 'problem' in read && 'problem' in members ? await found(dealForms.readWithoutMembers(visitor)) : read;
    const slugs = 'value' in dealForm ? dealForm.value.slugByAttributeId : new Map();
    const settled = 'value' in saved ? { value: current(saved.value, slugs) } : saved;
    return {
      checks: preflight({ self, members, dealForm, settings: settled, clockAheadMs: client.saidAheadMs() }),
      duplicate_protection: 'value' in dealForm ? protectionWord(dealForm.value.protection) : null,
      marker_fault: 'value' in dealForm ? dealForm.value.markerFault : null,
      is_admin: 'value' in members && members.value,
    };
  }

  app.get(paths.setup, async (request): Promise<Setup> => setupOf(await requireVisitor(visitors, request)));

  app.post(paths.setupMarker, async (request): Promise<Setup> => {
    const visitor = await requireVisitor(visitors, request);
    if (!(await isAdmin(visitor))) throw new ProblemError('not_admin');
    dealForms.forget(visitor);
    const { protection, markerFault } = await dealForms.read(visitor, 'now');
    if (markerFault !== null) throw new ProblemError('marker_unsuitable');
    if (protection !== 'none') return setupOf(visitor);
    const made = await withToken(client, visitor.token, now, () => createMarkerAttribute(client, visitor.token)).catch(
      (error: unknown) => error,
    );
    dealForms.forget(visitor);
    const setup = await setupOf(visitor);
    // Somebody else may have made it at the same moment.
    if (made !== undefined && setup.duplicate_protection !== 'marker') throw made;
    return setup;
  });

  app.get(paths.setupSettings, async (request): Promise<SavedSettings> => {
    const visitor = await requireVisitor(visitors, request);
    // Those of the last seconds will do: `GET /api/setup` beside it reads them anew, and a `PUT` does.
    const slugs = dealForms.read(visitor, 'look').then(
      ({ slugByAttributeId }) => slugByAttributeId,
      // Without Attio they are shown as they were saved.
      () => new Map<string, string>(),
    );
    return current(await settings.read(visitor.workspace.id), await slugs);
  });

  app.put(paths.setupSettings, async (request): Promise<SavedSettings> => {
    const visitor = await requireVisitor(visitors, request);
    const json = readRequestJson(request.headers['content-type'], request.body, { maxKeys: maxSettingsKeys });
    const asked = parseRequest(settingsRequestSchema, json);
    if (!(await isAdmin(visitor))) throw new ProblemError('not_admin');
    const kept = await settings.read(visitor.workspace.id);
    if (kept.version !== asked.version) throw new ProblemError('settings_changed');
    const { form, slugByAttributeId } = await dealForms.read(visitor, 'now');
    const judged = judgeSettings(asked.settings, form, current(kept, slugByAttributeId).settings);
    if (!judged.ok) throw new ProblemError('invalid_settings', { errors: judged.errors });
    // Of what is gone the id is known from before.
    const attributeIds = { ...kept.attributeIds, ...attributeIdsOf(judged.settings, slugByAttributeId) };
    const next = { version: kept.version, settings: judged.settings, attributeIds };
    const saved = await settings.save(visitor.workspace.id, next, visitor.member.id);
    if (!saved) throw new ProblemError('settings_changed');
    dealForms.forget(visitor);
    return saved;
  });
}

/** The settings with the slugs that their attributes have now. */
const current = ({ version, settings, attributeIds }: KeptSettings, slugs: ReadonlyMap<string, string>): SavedSettings => ({
  version,
  settings: followSlugs(settings, attributeIds, slugs),
});

/** What comes of a reading. A dead token ends the visit, and a fault of ours is told as one: neither is a finding. */
async function found<T>(reading: Promise<T>): Promise<Found<T>> {
  try {
    return { value: await reading };
  } catch (error) {
    if (error instanceof TokenRefused) throw error;
    const problem = problemOf(error);
    if (problem.code === 'internal_error') throw error;
    return { problem };
  }
}
