import { type AttributeEntry, nothing } from '../attribute-entry.ts';
import { type PickedEntry, pickedText } from '../picked-entry.ts';

export const recordReferenceEntry: AttributeEntry<PickedEntry> = {
  blank: () => ({ picked: [], text: '' }),
  from: () => ({ picked: [], text: '' }),
  read(entry, field) {
    const unpicked = pickedText(entry);
    if (unpicked) return unpicked;
    const references = entry.picked.map(({ id, object }) => (object === undefined ? { id } : { id, object }));
    if (references.length === 0) return nothing;
    return { ok: true, value: field.multi ? references : references[0] };
  },
};
