import { useRef } from 'react';

interface CalendarButtonProps {
  label: string;
  /** The name of the browser's own date input, which the button opens. */
  inputLabel: string;
  /** The id of what says which field it is for. */
  describedBy: string;
  disabled: boolean;
  /** Told the day that was picked, `YYYY-MM-DD`. */
  onDay: (day: string) => void;
}

/** A button that opens the browser's own calendar: its date input is there for nothing else, and not to be seen. */
export function CalendarButton({ label, inputLabel, describedBy, disabled, onDay }: CalendarButtonProps) {
  const native = useRef<HTMLInputElement>(null);
  const open = () => {
    try {
      native.current?.showPicker();
    } catch {
      // No picker to show, or none allowed here (a frame of another site): the input itself can be typed into.
      native.current?.focus();
    }
  };
  return (
    <span className="absolute inset-y-0 end-0 flex w-11">
      <input
        ref={native}
        type="date"
        tabIndex={-1}
        aria-label={inputLabel}
        aria-describedby={describedBy}
        disabled={disabled}
        min="0001-01-01"
        max="9999-12-31"
        className="pointer-events-none absolute end-0 bottom-0 h-px w-px opacity-0"
        onChange={({ currentTarget }) => currentTarget.value !== '' && onDay(currentTarget.value)}
      />
      <button
        type="button"
        aria-label={label}
        aria-describedby={describedBy}
        disabled={disabled}
        onClick={open}
        className="m-0.5 flex flex-1 items-center justify-center rounded-[7px] text-muted hover:bg-sunken hover:text-ink disabled:hover:bg-transparent"
      >
        <svg aria-hidden="true" viewBox="0 0 16 16" className="w-4 fill-none stroke-current stroke-[1.4]">
          <rect x="1.7" y="2.7" width="12.6" height="11.6" rx="2" />
          <path d="M1.7 6.3h12.6M5 .9v3M11 .9v3" />
        </svg>
      </button>
    </span>
  );
}
