import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { type Picked, type PickedEntry, pickedStart, pickedText } from '../picked-entry.ts';

/** A chip as a value. */
const referenceOf = ({ id, object, new: fresh }: Picked) =>
  fresh ? { new: fresh } : object === undefined ? { id } : { id, object };

export const recordReferenceEntry: AttributeEntry<PickedEntry> = {
  ...pickedStart,
  read(entry, field) {
    if (entry.making) return { ok: false, code: 'new_unfinished', detail: entry.making.name || entry.making.unique };
    const unpicked = pickedText(entry);
    if (unpicked) return unpicked;
    const references = entry.picked.map(referenceOf);
    if (references.length === 0) return nothing;
    return { ok: true, value: field.multi ? references : references[0] };
  },
};
