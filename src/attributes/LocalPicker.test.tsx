import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Field } from '../contract/deal-form.ts';
import { ChoiceInput } from './ChoiceInput.tsx';
import { choiceEntry } from './choice-entry.ts';
import type { PickedEntry } from './picked-entry.ts';

afterEach(cleanup);

const fieldOf = (count: number, more: Partial<Field> = {}): Field =>
  ({
    id: 's',
    slug: 'source',
    title: 'Lead source',
    description: null,
    type: 'select',
    required: false,
    multi: false,
    options: Array.from({ length: count }, (_, at) => ({
      id: `o${at}`,
      title: `Option ${at} of ${at % 7 === 0 ? 'North' : 'South'}`,
    })),
    ...more,
  }) as Field;

let latest: unknown;
function Choice({ field }: { field: Field }) {
  const [entry, setEntry] = useState(choiceEntry.blank(field));
  latest = entry;
  return (
    <ChoiceInput
      id="source"
      field={field}
      entry={entry as string | PickedEntry}
      error={undefined}
      locked={false}
      autoFocus={false}
      isRedrawn={false}
      context={{
        locale: 'en',
        members: [],
        me: '',
        company: null,
        unmakeable: [],
        findRecords: async () => new Map(),
        useSuggestions: () => ({ suggestions: [], status: 'ready', isKnown: false }),
      }}
      onEntry={setEntry}
      onBlur={() => {}}
    />
  );
}

describe('choices', () => {
  it('are a native select up to twelve, statuses too, and a picker beyond', () => {
    const { unmount } = render(<Choice field={fieldOf(12)} />);
    expect(screen.getByLabelText('Lead source').tagName).toBe('SELECT');
    unmount();
    const statuses = fieldOf(12).options;
    render(<Choice field={{ ...fieldOf(0), type: 'status', options: undefined, statuses } as Field} />);
    expect(screen.getByLabelText('Lead source').tagName).toBe('SELECT');
    cleanup();
    render(<Choice field={fieldOf(13)} />);
    expect(screen.getByRole('combobox', { name: 'Lead source' }).tagName).toBe('INPUT');
  });

  it('are drawn fifty at a time, with how many more there are, and typed for', async () => {
    const user = userEvent.setup();
    render(<Choice field={fieldOf(500)} />);
    const input = screen.getByRole('combobox', { name: 'Lead source' });
    await user.click(input);
    const list = screen.getByRole('listbox');
    expect(within(list).getAllByRole('option')).toHaveLength(50);
    expect(screen.getByText('450 more. Type to narrow them down.')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('450 more');
    await user.type(input, '499 s');
    expect(
      within(list)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Option 499 of South']);
    expect(screen.queryByText(/more\. Type/)).toBe(null);
    await user.keyboard('{Enter}');
    expect(latest).toMatchObject({ picked: [{ id: 'o499', name: 'Option 499 of South' }], text: '' });
    expect(choiceEntry.read(latest as PickedEntry, fieldOf(500), { locale: 'en', members: [] })).toEqual({
      ok: true,
      value: 'o499',
    });
  });
});
