import * as z from 'zod/mini';
import type { FieldError } from '../../contract/problem.ts';
import { type Exchange, type Rule, type WorkspaceSettings, workspaceSettingsSchema } from '../../contract/workspace-settings.ts';
import { settingsFaultMessage } from '../../words/settings-fault.ts';
import { isCalendarDay } from '../date/calendar-day.ts';
import { forbiddenCharacter } from '../text/text-forms.ts';
import { mostKept, readFilling, ruleFaults, type SettingsContext, type SettingsFault, settingsFault } from './rule-faults.ts';

/** Settings that may be kept, in canonical form; or everything that is wrong, each at its place (`rules.3.value`). */
export type SettingsJudgement = { ok: true; settings: WorkspaceSettings } | { ok: false; errors: FieldError[] };

/** Nobody reads more. */
const maxErrors = 50;

/**
 * Judges what is to be kept as a workspace's settings, whoever wrote it. What stands in `kept` already may stay, though its
 * attribute or stage is gone since: it does nothing then, and an admin need not mend it in order to change something else.
 */
export function judgeSettings(given: unknown, context: SettingsContext, kept: WorkspaceSettings): SettingsJudgement {
  const parsed = z.safeParse(workspaceSettingsSchema, given);
  if (!parsed.success) return refused(parsed.error.issues.flatMap(faultsOfIssue));
  const { rules, exchange } = parsed.data;
  const keptRules = new Set(kept.rules.map((rule) => JSON.stringify(rule)));
  const isKept = rules.map((rule) => keptRules.has(JSON.stringify(rule)));
  const faults = rules.flatMap((rule, index) => [
    ...(isKept[index] ? [] : ruleFaults(rule, context).map((fault) => ({ ...fault, path: ['rules', index, ...fault.path] }))),
    ...clashes(rules, index, isKept, context),
  ]);
  if (exchange) faults.push(...exchangeFaults(exchange, context, kept.exchange), ...hiddenOriginal(parsed.data, context, kept));
  if (faults.length > 0) return refused(faults);
  return { ok: true, settings: { rules: rules.map((rule) => canonicalRule(rule, context)), exchange } };
}

function refused(faults: readonly SettingsFault[]): SettingsJudgement {
  const errors = faults.slice(0, maxErrors).map(({ path, code, message }) => ({ field: path.join('.'), code, message }));
  return { ok: false, errors };
}

function faultsOfIssue(issue: z.core.$ZodIssue): SettingsFault[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const { message: code } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ path, code, message: settingsFaultMessage(code, { most: mostKept[code] }) }];
  return issue.keys.map((key) => settingsFault([...path, key], 'unknown_key', { given: key.slice(0, 100) }));
}

/** Rules before this one that ask the opposite, or fill the same field, at one of its stages. */
function clashes(
  rules: readonly Rule[],
  index: number,
  isKept: readonly boolean[],
  { fields }: SettingsContext,
): SettingsFault[] {
  const rule = rules[index];
  if (!rule) return [];
  const title = fields.find(({ slug }) => slug === rule.attribute)?.title ?? rule.attribute;
  return rules.slice(0, index).flatMap((other, at) => {
    if (other.attribute !== rule.attribute || !meet(rule, other) || (isKept[index] && isKept[at])) return [];
    const isOpposite = (rule.effect === 'hide') !== (other.effect === 'hide');
    if (isOpposite) return [settingsFault(['rules', index, 'effect'], 'contradiction', { title, other: at + 1 })];
    const isFilledTwice = rule.effect === 'default' && other.effect === 'default';
    return isFilledTwice ? [settingsFault(['rules', index, 'effect'], 'filled_twice', { title, other: at + 1 })] : [];
  });
}

const meet = (one: Rule, other: Rule): boolean =>
  one.stages === null || other.stages === null || one.stages.some((stage) => other.stages?.includes(stage));

function canonicalRule(rule: Rule, { fields, members }: SettingsContext): Rule {
  const field = fields.find(({ slug }) => slug === rule.attribute);
  const filling = field && rule.effect === 'default' ? readFilling(rule.value, field, members) : null;
  return filling?.ok ? { ...rule, value: filling.value } : rule;
}

/** What was agreed in another currency cannot be kept where a rule leaves its field out. */
function hiddenOriginal(
  { rules, exchange }: WorkspaceSettings,
  { fields }: SettingsContext,
  kept: WorkspaceSettings,
): SettingsFault[] {
  const hides = (settings: WorkspaceSettings) =>
    settings.rules.some(({ effect, attribute }) => effect === 'hide' && attribute === settings.exchange?.original_attribute);
  if (!hides({ rules, exchange }) || hides(kept)) return [];
  const title = fields.find(({ slug }) => slug === exchange?.original_attribute)?.title ?? exchange?.original_attribute ?? '';
  return [settingsFault(['exchange', 'original_attribute'], 'hides_original', { title })];
}

function exchangeFaults(
  { original_attribute, rates }: Exchange,
  { fields }: SettingsContext,
  kept: Exchange | null,
): SettingsFault[] {
  const faults: SettingsFault[] = [];
  const original = fields.find(({ slug }) => slug === original_attribute);
  const isUnfit = original_attribute !== null && (original?.type !== 'text' || original.multi);
  if (isUnfit && original_attribute !== kept?.original_attribute) {
    faults.push(
      settingsFault(['exchange', 'original_attribute'], 'not_a_text', { title: original?.title ?? original_attribute }),
    );
  }
  const currencies = new Set(Intl.supportedValuesOf('currency'));
  const seen = new Set<string>();
  for (const [index, { from, to, date, source }] of rates.entries()) {
    const at = (part: string) => ['exchange', 'rates', index, part];
    if (!currencies.has(from)) faults.push(settingsFault(at('from'), 'currency'));
    if (!currencies.has(to)) faults.push(settingsFault(at('to'), 'currency'));
    else if (from === to) faults.push(settingsFault(at('to'), 'same_currency'));
    if (!isCalendarDay(date)) faults.push(settingsFault(at('date'), 'date'));
    if (forbiddenCharacter.test(source)) faults.push(settingsFault(at('source'), 'source'));
    const pair = `${from} ${to} ${date}`;
    if (seen.has(pair)) faults.push(settingsFault(at('from'), 'rate_twice'));
    seen.add(pair);
  }
  return faults;
}
