import { filledEntry } from '../attributes/filled-entry.ts';
import { hasNothingToChoose } from '../attributes/nothing-to-choose.ts';
import { ruleFaults } from '../attributes/settings/rule-faults.ts';
import { isStageField } from '../attributes/stage-rules.ts';
import { type Check, type CheckName, markerSlug } from '../contract/setup.ts';
import type { SavedSettings } from '../contract/workspace-settings.ts';
import { preflightWords as words } from '../words/preflight-words.ts';
import { problemSentence } from '../words/problem-sentence.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import type { TokenIdentity } from './attio/self.ts';
import type { ProblemError } from './problem.ts';

/** What was read, or why it could not be. */
export type Found<T> = { value: T } | { problem: ProblemError };

/** What the checks look at; each is read by itself, so that one that fails leaves the others. */
export interface PreflightFindings {
  self: Found<TokenIdentity>;
  members: Found<unknown>;
  dealForm: Found<WorkspaceDealForm>;
  settings: Found<SavedSettings>;
  /** Attio's clock less ours, in milliseconds; null when Attio has not been heard. */
  clockAheadMs: number | null;
}

/** What a token must be allowed to do for deals to be entered; `read-write` includes `read`. */
const neededScopes = ['record_permission:read-write', 'object_configuration:read', 'user_management:read'];

/** How far the clocks may be apart without a word, and without danger, in milliseconds. */
const clockLimitsMs = { agrees: 2_000, harmless: 5 * 60_000 };

/** Every check, in the order in which they are told. */
export function preflight({ self, members, dealForm, settings, clockAheadMs }: PreflightFindings): Check[] {
  const ofForm = (name: CheckName, judge: (form: WorkspaceDealForm) => Check): Check =>
    'value' in dealForm ? judge(dealForm.value) : notReady(name, words.unreadable, null);
  return [
    'value' in dealForm ? ready('deals', words.deals.ready) : failed('deals', dealForm.problem, 'object_configuration:read'),
    'value' in self ? tokenCheck(self.value) : failed('token', self.problem, neededScopes.join(', ')),
    'value' in members ? ready('members', words.members.ready) : failed('members', members.problem, 'user_management:read'),
    ofForm('required', requiredCheck),
    ofForm('stages', stagesCheck),
    ofForm('protection', protectionCheck),
    clockCheck(clockAheadMs),
    'value' in settings
      ? ofForm('rules', (form) => rulesCheck(settings.value, form))
      : failed('rules', settings.problem, neededScopes.join(', ')),
  ];
}

const ready = (name: CheckName, says: string, remedy: string | null = null): Check => ({ name, is_ready: true, says, remedy });
const notReady = (name: CheckName, says: string, remedy: string | null): Check => ({ name, is_ready: false, says, remedy });

function failed(name: CheckName, { code, details }: ProblemError, scope: string): Check {
  const { deals_disabled, attio_forbidden, again } = words.remedies;
  const remedy = code === 'deals_disabled' ? deals_disabled : code === 'attio_forbidden' ? attio_forbidden(scope) : again;
  return notReady(name, details.detail ?? problemSentence(code), remedy);
}

function tokenCheck({ scopes }: TokenIdentity): Check {
  if (scopes === null) return ready('token', words.token.unsaid);
  const has = (scope: string) => scopes.includes(scope) || (scope.endsWith(':read') && scopes.includes(`${scope}-write`));
  const lacking = neededScopes.filter((scope) => !has(scope));
  if (lacking.length === 0) return ready('token', words.token.ready);
  return notReady('token', words.token.lacks(lacking.join(', ')), words.token.add);
}

function requiredCheck({ form: { fields, unsupported, unmakeable } }: WorkspaceDealForm): Check {
  const quoted = (list: readonly { title: string }[]) => list.map(({ title }) => `“${title}”`).join(', ');
  const lacking = unsupported.filter(({ required }) => required);
  if (lacking.length > 0) return notReady('required', words.required.lacks(quoted(lacking)), words.required.relax);
  const empty = fields.filter((field) => field.required && !isStageField(field) && hasNothingToChoose(field));
  if (empty.length > 0) return notReady('required', words.required.empty(quoted(empty)), words.required.fill);
  const cut = fields.filter((field) => field.type === 'record-reference' && hasNothingToChoose(field));
  if (cut.length > 0) return ready('required', words.required.cut(quoted(cut)), words.required.enable);
  return unmakeable.length > 0
    ? ready('required', words.required.unmakeable(unmakeable), words.required.relaxNew)
    : ready('required', words.required.ready);
}

function stagesCheck({ form: { fields } }: WorkspaceDealForm): Check {
  const count = fields.find(isStageField)?.statuses?.length ?? 0;
  return count > 0 ? ready('stages', words.stages.ready(count)) : notReady('stages', words.stages.none, words.stages.add);
}

function protectionCheck({ protection, markerFault }: WorkspaceDealForm): Check {
  if (markerFault !== null) return notReady('protection', words.protection.fault(markerSlug), words.protection.mend);
  if (protection === 'unique') return ready('protection', words.protection.marker);
  return ready('protection', words.protection.looking, words.protection.stronger);
}

function clockCheck(aheadMs: number | null): Check {
  if (aheadMs === null) return notReady('clock', words.clock.unknown, words.remedies.again);
  const distanceMs = Math.abs(aheadMs);
  if (distanceMs <= clockLimitsMs.agrees) return ready('clock', words.clock.agrees);
  const seconds = Math.round(distanceMs / 1000);
  const span = seconds < 120 ? words.clock.seconds(seconds) : words.clock.minutes(Math.round(seconds / 60));
  const distance = aheadMs > 0 ? words.clock.behind(span) : words.clock.ahead(span);
  if (distanceMs <= clockLimitsMs.harmless) return ready('clock', words.clock.near(distance), words.clock.set);
  return notReady('clock', words.clock.far(distance), words.clock.set);
}

function rulesCheck({ settings: { rules, exchange } }: SavedSettings, { form }: WorkspaceDealForm): Check {
  const keeper = exchange?.original_attribute ?? null;
  const isKept = keeper === null || form.fields.some(({ slug, type }) => slug === keeper && type === 'text');
  const dead = rules.flatMap((rule, index) => {
    const [fault] = ruleFaults(rule, form);
    if (fault) return [words.rules.dead(index + 1, fault.message)];
    const field = form.fields.find(({ slug }) => slug === rule.attribute);
    const isEmpty = field && rule.effect === 'default' && filledEntry(field, rule.value, form.members) === null;
    return isEmpty ? [words.rules.fillsNothing(index + 1, field.title)] : [];
  });
  if (!isKept) dead.push(words.rules.original(keeper));
  if (dead.length > 0) return notReady('rules', dead.join(' '), words.rules.mend);
  return ready('rules', rules.length === 0 ? words.rules.none : words.rules.ready(rules.length));
}
