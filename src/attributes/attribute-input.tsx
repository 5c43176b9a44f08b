import type { ReactNode } from 'react';
import type { DealForm, Field } from '../contract/deal-form.ts';
import type { Suggestion } from '../contract/lookup.ts';
import type { EntryContext } from './attribute-entry.ts';

/** What a look-up knows so far; `suggestions` always fit the query they are shown for. */
export interface LookupState {
  suggestions: readonly Suggestion[];
  status: 'ready' | 'loading' | 'failed';
  /** Whether these are only what this device knows: nobody could be asked. */
  isKnown: boolean;
}

/** What every input knows beside its own field. */
export interface InputContext extends EntryContext {
  /** The id of the member who writes. */
  me: string;
  /** Whether only what is in Attio can be chosen, and nothing made with the deal. */
  onlyExisting?: boolean;
  /** Of which objects nothing can be made with the deal, and what Attio requires of them besides. */
  unmakeable: DealForm['unmakeable'];
  /** The company picked so far: its people come first, under its name. */
  company: { id: string; name: string } | null;
  /** By slug: what Tab fills an empty text field with. */
  suggestions?: Readonly<Record<string, string>> | undefined;
  /** A hook: suggestions for a reference field; it looks nothing up while `isOpen` is false. */
  useSuggestions: (field: Field, query: string, isOpen: boolean, by: Pick<InputContext, 'company' | 'me'>) => LookupState;
  /** The records with exactly these e-mail addresses or domains; one that Attio does not have is absent. */
  findRecords: (field: Field, uniques: readonly string[]) => Promise<ReadonlyMap<string, Suggestion>>;
}

/**
 * What the form hands to the input of any attribute type: `entry` as it is now. Text stays in the DOM (an input method and
 * what was typed before hydration are safe there), so a new text from elsewhere is a new `key`.
 */
export interface AttributeInputProps<Entry = unknown> {
  id: string;
  field: Field;
  entry: Entry;
  error: string | undefined;
  locked: boolean;
  autoFocus: boolean;
  /** Whether it took the place of one that the rep saw before. */
  isRedrawn: boolean;
  context: InputContext;
  onEntry(entry: Entry): void;
  onBlur(): void;
}

/** The component that draws one attribute type; a method type, so that each may narrow its entry. */
export interface AttributeInput {
  Input(props: AttributeInputProps<never>): ReactNode;
}
