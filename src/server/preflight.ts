import { filledEntry } from '../attributes/filled-entry.ts';
import { hasNothingToChoose } from '../attributes/nothing-to-choose.ts';
import { ruleFaults } from '../attributes/settings/rule-faults.ts';
import { isStageField } from '../attributes/stage-rules.ts';
import { type Check, type CheckName, markerSlug } from '../contract/setup.ts';
import type { SavedSettings } from '../contract/workspace-settings.ts';
import { inList, t } from '../words/t.ts';
import type { WorkspaceDealForm } from './attio/deal-form.ts';
import type { TokenIdentity } from './attio/self.ts';
import { type ProblemError, problemWords } from './problem.ts';

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
    'value' in dealForm ? judge(dealForm.value) : notReady(name, t('preflight.unreadable'), null);
  return [
    'value' in dealForm
      ? ready('deals', t('preflight.deals.ready'))
      : failed('deals', dealForm.problem, 'object_configuration:read'),
    'value' in self ? tokenCheck(self.value) : failed('token', self.problem, inList(neededScopes)),
    'value' in members
      ? ready('members', t('preflight.members.ready'))
      : failed('members', members.problem, 'user_management:read'),
    ofForm('required', requiredCheck),
    ofForm('stages', stagesCheck),
    ofForm('protection', protectionCheck),
    clockCheck(clockAheadMs),
    'value' in settings
      ? ofForm('rules', (form) => rulesCheck(settings.value, form))
      : failed('rules', settings.problem, inList(neededScopes)),
  ];
}

const ready = (name: CheckName, says: string, remedy: string | null = null): Check => ({ name, is_ready: true, says, remedy });
const notReady = (name: CheckName, says: string, remedy: string | null): Check => ({ name, is_ready: false, says, remedy });

function failed(name: CheckName, { code, details }: ProblemError, scope: string): Check {
  const remedy =
    code === 'deals_disabled'
      ? t('preflight.remedies.deals_disabled')
      : code === 'attio_forbidden'
        ? t('preflight.remedies.attio_forbidden', { scope })
        : t('preflight.remedies.again');
  return notReady(name, details.detail ?? problemWords(code), remedy);
}

function tokenCheck({ scopes }: TokenIdentity): Check {
  if (scopes === null) return ready('token', t('preflight.token.unsaid'));
  const has = (scope: string) => scopes.includes(scope) || (scope.endsWith(':read') && scopes.includes(`${scope}-write`));
  const lacking = neededScopes.filter((scope) => !has(scope));
  if (lacking.length === 0) return ready('token', t('preflight.token.ready'));
  return notReady('token', t('preflight.token.lacks', { scopes: inList(lacking) }), t('preflight.token.add'));
}

function requiredCheck({ form: { fields, unsupported, unmakeable } }: WorkspaceDealForm): Check {
  const quoted = (titles: readonly string[]) => inList(titles.map((text) => t('quoted', { text })));
  const titlesOf = (list: readonly { title: string }[]) => quoted(list.map(({ title }) => title));
  const lacking = unsupported.filter(({ required }) => required);
  if (lacking.length > 0)
    return notReady('required', t('preflight.required.lacks', { titles: titlesOf(lacking) }), t('preflight.required.relax'));
  const empty = fields.filter((field) => field.required && !isStageField(field) && hasNothingToChoose(field));
  if (empty.length > 0)
    return notReady('required', t('preflight.required.empty', { titles: titlesOf(empty) }), t('preflight.required.fill'));
  const cut = fields.filter((field) => field.type === 'record-reference' && hasNothingToChoose(field));
  if (cut.length > 0)
    return ready('required', t('preflight.required.cut', { titles: titlesOf(cut) }), t('preflight.required.enable'));
  const cannotMake = unmakeable.map(({ object, required }) =>
    t(`preflight.required.cannotMake.${object}`, { titles: quoted(required) }),
  );
  return unmakeable.length > 0
    ? ready('required', [t('preflight.required.unmakeable'), ...cannotMake].join(' '), t('preflight.required.relaxNew'))
    : ready('required', t('preflight.required.ready'));
}

function stagesCheck({ form: { fields } }: WorkspaceDealForm): Check {
  const count = fields.find(isStageField)?.statuses?.length ?? 0;
  return count > 0
    ? ready('stages', t('preflight.stages.ready', { count }))
    : notReady('stages', t('preflight.stages.none'), t('preflight.stages.add'));
}

function protectionCheck({ protection, markerFault }: WorkspaceDealForm): Check {
  if (markerFault !== null)
    return notReady('protection', t('preflight.protection.fault', { slug: markerSlug }), t('preflight.protection.mend'));
  if (protection === 'unique') return ready('protection', t('preflight.protection.marker'));
  return ready('protection', t('preflight.protection.looking'), t('preflight.protection.stronger'));
}

function clockCheck(aheadMs: number | null): Check {
  if (aheadMs === null) return notReady('clock', t('preflight.clock.unknown'), t('preflight.remedies.again'));
  const distanceMs = Math.abs(aheadMs);
  if (distanceMs <= clockLimitsMs.agrees) return ready('clock', t('preflight.clock.agrees'));
  const seconds = Math.round(distanceMs / 1000);
  const isMinutes = seconds >= 120;
  const distance = { isMinutes, count: isMinutes ? Math.round(seconds / 60) : seconds, isAhead: aheadMs < 0 };
  if (distanceMs <= clockLimitsMs.harmless) return ready('clock', t('preflight.clock.near', distance), t('preflight.clock.set'));
  return notReady('clock', t('preflight.clock.far', distance), t('preflight.clock.set'));
}

function rulesCheck({ settings: { rules, exchange } }: SavedSettings, { form }: WorkspaceDealForm): Check {
  const keeper = exchange?.original_attribute ?? null;
  const isKept = keeper === null || form.fields.some(({ slug, type }) => slug === keeper && type === 'text');
  const dead = rules.flatMap((rule, index) => {
    const [fault] = ruleFaults(rule, form);
    if (fault) return [t('preflight.rules.dead', { number: index + 1, message: fault.message })];
    const field = form.fields.find(({ slug }) => slug === rule.attribute);
    const isEmpty = field && rule.effect === 'default' && filledEntry(field, rule.value, form.members) === null;
    return isEmpty ? [t('preflight.rules.fillsNothing', { number: index + 1, title: field.title })] : [];
  });
  if (!isKept) dead.push(t('preflight.rules.original', { slug: keeper }));
  if (dead.length > 0) return notReady('rules', dead.join(' '), t('preflight.rules.mend'));
  return ready('rules', rules.length === 0 ? t('preflight.rules.none') : t('preflight.rules.ready', { count: rules.length }));
}
