import type { Field } from '../contract/deal-form.ts';
import type { Rule } from '../contract/workspace-settings.ts';
import { isPicked } from './picked-entry.ts';

/** The attribute of deals whose statuses are the stages that rules speak of. */
const stageSlug = 'stage';

/** Whether a field is the one whose choice says which rules hold. */
export const isStageField = ({ slug, type }: Field): boolean => slug === stageSlug && type === 'status';

/** The id of the stage that an entry chooses: of a select it is the entry, of a picker that of the chip. */
export function stageIdIn(entry: unknown): unknown {
  return isPicked(entry) ? entry.picked[0]?.id : entry;
}

/** What the rules make of a workspace's fields at one stage. */
export interface RuledFields {
  /** The fields that the deal may have, in the order of the form; what a rule needs is required. */
  taken: Field[];
  /** The slugs of fields that the deal may not have, and whether that is so at this stage only. */
  hidden: ReadonlyMap<string, { atThisStage: boolean }>;
  /** Slugs of fields that do not belong under *More fields*. */
  open: ReadonlySet<string>;
  /**
   * By the slug of a field that a rule makes required: the title of the stage; null when it is so at every stage. Attio takes a
   * checkbox that is not ticked; a rule that requires one asks for the tick.
   */
  required: ReadonlyMap<string, string | null>;
  /** What untouched fields are filled with, by slug, in our own form. */
  fillings: ReadonlyMap<string, unknown>;
}

/** By the fields: whoever asks for the same stage again gets the same fields, which keep their schema. */
const known = new WeakMap<readonly Field[], { rules: readonly Rule[]; byStage: Map<string | null, RuledFields> }>();

/**
 * The fields as the rules have them at a stage; `stage` is whatever was chosen, and only an id of a stage that is open counts.
 * Rules only tighten: one that hides what is required, by Attio or by another rule, does nothing, and neither does one about an
 * attribute or stages that are gone.
 */
export function ruledFields(fields: readonly Field[], rules: readonly Rule[], stage: unknown): RuledFields {
  const choice = fields.find(isStageField)?.statuses?.find(({ id }) => id === stage);
  let kept = known.get(fields);
  if (kept?.rules !== rules) {
    kept = { rules, byStage: new Map() };
    known.set(fields, kept);
  }
  const made = kept.byStage.get(choice?.id ?? null) ?? applyRules(fields, rules, choice ?? null);
  kept.byStage.set(choice?.id ?? null, made);
  return made;
}

function applyRules(fields: readonly Field[], rules: readonly Rule[], stage: { id: string; title: string } | null): RuledFields {
  const holding = rules.filter(({ stages }) => stages === null || (stage !== null && stages.includes(stage.id)));
  const taken: Field[] = [];
  const hidden = new Map<string, { atThisStage: boolean }>();
  const open = new Set<string>();
  const required = new Map<string, string | null>();
  const fillings = new Map<string, unknown>();
  for (const field of fields) {
    const own = isStageField(field) ? [] : holding.filter(({ attribute }) => attribute === field.slug);
    const of = (effect: Rule['effect']) => own.filter((rule) => rule.effect === effect);
    const [needing, hiding, filling] = [of('require'), of('hide'), of('default')];
    const isRequired = field.required || needing.length > 0;
    if (hiding.length > 0 && !isRequired) {
      hidden.set(field.slug, { atThisStage: hiding.every(({ stages }) => stages !== null) });
      continue;
    }
    taken.push(isRequired === field.required ? field : { ...field, required: true });
    if (needing.length > 0 && (!field.required || field.type === 'checkbox')) {
      required.set(field.slug, needing.some(({ stages }) => stages === null) ? null : (stage?.title ?? null));
    }
    if (filling.length > 0) fillings.set(field.slug, filling[0]?.value);
    if (own.length > 0) open.add(field.slug);
  }
  return { taken, hidden, open, required, fillings };
}
