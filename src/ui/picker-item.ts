/** Something that can be picked: its name, and what tells it from its namesakes. */
export interface PickerItem {
  id: string;
  name: string;
  details?: readonly string[];
  /** Heading under which it stands in the list; items of one group stand together. */
  group?: string | undefined;
  /** The shape of its avatar; without one it is plain text. */
  avatar?: 'round' | 'square' | undefined;
  /** A word that stands beside the name in its chip. */
  mark?: string | undefined;
  /** It does something else than being picked, so only Enter or a click means it; Tab does not. */
  isAction?: boolean;
}

/** The sentences of a picker, in the reader's language. */
export interface PickerWords {
  remove: (name: string) => string;
  chosen: (names: readonly string[]) => string;
  searching: () => string;
  none: (text: string) => string;
  failed: () => string;
  found: (count: number) => string;
  picked: (name: string) => string;
  removed: (name: string) => string;
}
