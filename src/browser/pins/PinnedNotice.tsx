import { t } from '../../words/t.ts';
import { focusForm } from '../deal-form/focus-place.ts';

interface PinnedNoticeProps {
  titles: string;
  onDrop: () => void;
}

/** Says quietly what the form started with because it is pinned, and ends that. */
export const PinnedNotice = ({ titles, onDrop }: PinnedNoticeProps) => (
  <p role="status" className="flex flex-wrap items-baseline gap-x-2 text-small text-muted">
    <bdi>{t('nextDeal.pins.kept', { titles })}</bdi>
    <button
      type="button"
      className="inline-flex min-h-6 items-center rounded-sm whitespace-nowrap underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current pointer-coarse:min-h-11"
      onClick={() => {
        onDrop();
        focusForm();
      }}
    >
      {t('nextDeal.pins.drop')}
    </button>
  </p>
);
