import { randomUUID } from 'node:crypto';
import type { Store } from '../storage/store.ts';
import type { Attribute } from './attribute.ts';
import type { Choice } from './choice.ts';

/** Puts an option or status at the end of its attribute's list and answers its id. Reload the schema afterwards. */
export function addChoice(store: Store, attribute: Attribute, choice: Partial<Choice> & { title: string }): string {
  const id = choice.id ?? randomUUID();
  store.run(
    'INSERT INTO choices (choice_id, attribute_key, title, is_archived, target_time_in_status, celebration_enabled) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    attribute.key,
    choice.title,
    Number(choice.isArchived ?? false),
    choice.targetTimeInStatus ?? null,
    Number(choice.celebrationEnabled ?? false),
  );
  return id;
}

/** Renames, archives or otherwise changes an option or status. Reload the schema afterwards. */
export function changeChoice(store: Store, choice: Choice): void {
  store.run(
    'UPDATE choices SET title = ?, is_archived = ?, target_time_in_status = ?, celebration_enabled = ? WHERE choice_id = ?',
    choice.title,
    Number(choice.isArchived),
    choice.targetTimeInStatus,
    Number(choice.celebrationEnabled),
    choice.id,
  );
}
