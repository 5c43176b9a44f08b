import { isDatedText, typedNow } from '../../attributes/date/dated-text.ts';
import { isParts, partId } from '../../attributes/parts-entry.ts';
import { isPicked } from '../../attributes/picked-entry.ts';
import type { Entries } from './draft-store.ts';
import { inputId } from './FieldControl.tsx';
import { isTypedInto } from './focus-place.ts';

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
    } else if (isTypedInto(element) || (element instanceof HTMLSelectElement && offers(element, entry))) {
      const text = element.value;
      if (typeof entry === 'string' && text !== entry) typed[slug] = text;
      if (isPicked(entry) && text !== entry.text) typed[slug] = { ...entry, text };
      if (isDatedText(entry) && text !== entry.text) typed[slug] = typedNow(text);
      if (isParts(entry)) {
        const parts = typedParts(slug, entry.parts);
        if (Object.keys(parts).length > 0) typed[slug] = { ...entry, parts: { ...entry.parts, ...parts } };
      }
    }
  }
  return typed;
}

/** The parts whose inputs hold another text. */
function typedParts(slug: string, parts: Readonly<Record<string, string>>): Record<string, string> {
  const typed = Object.entries(parts).flatMap(([name, text], at) => {
    const element = document.getElementById(partId(inputId(slug), name, at === 0));
    return element instanceof HTMLInputElement && element.value !== text ? [[name, element.value] as const] : [];
  });
  return Object.fromEntries(typed);
}

/** A select that does not offer its entry (an archived choice) shows none, though nobody chose so. */
const offers = ({ options }: HTMLSelectElement, entry: unknown): boolean => [...options].some(({ value }) => value === entry);
