import * as z from 'zod/mini';
import type { Field, Member } from '../../contract/deal-form.ts';
import { type Rule, settingsLimits } from '../../contract/workspace-settings.ts';
import { fieldErrorMessage } from '../../words/field-error-message.ts';
import { type SettingsFaultCode, type SettingsFaultDetails, settingsFaultMessage } from '../../words/settings-fault.ts';
import { dealValuesSchema, mostIn } from '../field-values.ts';
import { isNewReference } from '../record-reference/new-record.ts';
import { isStageField } from '../stage-rules.ts';

/** What a workspace's settings are judged by. */
export interface SettingsContext {
  fields: readonly Field[];
  members: readonly Member[];
}

/** Something wrong with a part of the settings: where, a code, and a sentence. */
export interface SettingsFault {
  path: (string | number)[];
  code: string;
  message: string;
}

/** By code, the most that a workspace keeps of what is wrong. */
export const mostKept: Readonly<Record<string, number>> = {
  too_many_rules: settingsLimits.rules,
  too_many_rates: settingsLimits.rates,
  source: settingsLimits.source,
};

/** A fault with its sentence. */
export const settingsFault = (
  path: (string | number)[],
  code: SettingsFaultCode,
  details?: SettingsFaultDetails,
): SettingsFault => ({ path, code, message: settingsFaultMessage(code, { most: mostKept[code], ...details }) });

/** What keeps a rule from holding in the workspace as it is now; its paths begin at the rule. */
export function ruleFaults(rule: Rule, { fields, members }: SettingsContext): SettingsFault[] {
  const field = fields.find(({ slug }) => slug === rule.attribute);
  if (!field) return [settingsFault(['attribute'], 'unknown_attribute', { title: rule.attribute })];
  const { title } = field;
  if (isStageField(field)) return [settingsFault(['attribute'], 'stage_itself', { title })];
  const faults = stageFaults(rule, fields);
  if (rule.effect === 'hide' && field.required) faults.push(settingsFault(['effect'], 'hides_required', { title }));
  if (rule.effect === 'default') faults.push(...fillingFaults(rule.value, field, members));
  else if (rule.value !== undefined) faults.push(settingsFault(['value'], 'value_needless'));
  return faults;
}

function stageFaults({ stages }: Rule, fields: readonly Field[]): SettingsFault[] {
  const open = new Set(fields.find(isStageField)?.statuses?.map(({ id }) => id));
  return (stages ?? []).flatMap((given, index, all) => {
    if (!open.has(given)) return [settingsFault(['stages', index], 'unknown_stage', { given })];
    return all.indexOf(given) < index ? [settingsFault(['stages', index], 'stage_twice', { given })] : [];
  });
}

/** What the codes of a value's own schema mean for a rule, where that is something else than for a rep. */
const ruleCodes: Record<string, SettingsFaultCode> = {
  required: 'value_missing',
  unknown_option: 'unknown_choice',
  unknown_status: 'unknown_choice',
  unknown_member: 'unknown_person',
  suspended_member: 'unknown_person',
};

function fillingFaults(value: unknown, field: Field, members: readonly Member[]): SettingsFault[] {
  const { title } = field;
  if (value === undefined || value === null) return [settingsFault(['value'], 'value_missing', { title })];
  if ([value].flat().some(isNewReference)) return [settingsFault(['value'], 'new_record', { title })];
  const judged = readFilling(value, field, members);
  if (judged.ok) return [];
  const code = ruleCodes[judged.code];
  const given = judged.at === undefined ? value : (value as unknown[])[judged.at];
  if (code) return [settingsFault(['value'], code, { title, given: String(given) })];
  return [
    {
      path: ['value'],
      code: judged.code,
      message: fieldErrorMessage(judged.code, { title, currency: field.config.currency_code, most: judged.most }),
    },
  ];
}

/** The value that a rule fills in, judged as one that a rep enters, in canonical form; or the code of what is wrong with it. */
export function readFilling(
  value: unknown,
  field: Field,
  members: readonly Member[],
): { ok: true; value: unknown } | { ok: false; code: string; at?: number; most?: number | undefined } {
  const judged = z.safeParse(dealValuesSchema([{ ...field, required: true }], { members }), { [field.slug]: value });
  if (judged.success) return { ok: true, value: judged.data[field.slug] };
  const [issue] = judged.error.issues;
  const at = issue?.path[1];
  return { ok: false, code: issue?.message ?? 'wrong_type', most: issue && mostIn(issue), ...(typeof at === 'number' && { at }) };
}
