import { choicesOf } from '../../attributes/choice-entry.ts';
import { isPicked, type Picked } from '../../attributes/picked-entry.ts';
import { isStageField, stageIdIn } from '../../attributes/stage-rules.ts';
import { startsByType } from '../../attributes/starts-by-type.ts';
import type { DealForm, Field } from '../../contract/deal-form.ts';
import type { NewRecordOutcome } from '../../contract/submission.ts';
import { inList } from '../../words/t.ts';
import type { DraftOwner, Entries } from '../deal-form/draft-store.ts';
import { isBlank } from '../deal-form/entry-words.ts';
import { isSameKind, startingEntries } from '../deal-form/starting-entries.ts';
import { loadMeantElsewhere } from '../later.tsx';
import { keepPins, type Pin, readPins } from './pin-store.ts';

/** What a form starts with that somebody has pinned. */
export interface Pinned {
  /** The whole form, with what the rules fill in at the stage that it then has. */
  entries: Entries;
  /** The slugs of the pinned fields. */
  slugs: readonly string[];
  /** Their titles, in the form's order. */
  titles: string;
}

/**
 * The form as the pins have it, for whoever writes by a locale (BCP 47): what was typed by another means what it meant there. Null when
 * nothing is pinned that the form still takes; what it does not is pinned no more.
 */
export async function pinnedEntries(owner: DraftOwner, form: DealForm, locale: string): Promise<Pinned | null> {
  const pins = await Promise.all(readPins(owner).map((pin) => inLocale(pin, form, locale)));
  const now = pins.flatMap((pin) => {
    const field = form.fields.find(({ id }) => id === pin.id);
    const entry = field && currentEntry(field, pin.entry, form);
    return field && entry !== null ? [{ field, pin: { ...pin, entry } }] : [];
  });
  if (now.length < pins.length)
    keepPins(
      owner,
      now.map(({ pin }) => pin),
    );
  if (now.length === 0) return null;
  const kept = Object.fromEntries(now.map(({ field, pin }) => [field.slug, pin.entry]));
  const stage = form.fields.find(isStageField);
  const entries = { ...startingEntries(form, stage && stageIdIn(kept[stage.slug])), ...kept };
  const pinned = form.fields.filter(({ slug }) => Object.hasOwn(kept, slug));
  return { entries, slugs: pinned.map(({ slug }) => slug), titles: inList(pinned.map(({ title }) => title)) };
}

/** A pin as it is typed by a locale: as it was, unless that means something else there. */
async function inLocale(pin: Pin, form: DealForm, locale: string): Promise<Pin> {
  const { id, entry, locale: before = locale } = pin;
  const field = form.fields.find((one) => one.id === id);
  if (before === locale || !field) return pin;
  const { entryMeant } = await loadMeantElsewhere();
  const meant = await entryMeant(field, entry, form, { before, now: locale });
  return meant === entry ? pin : { id, entry: meant, locale };
}

/** An entry as far as its field still takes it; null when nothing is left of it. */
function currentEntry(field: Field, entry: unknown, { members }: DealForm): unknown {
  const { blank, from } = startsByType[field.type];
  const now = () => {
    if (field.statuses || field.options) {
      const ids = isPicked(entry) ? entry.picked.map(({ id }) => id) : [entry];
      const open = ids.filter((one) => choicesOf(field).some(({ id }) => id === one));
      return from(field.multi ? open : open[0], field);
    }
    if (!isSameKind(entry, blank(field))) return null;
    if (field.type !== 'actor-reference' || !isPicked(entry)) return entry;
    return { ...entry, picked: entry.picked.filter((one) => members.some(({ id, suspended }) => id === one.id && !suspended)) };
  };
  const found = now();
  return isBlank(field, found) ? null : found;
}

/**
 * What of a deal that was created can be pinned: its entry as typed by a locale (BCP 47), with the record that was made in the place
 * of one that was new.
 */
export function pinOf(field: Field, entry: unknown, made: readonly NewRecordOutcome[], locale: string): Pin | null {
  if (isBlank(field, entry)) return null;
  if (!isPicked(entry)) return { id: field.id, entry, locale };
  const picked = entry.picked.flatMap((chip) => (chip.new ? (madeChip(chip, made) ?? []) : chip));
  return picked.length === 0 ? null : { id: field.id, entry: { picked, text: '' }, locale };
}

function madeChip({ name, new: fresh }: Picked, made: readonly NewRecordOutcome[]): Picked | null {
  const found = made.find(
    ({ object, name: called, record_id }) => object === fresh?.object && called === fresh.name && record_id,
  );
  return found?.record_id ? { id: found.record_id, name, object: found.object } : null;
}
