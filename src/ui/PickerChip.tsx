import type { KeyboardEvent } from 'react';
import { Avatar } from './Avatar.tsx';
import type { PickerItem } from './picker-item.ts';

interface PickerChipProps {
  item: PickerItem;
  /** The name of the button that removes it. */
  removeLabel: string;
  locked: boolean;
  onRemove: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

/** What was picked. Its button is reached with the arrow key that leads back, not with Tab: a chip costs no extra stop. */
export const PickerChip = ({ item, removeLabel, locked, onRemove, onKeyDown }: PickerChipProps) => (
  <span className="my-1 inline-flex h-[26px] min-w-0 max-w-full items-center gap-1.5 rounded-full bg-sunken ps-1.5 pe-1 text-body pointer-coarse:my-0.5 pointer-coarse:h-8">
    {item.avatar && <Avatar id={item.id} name={item.name} round={item.avatar === 'round'} />}
    <span className="flex min-w-0 items-baseline gap-1.5">
      <bdi className="truncate">{item.name}</bdi>
      {item.mark && (
        <span className="shrink-0 rounded-sm bg-accent-soft px-1.5 text-small font-[550] text-accent">{item.mark}</span>
      )}
      {item.details?.[0] && <bdi className="hidden truncate text-small text-muted min-[480px]:inline">{item.details[0]}</bdi>}
    </span>
    {!locked && (
      <button
        type="button"
        tabIndex={-1}
        data-chip=""
        aria-label={removeLabel}
        onClick={onRemove}
        onKeyDown={onKeyDown}
        className="relative grid size-5 shrink-0 place-items-center rounded-full text-muted hover:bg-line hover:text-ink pointer-coarse:after:absolute pointer-coarse:after:-inset-3"
      >
        <svg aria-hidden="true" viewBox="0 0 8 8" className="w-2 stroke-current stroke-[1.4]">
          <path d="M1 1l6 6M7 1L1 7" />
        </svg>
      </button>
    )}
  </span>
);
