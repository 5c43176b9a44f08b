import { t } from '../../words/t.ts';

interface PinToggleProps {
  title: string;
  isPinned: boolean;
  onToggle: () => void;
}

/** Keeps a field for the next deal, or does so no more: outlined and filled, so that it is told without colour too. */
export const PinToggle = ({ title, isPinned, onToggle }: PinToggleProps) => (
  <button
    type="button"
    aria-pressed={isPinned}
    aria-label={t('nextDeal.pins.keep', { title })}
    title={t('nextDeal.pins.keep', { title })}
    onClick={onToggle}
    className="-my-1 -me-1.5 grid size-[30px] shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink aria-pressed:text-accent pointer-coarse:-my-2.5 pointer-coarse:-mr-3 pointer-coarse:size-11"
  >
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={`w-4 stroke-current stroke-[1.4] ${isPinned ? 'fill-current' : 'fill-none'}`}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M5.5 1.8h5M6.3 1.8v4.4L4.2 8.6v1.2h7.6V8.6L9.7 6.2V1.8M8 9.8v4.4" />
    </svg>
  </button>
);
