import { useRef, useState } from 'react';
import type { PickerItem } from '../ui/picker-item.ts';
import type { Picked, PickedEntry } from './picked-entry.ts';

/** The chips and text of a picker, told on as one entry whenever either changes. */
export function usePicked(entry: PickedEntry, multi: boolean, onEntry: (entry: PickedEntry) => void) {
  const [picked, setPicked] = useState(entry.picked);
  // Picking clears the text in the same event, so the newest of both must be at hand outside of rendering.
  const latest = useRef(entry);
  const tell = (next: PickedEntry) => {
    latest.current = next;
    setPicked(next.picked);
    onEntry(next);
  };
  return {
    picked,
    pick(item: PickerItem & { object?: string }) {
      const one: Picked = { id: item.id, name: item.name };
      if (item.object !== undefined) one.object = item.object;
      if (item.details) one.details = [...item.details];
      const others = multi ? latest.current.picked.filter(({ id }) => id !== one.id) : [];
      tell({ picked: [...others, one], text: '' });
    },
    remove(id: string) {
      tell({ ...latest.current, picked: latest.current.picked.filter((one) => one.id !== id) });
    },
    type(text: string) {
      tell({ ...latest.current, text });
    },
  };
}
