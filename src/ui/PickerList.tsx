import clsx from 'clsx';
import type { HTMLAttributes } from 'react';
import { Avatar } from './Avatar.tsx';
import type { PickerItem } from './picker-item.ts';

interface PickerListProps {
  id: string;
  isOpen: boolean;
  items: readonly PickerItem[];
  highlighted: number;
  multi: boolean;
  /** Shown beneath the items, or instead of them: how many more there are, searching, nothing found, failed. */
  message: string | null;
  optionProps: (item: PickerItem, index: number) => HTMLAttributes<HTMLDivElement>;
}

interface Segment {
  group: string | undefined;
  start: number;
  items: PickerItem[];
}

/** Neighbours of one group, in order, with the index of the first. */
function segmentsOf(items: readonly PickerItem[]): Segment[] {
  const segments: Segment[] = [];
  items.forEach((item, index) => {
    const last = segments.at(-1);
    if (last && last.group === item.group) last.items.push(item);
    else segments.push({ group: item.group, start: index, items: [item] });
  });
  return segments;
}

/** The floating list of a picker: a WAI-ARIA listbox, grouped where its items are. */
export function PickerList({ id, isOpen, items, highlighted, multi, message, optionProps }: PickerListProps) {
  return (
    <div
      className={clsx(
        'appear absolute inset-x-0 top-full z-20 mt-1.5 overflow-hidden rounded-control border border-line bg-surface shadow-list',
        !isOpen && 'hidden',
      )}
    >
      <div
        id={`${id}-list`}
        role="listbox"
        // Chromium makes a scroller a Tab stop; the focus belongs in the input.
        tabIndex={-1}
        aria-labelledby={`${id}-label`}
        aria-multiselectable={multi || undefined}
        className="max-h-80 overflow-y-auto p-1.5"
      >
        {isOpen &&
          segmentsOf(items).map(({ group, start, items: members }) => {
            const options = members.map((item, offset) => (
              <Option
                key={item.id}
                item={item}
                isHighlighted={start + offset === highlighted}
                {...optionProps(item, start + offset)}
              />
            ));
            if (group === undefined) return options;
            return (
              <div key={group} role="group" aria-labelledby={`${id}-group-${start}`}>
                <span id={`${id}-group-${start}`} className="block px-2.5 pt-2 pb-1 text-small text-muted" dir="auto">
                  {group}
                </span>
                {options}
              </div>
            );
          })}
      </div>
      {message && <p className="px-4 pt-1 pb-3 text-small text-muted">{message}</p>}
    </div>
  );
}

interface OptionProps extends HTMLAttributes<HTMLDivElement> {
  item: PickerItem;
  isHighlighted: boolean;
}

const Option = ({ item, isHighlighted, ...rest }: OptionProps) => (
  <div
    {...rest}
    className={clsx(
      'flex min-h-10 cursor-pointer items-center gap-2.5 rounded-[7px] px-2.5 py-1.5 pointer-coarse:min-h-11',
      isHighlighted ? 'bg-accent-soft' : 'hover:bg-sunken',
    )}
  >
    {item.avatar && <Avatar id={item.id} name={item.name} round={item.avatar === 'round'} />}
    <span className="min-w-0">
      <span className="block truncate font-[550]">
        <bdi>{item.name}</bdi>
      </span>
      {item.details && item.details.length > 0 && (
        <span className="block truncate text-small text-muted">
          <bdi>{item.details.join(' · ')}</bdi>
        </span>
      )}
    </span>
  </div>
);
