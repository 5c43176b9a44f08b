import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { FieldFrame } from './FieldFrame.tsx';
import { Picker } from './Picker.tsx';
import type { PickerItem } from './picker-item.ts';

const words = {
  remove: (name: string) => `Remove ${name}`,
  chosen: (names: readonly string[]) => `Chosen: ${names.join(', ')}.`,
  searching: () => 'Searching…',
  none: (text: string) => `Nothing fits “${text}”.`,
  failed: () => 'Failed.',
  found: (count: number) => `${count} found.`,
  picked: (name: string) => `${name} chosen.`,
  removed: (name: string) => `${name} removed.`,
};

const everybody: PickerItem[] = [
  { id: '1', name: 'Joana Reis', details: ['joana@globex.com'], group: 'At Globex' },
  { id: '2', name: 'Joana Reis', details: ['joana@initech.com'], group: 'Elsewhere' },
  { id: '3', name: 'Jon Meier', details: ['jon@initech.com'], group: 'Elsewhere' },
  { id: 'create', name: 'Create one', isAction: true },
];

function People({ multi = true, text: initial = '', locked = false }) {
  const [picked, setPicked] = useState<PickerItem[]>([]);
  const [text, setText] = useState(initial);
  const items = everybody.filter(
    ({ id, name, isAction }) => name.startsWith(text) && !(isAction && text === '') && !picked.some((one) => one.id === id),
  );
  return (
    <>
      <FieldFrame id="people" label="People">
        {(ties) => (
          <Picker
            ties={ties}
            name="people"
            picked={picked}
            items={items}
            status="ready"
            multi={multi}
            text={text}
            placeholder="Search"
            words={words}
            locked={locked}
            onText={setText}
            onPick={(item) => {
              setPicked(multi ? [...picked, item] : [item]);
              setText('');
            }}
            onRemove={(id) => setPicked(picked.filter((one) => one.id !== id))}
            onBlur={() => {}}
          />
        )}
      </FieldFrame>
      <button type="button">After</button>
    </>
  );
}

afterEach(cleanup);

const combobox = () => screen.getByRole('combobox', { name: 'People' });
const options = () => within(screen.getByRole('listbox', { name: 'People' })).queryAllByRole('option');
const highlighted = () => document.getElementById(combobox().getAttribute('aria-activedescendant') ?? '');

describe('a picker', () => {
  it('stays closed until the rep comes to it, types or asks', async () => {
    const user = userEvent.setup();
    render(<People />);
    combobox().focus();
    expect(combobox().getAttribute('aria-expanded')).toBe('false');
    await user.keyboard('{ArrowDown}');
    expect(combobox().getAttribute('aria-expanded')).toBe('true');
    expect(highlighted()?.textContent).toContain('joana@globex.com');
  });

  it('opens for a Tab into it, with nothing highlighted, and takes nothing along when Tab goes on', async () => {
    const user = userEvent.setup();
    render(<People />);
    await user.tab();
    expect(combobox().getAttribute('aria-expanded')).toBe('true');
    expect(highlighted()).toBeNull();
    await user.tab();
    expect(combobox().getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
  });

  it('picks several by keyboard and keeps the list open, namesakes apart', async () => {
    const user = userEvent.setup();
    render(<People />);
    await user.type(combobox(), 'Jo');
    expect(options()).toHaveLength(3);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(combobox()).toHaveProperty('value', '');
    await user.keyboard('Jon{Enter}');
    const chips = screen.getAllByRole('button', { name: /Remove/ }).map((chip) => chip.getAttribute('aria-label'));
    expect(chips).toEqual(['Remove Joana Reis', 'Remove Jon Meier']);
    expect(options().map((option) => option.textContent)).toEqual([expect.stringContaining('joana@globex.com')]);
    expect(document.getElementById('people-chosen')?.textContent).toBe('Chosen: Joana Reis, Jon Meier.');
  });

  it('takes what was typed for when Tab leaves', async () => {
    const user = userEvent.setup();
    render(<People multi={false} />);
    await user.type(combobox(), 'Jon');
    await user.tab();
    expect(screen.getByRole('button', { name: 'Remove Jon Meier' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'After' }));
    expect(screen.getByRole('status').textContent).toBe('Jon Meier chosen.');
  });

  it('leaves no word of its list behind, nor of an action that may be cancelled', async () => {
    const user = userEvent.setup();
    render(<People />);
    await user.type(combobox(), 'Jo{Escape}');
    expect(screen.getByRole('status').textContent).toBe('3 found.');
    await user.tab();
    expect(screen.getByRole('status').textContent).toBe('');
    await user.type(combobox(), 'Create{Enter}');
    expect(screen.getByRole('status').textContent).not.toContain('chosen');
  });

  it('closes on Escape and keeps the text', async () => {
    const user = userEvent.setup();
    render(<People />);
    await user.type(combobox(), 'Jo{Escape}');
    expect(combobox().getAttribute('aria-expanded')).toBe('false');
    expect(combobox()).toHaveProperty('value', 'Jo');
  });

  it('says in words when nothing fits, and Enter then does nothing', async () => {
    const user = userEvent.setup();
    render(<People />);
    await user.type(combobox(), 'Zoe{Enter}');
    expect(screen.getByRole('status').textContent).toBe('Nothing fits “Zoe”.');
    expect(combobox()).toHaveProperty('value', 'Zoe');
  });

  it('removes the last chip with Backspace and any chip by the arrow keys', async () => {
    const user = userEvent.setup();
    render(<People />);
    await user.type(combobox(), 'Joana{Enter}Joana{Enter}Jon{Enter}{Escape}{Backspace}');
    expect(screen.getAllByRole('button', { name: /Remove/ })).toHaveLength(2);
    await user.keyboard('{ArrowLeft}{ArrowLeft}{Delete}');
    expect(screen.getAllByRole('button', { name: /Remove/ })).toHaveLength(1);
    expect(document.activeElement).toBe(combobox());
  });

  it('picks by a click and keeps the focus in the input', async () => {
    const user = userEvent.setup();
    render(<People />);
    await user.click(combobox());
    await user.click(options()[2] as Element);
    expect(screen.getByRole('button', { name: 'Remove Jon Meier' })).toBeTruthy();
    expect(document.activeElement).toBe(combobox());
  });

  it('never picks what the mouse merely lies on', async () => {
    const user = userEvent.setup();
    render(<People />);
    await user.click(combobox());
    await user.hover(options()[1] as Element);
    await user.tab();
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
  });

  it('is still while the form is locked', async () => {
    const user = userEvent.setup();
    render(<People locked />);
    await user.click(combobox());
    await user.keyboard('Jo{ArrowDown}');
    expect(combobox().getAttribute('aria-expanded')).toBe('false');
    expect(combobox()).toHaveProperty('value', '');
  });
});
