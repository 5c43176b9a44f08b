import { typedText } from '../../attributes/half-typed.ts';
import type { PickedEntry } from '../../attributes/picked-entry.ts';
import type { Entries } from './draft-store.ts';
import { inputId } from './FieldControl.tsx';

/**
 * What was typed into the server's HTML before this script ran: the entries that differ from where the form started.
 * Inputs are uncontrolled, so hydration leaves the text standing; this tells the form of it.
 */
export function typedEarly(starting: Entries): Entries {
  const typed: Entries = {};
  for (const [slug, entry] of Object.entries(starting)) {
    const element = document.getElementById(inputId(slug));
    if (element instanceof HTMLInputElement && element.type === 'checkbox') {
      if (element.checked !== (entry ?? false)) typed[slug] = element.checked;
    } else if (element instanceof HTMLInputElement || (element instanceof HTMLSelectElement && offers(element, entry))) {
      const text = element instanceof HTMLInputElement ? typedText(element) : element.value;
      if (typeof entry === 'string' && text !== entry) typed[slug] = text;
      if (isPicked(entry) && text !== entry.text) typed[slug] = { ...entry, text };
    }
  }
  return typed;
}

/** A select that does not offer its entry (an archived choice) shows none, though nobody chose so. */
const offers = ({ options }: HTMLSelectElement, entry: unknown): boolean => [...options].some(({ value }) => value === entry);

const isPicked = (entry: unknown): entry is PickedEntry => typeof entry === 'object' && entry !== null && 'picked' in entry;
